"""Words looked for in titles, as moderators and operators write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.word_patterns import PatternError, Words, read_pattern

SETS = {"prix": ["grand? prix", "trophée"], "nombre": ["9", "deux/trois"]}


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("trophée", "Les TROPHÉES de l'innovation", "trophees"),
        ("municipal", "Bulletins municipaux", "municipaux"),
        ("prix", "Un appel sans prime", ""),
        ("lauréat*", "Nos lauréat·es sont connues", "laureat"),
        ("appel à projets", "L’appel à projets est lancé", "appel a projets"),
        ("appel d'offres", "Appel d’offres : un guide", "appel d offres"),
        ("chargé·e de", "Chargé·e de communication", "charge e de"),
        ("remport* … prix", "Lille remporte enfin un beau prix", "remporte enfin un beau prix"),
        ("remport* … prix", "Lille remporte. Le prix de l'eau", ""),
        ("remport* … prix", "remporte un deux trois quatre cinq six prix", ""),
        ("<prix> de", "Le grand prix de la presse", "grand prix de"),
        ("<nombre> étoiles", "Trois étoiles", "trois etoiles"),
        ("<nombre> étoiles", "12 étoiles", "12 etoiles"),
        ("^ formation", "Formation continue", "formation"),
        ("^ formation", "Sous-titrer ses vidéos : formation express", "formation"),
        ("^ formation", "La formation des élus", ""),
        ("palmarès $", "Le palmarès", "palmares"),
        ("palmarès $", "Le palmarès 2026", ""),
        ("cap-com tour", "Le Cap'Com Tour à Metz", "cap com tour"),
        ("=primé", "Le journal est primé", "prime"),
        ("=primé", "Les journaux primés", "primes"),
        ("=primé", "La prime des agents", ""),
        ("=primé", "Les primes des agents", ""),
        ("=primé", "TROIS JOURNAUX PRIMES", "primes"),
        ("=primé", "TROIS JOURNAUX PRIMÉS", "primes"),
        ("=primé", "Un journal prime\u0301", "prime"),
        ("=prime", "La prime des agents", "prime"),
        ("=prime", "Le journal est primé", ""),
        ("=prime", "LA PRIME DES AGENTS", "prime"),
        ("=récompensé* par", "Récompensées par le jury", "recompensees par"),
        ("=récompensé* par", "Une récompense par habitant", ""),
        ("est =nommé", "Elle est Nommé", "est nomme"),
        ("=étudié", "Etudié par le jury", "etudie"),
        ("=étudié", "Il étudie", ""),
        ("=*é par", "Il est félicité par ses pairs", "felicite par"),
        ("=*é par", "Il félicite par courrier", ""),
        ("=*ez", "Votez pour nous", "votez"),
        ("=à/=dès lundi", "Dès lundi", "des lundi"),
        ("=à/=dès lundi", "Des lundis", ""),
        ("=à lundi", "Il a lundi libre", ""),
        ("=chargé·e de", "Une chargé·e de mission", "charge e de"),
        ("=chargé·e de", "La charge e de mission", ""),
        ("=étoile", "Etoile d'or", "etoile"),
    ],
)
def test_a_pattern_finds_what_it_says(pattern: str, text: str, found: str) -> None:
    assert read_pattern(pattern, SETS).find(Words.of(text)) == found


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("(prix", "(prix"),
        ("prix/", "prix/"),
        ("=<prix>", "=<prix>"),
        ("=", "="),
        ("<inconnu> de", "<inconnu>"),
        ("9", "9"),
        ("…", "…"),
        ("prix?", "prix?"),
        ("a" * 2000, "a" * 1000),
    ],
)
def test_what_can_not_be_looked_for_is_named(pattern: str, part: str) -> None:
    with pytest.raises(PatternError) as caught:
        read_pattern(pattern, SETS)
    assert caught.value.part == part


def test_a_set_that_names_itself_is_refused() -> None:
    with pytest.raises(PatternError):
        read_pattern("<a>", {"a": ["mot <b>"], "b": ["<a>"]})


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_is_read_and_any_pattern_read_or_refused(text: str, written: str) -> None:
    words = Words.of(text)
    assert read_pattern("prix … <prix>", SETS).find(words) in ("", *_rows(words.line))
    try:
        found = read_pattern(written, SETS).find(words)
    except PatternError:
        return
    assert not found or all(word in words.line for word in found.split())


def _rows(line: str) -> set[str]:
    """Every run of words of a line, without the marks between them."""
    words = [word for word in line.split() if word not in ("|", ":")]
    return {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, a + 12)}


@given(st.text(min_size=1, max_size=40, alphabet=st.characters(categories=["L", "N"])))
def test_a_word_is_found_whatever_its_letters(word: str) -> None:
    try:
        pattern = read_pattern(word)
    except PatternError:
        return
    assert pattern.find(Words.of(f"avant {word} après"))
