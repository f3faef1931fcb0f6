"""The search index: what is found, and how it is kept in step with the commons."""

from commonsbot.store.index.documents import Indexed, Noun, Words, words_of
from commonsbot.store.index.found import Found
from commonsbot.store.index.index import Index

__all__ = ["Found", "Index", "Indexed", "Noun", "Words", "words_of"]
