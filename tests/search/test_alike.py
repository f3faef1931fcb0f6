"""Documents that say nearly the same are shown once."""

from commonsbot.search.alike import folded

TEXT = "abcdefghijklmnopqrstuvwxyz"


def test_what_shares_nearly_all_its_words_is_folded_under_the_first() -> None:
    titles = ("Vœux en vidéo sobre", "Nos vœux en vidéo, très sobres", "Plan de crise")
    documents = [(titles[0], TEXT), (titles[1], TEXT + "!"), (titles[2], TEXT)]
    assert folded(documents) == [0, 0, 2]


def test_another_year_is_another_document() -> None:
    assert folded([("Recensement 2024", TEXT), ("Recensement 2025", TEXT)]) == [0, 1]


def test_short_documents_that_differ_stay_apart() -> None:
    assert folded([("Affiche bleue", ""), ("Affiche rouge", ""), ("", ""), ("", "")]) == [
        0,
        1,
        2,
        3,
    ]
