"""Addresses on the web: which may be shown, and when two of them are the same page."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

LONGEST = 2000
"""Characters; no browser or server is sure to take more."""

_UNSEEN = re.compile(
    "[\x00-\x20\x7f-\xa0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
"""Spaces, control, zero-width and bidirectional characters: they make a link lie."""

_TRACKING = re.compile(
    r"(?:utm|at|mtm|pk|piwik|matomo|hsa|mc)_.*|xtor|xts|activenav|fbclid|gclid|gclsrc|gbraid|wbraid"
    r"|gad_source|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|srsltid|igshid|igsh|mkt_tok|wt_mc"
    r"|_hsenc|_hsmi|_gl|_ga|ref_src|amp",
    re.IGNORECASE,
)

_SAME_SITE = re.compile(r"^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)|(?<=^[a-z]{2})\.m(?=\.[^.]+\.)")
"""What a host begins with where the page is the same: for phones, « fr.m.wikipedia.org » too."""


def is_web_link(url: str) -> bool:
    """Whether `url` may be shown as a link: http(s), absolute, honest and of a sane length."""
    if len(url) > LONGEST or _UNSEEN.search(url) or "\\" in url:
        return False
    parts = _split(url)
    return (
        parts is not None
        and parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and parts.username is None
        and parts.password is None
    )


def web_link(raw: str) -> str:
    """`raw` as a link that may be shown, its blanks and quotes encoded; "" when it may not."""
    url = re.sub(r"[ \"'<>`]", lambda found: quote(found[0], safe=""), raw.strip())
    return url if is_web_link(url) else ""


def host(url: str) -> str:
    """The host name without `www.`, "" when there is none."""
    parts = _split(url)
    name = (parts.hostname or "") if parts else ""
    return name.rstrip(".").removeprefix("www.")


def clean(url: str) -> str:
    """What tells a page from another, not an address: "example.org/path?query".

    Scheme, `www.` and what phones get in its place, tracking parameters, fragment and closing
    slash tell nothing. A `page` beside `activenav` is the list the reader came from. "" when
    `url` has no host.
    """
    parts = _split(url)
    if parts is None or not parts.hostname:
        return ""
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = re.sub(r"/{2,}", "/", quote(unquote(parts.path), safe="/:@!$&'()*+,;=-._~"))
    path = re.sub(r"(?:/amp)*/*$", "", path)
    site = _SAME_SITE.sub("", host(url), count=1)
    query = _query(parts)
    return f"{site}{port}{path}" + (f"?{query}" if query else "")


def last_segment(cleaned: str) -> str:
    """The end of a cleaned URL, query included, without the number many sites put before it."""
    path, _, query = cleaned.partition("?")
    if "/" not in path:
        return ""
    name = re.sub(r"^\d+[-_.]", "", path.rsplit("/", 1)[1])
    return f"{name}?{query}" if query else name


def _query(parts: SplitResult) -> str:
    pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=None)
    listed = any(name.lower() == "activenav" for name, _ in pairs)
    kept = [
        (name, value)
        for name, value in pairs
        if not _TRACKING.fullmatch(name) and not (listed and name == "page")
    ]
    return urlencode(sorted(kept))


def _split(url: str) -> SplitResult | None:
    """None when `url` is no URL, or its port no port."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError:
        return None
    return parts
