"""What an edition told, kept as numbers and read again as what may still be read of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from commonsbot.digest.gathering import of_resources
from commonsbot.digest.talk import theme_of
from commonsbot.domain.audiences import Reader
from commonsbot.domain.contents import Again, Contents, Reason
from commonsbot.domain.ids import NewsId, ResourceId
from commonsbot.domain.news import NewsItem
from commonsbot.domain.resources import Resource
from commonsbot.store import Transaction
from commonsbot.store.editions import Edition, Part, Told


def told_by(contents: Contents) -> Iterator[Told]:
    """Everything it tells, in its order."""
    for part, resources in (
        (Part.PICKED, contents.picked),
        (Part.FRESH, contents.fresh),
        (Part.QUESTION, contents.questions),
    ):
        yield from (Told(part, one.id) for one in resources)
    yield from (Told(Part.TRIED, trial.id) for one in contents.tried for trial in one.trials)
    yield from (Told(Part.NEWS, item.id) for item in contents.news)
    yield from (Told(Part.DEADLINE, item.id) for item in contents.deadlines)
    if again := contents.again:
        yield Told(Part.AGAIN, again.resource.id, again.theme)


async def remembered(tx: Transaction, edition: Edition, reader: Reader) -> Contents:
    """What `reader` may still see of what it told: what was withdrawn since is gone from it."""
    told = await tx.editions.told(edition.id)

    async def resources(part: Part) -> tuple[Resource, ...]:
        ids = [ResourceId(number) for number in _numbers(told, part)]
        return tuple(await tx.resources.several(ids, reader))

    async def news(part: Part) -> tuple[NewsItem, ...]:
        ids = [NewsId(number) for number in _numbers(told, part)]
        return tuple(await tx.news.several(ids, reader))

    trials = await tx.trials.several(_numbers(told, Part.TRIED), reader)
    older = await resources(Part.AGAIN)
    contents = Contents(
        until=edition.until,
        word=edition.word,
        picked=await resources(Part.PICKED),
        fresh=await resources(Part.FRESH),
        tried=await of_resources(tx, trials, reader),
        questions=await resources(Part.QUESTION),
        news=await news(Part.NEWS),
        deadlines=await news(Part.DEADLINE),
        again=_again(told, older[0]) if older else None,
    )
    theme = await theme_of(tx, contents)
    return replace(contents, theme=theme.label if theme and theme.is_shared else "")


def _numbers(told: Sequence[Told], part: Part) -> list[int]:
    return [one.number for one in told if one.part is part]


def _again(told: Sequence[Told], resource: Resource) -> Again:
    theme = next(one.note for one in told if one.part is Part.AGAIN)
    return Again(resource=resource, reason=Reason.THEME if theme else Reason.SEASON, theme=theme)
