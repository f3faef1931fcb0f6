"""!aide: what the person may do here, from the table itself."""

from collections.abc import Sequence

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import Table, name_of
from commonsbot.commands.topics import FIRST, TOPICS
from commonsbot.domain.folding import fold
from commonsbot.domain.markup import Block, Bullets, Code, Document, Inline, Paragraph, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError
from commonsbot.texts import Translator

DATA = frozenset({"donnees", "donnee", "data", "rgpd", "gdpr", "vie privee", "privacy"})
"""`!aide données`: what is kept, and how long."""


def help_command(others: Sequence[Command]) -> Command:
    """The command that explains `others`, and itself."""

    async def run(context: Context, name: str | None = None) -> Reply:
        allowed = [command for command in commands if context.may(command)]
        if name is None:
            return Reply(overview(context.texts, allowed))
        if name_of(name) in DATA:
            return Reply(kept(context))
        found = table.find(name.lstrip("!"))
        if found is None or found[0] not in allowed:
            raise UserError("help-unknown", word=name[:60])
        shown = details(context.texts, found[0])
        return Reply((*shown, *_family(context.texts, name, allowed, but=found[0])))

    command = Command(
        id="help",
        name="aide",
        english="help",
        aliases=("commandes", "commands", "menu"),
        run=run,
        parameter=Parameter.COMMAND,
        optional=True,
    )
    commands = [command, *others]
    table = Table.of(commands)
    return command


def _family(texts: Translator, name: str, allowed: Sequence[Command], *, but: Command) -> Document:
    """The others that begin with that word, where it is all that was asked about."""
    word = name_of(name.lstrip("!"))
    others = [
        command
        for command in allowed
        if command is not but and fold(command.called(texts.language)).startswith(f"{word} ")
    ]
    if not others:
        return ()
    return (texts.paragraph("help-family"), Bullets(tuple(_item(texts, one) for one in others)))


def kept(context: Context) -> Document:
    """What is kept of members, how long, and what they can do about it."""
    texts, periods = context.texts, context.house.retention
    rows = [
        texts.inline(f"data-kept-{name}", days=getattr(periods, name).days)
        for name in ("withdrawn", "exchanges", "journal", "answers")
    ]
    return (*texts.document("data-kept"), Bullets(tuple(rows)), *texts.document("data-rights"))


def overview(texts: Translator, allowed: Sequence[Command]) -> Document:
    """A message that fits a phone: the first commands explained, the others named."""
    by_id = {command.id: command for command in allowed}
    named = [
        (Text(f"{texts.plain(f'help-topic-{topic}')} "), *_names(texts, [by_id[id] for id in ids]))
        for topic, ids in TOPICS.items()
    ]
    blocks: list[Block] = [
        texts.paragraph("help-title"),
        Bullets(tuple(_item(texts, by_id[id]) for id in FIRST)),
        texts.paragraph("help-others"),
        Bullets(tuple(named)),
    ]
    if more := [command for command in allowed if command.role > Role.MEMBER]:
        blocks += [texts.paragraph("help-moderator-title"), Bullets(_families(texts, more))]
    closing = lines(texts.inline("help-more"), texts.inline("help-data"))
    return (*blocks, Paragraph(closing))


def _names(texts: Translator, commands: Sequence[Command]) -> tuple[Inline, ...]:
    """« !suivre, !suivis »."""
    found: list[Inline] = []
    for command in commands:
        found += [Text(", "), Code(f"!{command.called(texts.language)}")]
    return tuple(found[1:])


def _families(texts: Translator, commands: Sequence[Command]) -> tuple[tuple[Inline, ...], ...]:
    """« !thème accepter, fusionner », a line for each first word; last those that stand alone."""
    families: dict[str, list[str]] = {}
    alone: list[Command] = []
    for command in commands:
        word, _, rest = command.called(texts.language).partition(" ")
        if rest:
            families.setdefault(word, []).append(rest)
        else:
            alone.append(command)
    rows = [(Code(f"!{word}"), Text(f" {', '.join(rests)}")) for word, rests in families.items()]
    return (*rows, _names(texts, alone)) if alone else tuple(rows)


def _item(texts: Translator, command: Command) -> tuple[Inline, ...]:
    summary = texts.plain(f"summary-{command.id}")
    return (Code(command.usage(texts)), Text(f" · {summary}"))


def details(texts: Translator, command: Command) -> Document:
    """One command: what it does, its form, an example, its other names."""
    rows: list[Sequence[Inline]] = [_item(texts, command)]
    if command.detailed:
        rows.append(texts.inline(f"details-{command.id}"))
    if command.example:
        rows.append(texts.inline("help-example", example=(Code(command.sample(texts)),)))
    shown = command.called(texts.language)
    others = ", ".join(f"!{name}" for name in command.names if name != shown)
    rows.append(texts.inline("help-aliases", aliases=others))
    return (Paragraph(lines(*rows)),)
