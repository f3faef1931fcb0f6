"""Words that stand for one another."""

from commonsbot.config.synonyms import general_groups
from commonsbot.search.synonyms import NEAR, SAME, Group, Synonyms


def phrases(synonyms: Synonyms, *words: str) -> set[str]:
    return {" ".join(one.phrase) for one in synonyms.substitutes(words)}


def test_an_acronym_and_what_it_spells_stand_for_one_another() -> None:
    synonyms = Synonyms.of([Group(("RS", "réseaux sociaux"))])
    assert phrases(synonyms, "rs") == {"reseaux sociaux"}
    assert phrases(synonyms, "reseau", "social", "mairie") == {"rs"}


def test_words_that_are_only_near_are_worth_less() -> None:
    groups = [Group(("vidéo", "film")), Group(("vidéo", "tournage"), NEAR)]
    found = Synonyms.of(groups).substitutes(["videos"])
    assert {one.phrase: one.worth for one in found} == {("film",): SAME, ("tournage",): NEAR}


def test_a_substitute_says_which_words_it_stands_for() -> None:
    (found,) = Synonyms.of([Group(("compte rendu", "PV"))]).substitutes(["le", "compte", "rendu"])
    assert (found.start, found.size, found.phrase) == (1, 2, ("pv",))


def test_a_phrase_of_little_words_alone_is_still_a_phrase() -> None:
    assert phrases(Synonyms.of([Group(("c'est quoi", "définition"))]), "definition")


def test_every_line_of_the_general_list_joins_something() -> None:
    for group in general_groups():
        assert len(Synonyms.of([group]).table) > 1, group.phrases
    assert phrases(Synonyms.of(general_groups()), "falc") >= {"facile lire comprendre"}
