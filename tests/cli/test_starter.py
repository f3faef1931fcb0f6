"""The first resources: sound, marked for what they are, and in the vocabulary."""

from pathlib import Path

import pytest

from commonsbot.cli import starter
from commonsbot.config.themes import load
from commonsbot.domain.licences import Licence
from tests.cli.conftest import Run

FILE = Path(__file__).parents[2] / "config" / "starter.yaml"
THEMES = load(None, []).themes


@pytest.fixture
def entries() -> list[starter.Entry]:
    good, bad = starter.read(FILE)
    assert not bad
    return good


def test_there_are_about_forty_each_marked_and_open(entries: list[starter.Entry]) -> None:
    assert len(entries) == 40
    for entry in entries:
        assert entry.draft.text.rstrip().endswith("Fiche de départ."), entry.origin
        assert entry.origin.startswith("starter-")
        assert entry.draft.licence is Licence.CC0
        assert all(link.startswith("https://") for link in entry.draft.links)


def test_their_themes_are_those_of_the_vocabulary(entries: list[starter.Entry]) -> None:
    known = {theme.id for theme in THEMES}
    for entry in entries:
        assert entry.draft.themes, entry.origin
        assert set(entry.draft.themes) <= known, entry.origin


def test_they_speak_of_the_tools_of_the_network(entries: list[starter.Entry]) -> None:
    spoken = {theme for entry in entries for theme in entry.draft.themes}
    for tool in ("asana", "looker-studio", "rdv-service-public", "pretix", "polotno", "everteam"):
        assert tool in spoken
    assert "comnum" in spoken


def test_a_licence_is_given_for_the_file_or_for_one_entry(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        "licence: etalab-2.0\nresources:\n"
        "  - {origin: a, title: A, text: B}\n"
        "  - {origin: b, title: A, text: B, licence: CC-BY-4.0}\n"
    )
    good, _ = starter.read(path)
    assert [e.draft.licence for e in good] == [Licence.OPEN_LICENCE, Licence.CC_BY]


def test_a_licence_that_is_none_is_told(run: Run, tmp_path: Path) -> None:
    config = tmp_path / "commonsbot.yaml"
    config.write_text("homeserver: https://a.org\naccount: '@b:a.org'\nspace: '#c:a.org'\n")
    (tmp_path / "secrets.yaml").touch(mode=0o600)
    (tmp_path / "secrets.yaml").write_text("password: s3cret\n")
    path = tmp_path / "own.yaml"
    path.write_text("licence: libre\nresources: []\n")
    code, _, err = run("import", path, "-c", config)
    assert code == 78 and "licence: “libre” is not one of the choices." in err
    assert "CC0-1.0" in err
