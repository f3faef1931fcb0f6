"""!testé, !essais, !bilan."""

import json

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.resources import existing
from commonsbot.commons.trials import report_trial
from commonsbot.domain.delays import read_delay
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.messages import Reply
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.resources import Kind
from commonsbot.domain.trials import OUTCOME, Outcome, Report, Trial, read_report
from commonsbot.errors import UserError
from commonsbot.texts.trials import trials, who


async def tell_trial(context: Context, value: tuple[int, str]) -> Reply:
    """Keeps the report, or gives the card to fill in."""
    number, words = value
    resource = await existing(context, number)
    report = read_report(words)
    if report.outcome is None:
        card = context.texts.document(
            "trial-card", number=str(number), note=report.note, title=resource.title
        )
        return Reply(card, notice=True)
    message = context.message
    await report_trial(context.tx, resource, message.sender, report, message.event)
    kept = next(t for t in await context.tx.trials.of(resource.id) if t.user == message.sender)
    return _confirmation(context, kept)


def _confirmation(context: Context, trial: Trial) -> Reply:
    texts = context.texts
    said = texts.document(
        "trial-done",
        thanks=texts.plain(f"trial-thanks-{trial.outcome}"),
        number=str(trial.resource),
        who=who(context.views, trial),
    )
    return Reply(said)


async def show_trials(context: Context, number: int) -> Reply:
    resource = await existing(context, number)
    reported = await context.tx.trials.of(resource.id)
    texts = context.texts
    if not reported:
        return context.notice("trial-none", number=str(number))
    title = texts.paragraph("trial-list", link=context.views.title(resource))
    return Reply((title, trials(context.views, reported)))


async def plan_outcome(context: Context, value: tuple[int, str]) -> Reply:
    """When the author of a test is asked what came of it."""
    resource = await existing(context, value[0])
    number = context.views.number(resource.id)
    if not context.actor.tends(resource):
        raise context.doubt or UserError("outcome-refused", number=number)
    if resource.kind is not Kind.TEST:
        raise UserError("outcome-no-test", number=number, card=str(resource.id))
    delay = read_delay(value[1])
    if delay is None:
        raise UserError("outcome-when", card=str(resource.id), typed=value[1][:40])
    if not delay:
        await context.tx.duties.done(resource.id, OUTCOME)
        return context.notice("outcome-never", number=number)
    at = context.now + delay
    await context.tx.duties.plan(resource.id, OUTCOME, at)
    date = context.views.date(at)
    return Reply((context.texts.paragraph("outcome-planned", number=number, date=date),))


async def outcome(context: Context, prompt: Prompt, yes: bool) -> Reply | None:
    """The author of a test says in one tap what came of it; words may follow."""
    number = ResourceId(json.loads(prompt.subject)["resource"])
    resource = await context.tx.resources.get(number, context.reader)
    if resource is None:
        return None
    report = Report(outcome=Outcome.ADOPTED if yes else Outcome.ABANDONED)
    message = context.message
    await report_trial(context.tx, resource, message.sender, report, message.event)
    id = "outcome-adopted" if yes else "outcome-abandoned"
    return context.notice(id, number=str(number))


ANSWERS = {Ask.OUTCOME: outcome}

COMMANDS = (
    Command(
        id="trial",
        name="testé",
        english="tried",
        aliases=("tester", "essayé", "retester"),
        run=tell_trial,
        parameter=Parameter.NUMBERED,
        example="example-trial",
        detailed=True,
        late=True,
    ),
    Command(
        id="outcome",
        name="bilan",
        english="outcome",
        aliases=("followup",),
        run=plan_outcome,
        parameter=Parameter.NUMBERED,
        form="form-outcome",
        example="example-outcome",
        detailed=True,
    ),
    Command(
        id="trials",
        name="essais",
        english="trials",
        aliases=("tests", "testés"),
        run=show_trials,
        parameter=Parameter.NUMBER,
        example="42",
    ),
)
