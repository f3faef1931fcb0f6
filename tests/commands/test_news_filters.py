"""!source filtrer: shown on the last items before it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.filter_reading import read_filter, written
from commonsbot.domain.ids import SourceId
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.news_filters import NewsFilter
from commonsbot.texts import LANGUAGES

from .conftest import ANNE, CLAIRE, HELP_ROOM, Conversation
from .newsroom import publish, source


@pytest.mark.parametrize(
    ("typed", "filter"),
    [
        (
            "classe:prix,appels thème:ia -stage",
            NewsFilter(
                classes=frozenset({NewsClass.AWARD_RESULT, NewsClass.AWARD_CALL}),
                themes=("ia",),
                without=("stage",),
            ),
        ),
        (
            "Classes : prix, appels",
            NewsFilter(classes=frozenset({NewsClass.AWARD_RESULT, NewsClass.AWARD_CALL})),
        ),
        ("#IA -#rgpd", NewsFilter(themes=("ia",), without_themes=("rgpd",))),
        ("-classe:emploi", NewsFilter(without_classes=frozenset({NewsClass.JOB}))),
        ("« budget participatif »", NewsFilter(words=("budget participatif",))),
        ("sans “stage de survie”", NewsFilter(without=("stage de survie",))),
        ("mot:affiche", NewsFilter(words=("affiche",))),
        (
            "Classe prix, appels",
            NewsFilter(classes=frozenset({NewsClass.AWARD_RESULT, NewsClass.AWARD_CALL})),
        ),
        ("sans genre emplois", NewsFilter(without_classes=frozenset({NewsClass.JOB}))),
        ("classe verte", NewsFilter(words=("classe", "verte"))),
    ],
)
def test_a_filter_is_read_as_people_write(typed: str, filter: NewsFilter) -> None:
    read = read_filter(typed)
    assert (read.filter, read.unread) == (filter, ())
    for language in LANGUAGES:
        assert read_filter(written(filter, language)).filter == filter


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    read = read_filter(text)
    assert isinstance(read.filter, NewsFilter)


async def published(talk: Conversation) -> SourceId:
    cap = await source(talk)
    await publish(talk, cap, "Le palmarès du Grand Prix", "Dix lauréats.")
    await publish(talk, cap, "Offre de stage de six mois", "Gratification légale.")
    await publish(talk, cap, "Un pont", "En pierre.")
    return cap


async def test_what_the_last_items_would_have_become_is_shown_first(talk: Conversation) -> None:
    cap = await published(talk)
    said = await talk.say("!source filtrer 1 classe:prix,appels -stage", CLAIRE)
    assert "Filtrer « Cap'Com » : classe:prix,appels -stage" in said.replace("`", "")
    assert "Des 3 dernières actualités, voici celle qui aurait été publiée" in said
    assert said.index("Le palmarès") < said.index("Les 2 autres, écartées") < said.index("Un pont")
    assert (await talk.store.read.news_filters.get(HELP_ROOM, cap)).is_empty, "not yet"
    assert "C'est enregistré" in await talk.say("!oui", CLAIRE)
    kept = await talk.store.read.news_filters.get(HELP_ROOM, cap)
    assert written(kept) == "classe:prix,appels -stage"
    assert "filtre : classe:prix" in (await talk.say("!source filtrer 1", CLAIRE)).replace("`", "")
    assert "lit tout de « Cap'Com »" in await talk.say("!source filtrer 1 tout", CLAIRE)
    assert (await talk.store.read.news_filters.get(HELP_ROOM, cap)).is_empty


async def test_a_no_changes_nothing_and_members_filter_nothing(talk: Conversation) -> None:
    cap = await published(talk)
    await talk.say("!source filtrer 1 #ia", CLAIRE)
    assert "Rien n'est changé" in await talk.say("!non", CLAIRE)
    assert (await talk.store.read.news_filters.get(HELP_ROOM, cap)).is_empty
    assert "réservé aux modérateurs" in await talk.say("!source filtrer 1 #ia", ANNE)


async def test_all_the_sources_of_a_room_at_once(talk: Conversation) -> None:
    cap = await published(talk)
    await source(talk, "Gazette")
    said = await talk.say("!source filtrer toutes -classe:emplois", CLAIRE)
    assert "toutes les sources du salon" in said
    await talk.say("!oui", CLAIRE)
    filters = await talk.store.read.news_filters.of(HELP_ROOM, cap)
    assert [written(one) for one in filters] == ["-classe:emplois"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("!source filtrer 1 classe:palmarse", "vouliez-vous dire « prix »"),
        ("!source filtrer 1 classe:zèbre", "Les genres : prix, appels"),
        ("!source filtrer 1 auteur:anne", "Je ne connais pas « auteur : »"),
        ("!source filtrer 7 #ia", "ne suit pas de source n° 7"),
        ("!source filtrer 1 et", "ne filtre rien"),
        ("!source filtrer classe:prix", "voici celle"),
        ("!source filtrer 1 emploi", "« emploi » est cherché ici comme un mot. Pour le genre"),
        ("!source filtrer 1 #ia", "aucune n'aurait été publiée.\n\nToutes seraient écartées :"),
    ],
)
async def test_what_is_not_understood_is_never_guessed(
    talk: Conversation, typed: str, said: str
) -> None:
    await published(talk)
    assert said in await talk.say(typed, CLAIRE)


async def test_a_filter_may_be_chosen_before_anything_is_published(talk: Conversation) -> None:
    await source(talk)
    assert "Rien n'est encore paru" in await talk.say("!source filtrer 1 #ia", CLAIRE)
    assert "ne suit aucune source" in await talk.say("!source filtrer 1", CLAIRE, "!x:example.org")  # type: ignore[arg-type]
