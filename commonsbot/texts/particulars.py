"""What an experience and its files say on a card."""

from collections.abc import Iterable

from commonsbot.domain.experiences import Sections
from commonsbot.domain.facets import Facets
from commonsbot.domain.files import File
from commonsbot.domain.markup import Bold, Bullets, Inline, Paragraph, Text, lines
from commonsbot.texts.translator import Translator

SECTION_TEXT = 1200
"""Characters of one part that a card shows."""


def facet_line(texts: Translator, facets: Facets) -> str:
    """« commune · moins de 10 000 habitants · sans budget »; "" when nothing is known."""
    parts = []
    if facets.body:
        parts.append(texts.plain(f"body-{_id(facets.body.value)}"))
    if facets.population:
        parts.append(texts.plain(f"population-{_id(facets.population.name)}"))
    if facets.budget is not None:
        parts.append(texts.plain(f"budget-{_id(facets.budget.name)}"))
    if facets.channel:
        parts.append(texts.plain(f"channel-{_id(facets.channel.value)}"))
    return " · ".join(parts)


def _id(name: str) -> str:
    return name.lower().replace("_", "-")


def sections(texts: Translator, parts: Sections) -> Iterable[Paragraph]:
    """Each part under its name."""
    for section, said in parts:
        name = Bold((Text(texts.plain(f"section-{section}")),))
        shown = said if len(said) <= SECTION_TEXT else said[:SECTION_TEXT] + " …"
        rows: list[list[Inline]] = [[Text(line)] for line in shown.split("\n")]
        yield Paragraph(lines([name], *rows))


def files(texts: Translator, kept: Iterable[File]) -> Bullets:
    """Their names and sizes, and what they show; they open in the message they came with."""
    return Bullets(tuple(_file(texts, file) for file in kept))


def _file(texts: Translator, file: File) -> tuple[Inline, ...]:
    about = file.alt or texts.plain("file-undescribed")
    size = f" ({_size(texts, file.size)})" if file.size else ""
    return lines([Text(f"{file.name}{size}")], [Text(about)])


def _size(texts: Translator, size: int) -> str:
    if size < 1_000_000:
        return texts.plain("size-kilobytes", count=max(1, round(size / 1000)))
    return texts.plain("size-megabytes", count=round(size / 1_000_000))
