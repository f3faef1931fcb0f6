"""Which documents a query lets through, whatever their words are worth."""

import json
from collections.abc import Sequence, Set

from commonsbot.search.criteria import Order
from commonsbot.search.french import content_words, stem, words
from commonsbot.store.connection import Fetch, in_parts
from commonsbot.store.index import contents
from commonsbot.store.index.documents import Noun
from commonsbot.store.index.filters import Scope
from commonsbot.store.index.lookup import Lookup
from commonsbot.store.index.postings import Posting, Stem
from commonsbot.store.index.reading import Entry, Reading

_MANY = 20_000
_FEW = 1_000
_PART = 4
"""Filters that leave fewer documents than that, or than a quarter of all, are narrow: those are
looked for one by one. Where they leave more, the words choose what is looked at, as they do
without filters.
"""

_MOMENTS = {
    Noun.RESOURCE: "resource.created_at",
    Noun.NEWS: "coalesce(news.published_at, news.seen_at)",
}


class Selection:
    def __init__(
        self, fetch: Fetch, documents: int, lookup: Lookup, reading: Reading, scope: Scope
    ) -> None:
        """`documents`: how many there are."""
        self._fetch = fetch
        self._narrow = min(_MANY, max(_FEW, documents // _PART))
        self._lookup = lookup
        self._reading = reading
        self._scope = scope
        self._phrases = [Phrase(lookup, phrase) for phrase in scope.phrases]
        self._only = self._required()
        """Nothing else; None: anything but `_never`."""
        self._never = self._excluded()

    def postings(self, stems: Sequence[Stem]) -> dict[int, Posting]:
        """By number of stem, the documents to choose among: all it has, where few are let through.

        Otherwise a frequent stem's best ones are enough.
        """
        if self._only is None and not self._never:
            return self._reading.postings(stems)
        return {one.number: self._narrowed(self._reading.whole(one)) for one in stems}

    def _narrowed(self, posting: Posting) -> Posting:
        pairs = zip(posting.documents, posting.impacts, strict=True)
        kept = [(key, impact) for key, impact in pairs if self._lets_through(key)]
        return Posting([key for key, _ in kept], bytes(impact for _, impact in kept))

    def _lets_through(self, key: int) -> bool:
        return (self._only is None or key in self._only) and key not in self._never

    def speaking(self, entries: Sequence[Entry]) -> list[Entry]:
        """Those in which every phrase stands."""
        for phrase in self._phrases:
            likely = [entry for entry in entries if phrase.is_likely(entry)]
            texts = contents.texts(self._fetch, [entry.key for entry in likely])
            entries = [entry for entry in likely if phrase.stands_in(texts.get(entry.key, ()))]
        return list(entries)

    def listed(self, order: Order, start: int, limit: int) -> tuple[list[int], int]:
        """A page of everything that is let through, the newest first, and how many they are."""
        sql, values = self._all()
        asked = f"SELECT key FROM ({sql}) WHERE key NOT IN (SELECT value FROM json_each(?))"
        never = json.dumps(sorted(self._never))
        sort = "ASC" if order is Order.OLDEST else "DESC"
        rows = self._fetch(
            f"{asked} ORDER BY at {sort}, key {sort} LIMIT ? OFFSET ?",
            *(*values, never, limit, start),
        )
        ((total,),) = self._fetch(f"SELECT count(*) FROM ({asked})", *values, never)
        return [row[0] for row in rows], total

    def by_date(self, keys: Sequence[int], order: Order) -> list[int]:
        sql, values = self._all()
        rows = self._fetch(
            f"SELECT key, at FROM ({sql}) WHERE key IN (SELECT value FROM json_each(?))",
            *(*values, json.dumps(keys)),
        )
        moments: dict[int, int] = {row[0]: row[1] for row in rows}
        newest = order is not Order.OLDEST
        known = (key for key in keys if key in moments)
        return sorted(known, key=lambda key: (moments[key], key), reverse=newest)

    def _all(self) -> tuple[str, list[object]]:
        """The key and the moment of each document that the filters let through."""
        parts: list[str] = []
        bound: list[object] = []
        for noun in self._scope.nouns:
            condition, values = self._scope.wanted(noun)
            columns = f"2 * {noun.table}.id + {noun:d} AS key, {_MOMENTS[noun]} AS at"
            parts.append(f"SELECT {columns} FROM {noun.table} WHERE {condition}")
            bound += values
        return " UNION ALL ".join(parts), bound

    def _required(self) -> Set[int] | None:
        sets: list[Set[int]] = [self._having(one.stems) for one in self._phrases]
        if self._scope.is_filtered and (some := self._filtered()) is not None:
            sets.append(some)
        return frozenset.intersection(*map(frozenset, sets)) if sets else None

    def _filtered(self) -> set[int] | None:
        """What the filters leave, if that is little enough."""
        sql, values = self._all()
        rows = self._fetch(f"SELECT key FROM ({sql}) LIMIT ?", *values, self._narrow + 1)
        return {row[0] for row in rows} if len(rows) <= self._narrow else None

    def _excluded(self) -> Set[int]:
        never: set[int] = set()
        for word in self._scope.without:
            never |= self._having([stem(one) for one in content_words(word)])
        for text in self._scope.without_phrases:
            phrase = Phrase(self._lookup, text)
            having = sorted(self._having(phrase.stems), reverse=True)[:_MANY]
            for part in in_parts(having):
                entries = self._reading.entries(part)
                never |= {entry.key for entry in entries if phrase.is_likely(entry)}
        return never

    def _having(self, stems: Sequence[str]) -> set[int]:
        """The documents that have all of these stems; none where one is unknown."""
        known = self._lookup.stems(set(stems))
        if not stems or len(known) < len(set(stems)):
            return set()
        return set.intersection(*(set(self._reading.whole(s).documents) for s in known.values()))


class Phrase:
    """Words in a row, little ones included."""

    def __init__(self, lookup: Lookup, text: str) -> None:
        self._words = words(text)
        telling = content_words(text)
        self.stems = [stem(word) for word in telling]
        symbols = {
            word: symbol
            for forms in lookup.forms(set(self.stems)).values()
            for word, symbol in forms.items()
        }
        unknown = any(word not in symbols for word in telling)
        self._symbols = None if unknown else "".join(symbols[word] for word in telling)

    def is_likely(self, entry: Entry) -> bool:
        """Whether its telling words stand there in a row."""
        return self._symbols is not None and any(self._symbols in f for f in entry.fields)

    def stands_in(self, texts: Sequence[str]) -> bool:
        wanted = f" {' '.join(self._words)} "
        return any(wanted in f" {' '.join(words(text))} " for text in texts)
