"""« type : outil », « licence: CC BY », « visible : réseau », as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.audiences import Audience
from commonsbot.domain.fields import Field, Fields, Unknown, read_fields, value_of
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Kind


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("type : outil", Kind.TOOL),
        ("TYPE:Outils", Kind.TOOL),
        ("Type\u00a0: mode\u0300le", Kind.TEMPLATE),
        ("type： Gabarit.", Kind.TEMPLATE),
        ("- type : retour d’expérience", Kind.EXPERIENCE),
        ("type: REX", Kind.EXPERIENCE),
        ("kind: experience report", Kind.EXPERIENCE),
        ("type : « astuce »", Kind.TIP),
        ("type: outill", Kind.TOOL),
        ("type : test", Kind.TEST),
    ],
)
def test_a_type_in_any_spelling(typed: str, kind: Kind) -> None:
    assert read_fields(typed) == Fields(rest="", kind=kind)


@pytest.mark.parametrize(
    ("typed", "licence"),
    [
        ("licence : Licence Ouverte 2.0", Licence.OPEN_LICENCE),
        ("Sous licence : etalab-2.0", Licence.OPEN_LICENCE),
        ("license: CC-BY-SA 4.0", Licence.CC_BY_SA),
        ("licence: cc by", Licence.CC_BY),
        ("licence : CC0", Licence.CC0),
        ("licence : interne au réseau", Licence.NETWORK),
        ("licence: link only", Licence.LINK),
    ],
)
def test_a_licence_in_any_spelling(typed: str, licence: Licence) -> None:
    assert read_fields(typed) == Fields(rest="", licence=licence)


@pytest.mark.parametrize("typed", ["licence: CC BY-NC", "licence : cc by nd", "licence: CC BY 3.0"])
def test_a_licence_that_only_begins_like_another_is_not_that_one(typed: str) -> None:
    read = read_fields(typed)
    assert read.licence is None
    assert [unknown.field for unknown in read.unknown] == [Field.LICENCE]


@pytest.mark.parametrize(
    ("typed", "audience"),
    [
        ("visible : ce salon", Audience.ROOM),
        ("Visible par : le réseau", Audience.NETWORK),
        ("visibilité: reseau", Audience.NETWORK),
        ("visible to: everyone", Audience.PUBLIC),
        ("visible:public", Audience.PUBLIC),
    ],
)
def test_an_audience_in_any_spelling(typed: str, audience: Audience) -> None:
    assert read_fields(typed) == Fields(rest="", audience=audience)


def test_fields_stand_in_any_order_beside_words_themes_and_links() -> None:
    read = read_fields(
        "licence : cc0, type : outil\nPretix https://pretix.eu #billet visible:réseau"
    )
    assert read.rest == "Pretix https://pretix.eu #billet"
    assert (read.kind, read.licence, read.audience) == (
        Kind.TOOL,
        Licence.CC0,
        Audience.NETWORK,
    )


@pytest.mark.parametrize(
    "prose",
    [
        "Un nouveau type : outil de gestion de projet",
        "Il y a deux types: papier et web",
        "https://example.org/type:outil",
        "mon-type:outil",
        "La licence ouverte, expliquée aux agents",
        "type:",
    ],
)
def test_prose_is_left_alone(prose: str) -> None:
    assert read_fields(prose) == Fields(rest=prose)


def test_what_is_not_understood_is_told_and_stays_in_the_text() -> None:
    read = read_fields("Titre\ntype : zorglub #ia\nvisible : mon chef")
    assert read.rest == "Titre\ntype : zorglub #ia\nvisible : mon chef"
    assert read.unknown == (
        Unknown(Field.KIND, "zorglub"),
        Unknown(Field.AUDIENCE, "mon chef"),
    )


def test_the_last_one_of_a_name_counts() -> None:
    assert read_fields("type : outil\ntype : lien").kind is Kind.REFERENCE


def test_a_value_may_be_read_alone() -> None:
    assert value_of(Field.LICENCE, "CC BY-SA") is Licence.CC_BY_SA
    assert value_of(Field.LICENCE, "CC BY, ou presque") is None


NAMES = st.sampled_from(["type", "licence", "visible", "Type ", "visible par"])
VALUES = st.sampled_from(["outil", "cc by", "public", "zorglub", "« réseau »", ""])
PIECES = st.one_of(st.text(max_size=12), st.builds("{}:{}".format, NAMES, VALUES))


@given(st.lists(PIECES).map(" ".join))
def test_any_text_is_read_and_none_of_its_other_words_is_lost(text: str) -> None:
    read = read_fields(text)
    assert read.rest == text or read.kind or read.licence or read.audience
    again = read_fields(read.rest)
    assert len(again.rest) <= len(read.rest) <= len(text)
