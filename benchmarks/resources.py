"""Thousands of plausible French resources: words recombined, nobody and nowhere real."""

import itertools
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from commonsbot.commons.themes import adopt
from commonsbot.config.themes import load
from commonsbot.domain.audiences import Audience
from commonsbot.domain.resources import Draft, Kind
from commonsbot.store import Store

SEED = 7
BATCH = 500  # resources kept by one transaction

_ACTIONS = """préparer relire alléger traduire imprimer publier annoncer évaluer partager raconter
illustrer sous-titrer tester simplifier archiver planifier""".split()
_THINGS = """affiche|newsletter|site|magazine|vidéo|podcast|exposition|formulaire|plaquette|carte
signalétique|invitation|enquête|visite|dossier|charte|infographie|album|réunion publique
campagne|foire aux questions|guide d'accueil|rapport d'activité|agenda""".replace("\n", "|").split(
    "|"
)
_AUDIENCES = """les habitants|les agents|les familles|les élus|les étudiants|les associations
les patients|les visiteurs|les nouveaux arrivants|les commerçants|les bénévoles""".replace(
    "\n", "|"
).split("|")
_WAYS = """en trois étapes|sans budget|avec un logiciel libre|en facile à lire|à plusieurs mains
avant l'été|pour un petit service|avec un modèle à copier|en une demi-journée|sans prestataire
dans le respect du RGPD|avec les moyens du bord""".replace("\n", "|").split("|")
_LESSONS = """Commencer par une page et non par dix évite de tout refaire
Le titre dit ce que la personne va pouvoir faire
Les phrases de moins de quinze mots sont mieux comprises
Un relecteur extérieur au service trouve ce que nous ne voyons plus
Le fichier source est rangé à côté du document final
Nous comptons les réponses et non les impressions
Les images portent un texte de remplacement écrit à la main
Le contraste a été vérifié sur un vieux téléphone et en plein soleil
La première version a échoué : trop longue, trop tard, trop de logos
Il reste à trouver qui la mettra à jour l'an prochain
Le gabarit est prévu pour une imprimante ordinaire
Une version sonore a été demandée par la médiathèque""".split("\n")
_THEMES = """accessibilité événementiel interne rédaction vidéo impression numérique budget presse
photo enquête sobriété données signalétique jeunesse culture""".split()


def drafts(count: int) -> Iterator[Draft]:
    """The same ones at every call, about 500 characters each."""
    pick = random.Random(SEED)
    for number in itertools.islice(itertools.count(1), count):
        action, thing = pick.choice(_ACTIONS), pick.choice(_THINGS)
        title = f"{action.capitalize()} : {thing} pour {pick.choice(_AUDIENCES)}"
        lessons = ". ".join(pick.sample(_LESSONS, 5))
        yield Draft(
            title=title,
            text=f"{title} {pick.choice(_WAYS)}. {lessons}. Essai {number}.",
            links=(f"https://exemple.invalid/fiches/{number}",),
            themes=tuple(sorted(pick.sample(_THEMES, 2))),
            kind=pick.choice(list(Kind)),
        )


async def fill(database: Path, count: int) -> None:
    """A new database with `count` resources that everybody may read, as an import leaves it."""
    store = await Store.open(database, lambda: datetime.now(UTC))
    try:
        async with store.transaction() as tx:
            await adopt(tx, load(None, []))
        for start, batch in enumerate(batched(drafts(count), BATCH)):
            async with store.transaction() as tx:
                for place, draft in enumerate(batch, start * BATCH):
                    await tx.resources.add(
                        draft, audience=Audience.NETWORK, origin=f"benchmark:{place}"
                    )
    finally:
        await store.close()


def batched(values: Iterator[Draft], size: int) -> Iterator[list[Draft]]:
    """Lists of at most `size` values (itertools.batched comes with Python 3.12)."""
    while batch := list(itertools.islice(values, size)):
        yield batch
