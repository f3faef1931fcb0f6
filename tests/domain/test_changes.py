"""What a member writes after `!modifier 42`, and what it makes of a resource."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.audiences import Audience
from commonsbot.domain.change_reading import read_change
from commonsbot.domain.changes import Change, apply, between
from commonsbot.domain.experiences import Section
from commonsbot.domain.facets import Population
from commonsbot.domain.files import File
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Draft, Kind
from commonsbot.errors import UserError

OLD, NEW = "https://example.org/ancien", "https://example.org/nouveau"
DRAFT = Draft(
    title="Guide RGAA",
    text=f"À lire : {OLD}",
    links=(OLD,),
    themes=("web",),
    kind=Kind.TIP,
    licence=Licence.NETWORK,
    audience=Audience.NETWORK,
)


def edited(said: str, draft: Draft = DRAFT) -> Draft:
    return apply(read_change(said), draft)


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("titre: Nouveau titre", Change(title="Nouveau titre")),
        ("Titre : Nouveau titre", Change(title="Nouveau titre")),
        ("title: New title", Change(title="New title")),
        ("titre Nouveau titre", Change(title="Nouveau titre")),
        ("Titre Nouveau titre", Change(title="Nouveau titre")),
        ("Titre restaurant, mode d'emploi", Change(title="Titre restaurant, mode d'emploi")),
        ("type modele", Change(kind=Kind.TEMPLATE)),
        ("Licence cc by", Change(licence=Licence.CC_BY)),
        ("Visible tard le soir", Change(title="Visible tard le soir")),
        ("Nouveau titre", Change(title="Nouveau titre")),
        (": titre: Nouveau titre", Change(title="Nouveau titre")),
        ("#ia -#web", Change(more_themes=("ia",), less_themes=("web",))),
        ("+#ia, −#web", Change(more_themes=("ia",), less_themes=("web",))),
        ("sans #web", Change(less_themes=("web",))),
        ("Ajouter #ia retirer #web", Change(more_themes=("ia",), less_themes=("web",))),
        (
            "titre: Guide #ia -#web",
            Change(title="Guide", more_themes=("ia",), less_themes=("web",)),
        ),
        ("Guide de ville -#web", Change(title="Guide de ville", less_themes=("web",))),
        ("Guide\n-#web\nTexte", Change(title="Guide", text="Texte", less_themes=("web",))),
        ("Plus et moins", Change(title="Plus et moins")),
        ("thèmes: ia, budget participatif", Change(themes=("ia", "budget-participatif"))),
        ("thèmes: aucun", Change(themes=())),
        ("licence: cc-by", Change(licence=Licence.CC_BY)),
        ("Licence : LO 2.0", Change(licence=Licence.OPEN_LICENCE)),
        ("type: outil", Change(kind=Kind.TOOL)),
        ("visible: le réseau", Change(audience=Audience.NETWORK)),
        (f"+{NEW}", Change(more_links=(NEW,))),
        (f"-{OLD}", Change(less_links=(OLD,))),
        (f"lien: {OLD} → {NEW}", Change(links=(OLD, NEW))),
        ("lien: aucun", Change(links=())),
        ("texte: aucun", Change(text="")),
    ],
)
def test_a_change_says_only_what_changes(said: str, change: Change) -> None:
    assert read_change(said) == change


def test_several_lines_are_a_new_title_and_a_new_text() -> None:
    new = edited(f"Guide RGAA 4\nTout est là : {NEW}\n#falc\ntype: outil")
    assert (new.title, new.text) == ("Guide RGAA 4", f"Tout est là : {NEW}")
    assert (new.links, new.themes, new.kind) == ((NEW,), ("web", "falc"), Kind.TOOL)
    assert new.licence is DRAFT.licence, "what is not said stays"


def test_a_labelled_text_goes_on_up_to_the_next_label() -> None:
    new = edited("texte: un\n\ndeux\ntitre: Autre titre")
    assert (new.title, new.text) == ("Autre titre", "un\n\ndeux")


def test_a_new_link_takes_the_place_of_the_only_one_in_the_text_too() -> None:
    new = edited(f"lien: {NEW}")
    assert (new.links, new.text) == ((NEW,), f"À lire : {NEW}")


def test_of_several_links_the_one_to_replace_must_be_named() -> None:
    two = edited(f"+{NEW}")
    with pytest.raises(UserError, match="change-which-link"):
        edited("lien: https://example.org/autre", two)
    replaced = edited("lien: http://www.example.org/ancien/ https://example.org/autre", two)
    assert replaced.links == ("https://example.org/autre", NEW)


def test_a_link_is_taken_away_however_it_is_written() -> None:
    assert edited("-http://www.example.org/ancien/").links == ()


def test_a_list_in_a_text_is_no_list_of_changes() -> None:
    listed = f"Voir aussi :\n-{OLD}\n{NEW}\n#ia dit tout"
    assert edited(f"Guide\n{listed}").text == listed


def test_the_parts_of_an_experience_are_labels_too() -> None:
    old = replace(DRAFT, kind=Kind.EXPERIENCE, sections=((Section.RESULT, "peu"),))
    said = "Résultat mesuré : mille vues\nHabitants : 8 000\ncontact : aucun\ntitre: Vœux"
    new = apply(read_change(said, experience=True), old)
    assert new.sections == ((Section.RESULT, "mille vues"),)
    assert (new.facets.population, new.title) == (Population.UNDER_10K, "Vœux")
    assert apply(read_change("résultat: aucun", experience=True), old).sections == ()


def test_words_that_only_look_like_a_field_stay_in_a_longer_text() -> None:
    new = edited("Un guide\nLicence : à voir avec Paul")
    assert (new.text, new.licence) == ("Licence : à voir avec Paul", DRAFT.licence)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("licence: xyz", "change-licence-wrong"),
        ("licence: CC BY-NC", "change-licence-wrong"),
        ("type: machin", "change-kind-wrong"),
        ("visible: les Martiens", "change-audience-wrong"),
        ("lien: exemple", "change-link-wrong"),
        ("thèmes: 12", "change-theme-wrong"),
        ("titre:", "change-no-title"),
        ("titre: " + "mot " * 60, "change-title-long"),
    ],
)
def test_what_cannot_be_a_value_is_said(said: str, error: str) -> None:
    with pytest.raises(UserError, match=error):
        read_change(said)


@given(st.text() | st.from_regex(r"((titre|texte|lien|thèmes|type|licence)\s?: ?\S{0,9}\s){1,9}"))
def test_no_text_fails_but_by_saying_what_is_wrong(said: str) -> None:
    try:
        apply(read_change(said), DRAFT)
    except UserError as error:
        assert error.text.startswith("change-")


@given(st.text(alphabet=st.characters(exclude_characters="\r"), min_size=1))
def test_a_new_text_comes_back_as_typed(text: str) -> None:
    said = f"texte: mot\n{text}"
    try:
        change = read_change(said)
    except UserError:
        return
    if change == Change(text=change.text):  # and nothing in it was a label or a field
        assert change.text is not None
        assert change.text.split() == f"mot\n{text}".split()


words = st.sampled_from(("", "Un mot.", f"Lire {OLD}", f"Lire {NEW} et {OLD}"))
drafts = st.builds(
    Draft,
    title=st.sampled_from(("Guide", "Guide 4")),
    text=words,
    links=st.lists(st.sampled_from((OLD, NEW, "https://example.org/c")), unique=True).map(tuple),
    themes=st.lists(st.sampled_from(("ia", "web", "falc")), unique=True).map(tuple),
    kind=st.sampled_from(Kind),
    licence=st.sampled_from(Licence),
    audience=st.sampled_from(Audience),
    sections=st.sampled_from(((), ((Section.CONTEXT, "Une ville"),))),
    files=st.sampled_from(((), (File(uri="mxc://example.org/a", name="a.pdf"),))),
)


@given(drafts, drafts)
def test_the_change_between_two_states_makes_the_one_of_the_other(old: Draft, new: Draft) -> None:
    made = apply(between(old, new), old)
    assert set(made.links) == set(new.links) and set(made.themes) == set(new.themes)
    assert replace(made, links=(), themes=()) == replace(new, links=(), themes=())
    assert between(new, new) == Change()
