"""The classes of news as people name them."""

from rapidfuzz.distance import DamerauLevenshtein

from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.theme_names import key

WRITTEN: dict[NewsClass, str] = {
    NewsClass.AWARD_RESULT: "prix",
    NewsClass.AWARD_CALL: "appels",
    NewsClass.EVENT: "événements",
    NewsClass.JOB: "emplois",
    NewsClass.TRAINING: "formations",
    NewsClass.ARTICLE: "articles",
}
"""As they are best written, and in which order they are told."""

TYPED: dict[str, dict[NewsClass, str]] = {
    "fr": WRITTEN,
    "en": {
        NewsClass.AWARD_RESULT: "prizes",
        NewsClass.AWARD_CALL: "calls",
        NewsClass.EVENT: "events",
        NewsClass.JOB: "jobs",
        NewsClass.TRAINING: "training",
        NewsClass.ARTICLE: "articles",
    },
}
"""As they are shown to who types them, by language."""

_NAMES: dict[NewsClass, str] = {
    NewsClass.AWARD_RESULT: "prix palmarès lauréat récompense trophée résultat"
    " prize award result winner",
    NewsClass.AWARD_CALL: "appel candidature concours call échéance",
    NewsClass.EVENT: "événement évènement agenda rendez-vous rencontre webinaire event",
    NewsClass.JOB: "emploi poste offre job recrutement vacancy",
    NewsClass.TRAINING: "formation stage training cours mooc",
    NewsClass.ARTICLE: "article texte lecture brève autre",
}
_CLASSES = {
    key(name): class_
    for class_, names in _NAMES.items()
    for name in (*names.split(), class_.value, *(typed[class_] for typed in TYPED.values()))
}


def class_named(word: str) -> NewsClass | None:
    """What `word` names, in French or English, singular or plural."""
    return _CLASSES.get(key(word))


def class_near(word: str) -> NewsClass | None:
    """What was perhaps meant: a letter or two away."""
    typed = key(word)
    most = 1 if len(typed) < 6 else 2
    found = [
        (distance, known)
        for known in _CLASSES
        if (distance := DamerauLevenshtein.distance(typed, known, score_cutoff=most)) <= most
    ]
    return _CLASSES[min(found)[1]] if typed and found else None
