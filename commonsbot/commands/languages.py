"""!salon langue: which language is spoken in a room, or with somebody in a direct chat."""

from collections.abc import Sequence

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.hours import DEFAULT
from commonsbot.domain.folding import fold
from commonsbot.domain.languages import read_language
from commonsbot.domain.markup import Inline, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError
from commonsbot.texts import Translator


async def choose(context: Context, typed: str = "") -> Reply:
    """A room's is chosen by who moderates it, that of a direct chat by who is in it."""
    if not typed:
        return Reply((Paragraph(lines(*spoken_here(context))),), notice=True)
    if not _may_choose(context):
        raise context.doubt or UserError("room-language-refused")
    language = _read(typed)
    message = context.message
    await context.tx.languages.put(message.room, language)
    if not message.direct:
        await context.journal("set language", "room", message.room, language or "")
    now = language or context.languages.default_of(message.room)
    texts = context.languages.views_in(now).texts
    said = texts.paragraph("room-language-done", language=_name(texts))
    return Reply((said,), notice=True)


def spoken_here(context: Context) -> list[Sequence[Inline]]:
    """Which it is here, and how to change that."""
    texts = context.texts
    rows: list[Sequence[Inline]] = [texts.inline("room-language", language=_name(texts))]
    if _may_choose(context):
        rows.append(texts.inline("room-language-change"))
    return rows


def _may_choose(context: Context) -> bool:
    return context.message.direct or context.role >= Role.MODERATOR


def _name(texts: Translator) -> str:
    return texts.plain(f"language-{texts.language}")


def _read(typed: str) -> str | None:
    """None: as the settings have it. Raises UserError."""
    said = typed.strip(" :=.")
    if fold(said) in DEFAULT:
        return None
    language = read_language(said)
    if language is None:
        raise UserError("room-language-wrong", typed=typed[:60])
    return language


COMMANDS = (
    Command(
        id="room-language",
        name="salon langue",
        english="room language",
        aliases=("langue", "language", "salon language", "room langue"),
        run=choose,
        parameter=Parameter.WORDS,
        form="form-room-language",
        optional=True,
        example="example-room-language",
        detailed=True,
    ),
)
