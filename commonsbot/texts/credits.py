"""How a resource is credited when it is used again, and what its licence asks for."""

from collections.abc import Iterator

from commonsbot.domain.licences import Licence
from commonsbot.domain.markup import Document, Inline, Link, Paragraph, Text, lines, plain
from commonsbot.domain.resources import Resource
from commonsbot.texts.views import Views


def line(views: Views, resource: Resource) -> tuple[Inline, ...]:
    """Title, author, network, date, licence and link, to copy as it is."""
    parts = list(_parts(views, resource))
    joined = [node for part in parts[1:] for node in (Text(", "), *part)]
    return (*parts[0], *joined)


def _parts(views: Views, resource: Resource) -> Iterator[tuple[Inline, ...]]:
    texts = views.texts
    yield texts.inline("credit-title", title=resource.title)
    if author := plain(views.author(resource)):
        yield (Text(author),)
    if views.network:
        yield (Text(views.network),)
    yield (Text(views.date(resource.created_at)),)
    if views.date(resource.updated_at) != views.date(resource.created_at):
        yield texts.inline("credit-updated", date=views.date(resource.updated_at))
    yield _licence(views, resource.licence)
    if source := _source(views, resource):
        yield _web(source)


def _licence(views: Views, licence: Licence) -> tuple[Inline, ...]:
    name = views.licence(licence)
    if not licence.url:
        return (Text(name),)
    return views.texts.inline("credit-licence", licence=name, url=_web(licence.url))


def _source(views: Views, resource: Resource) -> str:
    """Its first link, else the message it was shared in."""
    if resource.links:
        return resource.links[0]
    return views.source(resource)


def _web(url: str) -> tuple[Inline, ...]:
    return (Link(url, (Text(url),)),)


def advice(views: Views, resource: Resource) -> tuple[Inline, ...]:
    """What the licence allows and asks for; whom to ask where it allows nothing."""
    licence = resource.licence
    if licence is Licence.NETWORK and resource.author and resource.names_author:
        who = views.person(resource.author)
        return views.texts.inline("licence-advice-network-author", author=who)
    return views.texts.inline(f"licence-advice-{licence.name.lower().replace('_', '-')}")


def terms(views: Views, resource: Resource) -> Document:
    """Under which licence it is, what that means, and how to choose another."""
    texts, number = views.texts, views.number(resource.id)
    name = _licence(views, resource.licence)
    return (
        Paragraph(
            lines(
                texts.inline("licence-now", number=number, licence=name),
                advice(views, resource),
            )
        ),
        texts.paragraph("licence-choose", card=str(resource.id)),
    )
