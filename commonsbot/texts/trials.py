"""How trials are told: counted on the card, one by one on request."""

from commonsbot.domain.markup import Bold, Bullets, Inline, Text, lines
from commonsbot.domain.trials import Shown, Tally, Trial
from commonsbot.texts.particulars import facet_line
from commonsbot.texts.views import Views


def tally_line(views: Views, counted: Tally, number: str) -> tuple[Inline, ...]:
    """« repris par 7 collectivités, dont 3 de moins de 10 000 habitants ; 1 abandon : … »."""
    texts = views.texts
    parts = []
    if counted.adopted:
        parts.append(texts.plain("trial-adopted", count=counted.adopted))
        if counted.small and counted.small < counted.adopted:
            parts[-1] += texts.plain("trial-small", count=counted.small)
    if counted.abandoned:
        parts.append(texts.plain("trial-abandoned", count=counted.abandoned))
    if not parts:
        return ()
    return texts.inline("trial-tally", said=" ; ".join(parts), number=number)


def trials(views: Views, reported: list[Trial]) -> Bullets:
    return Bullets(tuple(_trial(views, trial) for trial in reported))


def _trial(views: Views, trial: Trial) -> tuple[Inline, ...]:
    texts = views.texts
    head = texts.plain(
        f"trial-{trial.outcome}-by", who=who(views, trial), date=views.date(trial.at)
    )
    again = None if trial.again is None else f"trial-again-{'yes' if trial.again else 'no'}"
    rows = [
        trial.note,
        texts.plain("trial-changed", what=trial.changed) if trial.changed else "",
        texts.plain("trial-cost", what=trial.cost) if trial.cost else "",
        texts.plain(again) if again else "",
    ]
    return lines([Bold((Text(head),))], *([Text(row)] for row in rows if row))


def who(views: Views, trial: Trial) -> str:
    """As much as they chose to say."""
    facets = facet_line(views.texts, trial.facets)
    if trial.shown is Shown.NAME and trial.user:
        return " · ".join(filter(None, (views.name(trial.user), facets)))
    if trial.shown is Shown.NOBODY or not facets:
        return views.texts.plain("trial-somebody")
    return facets
