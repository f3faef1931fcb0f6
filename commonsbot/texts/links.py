"""How a dead link is said."""

from commonsbot.domain.links import DeadLink
from commonsbot.domain.markup import Inline, Link, Text
from commonsbot.texts.views import Views


def dead_link(views: Views, link: DeadLink) -> tuple[Inline, ...]:
    """« lien peut-être mort depuis le 3 mars 2026 (page introuvable) : https://… »."""
    return views.texts.inline(
        "dead-link-sure" if link.confirmed else "dead-link-maybe",
        date=views.date(link.since),
        problem=views.texts.plain(f"link-{link.problem}"),
        url=(Link(link.url, (Text(link.url),)),),
    )
