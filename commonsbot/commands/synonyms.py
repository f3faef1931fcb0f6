"""!synonyme: moderators say which words search takes for one another."""

import re

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import read_number
from commonsbot.domain.markup import Bullets, Text
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role
from commonsbot.domain.synonyms import Synonym
from commonsbot.errors import UserError
from commonsbot.search.synonyms import phrase

LISTED = 20
"""Synonyms in one message, the latest."""

MOST = 10
"""Words of one."""

LONGEST = 60
"""Characters of each of them."""

_BETWEEN = re.compile(
    r"\s*(?:=+>?|[,;↔⇔]|<?[-–]+>)\s*|\s+(?:égale?s?(?:\s+à)?|equals?)\s+", re.IGNORECASE
)
_QUOTES = " \t\u00a0\u202f\"'«»“”.!?"
_LIST = frozenset(("liste", "list", "tous", "all"))


async def synonym(context: Context, words: str | None = None) -> Reply:
    """« télétravail = travail à distance » adds; a word alone, or nothing, lists."""
    if words is None or words.strip(_QUOTES).lower() in _LIST:
        return _listed(context, await context.tx.synonyms.all(), "")
    parts = read_synonym(words)
    if len(parts) == 1:
        return _listed(context, await context.tx.synonyms.of(parts[0]), parts[0])
    before = {one.id for one in await context.tx.synonyms.all()}
    made = await context.tx.synonyms.add(_checked(parts), context.message.sender)
    if made.id in before:
        return _done(context, "synonym-already", made)
    said = _shown(made)
    await context.journal("add", "synonym", made.id, said)
    return _done(context, "synonym-added", made)


async def remove(context: Context, words: str) -> Reply:
    """By its number, or as it was written."""
    found = await _meant(context, words)
    if found is None:
        raise UserError("synonym-unknown", words=words[:LONGEST])
    await context.tx.synonyms.remove(found.id)
    said = _shown(found)
    await context.journal("remove", "synonym", found.id, said)
    return _done(context, "synonym-removed", found)


def read_synonym(words: str) -> list[str]:
    """What stands between « = », « , » or « égale »."""
    parts = (part.strip(_QUOTES) for part in _BETWEEN.split(words))
    return list(dict.fromkeys(part for part in parts if part)) or [words]


def _checked(parts: list[str]) -> list[str]:
    """`parts`, fit to be kept. Raises UserError."""
    if len(parts) > MOST or any(len(part) > LONGEST for part in parts):
        raise UserError("synonym-long", most=MOST, longest=LONGEST)
    empty = next((part for part in parts if not any(phrase(part))), None)
    if empty is not None:
        raise UserError("synonym-wordless", words=empty)
    if len(set(map(phrase, parts))) < 2:
        raise UserError("synonym-same", words=" = ".join(parts))
    return parts


async def _meant(context: Context, words: str) -> Synonym | None:
    number = read_number(words)
    every = await context.tx.synonyms.all()
    if number is not None:
        return next((one for one in every if one.id == number), None)
    wanted = set(map(phrase, read_synonym(words)))
    found = [one for one in every if wanted <= set(map(phrase, one.words))]
    return found[0] if len(found) == 1 else None


def _listed(context: Context, every: list[Synonym], word: str) -> Reply:
    texts = context.texts
    if not every:
        id = "synonym-none-of" if word else "synonym-none"
        values = {"word": word[:LONGEST]} if word else {}
        return context.notice(id, **values)
    latest = every[::-1][:LISTED]
    items = tuple((Text(f"{context.views.number(one.id)} · {_shown(one)}"),) for one in latest)
    head = texts.paragraph("synonym-list", count=len(every), shown=len(latest))
    closing = texts.paragraph("synonym-acts", number=str(latest[0].id))
    return Reply((head, Bullets(items), closing))


def _shown(one: Synonym) -> str:
    """« télétravail = travail à distance »."""
    return " = ".join(one.words)


def _done(context: Context, id: str, one: Synonym) -> Reply:
    return context.notice(id, words=_shown(one), number=str(one.id))


COMMANDS = (
    Command(
        id="synonym",
        name="synonyme",
        english="synonym",
        aliases=("synonymes", "synonyms", "synonyme ajouter", "synonym add"),
        run=synonym,
        parameter=Parameter.WORDS,
        form="usage-synonym",
        optional=True,
        role=Role.MODERATOR,
        example="example-synonym",
        detailed=True,
    ),
    Command(
        id="synonym-remove",
        name="synonyme retirer",
        english="synonym remove",
        aliases=("synonyme supprimer", "synonymes retirer", "synonym delete"),
        run=remove,
        parameter=Parameter.WORDS,
        form="usage-number",
        role=Role.MODERATOR,
        example="3",
    ),
)
