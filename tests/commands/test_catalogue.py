"""Following a ready-made source by its name, as it is typed on a phone."""

import pytest

from .conftest import ANNE, BRUNO, HELP_ROOM, Conversation

CNIL = "https://www.cnil.fr/fr/rss.xml"


async def moderate(talk: Conversation, text: str) -> str:
    return await talk.say(text, ANNE, power=50)


async def followed(talk: Conversation) -> list[str]:
    return [one.url for one in await talk.store.read.sources.of_room(HELP_ROOM)]


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("cnil", "www.cnil.fr"),
        ("CNIL", "www.cnil.fr"),
        ("« la Cnil »", "www.cnil.fr"),
        ("cap com", "www.cap-com.org"),
        ("Cap’Com", "www.cap-com.org"),
        ("gazette", "www.lagazettedescommunes.com"),
        ("Gazette des communes", "www.lagazettedescommunes.com"),
        ("banque des territoires", "www.banquedesterritoires.fr"),
        ("Communication numerique de rennes", "comnum.rennes.fr"),
    ],
)
async def test_a_source_is_followed_by_its_name(talk: Conversation, typed: str, host: str) -> None:
    assert await moderate(talk, f"!source ajouter {typed}") == ""
    (url,) = await followed(talk)
    assert url.startswith(f"https://{host}/")


async def test_an_address_is_no_name(talk: Conversation) -> None:
    await moderate(talk, "!source ajouter cnil.fr")
    assert await followed(talk) == ["https://cnil.fr"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("cnli", "Vouliez-vous dire CNIL ? Écrivez alors !source ajouter cnil."),
        ("сnil", "Vouliez-vous dire CNIL ?"),  # its first letter is Cyrillic
        ("localtiss", "Écrivez alors !source ajouter localtis."),
        ("flux cnil", "Vouliez-vous dire CNIL ?"),
        ("territoires", "Vouliez-vous dire Localtis (Banque des Territoires) ?"),
        ("gouv", "info-gouv (Info.gouv, les actualités du Gouvernement), beta-gouv (Beta.gouv"),
        ("journal de la commune", "Je ne connais pas de source « journal de la commune »."),
        ("htps//exemple.fr", "Donnez son adresse, qui commence par https://"),
        ("!!!", "Je ne connais pas de source « !!! »"),
    ],
)
async def test_what_only_looks_like_a_name_is_proposed_and_not_followed(
    talk: Conversation, typed: str, answer: str
) -> None:
    said = await moderate(talk, f"!source ajouter {typed}")
    assert answer in said
    assert await followed(talk) == []


async def test_no_name_at_all_is_explained(talk: Conversation) -> None:
    assert "le nom d'une source toute prête" in await moderate(talk, "!source ajouter")


async def test_the_catalogue_says_what_to_type_and_what_is_followed(talk: Conversation) -> None:
    await moderate(talk, "!source ajouter cnil")
    shown = await moderate(talk, "!Sources catalogue")
    assert "10 sources toutes prêtes" in shown
    assert "CNIL · cnil · suivie ici, n° 1" in shown
    assert "La Gazette des communes · gazette\n" in shown
    assert "n'ont pas toutes pu être vérifiées" in shown


async def test_the_catalogue_is_for_who_moderates(talk: Conversation) -> None:
    assert "modér" in await talk.say("!source catalogue", BRUNO)
