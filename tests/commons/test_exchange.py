"""What leaves the commons comes back the same, in every format."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonsbot.commons.exchange import FORMATS, Fault, Item
from commonsbot.commons.exchange.public import published
from commonsbot.domain.audiences import Audience
from commonsbot.domain.experiences import Section
from commonsbot.domain.facets import Body, Budget, Channel, Population
from commonsbot.domain.files import File
from commonsbot.domain.licences import Licence
from commonsbot.domain.records import Gone, Record, Revised, Thanked, Whole
from commonsbot.domain.resources import TITLE_LIMIT, Kind, Status

NOW = datetime(2026, 11, 26, 12, 0, 0, 123_000, tzinfo=UTC)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
ids = st.none() | words.filter(bool)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000)
)
titles = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=TITLE_LIMIT).filter(
    lambda title: bool(title.strip()) and "\n" not in title
)
links = st.lists(words.map(lambda end: "https://example.org/" + "".join(end.split())), max_size=3)
themes = st.lists(st.text("abcé-", min_size=1, max_size=8), max_size=3, unique=True)
files = st.builds(
    File,
    uri=st.just("mxc://example.org/a"),
    name=words,
    size=st.none() | st.integers(0, 2**40),
    encrypted=st.booleans(),
    alt=words,
)
records = st.builds(
    Record,
    title=titles,
    number=st.integers(1, 10**6),
    text=words,
    links=links.map(tuple),
    themes=themes.map(tuple),
    kind=st.sampled_from(Kind),
    licence=st.sampled_from(Licence),
    audience=st.sampled_from(Audience),
    author=ids,
    signed=ids,
    room=ids,
    event=ids,
    made_by=ids,
    origin=ids,
    created_at=st.none() | moments,
    updated_at=st.none() | moments,
    consent_at=st.none() | moments,
    body=st.none() | st.sampled_from(Body),
    population=st.none() | st.sampled_from(Population).map(lambda band: band.name.lower()),
    budget=st.none() | st.sampled_from(Budget).map(lambda band: band.name.lower()),
    channel=st.none() | st.sampled_from(Channel),
    sections=st.dictionaries(st.sampled_from(Section), words.filter(bool), max_size=3),
    files=st.lists(files, max_size=2).map(tuple),
    merged_into=st.none() | st.integers(1, 99),
)


def there_and_back(name: str, items: list[Whole | Gone]) -> list[Item]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "commons"
        with FORMATS[name].write(path) as add:
            for item in items:
                add(item)
        return list(FORMATS[name].read(path))


@pytest.mark.parametrize("name", FORMATS)
@given(record=records)
@settings(deadline=None)
def test_a_resource_comes_back_as_it_left(name: str, record: Record) -> None:
    (back,) = there_and_back(name, [Whole(record)])
    assert back == Whole(record)


def test_json_lines_hold_what_belongs_to_a_resource_and_what_was_taken_back() -> None:
    record = Record(title="T", number=1)
    revised = Revised(revision=1, draft=record.draft, at=NOW, editor="@a:example.org")
    whole = Whole(record, (revised, Thanked(user="@b:example.org", at=NOW)))
    gone = Gone(number=2, status=Status.WITHDRAWN, at=NOW, event="$e")
    assert there_and_back("jsonl", [whole, gone, whole]) == [whole, gone, whole]


def faults(name: str, content: str) -> Iterator[Fault]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / ("x.md" if name == "markdown" else "commons")
        path.write_text(content)
        source = Path(folder) if name == "markdown" else path
        for item in FORMATS[name].read(source):
            if isinstance(item, Fault):
                yield replace(item, place=item.place.rpartition("/")[2])


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('{"type":"resource"}', "import-missing"),
        ('{"type":"resource","title":"T","tilte":"x"}', "import-unknown"),
        ('{"type":"resource","title":3}', "import-bad-value"),
        ('{"type":"resource","title":"a\\nb"}', "import-bad-title"),
        ('{"type":"resource","title":"T","number":-1}', "import-bad-number"),
        ('{"type":"resource","title":"T","budget":"huge"}', "import-bad-choice"),
        ('{"type":"resource","title":"T","licence":"mine"}', "import-bad-value"),
        ('{"type":"what"}', "import-bad-value"),
        ("{", "import-unreadable"),
        ('{"type":"thanks","user":"@a:b","at":"2026-01-01T00:00:00Z"}', "import-orphan"),
    ],
)
def test_a_bad_line_is_told_and_the_others_taken(line: str, sentence: str) -> None:
    good = '{"type":"resource","title":"Bonne"}'
    (fault,) = faults("jsonl", f"{line}\n{good}\n")
    assert (fault.place, fault.sentence) == ("commons:1", sentence)


def test_a_file_without_facts_and_a_row_too_long_are_told() -> None:
    (fault,) = faults("markdown", "# Titre\n")
    assert fault.sentence == "import-no-front"
    (fault,) = faults("csv", "title;text\na;b;c\nd;e\n")
    assert fault.sentence == "import-row-long"


def test_a_spreadsheet_finds_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "commons.csv"
    with FORMATS["csv"].write(path) as add:
        add(Whole(Record(title="=HYPERLINK(1)", text="-2+3", author="@a:example.org")))
    cells = path.read_text().splitlines()[1].split(";")
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_public_part_says_nothing_of_rooms_and_people_who_thanked() -> None:
    record = Record(title="T", number=1, room="!r", event="$e", author="@a:example.org")
    left = published(Whole(record, (Thanked(user="@b:example.org", at=NOW),)))
    assert left == Whole(msgspec.structs.replace(record, room=None, event=None))
    assert published(Whole(msgspec.structs.replace(record, status=Status.PENDING))) is None


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_that_fails_leaves_nothing_and_the_next_one_is_whole(
    name: str, tmp_path: Path
) -> None:
    path, whole = tmp_path / "commons", Whole(Record(title="Vœux", text=""))
    with suppress(OSError), FORMATS[name].write(path) as add:
        add(whole)
        raise OSError
    assert list(tmp_path.iterdir()) == []
    (tmp_path / ".commons.new").touch()  # left by one that was killed
    with FORMATS[name].write(path) as add:
        add(whole)
    assert list(tmp_path.iterdir()) == [path]
