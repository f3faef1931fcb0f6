"""Every place of the database where somebody is named: what is told to them, and what goes when
they ask to be forgotten.

A test holds that each column of the schema is here, or said to hold nobody's name.
"""

from dataclasses import dataclass
from enum import Enum


class Fate(Enum):
    """What becomes of a row when the person it names is forgotten."""

    GONE = "gone"
    """It goes."""
    UNNAMED = "unnamed"
    """It stays, and names nobody."""
    MASKED = "masked"
    """It stays and counts for one person, who can't be told any more."""
    KEPT = "kept"
    """It stays as it is, for what it protects others from."""


@dataclass(frozen=True, slots=True)
class Holding:
    table: str
    column: str
    """Of the table, the one with the person's id."""
    fate: Fate
    words: tuple[str, ...] = ()
    """Columns of text they wrote, in rows that stay."""
    traces: tuple[str, ...] = ()
    """Columns that lead to their messages, in rows that stay."""


HOLDINGS = (
    Holding("resource", "author", Fate.UNNAMED, traces=("made_by",)),
    Holding("revision", "editor", Fate.UNNAMED),
    Holding("trial", "user_id", Fate.UNNAMED, ("note", "cost", "changed"), ("event_id",)),
    Holding("thanks", "user_id", Fate.MASKED),
    Holding("useful", "user_id", Fate.MASKED),
    Holding("proposal", "user_id", Fate.GONE),
    Holding("proposal", "decided_by", Fate.UNNAMED, ("reason",)),
    Holding("follow", "user_id", Fate.GONE),
    Holding("search_page", "user_id", Fate.GONE),
    Holding("prompt", "user_id", Fate.GONE),
    Holding("note", "user_id", Fate.GONE),
    Holding("note", "by_user", Fate.GONE),
    Holding("chat_invite", "user_id", Fate.GONE),
    Holding("room", "peer", Fate.UNNAMED, ("name",)),
    Holding("failed", "user_id", Fate.GONE),
    Holding("unread", "sender", Fate.GONE),
    Holding("unread_notice", "user_id", Fate.GONE),
    Holding("refusal", "user_id", Fate.GONE),
    Holding("source", "added_by", Fate.UNNAMED),
    Holding("source_room", "added_by", Fate.UNNAMED),
    Holding("source_request", "user_id", Fate.GONE),
    Holding("source_tryout", "user_id", Fate.GONE),
    Holding("synonym", "added_by", Fate.UNNAMED),
    Holding("news", "class_by", Fate.UNNAMED),
    Holding("news", "deadline_by", Fate.UNNAMED),
    Holding("news_correction", "by_user", Fate.MASKED),
    Holding("news_filter", "by_user", Fate.MASKED),
    Holding("edition", "word_by", Fate.UNNAMED, ("word",)),
    Holding("edition_plan", "word_by", Fate.UNNAMED, ("word",)),
    Holding("edition_choice", "user_id", Fate.MASKED),
    Holding("own_hours", "whose", Fate.GONE),
    Holding("steward", "user_id", Fate.GONE),
    Holding("steward", "by_user", Fate.MASKED),
    Holding("suspension", "user_id", Fate.KEPT),
    Holding("suspension", "by_user", Fate.MASKED),
    Holding("journal", "who", Fate.UNNAMED, ("why",)),
    Holding("bulk", "user_id", Fate.GONE),
    Holding("blocked_domain", "by_user", Fate.MASKED),
)

OF_RESOURCE = ("revision", "resource_theme", "resource_link", "capture", "question")
"""Tables whose rows belong to the author of the resource they name."""

WITHIN = (
    ("prompt", "key"),
    ("prompt", "subject"),
    ("outbox", "key"),
    ("outbox", "mentions"),
    ("outbox", "document"),
    ("handled", "event_id"),
    ("unread", "source"),
    ("journal", "noun_id"),
)
"""Columns where an id may stand among other things: `store/mentions` looks for it there."""

NOBODY: dict[str, frozenset[str]] = {
    table: frozenset(columns.split())
    for table, columns in {
        "sync": "account token",  # the bot's own account
        "handled": "at",
        "failed": "event_id thread answers at",
        "room": "room_id direct encrypted joined replaced_by joined_at told_encrypted language",
        "outbox": (
            "id txn_id room_id kind notice thread reply_to state attempts not_before queued_at"
            " done_at event_id error redacts replaces pins under held tried sign"
            " sign_on"
        ),
        "resource": (
            "id title text links kind audience status room_id event_id origin created_at"
            " updated_at licence consent_at merged_into body population budget channel sections"
            " files source_digest signed appeared"
        ),
        "revision": "resource_id number content why at",
        "resource_link": "resource_id cleaned",
        "resource_theme": "resource_id theme_id recognised written",
        "capture": "resource_id words page",
        "thanks": "resource_id at original_id",
        "useful": "resource_id at original_id",
        "trial": "id resource_id outcome body population budget channel again shown at original_id",
        "proposal": "id resource_id change room_id event_id thread state at decided_at",
        "review": "resource_id confirmed_at asked_at times stale_at",
        "duty": "resource_id kind due_at",
        "link": (
            "resource_id url next_at answered_at failures failing_since problem dead_at asked_at"
            " confirmed_at"
        ),
        "prompt": "id ask room_id thread asked_at expires_at closed_at moderated",
        "note": "id news resource_id at told_at",
        "chat_invite": "at",
        "follow": "id room_id theme query seen news_seen at told_at",
        "question": "resource_id thread asked_at answer answered_at",
        "search_page": "room_id query start expires_at",
        "theme": (
            "id name governed sort label about site shown_under position origin set_aside"
            " merged_into"
        ),
        "theme_name": "key theme_id written manner rank filed",
        "theme_state": "file version",
        "synonym": "id words added_at",
        "source": (
            "id url title status etag last_modified body_hash filled next_at failures last_error"
            " added_at host selectors interval ttl skip_hours skip_days read_at failing_since"
            " error_detail told_at"
        ),
        "source_room": "source_id room_id added_at mode every paused",
        "source_request": "event_id source_id room_id thread",
        "source_tryout": "event_id url room_id thread",
        "news": (
            "id source_id title link summary published_at seen_at announced class reasons"
            " deadline takes_place ends read_by fate edits restated"
        ),
        "delivery": "id news_id room_id handed why key at",
        "news_key": "source_id key news_id",
        "news_theme": "news_id theme_id",
        "news_correction": "id news_id was class reasons at",
        "news_filter": "room_id source_id filter at",
        "edition": "id room_id week requested state since until",
        "edition_item": "edition_id place part number note",
        "edition_plan": (
            "room_id weekday at paused resumes_at postponed_week postponed_to changed_at"
        ),
        "edition_choice": "room_id resource_id added at",
        "journal": "id at what noun",
        "announcement": "room_id kind state_key digest",
        "unread": "event_id room_id at session thread answers_bot silent locked settled",
        "unread_notice": "room_id at",
        "refusal": "room_id session_id reason at",
        "search_index": (
            "number serving analysis upto documents titles title_words themed theme_words"
        ),
        "own_hours": "document",
        "steward": "at",
        "suspension": "until why at told",
        "journal_retention": "at before",
        "news_card": "news_id resource_id",
        "news_reminder": "news_id room_id days at",
        "sweep": "wanted",
        "bulk": "id room_id status resources why planned_at done_at undone_at",
        "blocked_domain": "domain at",
        "room_terms": "room_id policy audience",
    }.items()
}
"""The other columns. Those of the index (`search_1_…`) hold words of what may be found, and lose
them with it."""
