"""What a member writes after `!partager`."""

from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.resources import TITLE_LIMIT, Kind
from commonsbot.domain.sharing import find_links, find_themes, read_share


def test_the_first_line_is_the_title_the_next_ones_the_text() -> None:
    draft = read_share("Charte IA #ia #charte\nDeux pages.\nModifiables.")
    assert (draft.title, draft.text) == ("Charte IA", "Deux pages.\nModifiables.")
    assert draft.themes == ("ia", "charte")


def test_a_theme_in_a_sentence_stays_a_word() -> None:
    assert read_share("Une #charte pour tous").title == "Une #charte pour tous"
    assert read_share("#ia").title == "ia"


def test_links_are_found_without_the_punctuation_around_them() -> None:
    text = "Voir https://ex.org/a, (https://ex.org/b_(c)) et <https://ex.org/d>."
    assert find_links(text) == ("https://ex.org/a", "https://ex.org/b_(c)", "https://ex.org/d")


def test_a_link_alone_is_a_reference_named_by_its_address() -> None:
    draft = read_share("https://www.example.org/guide/")
    assert (draft.title, draft.kind) == ("example.org/guide", Kind.REFERENCE)


def test_a_link_in_the_title_is_kept_beside_it() -> None:
    draft = read_share("Guide FALC : https://example.org/falc")
    assert (draft.title, draft.links) == ("Guide FALC", ("https://example.org/falc",))


def test_numbers_and_anchors_are_no_themes() -> None:
    assert find_themes("#42 https://ex.org/#ancre a#b #Été_2026") == ("été_2026",)


@given(st.text(min_size=1))
def test_nothing_a_member_wrote_is_lost(content: str) -> None:
    draft = read_share(content)
    assert len(draft.title) <= max(TITLE_LIMIT, 1)
    kept = " ".join([draft.title, draft.text, *draft.links, *draft.themes]).casefold()
    for word in content.split():
        core = word.strip("#.,;:!?…*_-–—()[]<>\"'").casefold()
        if core.isalnum() and core.isascii():
            assert core in kept
