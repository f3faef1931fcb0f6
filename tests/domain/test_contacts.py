"""Numbers and addresses of people are noticed; those of a body are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.contacts import contacts_in
from commonsbot.domain.ids import UserId

ANNE = UserId("@anne.martin:example.org")


@pytest.mark.parametrize(
    "said",
    [
        "06 12 34 56 78",
        "06.12.34.56.78",
        "06-12-34-56-78",
        "0612345678",
        "+33 6 12 34 56 78",
        "+33612345678",
        "0033 6 12 34 56 78",
        "+33 (0)6 12 34 56 78",
        "01\u00a042\u00a034\u00a056\u00a078",
        "prenom.nom@ville.fr",
        "Jean-Pierre.Dupont@communication.metropole.fr",
        "j.dupont+presse@ville.fr",
    ],
)
@pytest.mark.parametrize("around", ["{}", "Appelez {}.", "({})", "Tél. : {}\nMerci", "<{}>"])
def test_it_is_noticed_however_it_is_written(said: str, around: str) -> None:
    assert contacts_in(around.format(said), ANNE) == (said,)


@pytest.mark.parametrize(
    "text",
    [
        "contact@ville.fr",
        "communication@ville.fr",
        "service-communication@ville.fr",
        "presse.mairie@ville.fr",
        "Médiathèque : mediatheque@ville.fr",
        "anne.martin@ville.fr",
        "0 800 123 456",
        "08 92 70 12 34",
        "3639",
        "le 06 12 2026",
        "SIRET 213 105 554 00017",
        "IBAN FR76 3000 6000 0112 3456 7890 189",
        "https://www.ville.fr/page/0612345678",
        "https://ville.fr/?id=0612345678",
        "@anne:example.org",
        "version 0.1.2.3.4.5",
        "n° 0612345678901",
        "matomo@1.2.3",
    ],
)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert contacts_in(text, ANNE) == ()


def test_on_tchap_ones_own_address_is_ones_own() -> None:
    tchap = UserId("@anne.martin-ville.fr:agent.collectivites.tchap.gouv.fr")
    assert contacts_in("anne.martin@ville.fr", tchap) == ()
    assert contacts_in("anne.martineau@ville.fr", tchap) == ("anne.martineau@ville.fr",)


def test_each_is_named_once_in_its_order() -> None:
    text = "a.b@ville.fr puis 06 12 34 56 78, et encore a.b@ville.fr"
    assert contacts_in(text, ANNE) == ("a.b@ville.fr", "06 12 34 56 78")


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for found in contacts_in(text, ANNE):
        assert found in text
