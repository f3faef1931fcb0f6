"""Parts of the bot that are made of its settings alone."""

import time
from collections.abc import Callable

from commonsbot import __version__
from commonsbot.app.clock import now
from commonsbot.config import Config
from commonsbot.domain.pacing import Pace as ReadingPace
from commonsbot.lookups import Lookups
from commonsbot.matrix.client import Client
from commonsbot.matrix.membership import Network
from commonsbot.matrix.previews import Previews
from commonsbot.matrix.quotes import Quotes
from commonsbot.news.fetch import Fetcher, Limits
from commonsbot.news.parse import Parser
from commonsbot.news.poll import Poller
from commonsbot.news.reading import NewsReader
from commonsbot.news.titles import BEGINNING, PageTitles
from commonsbot.store import Store
from commonsbot.texts import Languages, Translator


def network(config: Config, texts: Translator) -> Network:
    return Network(
        space=config.space,
        rooms=(*config.rooms, *([config.moderation.room] if config.moderation.room else [])),
        servers=config.invites.servers,
        users=config.invites.users | config.stewards,
        refusal=texts.plain("invite-refused"),
    )


def fetcher(config: Config, limits: Limits | None = None) -> Fetcher:
    contact = f" (+{config.news.contact})" if config.news.contact else ""
    agent = f"CommonsBot/{__version__}{contact}"
    return Fetcher(agent, now=now, allowed=config.news.allowed_hosts, limits=limits)


def lookups(config: Config, client: Client) -> Lookups:
    """The homeserver learns the addresses it makes previews of: not those of encrypted rooms,
    unless the operator says so."""
    settings = config.capture
    preview = Previews(client).title
    pages = [PageTitles(fetcher(config, BEGINNING)).title]
    openly = [preview] if settings.previews != "never" else []
    discreetly = [preview] if settings.previews == "always" else []
    return Lookups(
        Quotes(client).said,
        openly=[*openly, *pages] if settings.page_titles else [],
        discreetly=[*discreetly, *pages] if settings.page_titles else [],
        clock=time.monotonic,
    )


def poller(
    config: Config,
    store: Store,
    languages: Languages,
    reader: NewsReader,
    unread: Callable[[], None],
) -> Poller:
    pace = ReadingPace(interval=config.news.interval, ceiling=config.news.slowest)
    return Poller(
        store,
        fetcher(config),
        Parser(now),
        languages,
        now,
        pace=pace,
        reader=reader,
        unread=unread,
    )
