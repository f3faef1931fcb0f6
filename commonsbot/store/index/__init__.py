"""The search index: what is found, and how it is kept in step with the commons."""

from commonsbot.store.index.asking import Request
from commonsbot.store.index.contents import body_of
from commonsbot.store.index.documents import Noun, Words, key_of, words_of
from commonsbot.store.index.filters import Scope
from commonsbot.store.index.found import Found
from commonsbot.store.index.index import Index
from commonsbot.store.index.rebuilding import Progress, Rebuilding

__all__ = [
    "Found",
    "Index",
    "Noun",
    "Progress",
    "Rebuilding",
    "Request",
    "Scope",
    "Words",
    "body_of",
    "key_of",
    "words_of",
]
