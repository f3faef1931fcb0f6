"""What a room's members may see of the week, chosen for its letter."""

from dataclasses import replace
from datetime import timedelta

from commonsbot.digest.news import deadlines, news
from commonsbot.digest.period import Period
from commonsbot.digest.rediscovery import older_one
from commonsbot.digest.talk import Theme, theme_of
from commonsbot.domain.audiences import Reader
from commonsbot.domain.choosing import diverse, most_helpful, resource_traits, trial_traits
from commonsbot.domain.contents import Again, Contents, Tried
from commonsbot.domain.resources import Resource
from commonsbot.domain.trials import Trial
from commonsbot.store import Transaction
from commonsbot.store.edition_plans import Choices

WAITING = (timedelta(days=1), timedelta(days=35))
"""How long a question that a letter names has waited; after five letters, it was said enough."""

LOOKED_AT = 300
"""The newest of each kind that a letter chooses among."""

FRESH, TRIED, QUESTIONS = 20, 8, 3
"""What a letter and its thread tell of each kind at most: the rest is one command away."""


async def gather(tx: Transaction, period: Period) -> Contents:
    """What the letter of that period tells."""
    choices = await tx.edition_plans.choices(period.room)
    shared = await tx.resources.shared_between(period.since, period.until, period.reader, LOOKED_AT)
    tried = await _tried(tx, period, choices)
    told_of = {one.resource.id for one in tried}
    told = Contents(
        until=period.until,
        word=choices.word,
        picked=await _picked(tx, period, choices, shared),
        fresh=_fresh([one for one in shared if one.id not in told_of], choices),
        tried=tried,
        questions=await _questions(tx, period, choices),
        deadlines=await deadlines(tx, period),
    )
    told = replace(told, news=await news(tx, period, told.deadlines))
    theme = await theme_of(tx, told)
    again = None if told.empty else await _again(tx, period, choices, told, theme)
    return replace(told, again=again, theme=theme.label if theme and theme.is_shared else "")


async def _picked(
    tx: Transaction, period: Period, choices: Choices, shared: list[Resource]
) -> tuple[Resource, ...]:
    fresh = {resource.id for resource in shared}
    older = [id for id in choices.added if id not in fresh]
    return tuple(await tx.resources.several(older, period.reader))


def _fresh(shared: list[Resource], choices: Choices) -> tuple[Resource, ...]:
    """Those that a moderator added first."""
    by_id = {one.id: one for one in shared if one.id not in choices.left_out}
    added = [by_id.pop(id) for id in choices.added if id in by_id]
    others = diverse(most_helpful(by_id.values()), max(0, FRESH - len(added)), resource_traits)
    return (*added, *others)


async def _tried(tx: Transaction, period: Period, choices: Choices) -> tuple[Tried, ...]:
    trials = await tx.trials.between(period.since, period.until, period.reader, LOOKED_AT)
    kept = [trial for trial in trials if trial.resource not in choices.left_out]
    return diverse(await of_resources(tx, kept, period.reader), TRIED, trial_traits)


async def of_resources(tx: Transaction, trials: list[Trial], reader: Reader) -> tuple[Tried, ...]:
    """Each resource with its trials, in the order of the first of them."""
    ids = list(dict.fromkeys(trial.resource for trial in trials))
    return tuple(
        Tried(resource=one, trials=tuple(trial for trial in trials if trial.resource == one.id))
        for one in await tx.resources.several(ids, reader)
    )


async def _questions(tx: Transaction, period: Period, choices: Choices) -> tuple[Resource, ...]:
    since, before = period.until - WAITING[1], period.until - WAITING[0]
    most = QUESTIONS + len(choices.left_out)
    ids = await tx.questions.waiting(period.reader, since, before, most)
    kept = [id for id in ids if id not in choices.left_out]
    return tuple(await tx.resources.several(kept[:QUESTIONS], period.reader))


async def _again(
    tx: Transaction, period: Period, choices: Choices, told: Contents, theme: Theme | None
) -> Again | None:
    told_already = {one.id for one in told.resources}
    return await older_one(tx, period, theme, told_already | choices.left_out)
