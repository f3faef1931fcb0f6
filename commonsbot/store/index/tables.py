"""The tables of one index. There are two while it is made anew: one serves, one is filled."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tables:
    number: int

    @property
    def entry(self) -> str:
        """The words of each document, one character a word (`search.symbols`)."""
        return f"search_{self.number}_entry"

    @property
    def word(self) -> str:
        return f"search_{self.number}_word"

    @property
    def stem(self) -> str:
        """How many documents have each stem."""
        return f"search_{self.number}_stem"

    @property
    def posting(self) -> str:
        """Which documents have each stem, and how well it describes them (`postings`)."""
        return f"search_{self.number}_posting"

    def making(self) -> tuple[str, ...]:
        return (
            f"CREATE TABLE {self.entry} (id INTEGER PRIMARY KEY,"
            " title TEXT NOT NULL, themes TEXT NOT NULL, body TEXT NOT NULL)",
            f"CREATE TABLE {self.word} (code INTEGER PRIMARY KEY, word TEXT NOT NULL,"
            " stem TEXT NOT NULL, written TEXT, documents INTEGER NOT NULL)",
            f"CREATE INDEX {self.word}_stem ON {self.word} (stem)",
            # With the beginning of a word, its end finds whatever is one slip away.
            f"CREATE INDEX {self.word}_end ON {self.word} (substr(word, -3), length(word))",
            f"CREATE TABLE {self.stem} (id INTEGER PRIMARY KEY, stem TEXT NOT NULL UNIQUE,"
            " documents INTEGER NOT NULL, part INTEGER NOT NULL DEFAULT 0)",
            f"CREATE TABLE {self.posting} (id INTEGER PRIMARY KEY, documents BLOB NOT NULL,"
            " impacts BLOB NOT NULL)",
        )

    def dropping(self) -> tuple[str, ...]:
        return tuple(
            f"DROP TABLE IF EXISTS {name}"
            for name in (self.posting, self.entry, self.word, self.stem)
        )
