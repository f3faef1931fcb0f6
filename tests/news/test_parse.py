"""Every sample is read or refused with a reason; nothing hangs and nothing dies."""

import asyncio
import signal
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from commonsbot.domain.news import Entry
from commonsbot.errors import FetchError
from commonsbot.news.feed import ENTRIES, Feed
from commonsbot.news.parse import COMMAND, Parser

from .conftest import DATA, Clock, sample

URL = "https://www.reseau-comexemple.example.org/rss.xml"

REFUSED = {
    "22_subscriptions.opml": "feed-unknown",
    "23_autodiscovery.html": "feed-unknown",
    "27f_html_200.xml": "feed-unknown",
    "27g_zero_bytes.xml": "feed-empty",
}
COUNTS = {
    "01": 25, "02": 12, "03": 12, "04": 12, "05": 8, "06": 10, "07": 8, "08": 16, "09": 7,
    "13": 6, "14": 10, "15": 10, "16a": 8, "16b": 8, "18": 6, "19": 8, "20_": 3, "20b": 1,
    "21": 0, "26": 1, "27a": 1, "27b": 13, "27c": 25, "27d": 25, "27e": 25, "28": 13, "29": 1,
}  # fmt: skip


async def read(parser: Parser, body: bytes, content_type: str = "") -> Feed:
    return await parser.parse(body, url=URL, content_type=content_type)


async def reason(parser: Parser, body: bytes, content_type: str = "") -> str:
    with pytest.raises(FetchError) as caught:
        await read(parser, body, content_type)
    return caught.value.reason


async def titles(parser: Parser, body: bytes, content_type: str = "") -> list[str]:
    return [entry.title for entry in (await read(parser, body, content_type)).entries]


async def test_every_sample_is_read_or_refused_with_a_reason(parser: Parser) -> None:
    for path in sorted((DATA / "samples").iterdir()):
        try:
            feed = await read(parser, path.read_bytes())
        except FetchError as error:
            assert REFUSED.get(path.name) == error.reason, path.name
        else:
            assert path.name not in REFUSED
            wanted = [n for start, n in COUNTS.items() if path.name.startswith(start)]
            assert not wanted or wanted == [len(feed.entries)], path.name


async def test_declarations_of_entities_are_refused_however_encoded(parser: Parser) -> None:
    allowed = ("dangerous_links.xml", "external_dtd.xml", "long_date_digits.xml")
    for path in sorted((DATA / "hostile").iterdir()):
        if path.name not in allowed:
            assert await reason(parser, path.read_bytes()) == "feed-entities", path.name
    blowup = (DATA / "hostile" / "quadratic_blowup_small.xml").read_text()
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"):
        assert await reason(parser, blowup.encode(encoding)) == "feed-entities"
    for encoding in ("utf-7", "cp500"):
        await reason(parser, blowup.encode(encoding))


async def test_a_document_type_that_only_names_a_dtd_is_read(parser: Parser) -> None:
    assert await titles(parser, (DATA / "hostile" / "external_dtd.xml").read_bytes()) == ["x"]


def rss(items: str, head: str = "") -> bytes:
    return f'<rss version="2.0"><channel><title>t</title>{head}{items}</channel></rss>'.encode()


HOSTILE = {
    "deep nesting": rss("<item><title>x</title>" + "<a>" * 50_000 + "</a>" * 50_000 + "</item>"),
    "many items": rss("<item><title>x</title></item>" * 60_000),
    "many attributes": rss("<item " + " ".join(f'a{n}="1"' for n in range(50_000)) + "/>"),
    "many categories": rss("<item>" + "<category>c</category>" * 50_000 + "</item>"),
    "huge title": rss(f"<item><title>{'titre ' * 300_000}</title><guid>1</guid></item>"),
    "many comments": b"<rss><channel><title>x & y</title>" + b"<!-" * 50_000,
    "many instructions": b"<rss><channel><title>x & y</title>" + b"<?" * 60_000,
    "many tags": b"<rss><channel><title>&bad</title><item><title>" + b"<a " * 40_000,
    "many quotes": b"<rss><channel><item><a " + b'b="c"x' * 20_000,
    "many ampersands": b"<rss><channel><title>" + b"&" * 200_000,
    "open cdata": b"<rss><channel><item><title><![CDATA[" + b"a<b " * 50_000,
    "declaration": b"<?xml " + b'encoding="' * 50_000,
    "doctypes": b"<?xml version='1.0'?>" + b"<!ENTITY" * 40_000,
    "comments in a description": rss(
        f"<item><title>x</title><description>{'&lt;!--' * 100_000}</description></item>"
    ),
    "scripts in a title": rss(f"<item><title>{'&lt;script&gt;' * 50_000}</title></item>"),
    "long date": rss(f"<item><title>x</title><pubDate>{'9' * 200_000}</pubDate></item>"),
    "blank date": rss(f"<item><title>x</title><pubDate>{' ' * 200_000}x</pubDate></item>"),
    "deep json": b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000,
    "other json": b'{"hello": 1}',
    "punycode": b'<?xml version="1.0" encoding="punycode"?><rss>\xff</rss>',
    "undefined": b'<?xml version="1.0" encoding="undefined"?><rss>\xff</rss>',
    "nothing": b"\0" * 1000,
    "a file name": b"/etc/passwd",
    "an address": b"http://127.0.0.1/",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
async def test_hostile_bodies_are_read_or_refused_in_time(body: bytes, parser: Parser) -> None:
    try:
        feed = await read(parser, body, "text/xml; charset=undefined")
    except FetchError as error:
        assert error.reason.startswith("feed-")
        assert error.detail != "time"
    else:
        assert all(len(entry.title) <= 250 for entry in feed.entries)


async def test_entries_are_limited(parser: Parser) -> None:
    many = "".join(
        f"<item><guid>{n}</guid><title>n{n}</title></item>" for n in range(ENTRIES + 100)
    )
    assert len((await read(parser, rss(many))).entries) == ENTRIES


@pytest.mark.parametrize("name", ["12a", "12b", "12c", "12d", "12e", "12f"])
@pytest.mark.parametrize("header", ["", "text/xml; charset=windows-1252", "text/xml; charset=x"])
async def test_accents_survive_whatever_is_declared(name: str, header: str, parser: Parser) -> None:
    (title,) = await titles(parser, sample(name), header)
    assert title.startswith("Prix « Plume d")
    assert "palmarès" in title


async def test_titles_are_plain_words(parser: Parser) -> None:
    for name in ("04", "26", "28"):
        for title in await titles(parser, sample(name)):
            assert not set(title) & set("\u200b\u202e\ufeff\n\t")
            assert "&eacute;" not in title
            assert len(title) <= 250
    assert "Lauréats : « Plume d’or » €" in await titles(parser, sample("26"))


async def test_markup_goes_and_entities_are_decoded_once(parser: Parser) -> None:
    given = "&lt;b&gt;R&amp;amp;D&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt; a &lt; b"
    assert await titles(parser, rss(f"<item><title>{given}</title></item>")) == ["R&D a < b"]


async def test_a_title_declared_plain_keeps_its_brackets(parser: Parser) -> None:
    atom = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>1</id>'
        b'<title type="text">La balise &lt;main&gt;</title></entry></feed>'
    )
    assert await titles(parser, atom) == ["La balise <main>"]


async def test_only_believable_dates_are_kept(parser: Parser) -> None:
    entries = (await read(parser, sample("08"))).entries
    dated = {entry.id: entry.published_at for entry in entries if entry.published_at}
    assert set(dated) == {"date-4", "date-5", "date-6", "date-8", "date-13"}
    assert dated["date-4"] == datetime(2026, 9, 21, 7, tzinfo=UTC)


async def test_links_are_absolute_and_safe(parser: Parser) -> None:
    relative = [entry.link for entry in (await read(parser, sample("05"))).entries]
    assert relative[0] == "https://www.reseau-comexemple.example.org/actualites/un"
    assert relative[4] == "https://www.reseau-comexemple.example.org/cinq"
    dangerous = (DATA / "hostile" / "dangerous_links.xml").read_bytes()
    links = {entry.id: entry.link for entry in (await read(parser, dangerous)).entries}
    for number in (*range(10), 15, 17, 20, 21, 22, 24):
        assert links[f"dl-{number}"] == "", number
    assert all(link.startswith(("http://", "https://")) for link in links.values() if link)


async def test_a_summary_is_the_words_of_the_article(parser: Parser) -> None:
    first = (await read(parser, sample("01"))).entries[0]
    assert first.summary.startswith("Affiches lisibles, relais dans les cantines")
    assert first.summary.endswith("six semaines de campagne de proximité.")


async def test_a_json_feed_is_read_by_ourselves(parser: Parser) -> None:
    first = (await read(parser, sample("19"))).entries[0]
    assert first == Entry(
        id="j-0",
        title="Budget participatif : comment Sainte-Aubine a doublé le nombre de votants",
        link="https://json.example.org/budget-participatif-sainte-aubine",
        summary="Affiches lisibles, relais dans les cantines et vote par SMS : la ville de"
        " Sainte-Aubine revient sur six semaines de campagne de proximité.",
        published_at=datetime(2026, 9, 21, 7, tzinfo=UTC),
    )


async def test_one_process_serves_a_round_and_ends_with_it(parser: Parser) -> None:
    await read(parser, sample("01"))
    child = parser._child
    assert child
    await read(parser, sample("03"))
    assert parser._child is child
    await parser.close()
    assert child.returncode == -signal.SIGKILL
    assert await titles(parser, sample("18"))


async def test_a_process_that_dies_costs_one_feed(parser: Parser) -> None:
    await read(parser, sample("01"))
    assert parser._child
    parser._child.kill()
    await parser._child.wait()
    assert await reason(parser, sample("01")) == "feed-malformed"
    assert len(await titles(parser, sample("01"))) == 25


async def test_a_process_that_takes_too_long_is_killed(clock: Clock) -> None:
    stuck = (sys.executable, "-c", "import sys; sys.stdin.read()")
    parser = Parser(clock, seconds=0.2, command=stuck)
    assert await reason(parser, sample("01")) == "feed-oversized"
    assert parser._child is None


async def test_a_cancelled_question_leaves_no_answer_behind(clock: Clock) -> None:
    parser = Parser(clock)
    await read(parser, sample("01"))
    asking = asyncio.create_task(read(parser, sample("01")))
    await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert len(await titles(parser, sample("03"))) == 12
    await parser.close()


def test_feedparser_stays_out_of_the_bot() -> None:
    code = "import sys, commonsbot.news.poll; sys.exit('feedparser' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
    assert COMMAND[-1] == "commonsbot.news.parser_process"


def test_the_process_is_short_of_memory() -> None:
    code = (
        "from commonsbot.news import parser_process as p; p.serve = lambda *_: bytearray(2**30);"
        "p.main()"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"MemoryError" in ended.stderr
