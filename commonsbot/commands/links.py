"""The author's answer about links that seem dead."""

from commonsbot.commands.answers import Answers
from commonsbot.commands.command import Context
from commonsbot.commons.dead_links import asked_about
from commonsbot.domain.links import TRUST
from commonsbot.domain.messages import Reply
from commonsbot.domain.prompts import Ask, Prompt


async def answer_dead_links(context: Context, prompt: Prompt, yes: bool) -> Reply:
    links = asked_about(prompt.subject)
    if not yes:
        await context.tx.links.trust(links, context.now + TRUST)
        return context.notice("dead-link-trusted", count=len(links))
    await context.tx.links.confirm(links)
    id, url = links[0]
    return context.notice("dead-link-confirmed", number=str(id), url=url)


ANSWERS: Answers = {Ask.DEAD_LINK: answer_dead_links}
