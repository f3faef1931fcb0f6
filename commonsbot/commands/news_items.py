"""!actu 812: one item of the news, why it has its class, and another class for it."""

from collections.abc import Mapping, Sequence

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import read_numbered
from commonsbot.domain.deadlines import Deadline, deadline_of
from commonsbot.domain.folding import fold
from commonsbot.domain.ids import NewsId
from commonsbot.domain.markup import Block, Bold, Bullets, Document, Inline, Paragraph, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_class_names import TYPED, class_named, class_near
from commonsbot.domain.news_classes import NewsClass, Reason, Where, scores_of
from commonsbot.domain.news_reading import days_in, deadline_in
from commonsbot.domain.resources import hashtags
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError
from commonsbot.store.news_readings import Corrected
from commonsbot.texts.agenda import class_name, facts, title, when

MOST = 8
"""Rules told of one item, the weightiest first."""

OFTEN = 10
"""Rules that were corrected most."""

_WHY = frozenset("pourquoi why raison raisons".split())
_CLASS = frozenset("classe class genre type".split())
_DEADLINE = frozenset("echeance echeances deadline limite date".split())
_NONE = frozenset("aucune aucun sans none non off".split())

Row = tuple[Inline, ...]


async def item(context: Context, typed: str = "") -> Reply:
    """`typed`: its number, and what is wanted of it."""
    if not typed:
        return await _corrections(context)
    numbered = read_numbered(typed)
    if numbered is None:
        raise UserError("news-not-a-number", words=typed[:60])
    number, words = numbered
    found = await _existing(context, number)
    first, _, rest = words.strip().partition(" ")
    wanted = fold(first).strip(" :,.?!»«\"'")
    if not wanted or wanted in _WHY:
        return await _show(context, found, explained=bool(wanted))
    if wanted in _CLASS:
        return await _correct(context, found, rest)
    if wanted in _DEADLINE:
        return await _move(context, found, rest)
    return await _correct(context, found, words)


async def _existing(context: Context, number: int) -> NewsItem:
    found = await context.tx.news.several([NewsId(number)], context.reader)
    if not found:
        raise UserError("news-missing", number=str(number))
    return found[0]


async def _show(context: Context, one: NewsItem, *, explained: bool) -> Reply:
    texts, views = context.texts, context.views
    head = lines([Bold(title(views, one))], facts(views, one))
    blocks: list[Block] = [Paragraph(head)]
    if one.summary:
        blocks.append(Paragraph((Text(one.summary),)))
    if one.themes:
        blocks.append(Paragraph((Text(hashtags(one.themes)),)))
    blocks += await _cards(context, one)
    if explained:
        blocks += await _why(context, one)
    else:
        blocks.append(texts.paragraph("news-acts", number=str(one.id)))
    if explained and context.role >= Role.MODERATOR:
        classes = _classes(context)
        blocks.append(texts.paragraph("news-correct", number=str(one.id), classes=classes))
    return Reply(tuple(blocks))


async def _cards(context: Context, one: NewsItem) -> Document:
    """What members made of it."""
    ids = await context.tx.news_agenda.cards(one.id, context.reader)
    made = await context.tx.resources.several(ids, context.reader)
    if not made:
        return ()
    return (context.texts.paragraph("news-cards"), context.views.items((r, "") for r in made))


async def _why(context: Context, one: NewsItem) -> list[Block]:
    """Who chose its class, or which rules."""
    texts, views = context.texts, context.views
    name = class_name(views, one.class_)
    reasons = await context.tx.news_readings.reasons(one.id)
    if one.class_by:
        by = views.person(one.class_by)
        return [texts.paragraph("news-why-corrected", name=name, by=by)]
    if not reasons:
        return [texts.paragraph("news-why-nothing")]
    scores = {one: score for one, score in scores_of(reasons).items() if score > 0}
    told = ", ".join(
        f"{class_name(views, each)} {_points(context, score)}"
        for each, score in sorted(scores.items(), key=lambda pair: -pair[1])
    )
    sentence = "news-why-article" if one.class_ is NewsClass.ARTICLE else "news-why"
    weighty = sorted(reasons, key=lambda r: -max(map(abs, r.weights.values())))[:MOST]
    return [
        texts.paragraph(sentence, name=name, scores=told or "0"),
        Bullets(tuple(_reason(context, reason) for reason in weighty)),
    ]


def _reason(context: Context, reason: Reason) -> Row:
    """« « palmarès » dans le titre : prix +5 (règle « palmarès ») »."""
    points = ", ".join(
        f"{class_name(context.views, each)} {_points(context, weight, signed=True)}"
        for each, weight in reason.weights.items()
    )
    where = "title" if reason.where is Where.TITLE else "summary"
    return context.texts.inline(
        "news-reason",
        words=", ".join(reason.words),
        where=context.texts.plain(f"news-where-{where}"),
        points=points,
        rule=reason.rule,
    )


def _points(context: Context, score: float, *, signed: bool = False) -> str:
    """« +4,5 »."""
    written = f"{score:+.1f}" if signed else f"{score:.1f}"
    written = written.removesuffix(".0").replace("-", "−")
    return written.replace(".", ",") if context.texts.language == "fr" else written


def _classes(context: Context) -> str:
    return ", ".join(_typed(context).values())


def _typed(context: Context) -> Mapping[NewsClass, str]:
    return TYPED[context.texts.language]


def _moderating(context: Context) -> None:
    if context.role < Role.MODERATOR:
        raise context.doubt or UserError("news-moderators-only")


async def _correct(context: Context, one: NewsItem, words: str) -> Reply:
    word = words.strip(" :,.?!»«\"'=")
    class_ = class_named(word)
    if class_ is None:
        raise _unknown(context, one, word)
    _moderating(context)
    views, texts = context.views, context.texts
    names = {"number": str(one.id), "name": class_name(views, class_)}
    if class_ is one.class_:
        return context.notice("news-class-already", **names)
    day = one.at.astimezone(views.zone).date()
    deadline = deadline_in(one.title, one.summary, day, class_)
    days = days_in(one.title, one.summary, day, class_)
    by = context.message.sender
    await context.tx.news_readings.correct(one.id, class_, by, deadline, days)
    await context.journal("correct", "news", one.id, f"{one.class_} → {class_}")
    was = class_name(views, one.class_)
    rows = [texts.inline("news-class-corrected", was=was, **names)]
    (now,) = await context.tx.news.several([one.id], context.reader)
    if now.deadline:
        rows.append(texts.inline("news-deadline-read", date=when(views, now.deadline)))
    back = _typed(context)[one.class_]
    rows.append(texts.inline("news-class-back", number=str(one.id), word=back))
    return Reply((Paragraph(lines(*rows)),), notice=True)


def _unknown(context: Context, one: NewsItem, word: str) -> UserError:
    """What classes there are, and the one that was perhaps meant."""
    near = class_near(word) if word else None
    values = {"word": word[:40], "classes": _classes(context), "number": str(one.id)}
    if near:
        return UserError("news-class-near", near=_typed(context)[near], **values)
    return UserError("news-class-unknown" if word else "news-class-which", **values)


async def _move(context: Context, one: NewsItem, words: str) -> Reply:
    """A moderator knows the deadline better, or that there is none."""
    _moderating(context)
    today = context.now.astimezone(context.views.zone).date()
    none = fold(words.strip(" :.")) in _NONE
    found = None if none else deadline_of(f"candidatures jusqu'au {words}", "", today, is_call=True)
    if not none and found is None:
        raise UserError("news-deadline-unread", value=words[:40], number=str(one.id))
    await context.tx.news_readings.move(one.id, found, context.message.sender)
    await context.journal("correct", "news", one.id, f"{one.deadline} → {found}")
    return Reply((_moved(context, one, found),), notice=True)


def _moved(context: Context, one: NewsItem, found: Deadline | None) -> Paragraph:
    number = str(one.id)
    if found is None:
        return context.texts.paragraph("news-deadline-gone", number=number)
    date = when(context.views, found)
    if one.class_ is NewsClass.AWARD_CALL:
        return context.texts.paragraph("news-deadline-moved", number=number, date=date)
    return context.texts.paragraph("news-deadline-no-call", number=number, date=date)


async def _corrections(context: Context) -> Reply:
    """Without a number: what it is for; to moderators, which rules were wrong how often."""
    texts = context.texts
    if context.role < Role.MODERATOR:
        raise UserError("news-which")
    counted = await context.tx.news_readings.corrections(OFTEN)
    if not counted.total:
        return context.notice("corrections-none", classes=_classes(context))
    blocks: list[Block] = [texts.paragraph("corrections-title", count=counted.total)]
    blocks.append(Bullets(tuple(_counts(context, counted))))
    return Reply((*blocks, texts.paragraph("corrections-how")), notice=True)


def _counts(context: Context, counted: Corrected) -> Sequence[Row]:
    """From which class to which, and by which rules that came about."""
    views, texts = context.views, context.texts
    rows = [
        texts.inline(
            "corrections-class",
            was=class_name(views, was),
            name=class_name(views, class_),
            count=count,
        )
        for (was, class_), count in counted.classes
    ]
    rows += [texts.inline("corrections-rule", rule=rule, count=n) for rule, n in counted.rules]
    return rows


COMMANDS = (
    Command(
        id="item",
        name="actu",
        english="item",
        aliases=("actualité",),
        run=item,
        parameter=Parameter.WORDS,
        optional=True,
        form="form-item",
        example="812",
        detailed=True,
    ),
)
