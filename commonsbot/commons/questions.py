"""Asking the network, and answering."""

import json
from dataclasses import replace

from commonsbot.commons.asking import Question, place_beside, put
from commonsbot.commons.share import keep
from commonsbot.domain.captures import Capture
from commonsbot.domain.ids import EventId, ResourceId
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Draft, Kind, Resource
from commonsbot.domain.sharing import read_share
from commonsbot.domain.terms import Terms
from commonsbot.store import Transaction
from commonsbot.texts import Languages


async def ask(tx: Transaction, capture: Capture, thread: EventId, terms: Terms) -> ResourceId:
    """Opens a question, to be answered in `thread`; it is a resource too. Raises UserError when it
    is too long to keep."""
    id = await keep(tx, capture, terms)
    await tx.questions.open(id, thread)
    return id


def as_question(content: str) -> Draft:
    return replace(read_share(content), kind=Kind.QUESTION)


async def put_to_asker(
    tx: Transaction, languages: Languages, question: Resource, answer: Resource
) -> None:
    """Asks who asked whether `answer` helps, where the question was put."""
    place = await place_beside(tx, question)
    if place is None or question.author is None:
        return
    views = languages.views_of(place.room)
    said = views.texts.paragraph(
        "question-helped", answer=views.title(answer), question=views.number(question.id)
    )
    asked = Question(
        ask=Ask.SOLVED,
        key=f"solved:{question.id}:{answer.id}",
        to=question.author,
        document=(said,),
        subject=json.dumps({"question": question.id, "answer": answer.id}),
    )
    await put(tx, asked, place)
