import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.urls import clean, host, is_web_link, last_segment, web_link

PAGE = "reseau.example.org/actualit%C3%A9s/budget"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.reseau.example.org/actualit%C3%A9s/budget",
        "http://reseau.example.org/actualités/budget/",
        "https://RESEAU.example.org:443//actualit%c3%a9s/budget#xtor=RSS-12",
        "https://reseau.example.org/actualités/budget?utm_source=rss&utm_medium=feed",
        "https://reseau.example.org/actualités/budget?at_medium=RSS&mtm_campaign=x&xtor=1",
        "https://reseau.example.org/actualités/budget?activenav=4&page=2",
        "https://reseau.example.org/actualités/budget?fbclid=1&gclid=2",
    ],
)
def test_one_page_has_one_name(url: str) -> None:
    assert clean(url) == PAGE


def test_parameters_that_choose_the_page_stay_and_their_order_does_not_matter() -> None:
    assert clean("https://a.example/?id=2&b=é") == clean("http://www.a.example?b=é&id=2")
    assert clean("https://a.example/?page=2") != clean("https://a.example/?page=3")
    assert clean("https://a.example:8443/x") != clean("https://a.example/x")


@pytest.mark.parametrize("url", ["", "abc", "mailto:a@b.example", "http://[oups", "http://a:b/"])
def test_what_is_no_url_has_no_name(url: str) -> None:
    assert clean(url) == ""


@given(st.text())
def test_any_text_is_read_without_error(text: str) -> None:
    clean(text)
    host(text)
    assert web_link(text) == "" or is_web_link(web_link(text))


@given(st.from_regex(r"https?://(www\.)?[a-z]{1,9}\.example/[a-zé%0-9/]{0,20}", fullmatch=True))
def test_naming_a_name_again_changes_nothing(url: str) -> None:
    assert clean(f"https://{clean(url)}") == clean(url)


def test_the_end_of_a_path_loses_its_number_and_keeps_its_query() -> None:
    assert last_segment("a.example/articles/100-budget?id=2") == "budget?id=2"
    assert last_segment("a.example") == ""


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "matrix:r/room:example.org",
        "//evil.example.org/x",
        "https://user:pw@example.org/",
        "https://user@example.org/",
        "https://example.org/\u202e/gpj",
        "https://example.org/a\u200bb",
        "https://example.org/a\nb",
        "https://example.org\\@evil.example/",
        "https://example.org:99999/",
        "http:///x",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_links_that_lie_or_run_are_refused(link: str) -> None:
    assert not is_web_link(link)
    assert web_link(link) == ""


def test_blanks_and_quotes_in_a_link_are_encoded() -> None:
    assert web_link(' https://a.example/huit accentué"x ') == (
        "https://a.example/huit%20accentué%22x"
    )
