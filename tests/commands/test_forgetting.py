"""`!oublier`: what was asked to go is nowhere any more, and what others brought stays."""

import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from commonsbot import logs
from commonsbot.commons.exchange.jsonlines import write
from commonsbot.commons.forget import Manner, forget
from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.ids import ResourceId, RoomId, UserId
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.records import Gone
from commonsbot.domain.rooms import Room
from commonsbot.store.holdings import HOLDINGS, NOBODY, WITHIN, Holding
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, HELP_ROOM, Conversation

CHAT = RoomId("!direct:example.org")
WORDS = ("zibelinette", "quadrilobe", "farandolesque", "mirliflorette", "gyroscopage")
"""Nothing else says them."""
NAME = "anne"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "commonsbot.db"


@pytest.fixture
async def shared(talk: Conversation) -> AsyncIterator[Conversation]:
    """Anne did everything that a member can, and others answered."""
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=CHAT, direct=True, peer=ANNE, name="Anne"))
    await talk.say("!partager Guide zibelinette\nUn texte quadrilobe #mirliflorette", ANNE)
    await talk.say("!partager Une fiche de Bruno\nTexte à lui", BRUNO)
    await talk.say("!modifier 1 titre: Guide zibelinette revu", ANNE)
    await talk.say("!modifier 2 texte: farandolesque, dit Anne", ANNE)
    await talk.say("!testé 2 adapté, gyroscopage réussi", ANNE)
    await talk.say("!testé 1 adapté, chez nous aussi", BRUNO)
    await talk.say("!merci 2", ANNE)
    await talk.say("!merci 1", BRUNO)
    await talk.say("!suivre farandolesque", ANNE)
    await talk.say("!chercher quadrilobe", ANNE)
    await talk.say("!chercher rien de tel", ANNE)
    await talk.say("!modifier 2 titre: Autre farandolesque", ANNE)
    await talk.say("!fichr 1", ANNE)
    yield talk


async def forgotten(talk: Conversation, how: str, sender: UserId = ANNE) -> str:
    await talk.say(f"!oublier {how}", sender)
    return await talk.say("!oui", sender)


def bytes_of(path: Path) -> bytes:
    """The database, its write-ahead log and whatever else lies beside."""
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


async def left_of(path: Path, *needles: str) -> list[str]:
    held = bytes_of(path).lower()
    return [needle for needle in needles if needle.encode() in held]


async def test_one_reads_both_ways_and_what_goes_before_anything_does(
    shared: Conversation,
) -> None:
    said = await shared.say("!oublier mes données", ANNE, direct=True)
    assert "!oublier effacer" in said and "!oublier anonymiser" in said
    assert "1 fiche" in said and "1 essai raconté" in said and "1 suivi" in said
    asked = await shared.say("!oublier effacer", ANNE)
    assert "vos fiches et leur historique" in asked and "15 minutes" in asked
    assert "1 fiche" not in asked, "in a room it is nobody else's business"
    assert "Rien n'a changé" in await shared.say("!non", ANNE)
    assert "Guide zibelinette" in await shared.say("!fiche 1", BRUNO)


async def test_the_question_does_not_wait(shared: Conversation) -> None:
    await shared.say("!oublier effacer", ANNE)
    await shared.wait(timedelta(minutes=16))
    await shared.say("!oui", ANNE)
    assert "Guide zibelinette" in await shared.say("!fiche 1", BRUNO)


async def test_only_who_was_asked_says_yes(shared: Conversation) -> None:
    asked = await shared.answer("!oublier effacer", ANNE)
    assert asked
    await shared.react(asked.key, "✅", CLAIRE, power=100)
    assert "Guide zibelinette" in await shared.say("!fiche 1", BRUNO)
    await shared.react(asked.key, "✅", ANNE)
    assert "Il n'y a pas de fiche n° 1" in await shared.say("!fiche 1", BRUNO)


async def test_erased_nothing_is_left_in_any_byte(
    shared: Conversation, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logs.keep_discreet()
    assert set(await left_of(path, *WORDS, ANNE)) == {*WORDS, ANNE}, "the search finds them first"
    said = await forgotten(shared, "effacer")
    assert "vos fiches sont effacées" in said
    await shared.store.sweep()
    assert await left_of(path, *WORDS, ANNE, f"@{NAME}", "guide z") == []
    log = caplog.text.lower()
    assert not [needle for needle in (*WORDS, ANNE) if needle in log]


async def test_anonymised_the_words_stay_and_nothing_names_their_author(
    shared: Conversation, path: Path
) -> None:
    await forgotten(shared, "anonymiser")
    await shared.store.sweep()
    assert await left_of(path, ANNE, f"@{NAME}") == []
    card = await shared.answer("!fiche 1", BRUNO)
    assert card and "Guide zibelinette revu" in str(card.document)
    assert "/#/" not in str(card.document), "no way leads to the message"
    assert "1 merci" in await shared.say("!fiche 1", BRUNO)


@pytest.mark.parametrize("how", ["effacer", "anonymiser"])
async def test_others_keep_what_they_were_given(shared: Conversation, how: str) -> None:
    await forgotten(shared, how)
    card = await shared.say("!fiche 2", BRUNO)
    assert "1 merci" in card and "repris par une collectivité" in card
    trials = await shared.say("!essais 2", BRUNO)
    assert ("gyroscopage" in trials) is (how == "anonymiser")
    assert "Guide zibelinette" not in await shared.say("!chercher zibelinette", BRUNO) or (
        how == "anonymiser"
    )


async def test_what_others_said_of_an_erased_card_is_kept_unsigned(shared: Conversation) -> None:
    await forgotten(shared, "effacer")
    (trial,) = await shared.store.read.trials.of(ResourceId(1))
    assert trial.user is None and trial.note == "chez nous aussi"


async def test_exports_say_what_is_to_be_forgotten(shared: Conversation, tmp_path: Path) -> None:
    await forgotten(shared, "effacer")
    items = [item async for item in shared.store.read.records.each(tuple(Audience))]
    assert isinstance(items[0], Gone) and items[0].number == 1
    with write(tmp_path / "commons.jsonl") as add:
        for item in items:
            add(item)
    written = (tmp_path / "commons.jsonl").read_text(encoding="utf-8").lower()
    assert not [word for word in (*WORDS, ANNE) if word in written]


async def test_what_waits_to_be_sent_says_nothing_of_it(shared: Conversation) -> None:
    reader = Reader(frozenset({HELP_ROOM}))
    both = await shared.store.read.resources.recent(reader, 5)
    title = shared.views.texts.paragraph("recent-title")
    letter = (title, shared.views.items((one, "") for one in both))
    waiting = Outgoing(key="edition:1", room=HELP_ROOM, kind=Kind.EDITION, document=letter)
    async with shared.store.transaction() as tx:
        await tx.outbox.add(waiting)
        await forget(tx, ANNE, Manner.ERASE)
    (left,) = await shared.queued(Kind.EDITION)
    assert "Bruno" in str(left.document) and "zibelinette" not in str(left.document)


async def test_a_message_that_is_deleted_takes_its_words_with_it(
    shared: Conversation, path: Path
) -> None:
    await shared.say("!partager Fiche hurluberlue\nd'Anne", ANNE)
    source = shared.last
    assert await left_of(path, "hurluberlu")
    said = await shared.redact(source, ANNE)
    assert [one for one in said if one.redacts], "the answer that names it is taken back too"
    await shared.store.sweep()
    assert await left_of(path, "hurluberlu") == []


async def test_a_deleted_command_takes_back_the_change_it_proposed(shared: Conversation) -> None:
    await shared.say("!modifier 2 titre: Encore un titre", CLAIRE, room=HELP_ROOM)
    await shared.say("!modifier 1 titre: Titre de Bruno", BRUNO)
    await shared.redact(shared.last, BRUNO)
    assert "pas de proposition" in await shared.say("!propositions", ANNE)


async def test_a_merged_card_leaves_the_history_of_the_other(
    talk: Conversation, path: Path
) -> None:
    await talk.say("!partager Fiche de Bruno\nSes mots licence : CC0", BRUNO)
    await talk.say("!partager Fiche galipette\nMots hurluberlus licence : CC0", ANNE)
    await talk.say("!fusionner 1 2", CLAIRE)
    assert "hurluberlus" in await talk.say("!fiche 1", BRUNO)
    await forgotten(talk, "effacer")
    assert "Ses mots" in await talk.say("!fiche 1", BRUNO)
    await talk.store.sweep()
    assert await left_of(path, "hurluberlu", "galipette", ANNE) == []


async def test_every_column_says_whether_it_names_somebody(talk: Conversation) -> None:
    """A new one is to be told about: in HOLDINGS or WITHIN where it names a person (and says what
    becomes of that), else in NOBODY (all in store/holdings)."""
    known = {(one.table, column) for one in HOLDINGS for column in _columns(one)}
    known |= set(WITHIN) | {(table, name) for table, names in NOBODY.items() for name in names}
    db = talk.store.read.people._db
    tables = await db.fetch(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
        " AND name NOT GLOB 'search_[12]_*'"
    )
    found = {
        (table, row[1])
        for (table,) in tables
        for row in await db.fetch(f"PRAGMA table_info({table})")
    }
    assert found - known == set(), "say in store/holdings whom these columns name"
    assert known - found == set(), "no such column"


def _columns(one: Holding) -> tuple[str, ...]:
    return (one.column, *one.words, *one.traces)


async def test_what_still_waits_somewhere_goes_too(talk: Conversation, path: Path) -> None:
    """At night: questions not yet asked, a share and a change under review, a number not agreed
    to, a message of another proposed, a command mistyped."""
    talk.clock.now = talk.clock.now.replace(hour=23)
    await talk.open_desk()
    await talk.say("!partager Une fiche de Bruno\nTexte à lui", BRUNO)
    await talk.say("!partager Guide zibelinette\nUn texte", ANNE)
    talk.reviewed = {HELP_ROOM}
    await talk.say("!partager À relire\nUn texte quadrilobe", ANNE)
    await talk.say("!modifier 2 texte: farandolesque", ANNE)
    await talk.say("!modifier 1 texte: mirliflorette", ANNE)
    await talk.say("!question Qui connaît gyroscopage ?\nAppeler le 06 12 34 56 78", ANNE)
    await talk.say("!partager Un pangolin\nSon numéro : 06 98 76 54 32", ANNE)
    await talk.say("!suivre hippocampe", ANNE)
    await talk.say("!fichr axolotl", ANNE)
    await talk.tell("Un message ornithorynque", ANNE)
    await talk.react(talk.last, "💡", BRUNO)
    said = (*WORDS, "06 12 34", "06 98 76", "pangolin", "hippocampe", "ornithorynque", ANNE)
    assert set(await left_of(path, *said)) == set(said), "the search finds them first"
    await forgotten(talk, "effacer")
    await talk.store.sweep()
    assert await left_of(path, *said, f"@{NAME}") == []
