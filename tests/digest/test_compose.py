"""How a letter reads: its first words, what it shows, what it leaves to its thread."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from commonsbot.digest.compose import HEAVIEST, compose
from commonsbot.digest.opening import opening
from commonsbot.domain.contents import Again, Contents, Reason, Tried
from commonsbot.domain.deadlines import Deadline
from commonsbot.domain.ids import NewsId, ResourceId, SourceId
from commonsbot.domain.markup import plain
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.permalinks import Permalinks
from commonsbot.domain.rendering import plain_of, weight
from commonsbot.domain.resources import Kind
from commonsbot.domain.trials import Outcome, Trial
from commonsbot.texts import Translator, Views
from tests.domain.test_choosing import resource

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
VIEWS = Views(Translator("fr"), Permalinks(), ZoneInfo("Europe/Paris"))
QUIET = Contents(until=MONDAY)


def news(id: int, class_: NewsClass = NewsClass.ARTICLE, deadline: date | None = None) -> NewsItem:
    return NewsItem(
        id=NewsId(id),
        source=SourceId(1),
        source_title="Le journal",
        title=f"Nouvelle {id}",
        link=f"https://example.org/{id}",
        summary="",
        published_at=None,
        seen_at=MONDAY,
        class_=class_,
        deadline=Deadline(deadline) if deadline else None,
    )


def tried(*outcomes: Outcome) -> Tried:
    trials = [
        Trial(id=n, resource=ResourceId(1), user=None, outcome=outcome, note=f"Mot {n}", at=MONDAY)
        for n, outcome in enumerate(outcomes)
    ]
    return Tried(resource=resource(1), trials=tuple(trials))


def read(contents: Contents) -> str:
    return plain_of(compose(VIEWS, contents).document).replace("\u00a0", " ")


AWARD = news(1, NewsClass.AWARD_RESULT)
FRESH = tuple(resource(n, f"auteur{n}") for n in range(1, 8))
GIVEN_UP, KEPT = tried(Outcome.ABANDONED, Outcome.ADOPTED), tried(Outcome.ADOPTED)


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        (replace(QUIET, news=(AWARD,), tried=(GIVEN_UP,)), "palmarès sont tombés"),
        (replace(QUIET, tried=(GIVEN_UP,), fresh=FRESH), "essayé, renoncé, et dit pourquoi"),
        (replace(QUIET, tried=(KEPT,), fresh=FRESH), "vient de servir ailleurs"),
        (replace(QUIET, fresh=FRESH, theme="budget participatif"), ": budget participatif."),
        (replace(QUIET, fresh=FRESH), "Vous avez beaucoup partagé"),
        (replace(QUIET, fresh=FRESH[:3]), "plusieurs maisons"),
        (replace(QUIET, fresh=FRESH[:1]), "Une seule nouveauté"),
        (replace(QUIET, fresh=FRESH[:2]), "Quelques trouvailles"),
        (replace(QUIET, questions=FRESH[:1], news=(news(2),)), "quelqu'un attend une réponse"),
        (replace(QUIET, news=(news(2),)), "de la lecture venue d'ailleurs"),
        (replace(QUIET, picked=FRESH[:1]), "Peu de choses cette semaine, mais choisies"),
        (replace(QUIET, fresh=FRESH, questions=FRESH[:1]), "Et une question attend toujours"),
    ],
)
def test_the_first_words_are_those_of_the_week(contents: Contents, said: str) -> None:
    assert said in plain(opening(VIEWS.texts, contents)).replace("\u00a0", " ")


def test_two_weeks_in_a_row_do_not_open_alike() -> None:
    this = replace(QUIET, fresh=FRESH)
    other = replace(this, until=MONDAY + timedelta(days=7))
    assert opening(VIEWS.texts, this) != opening(VIEWS.texts, other)


def test_awards_come_before_other_news_and_every_class_is_named() -> None:
    others = [c for c in NewsClass if c is not NewsClass.AWARD_RESULT]
    listed = (AWARD, *(news(n, class_) for n, class_ in enumerate(others, 2)))
    letter = read(replace(QUIET, news=listed))
    assert letter.index("Palmarès") < letter.index("À lire ailleurs")
    for kind in ("appel", "rendez-vous", "formation", "on recrute"):
        assert f"{kind} · Le journal" in letter


def test_a_failure_is_told_even_beside_many_successes() -> None:
    outcomes = [Outcome.ADOPTED, Outcome.ADAPTED, Outcome.ADAPTED, Outcome.ABANDONED]
    letter = read(replace(QUIET, tried=(tried(Outcome.ADOPTED, *outcomes),)))
    assert letter.count("« Mot") == 2
    assert "Abandonné" in read(replace(QUIET, tried=(tried(*outcomes[:1], *outcomes[3:]),)))


def test_dates_are_said_the_soonest_first_and_pressing_ones_at_the_head() -> None:
    soon = news(1, NewsClass.AWARD_CALL, date(2026, 11, 27))
    later = news(2, NewsClass.TRAINING, date(2026, 12, 1))
    letter = read(replace(QUIET, deadlines=(soon, later)))
    assert "Et une date à ne pas laisser passer." in letter.split("\n\n")[1]
    assert letter.index("vendredi 27 novembre · Le journal") < letter.index("mardi 1er décembre")
    assert not replace(QUIET, deadlines=(soon,)).empty
    assert replace(QUIET, deadlines=(later,)).empty


def test_an_older_card_alone_is_not_worth_a_letter() -> None:
    again = Again(resource=resource(1), reason=Reason.SEASON)
    assert replace(QUIET, again=again).empty
    assert "À redécouvrir" in read(replace(QUIET, fresh=FRESH[:1], again=again))


def test_the_footprint_is_the_weight_of_what_is_sent() -> None:
    for count in (1, 5, 7):
        letter = compose(VIEWS, replace(QUIET, fresh=FRESH[:count]))
        weighs = weight(letter.document) + (weight(letter.details) if letter.details else 0)
        assert f"{-(-weighs // 1000)} ko" in plain_of(letter.document).replace("\u00a0", " ")
        assert ("deux messages" in plain_of(letter.document)) == bool(letter.details)


def test_one_thing_too_many_stays_in_the_letter_and_two_go_into_the_thread() -> None:
    assert compose(VIEWS, replace(QUIET, fresh=FRESH[:6])).details == ()
    details = plain_of(compose(VIEWS, replace(QUIET, fresh=FRESH)).details)
    assert "Fiche 6" in details and "Fiche 7" in details and "Fiche 5" not in details


def test_the_longest_things_still_fit_a_message() -> None:
    long = [
        resource(n, title="漢" * 160, text="語" * 4000, links=("https://e.org/" + "x" * 900,))
        for n in range(1, 21)
    ]
    items = tuple(
        replace(
            news(n, list(NewsClass)[n % 6]), title="漢" * 250, link="https://e.org/" + "y" * 480
        )
        for n in range(40)
    )
    asked = tuple(replace(one, kind=Kind.QUESTION) for one in long[:3])
    contents = replace(
        QUIET, picked=tuple(long[:9]), fresh=tuple(long), questions=asked, news=items
    )
    letter = compose(VIEWS, contents)
    assert weight(letter.document) <= HEAVIEST
    assert weight(letter.details) <= HEAVIEST
