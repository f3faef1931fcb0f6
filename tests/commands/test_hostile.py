"""Two hundred hostile inputs by each way in: a clear refusal or a faithful handling, no crash."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from commonsbot.commons.exchange import FORMATS
from commonsbot.commons.exchange.reading import Fault
from commonsbot.config import load
from commonsbot.domain.ids import RoomId
from commonsbot.domain.messages import Outgoing
from commonsbot.domain.records import Record, Whole
from commonsbot.domain.rendering import html_of, plain_of
from commonsbot.errors import ConfigError
from commonsbot.matrix.events import _whole
from commonsbot.matrix.render import content_of
from tests.commands.conftest import BRUNO, HELP_ROOM, OTHER_ROOM, Conversation
from tests.config.conftest import MINIMAL
from tests.domain.test_rendering import TAGS, TRICKS, Seen
from tests.hostile.inputs import HOSTILE

WAYS = ("!partager {}", "!chercher {}", "!question {}", "!modifier 1 texte: {}", "!suivre {}")
MORE = (
    "!{}",
    "{}",
    "!fiche {}",
    "!testé 1 adapté {}",
    "!source ajouter {}",
    "!rex {}",
    "!oublier {}",
    "!signer 2 fonction {}",
)
SECRET = "zibelinette"
"""What is shared in another room, and said to nobody here."""


def test_there_are_two_hundred_of_them() -> None:
    assert len(set(HOSTILE)) >= 200


@pytest.mark.parametrize("way", [*WAYS, *MORE])
async def test_in_a_room(talk: Conversation, way: str) -> None:
    await talk.say(f"!partager Le secret {SECRET} visible: salon", BRUNO, OTHER_ROOM)
    await talk.say("!partager Une fiche\nAvec un texte", BRUNO)
    for hostile in map(_whole, HOSTILE):  # as matrix/ hands it on
        for said in await talk.tell(way.replace("{}", hostile), BRUNO, HELP_ROOM, power=50):
            harmless(said, hostile)
    assert "Une fiche" in await talk.say("!fiche 2", BRUNO) or way.startswith("!modifier")


def harmless(said: Outgoing, hostile: str) -> None:
    html, words = html_of(said.document), plain_of(said.document)
    seen = Seen(html)
    assert seen.tags <= TAGS and seen.attributes <= {"href"}, hostile
    assert all(link.startswith(("https://", "http://")) for link in seen.links), hostile
    assert not TRICKS.search(html + words), hostile
    assert set(said.mentions) <= {BRUNO}, hostile
    assert "réf." not in words, f"it crashed: {hostile!r}"
    assert SECRET not in words, hostile
    assert len(str(content_of(said)).encode("utf-8", "replace")) < 65_000, hostile


@pytest.mark.parametrize("name", FORMATS)
def test_in_an_export_and_back(name: str) -> None:
    for hostile in HOSTILE:
        links = (hostile,) if hostile.isprintable() and hostile else ()
        record = Record(title="T", text=hostile, links=links)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "commons"
            try:
                with FORMATS[name].write(path) as add:
                    add(Whole(record))
            except UnicodeEncodeError:
                assert any(0xD800 <= ord(sign) < 0xE000 for sign in hostile), hostile
                continue
            (back,) = FORMATS[name].read(path)
            assert isinstance(back, Fault) or back == Whole(record), hostile


def test_no_cell_of_an_export_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "commons.csv"
    kept = [one for one in HOSTILE if one.isprintable() or one.startswith(("\t", "\r", "="))]
    with FORMATS["csv"].write(path) as add:
        for hostile in kept:
            add(Whole(Record(title="T", text=hostile, links=(hostile,), themes=(hostile,))))
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file, delimiter=";"):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row), row


def test_in_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "commonsbot.yaml"
    for hostile in HOSTILE:
        for lines in (f"name: {hostile}\nrooms: [{hostile}]\n", f"{hostile}\n"):
            path.write_text(MINIMAL + lines, encoding="utf-8", errors="replace")
            try:
                load(path, "en", {"COMMONSBOT_ACCESS_TOKEN": "t0ken"})
            except ConfigError as mistakes:
                assert all(one.problem and one.remedy for one in mistakes.errors), hostile


async def test_after_the_name_of_a_command(talk: Conversation) -> None:
    for number, hostile in enumerate(map(_whole, HOSTILE)):
        for said in await talk.tell(f"!aide {hostile}", BRUNO, RoomId(f"!r{number % 3}:e.org")):
            harmless(said, hostile)
