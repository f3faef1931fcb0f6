"""What a public communicator's year is made of, by the month in which it is prepared."""

from datetime import date

_MONTHS = (
    ("cérémonie des vœux", "recensement de la population", "rapport annuel"),
    ("budget", "recensement de la population", "campagne d'inscription"),
    ("semaine sans pesticides", "inscriptions scolaires", "printemps des poètes"),
    ("propreté", "inscriptions scolaires", "agenda de l'été"),
    ("fête des voisins", "jardins", "guide de l'été"),
    ("canicule", "fête de la musique", "programme de l'été"),
    ("canicule", "festival", "chantiers d'été"),
    ("rentrée", "forum des associations", "travaux"),
    ("forum des associations", "journées du patrimoine", "semaine de la mobilité"),
    ("semaine bleue", "octobre rose", "orientation budgétaire"),
    ("carte de vœux", "marché de Noël", "mois de l'économie sociale et solidaire"),
    ("vœux", "marché de Noël", "bilan de l'année"),
)


def season(day: date) -> tuple[str, ...]:
    """What is on many desks in that month, as one would search for it."""
    return _MONTHS[day.month - 1]
