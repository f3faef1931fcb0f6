"""Every reason an error names has its sentence, in every language."""

import re
from pathlib import Path

import pytest

import commonsbot.news
from commonsbot.domain.markup import plain
from commonsbot.texts.translator import LANGUAGES, Translator

REASONS = {"fetch-forbidden"} | {
    reason
    for path in Path(commonsbot.news.__file__).parent.glob("*.py")
    for reason in re.findall(r'"((?:fetch|feed)-[a-z-]+)"', path.read_text())
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_sentence(language: str) -> None:
    texts = Translator(language)
    assert len(REASONS) > 10
    for reason in REASONS:
        assert plain(texts.inline(reason, detail="x")).endswith(".")
