"""An address must lead another reader, on another day, to the page that was cited."""

from __future__ import annotations

import pytest

from cstoref.authoring import address


@pytest.mark.parametrize(
    "good",
    [
        "https://example.org/a/page.html",
        "http://example.org:8080/a",
        "https://example.org/?p=311375",
        "https://example.org/",
        "https://web.archive.org/web/2010/http://example.org/page",
        "https://example.org/news/?id=5945cf6c1f64bd97f55abb9ab17ef49a",
        "https://example.org/page?s=short&sector=1&session_of=2004",
        "https://ru.wikipedia.org/wiki/%D0%9E%D1%80%D0%B3",
        "https://proxima.example.org/cache/page",
    ],
)
def test_an_address_of_a_page_is_taken(good: str) -> None:
    assert address.problem(good) is None


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("https://example.org/a\nb", "on one line"),
        ("https://example.org/a b", "on one line"),
        ("", "on one line"),
        ("ftp://example.org/a", "not an address of the web"),
        ("javascript:alert(1)", "not an address of the web"),
        ("example.org/a", "not an address of the web"),
        ("https:///a", "not an address of the web"),
        ("https://[x/a", "is not an address"),
        ("http://89.189.176.146/more", "a number in place of a host"),
        ("http://[2001:db8::1]/more", "a number in place of a host"),
        ("https://example-org.translate.goog/a", "proxy"),
        ("https://webcache.googleusercontent.com/search?q=cache:x", "proxy"),
        ("https://www-example-org.ezproxy.uni.example/a", "proxy"),
        ("https://mirror.example/index.php?q=" + "Mfv0Kfa6bO9BLE53" * 6, "proxy"),
        ("https://example.com/go/https://example.org/a", "proxy"),
        ("https://example.com/go?u=https%3A%2F%2Fexample.org%2Fa", "proxy"),
        ("https://example.org/thread.php?t=1&s=5945cf6c1f64bd97f55abb9ab17ef49a", "id of one visit"),
        ("https://example.org/a;jsessionid=1234?b=c", "id of one visit"),
        ("https://example.org/a?PHPSESSID=1234", "id of one visit"),
        ("https://example.org/a?bxajaxid=f6299bc1", "id of one visit"),
        ("https://example.org/a?requestId=ae1a1883", "id of one visit"),
    ],
)
def test_what_leads_nowhere_is_refused(bad: str, words: str) -> None:
    assert words in (address.problem(bad) or "")


@pytest.mark.parametrize(
    ("url", "root"),
    [
        ("https://example.org", True),
        ("https://example.org/", True),
        ("https://example.org/?p=1", False),
        ("https://example.org/a", False),
    ],
)
def test_a_site_is_not_a_page(url: str, root: bool) -> None:
    assert address.is_root(url) is root
