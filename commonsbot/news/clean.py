"""Makes plain text of what feeds hold. Every pattern is linear, or bounded by a cut before it."""

import html
import re
import unicodedata

TITLE_LIMIT = 250
SUMMARY_LIMIT = 500

_READ = 8000
"""Characters looked at: the patterns below are fast on that much, whatever it holds."""

_HIDDEN = re.compile(r"(?is)<(script|style)\b.*?(?:</\1\s*>|\Z)")
_CHROME = re.compile(
    r'(?is)<span class="field field--name-(?:title|uid|created)\b[^<>]*>.{0,400}?</span>'
    r"|<a [^<>]*>\s*(?:lire (?:la suite|plus)|read more|en savoir plus)\b[^<>]{0,20}</a>"
)
"""What Drupal puts around a summary: title again, author, date, and the link to go on."""
_BLOCK = re.compile(r"(?i)</?(?:p|div|br|li|ul|ol|h\d|tr|td|blockquote|section)\b[^<>]*>")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z!?][^<>]*(?:>|\Z)", re.DOTALL)
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
    "|(?<![\u2190-\U0010ffff])\u200d"  # kept between emoji, that it joins
)
_STACKED = re.compile("([\u0300-\u036f]{2})[\u0300-\u036f]+")


def summary(raw: str) -> str:
    """`text`, without what the site's template adds to each summary."""
    return text(_CHROME.sub(" ", raw[:_READ]), SUMMARY_LIMIT)


def text(raw: str, limit: int, *, markup: bool = True) -> str:
    """`raw` on one line: tags and invisible characters gone, entities decoded once.

    `markup` is False for text that was declared plain: "<main>" in it is a word.
    """
    words = raw[:_READ]
    if markup:
        words = _HIDDEN.sub(" ", words)
        words = _TAG.sub("", _BLOCK.sub(" ", words))
        words = html.unescape(words)
    words = _STACKED.sub(r"\1", _UNSEEN.sub("", unicodedata.normalize("NFC", words)))
    words = " ".join(words.split())
    return cut("".join(c for c in words if unicodedata.category(c) not in ("Cc", "Cs")), limit)


def cut(words: str, limit: int) -> str:
    """At most `limit` characters, ended at a word and by "…" when something is missing."""
    if len(words) <= limit:
        return words
    head = words[: limit - 1]
    end = head.rfind(" ")
    return head[: end if end > limit // 2 else limit - 1].rstrip(" ,;:.") + "…"
