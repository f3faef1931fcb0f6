"""The author's answer about links that seem dead."""

from commonsbot.commands.answers import Answers
from commonsbot.commands.command import Context
from commonsbot.commons.dead_links import asked_about
from commonsbot.domain.links import TRUST
from commonsbot.domain.messages import Reply
from commonsbot.domain.prompts import Ask, Prompt


async def answer_dead_links(context: Context, prompt: Prompt, yes: bool) -> Reply:
    links = asked_about(prompt.subject)
    texts = context.texts
    if not yes:
        await context.tx.links.trust(links, context.now + TRUST)
        said = texts.paragraph("dead-link-trusted", count=len(links))
        return Reply((said,), notice=True)
    await context.tx.links.confirm(links)
    id, url = links[0]
    return Reply((texts.paragraph("dead-link-confirmed", number=str(id), url=url),), notice=True)


ANSWERS: Answers = {Ask.DEAD_LINK: answer_dead_links}
