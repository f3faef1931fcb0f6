"""The commons in and out: JSON Lines hold everything, Markdown and CSV the resources alone."""

from commonsbot.commons.exchange.formats import FORMATS, Format, format_of
from commonsbot.commons.exchange.reading import Fault, Item

__all__ = ["FORMATS", "Fault", "Format", "Item", "format_of"]
