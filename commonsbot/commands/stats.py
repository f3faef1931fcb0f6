"""!stats: how many things there are; people are never counted against one another."""

from commonsbot.commands.command import Command, Context
from commonsbot.domain.markup import Bullets, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.reviews import MONTH


async def show(context: Context) -> Reply:
    """Of what can be read from here."""
    counts = await context.tx.stats.of(context.reader, context.now - MONTH)
    texts = context.texts
    rows = [
        texts.inline("stats-cards", count=counts.resources, fresh=counts.fresh),
        texts.inline("stats-kinds", kinds=_kinds(context, counts.kinds)) if counts.kinds else (),
        texts.inline("stats-life", trials=counts.trials, thanks=counts.thanks),
        texts.inline("stats-questions", count=counts.questions, open=counts.open_questions),
        texts.inline("stats-sources", count=counts.sources),
    ]
    items = tuple(lines(row) for row in rows if row)
    return Reply((texts.paragraph("stats-title"), Bullets(items)))


def _kinds(context: Context, kinds: dict[str, int]) -> str:
    texts = context.texts
    return ", ".join(f"{texts.plain(f'kind-{kind}')} {count}" for kind, count in kinds.items())


COMMANDS = (
    Command(id="stats", name="stats", english="stats", aliases=("statistiques",), run=show),
)
