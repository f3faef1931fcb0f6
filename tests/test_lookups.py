"""What is asked of the network before a message is handled."""

import asyncio
from dataclasses import dataclass, field

import pytest

from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.messages import Said
from commonsbot.errors import FetchError, RefusedError, TokenGoneError, UnreachableError
from commonsbot.lookups import PATIENCE, REST, Lookups, Title

LINK = "https://example.org/a"


@dataclass
class Way:
    """One way to learn a title; `asked` are the links."""

    title: str = ""
    error: Exception | None = None
    slow: bool = False
    asked: list[str] = field(default_factory=list)

    async def __call__(self, link: str) -> str:
        self.asked.append(link)
        if self.slow:
            await asyncio.sleep(PATIENCE * 10)
        if self.error:
            raise self.error
        return self.title


@dataclass
class Clock:
    time: float = 0.0

    def __call__(self) -> float:
        return self.time


async def nothing(room: RoomId, event: EventId) -> Said | None:
    return None


def lookups(
    *openly: Title, discreetly: tuple[Title, ...] = (), clock: Clock | None = None
) -> Lookups:
    return Lookups(nothing, openly=openly, discreetly=discreetly, clock=clock or Clock())


async def test_the_homeserver_is_asked_first_then_the_page() -> None:
    server, page = Way("Du serveur"), Way("De la page")
    assert await lookups(server, page).title(LINK, encrypted=False) == "Du serveur"
    assert page.asked == []
    server.title = ""
    assert await lookups(server, page).title(LINK, encrypted=False) == "De la page"


@pytest.mark.parametrize("error", [RefusedError("no"), UnreachableError("no"), FetchError("no")])
async def test_a_way_that_fails_leaves_it_to_the_next(error: Exception) -> None:
    asked = lookups(Way(error=error), Way("De la page"))
    assert await asked.title(LINK, encrypted=False) == "De la page"


async def test_the_homeserver_does_not_learn_the_links_of_encrypted_rooms() -> None:
    server, page = Way("Du serveur"), Way("De la page")
    asked = lookups(server, page, discreetly=(page,))
    assert await asked.title(LINK, encrypted=True) == "De la page"
    assert server.asked == []


async def test_nothing_is_asked_without_a_link() -> None:
    way = Way("x")
    assert await lookups(way).title("", encrypted=False) == ""
    assert way.asked == []


async def test_after_a_page_that_is_too_slow_none_is_asked_for_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("commonsbot.lookups.PATIENCE", 0.02)
    slow, clock = Way("x", slow=True), Clock()
    asked = lookups(slow, clock=clock)
    assert await asked.title(LINK, encrypted=False) == ""
    assert await asked.title(LINK, encrypted=False) == ""
    assert len(slow.asked) == 1
    clock.time += REST
    slow.slow = False
    assert await asked.title(LINK, encrypted=False) == "x"


async def test_a_lost_token_is_not_taken_for_a_missing_title() -> None:
    with pytest.raises(TokenGoneError):
        await lookups(Way(error=TokenGoneError("gone"))).title(LINK, encrypted=False)
