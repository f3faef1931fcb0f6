"""!partager actu 812: an item of the news becomes a resource, once."""

import re

from commonsbot.commands.command import Context
from commonsbot.commands.confirmation import already_kept
from commonsbot.commands.duplicates import offer
from commonsbot.commands.parse import read_number
from commonsbot.domain.captures import Capture
from commonsbot.domain.ids import NewsId
from commonsbot.domain.markup import Bullets
from commonsbot.domain.messages import Reply
from commonsbot.domain.news import NewsItem
from commonsbot.domain.resources import Draft, Kind
from commonsbot.domain.sharing import find_links, read_content
from commonsbot.errors import UserError

_ITEM = re.compile(
    r"(?:l')?(?:actu(?:alité)?|item)\s*(?:n\s*[°ºo.]?\s*)?(?P<number>\d{1,9})\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


SHOWN = 10
"""Items of a message among which a member chooses."""


async def shared_item(context: Context, content: str) -> Reply | None:
    """The answer where `content` names an item (« actu 812 »), or the message replies to news.

    Raises UserError for an item that is not there.
    """
    named = _ITEM.match(content.replace("\u00a0", " ").strip())
    if named is None:
        return await _replied_to(context, content)
    number = int(named["number"])
    found = await context.tx.news.several([NewsId(number)], context.reader)
    if not found:
        raise UserError("news-missing", number=str(number))
    return await share_item(context, found[0], named["rest"])


async def _replied_to(context: Context, content: str) -> Reply | None:
    """The item that the bot's message told of; which one, where it told of several."""
    said = context.message.quoted
    if context.message.answers is None or said is None or not said.own:
        return None
    links = find_links(said.text)
    items = await context.tx.news_agenda.linked(links, context.reader) if links else []
    if not items:
        return None
    number = read_number(content)
    chosen = [item for item in items if item.id == number]
    if len(items) == 1 or chosen:
        return await share_item(context, (chosen or items)[0], "" if chosen else content)
    rows = [
        context.texts.inline("news-share-line", number=str(item.id), title=item.title[:100])
        for item in items[:SHOWN]
    ]
    which = context.texts.paragraph("news-share-which")
    return Reply((which, Bullets(tuple(rows))), notice=True)


async def share_item(context: Context, item: NewsItem, words: str = "") -> Reply:
    """A resource of `item`, its title and themes completed by `words`; the one there is, where
    somebody made it already."""
    cards = await context.tx.news_agenda.cards(item.id, context.reader)
    if cards and (made := await context.tx.resources.current(cards[0], context.reader)):
        return await already_kept(context, made)
    message = context.message
    capture = Capture(
        draft=_draft(item, words.strip(" :.,\n")),
        author=message.sender,
        room=message.room,
        event=message.origin,
        at=message.sent_at,
        news=item.id,
    )
    return await offer(context, capture)


def _draft(item: NewsItem, words: str) -> Draft:
    """What the item says, under the name and themes that the member gave it."""
    said = read_content(words).draft
    text = "\n\n".join(filter(None, [said.text, item.summary]))
    return Draft(
        title=said.title or item.title,
        text=text,
        links=(item.link,) if item.link else (),
        kind=Kind.REFERENCE,
        themes=said.themes,
    )
