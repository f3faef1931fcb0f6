"""!bloquer, !débloquer: domains whose links are not kept."""

import re

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.domain.markup import Bullets, Code
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role
from commonsbot.domain.urls import host
from commonsbot.errors import UserError

_DOMAIN = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}")


def read_domain(word: str) -> str:
    """« exemple.com » of a domain or an address. Raises UserError."""
    word = word.strip("<>«»\u00a0 .,;").lower()
    found = host(word if "://" in word else f"https://{word}")
    if not _DOMAIN.fullmatch(found):
        raise UserError("block-no-domain", typed=word[:60])
    return found


async def block(context: Context, words: str = "") -> Reply:
    if not words:
        return await _list(context)
    domain, _, why = words.partition(" ")
    domain = read_domain(domain)
    if not await context.tx.blocklist.add(domain, context.message.sender):
        return context.notice("block-already", domain=domain)
    await context.journal("block", "domain", domain, why[:300])
    return Reply((context.texts.paragraph("block-done", domain=domain),))


async def _list(context: Context) -> Reply:
    found = await context.tx.blocklist.listed()
    if not found:
        return context.notice("block-none")
    items = tuple((Code(domain),) for domain, _ in found)
    return Reply((context.texts.paragraph("block-list", count=len(found)), Bullets(items)))


async def unblock(context: Context, words: str) -> Reply:
    domain = read_domain(words.split()[0])
    if not await context.tx.blocklist.remove(domain):
        configured = domain in await context.tx.blocklist.domains()
        raise UserError("block-configured" if configured else "block-unknown", domain=domain)
    await context.journal("unblock", "domain", domain)
    return Reply((context.texts.paragraph("unblock-done", domain=domain),))


COMMANDS = (
    Command(
        id="block",
        name="bloquer",
        english="block",
        aliases=("domaines bloqués",),
        run=block,
        parameter=Parameter.WORDS,
        optional=True,
        form="form-block",
        example="example-block",
        role=Role.MODERATOR,
        network=True,
    ),
    Command(
        id="unblock",
        name="débloquer",
        english="unblock",
        run=unblock,
        parameter=Parameter.WORDS,
        form="form-unblock",
        example="example-unblock",
        role=Role.MODERATOR,
        network=True,
    ),
)
