"""!diagnostic: the worst first, each trouble with its remedy, and all well when it is."""

from dataclasses import replace

import pytest

from commonsbot.domain.devices import Doubt, DoubtfulDevice
from commonsbot.domain.diagnosis import Diagnosis, Keyless, Trust, WhyKeyless
from commonsbot.domain.ids import EventId, UserId
from commonsbot.domain.refusals import Reason, Refusal
from commonsbot.texts import Translator
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, HELP_ROOM, OTHER_ROOM, Conversation

WELL = Diagnosis(trust=Trust.SIGNED, encrypted=True, version="12", key_given=True)


@pytest.fixture
def talk(talk: Conversation) -> Conversation:
    talk.diagnosis = WELL
    return talk


async def ask(talk: Conversation) -> str:
    return await talk.say("!diagnostic", ANNE, power=50)


async def unreadable(talk: Conversation, sender: UserId, reason: Reason | None = None) -> None:
    event = EventId(f"$unread{next(talk.events)}")
    session = f"session of {event}"
    async with talk.store.transaction() as tx:
        await tx.unread.keep(
            HELP_ROOM, event, {"sender": sender, "content": {"session_id": session}}
        )
        if reason:
            await tx.refusals.keep(
                Refusal(
                    user=sender,
                    reason=reason,
                    room=HELP_ROOM,
                    session=session,
                )
            )


async def test_it_is_for_moderators(talk: Conversation) -> None:
    assert "réservé aux modérateurs" in await talk.say("!diagnostic", BRUNO)
    assert "tout va bien" in await talk.say("!diagnostic", CLAIRE)


@pytest.mark.parametrize("typed", ["!Diagnostic", "!diagnostics", "!diagnostique", "! diag"])
async def test_it_is_found_however_it_is_written(talk: Conversation, typed: str) -> None:
    assert "tout va bien" in await talk.say(typed, ANNE, power=50)


async def test_all_is_well(talk: Conversation) -> None:
    said = await ask(talk)
    assert said.startswith("Diagnostic : tout va bien.")
    assert "Salon chiffré · sur invitation · version 12" in said
    assert "Mon appareil est signé." in said
    assert "Mes droits : niveau 0. Le niveau 0 me suffit" in said
    assert "Tchap" not in said


async def test_a_room_that_is_not_encrypted_is_told_so(talk: Conversation) -> None:
    talk.diagnosis = replace(WELL, encrypted=False, key_given=False)
    said = await ask(talk)
    assert said.startswith("Diagnostic : tout va bien.")
    assert "Salon non chiffré" in said


async def test_what_is_not_known_yet_is_not_called_well(talk: Conversation) -> None:
    talk.diagnosis = replace(WELL, key_given=False)
    said = await ask(talk)
    assert said.startswith("Diagnostic : rien à signaler pour l'instant.")
    assert "redemandez maintenant" in said


@pytest.mark.parametrize(
    ("trust", "remedy"),
    [
        (Trust.UNSIGNED, "commonsbot identity sign"),
        (Trust.FOREIGN, "commonsbot identity reset"),
        (Trust.BORROWED, "identity restore"),
        (Trust.UNKNOWN, "Redemandez"),
    ],
)
async def test_a_device_in_doubt_comes_with_its_remedy(
    talk: Conversation, trust: Trust, remedy: str
) -> None:
    talk.diagnosis = replace(WELL, trust=trust)
    said = await ask(talk)
    assert said.startswith("Diagnostic : voici ce qui ne va pas.")
    assert remedy in said
    assert "Mon appareil est signé." not in said


async def test_those_the_bot_cannot_read_are_named_with_their_reason(talk: Conversation) -> None:
    await unreadable(talk, BRUNO)
    for _ in range(2):
        await unreadable(talk, ANNE, Reason.UNVERIFIED)
    said = await ask(talk)
    assert "@anne · 2 messages que je n'ai pas pu lire" in said
    assert "« Envoyer des messages uniquement aux utilisateurs vérifiés »" in said
    assert "m.unverified" in said
    assert "@bruno · 1 message que je n'ai pas pu lire" in said
    assert said.index("@anne") < said.index("@bruno")


async def test_an_unsigned_device_explains_the_refusals(talk: Conversation) -> None:
    await unreadable(talk, ANNE, Reason.UNVERIFIED)
    talk.diagnosis = replace(WELL, trust=Trust.UNSIGNED)
    said = await ask(talk)
    assert "Son application n'écrit pas à mon appareil, tant qu'il n'est pas signé." in said
    assert said.index("identity sign") < said.index("@anne")


async def test_unread_messages_of_another_room_are_not_shown(talk: Conversation) -> None:
    await unreadable(talk, BRUNO)
    said = await talk.say("!diagnostic", ANNE, room=OTHER_ROOM, power=50)
    assert "@bruno" not in said


async def test_devices_that_cannot_read_the_bot_are_named(talk: Conversation) -> None:
    talk.diagnosis = replace(
        WELL,
        keyless=(
            Keyless(user=BRUNO, device="Élément de poche", why=WhyKeyless.NO_ONE_TIME_KEY),
            Keyless(user=CLAIRE, device="ABCDEF", why=WhyKeyless.UNDELIVERED),
        ),
    )
    said = await ask(talk)
    assert "@bruno · ne peut pas me lire sur « Élément de poche »" in said
    assert "supprimer cette session" in said
    assert "@claire · ne peut pas me lire sur « ABCDEF »" in said


DOUBTFUL = DoubtfulDevice(BRUNO, "ABCDEF", "", Doubt.UNSIGNED, left_out=True)


@pytest.mark.parametrize(
    ("doubt", "remedy"),
    [
        (Doubt.UNSIGNED, "le vérifier avec un autre des siens"),
        (Doubt.NO_IDENTITY, "créer une clé de récupération"),
        (Doubt.UNKNOWN, "Rien à faire"),
    ],
)
async def test_devices_that_a_strict_bot_leaves_out_are_named(
    talk: Conversation, doubt: Doubt, remedy: str
) -> None:
    talk.diagnosis = replace(WELL, doubtful=(replace(DOUBTFUL, doubt=doubt),))
    said = await ask(talk)
    assert "@bruno · ne peut pas me lire sur « ABCDEF »" in said
    assert remedy in said


async def test_unverified_devices_that_read_the_bot_are_counted_and_no_trouble(
    talk: Conversation,
) -> None:
    talk.diagnosis = replace(WELL, doubtful=(replace(DOUBTFUL, left_out=False),) * 2)
    said = await ask(talk)
    assert said.startswith("Diagnostic : tout va bien.")
    assert "2 appareils de membres ne sont pas vérifiés ; ils me lisent quand même." in said


async def test_members_who_may_not_react_are_told_of(talk: Conversation) -> None:
    talk.diagnosis = replace(WELL, reactions=False)
    assert "autoriser les réactions à tous" in await ask(talk)


async def test_a_long_list_is_cut(talk: Conversation) -> None:
    why = WhyKeyless.NO_ONE_TIME_KEY
    many = tuple(Keyless(user=BRUNO, device=f"D{n}", why=why) for n in range(8))
    talk.diagnosis = replace(WELL, keyless=many)
    said = await ask(talk)
    assert said.count("ne peut pas me lire") == 5
    assert "et 3 autres cas semblables" in said


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("restricted", "Accès Tchap : réservé aux agents, sans invités externes."),
        ("unrestricted", "Accès Tchap : ouvert aux invités externes."),
        ("direct", "Accès Tchap : conversation à deux."),
    ],
)
async def test_tchaps_rule_is_said_in_words(talk: Conversation, rule: str, said: str) -> None:
    talk.diagnosis = replace(WELL, access_rule=rule)
    assert said in await ask(talk)


async def test_a_rule_that_tchap_does_not_have_is_left_out(talk: Conversation) -> None:
    talk.diagnosis = replace(WELL, access_rule="`strange`")
    assert "Tchap" not in await ask(talk)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_rule_of_the_specification_has_its_words(language: str) -> None:
    texts = Translator(language)
    for rule in ("public", "invite", "private", "knock", "restricted", "knock-restricted"):
        assert texts.plain(f"join-{rule}")
    for rule in ("world-readable", "shared", "invited", "joined"):
        assert texts.plain(f"history-{rule}")
