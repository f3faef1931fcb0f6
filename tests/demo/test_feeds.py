import aiohttp
import feedparser
import pytest

from commonsbot.demo.feeds import FeedServer

LINK = "https://www.example.org/a?b=1&c=2"


async def test_the_samples_are_served_as_feeds() -> None:
    async with FeedServer() as feeds, aiohttp.ClientSession() as session:
        assert feeds.names == ["actualites", "palmares"]
        for name in feeds.names:
            async with session.get(feeds.url(name)) as response:
                feed = feedparser.parse(await response.read())
            assert not feed.bozo
            assert len(feed.entries) == 8


@pytest.mark.parametrize(
    ("header", "condition"), [("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")]
)
async def test_an_unchanged_feed_is_not_sent_again(header: str, condition: str) -> None:
    async with FeedServer() as feeds, aiohttp.ClientSession() as session:
        url = feeds.url("actualites")
        async with session.get(url) as first:
            mark = first.headers[header]
        async with session.get(url, headers={condition: mark}) as second:
            assert second.status == 304
            assert await second.read() == b""
        assert feeds.answers == {("actualites", 200): 1, ("actualites", 304): 1}


async def test_a_published_item_comes_first_and_changes_the_etag() -> None:
    async with FeedServer() as feeds, aiohttp.ClientSession() as session:
        url = feeds.url("actualites")
        async with session.get(url) as before:
            mark = before.headers["ETag"]
        feeds.publish("actualites", "Vœux & <réunions>", LINK, "<p>Un résumé</p>")
        async with session.get(url, headers={"If-None-Match": mark}) as after:
            feed = feedparser.parse(await after.read())
        newest = feed.entries[0]
        assert not feed.bozo
        assert newest.title == "Vœux & <réunions>"
        assert newest.link == newest.id == LINK
        assert len(feed.entries) == 9


async def test_an_unknown_feed_has_no_address() -> None:
    async with FeedServer() as feeds, aiohttp.ClientSession() as session:
        with pytest.raises(KeyError):
            feeds.url("inconnu")
        async with session.get(f"http://127.0.0.1:{feeds.port}/inconnu.xml") as response:
            assert response.status == 404
