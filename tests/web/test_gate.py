"""Who may ask the server, by the headers that browsers send and that others make up."""

from __future__ import annotations

import pytest

from cstoref.web.gate import (
    INCOMPLETE,
    WRONG_HOST,
    WRONG_ORIGIN,
    address_of,
    new_token,
    refusal,
    warning,
)

TOKEN = "t0ken-of-the-server"
OWN = "127.0.0.1:8000"


def refused(
    path: str = f"/{TOKEN}/",
    host: str | None = OWN,
    origin: str | None = None,
    needs_origin: bool = False,
) -> object:
    hosts = [] if host is None else [host]
    origins = [] if origin is None else [origin]
    return refusal(TOKEN, path, hosts, origins, needs_origin)


@pytest.mark.parametrize(
    "host", [OWN, "localhost:8000", "LOCALHOST", "[::1]:8000", "192.168.0.4:9", "127.0.0.1"]
)
def test_whoever_has_the_address_is_answered(host: str) -> None:
    assert refused(host=host) is None
    assert refused(host=host, origin=f"http://{host}", needs_origin=True) is None


@pytest.mark.parametrize(
    "path",
    [
        *("/", "", "//", "/page.js", f"/{TOKEN[:-1]}/", f"/{TOKEN}x/", f"/{TOKEN.upper()}/", f"//{TOKEN}/"),
        *(f"/x/{TOKEN}/", f"/?{TOKEN}", "/\udcff/", "/töken/", TOKEN, f"/{TOKEN}%2f"),
    ],
)
def test_without_the_token_nothing_is_given(path: str) -> None:
    assert refused(path) == INCOMPLETE


@pytest.mark.parametrize(
    "host",
    [
        *(None, "", "evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example"),
        *("evil.example@127.0.0.1", "127.0.0.1@evil.example", "127.0.0.1:8000:9", "[::1", "127.0.0.1:x"),
        *("127.0.0.1/evil.example", "127.0.0.1?x", "127.0.0.1#x", "0x7f.1", "2130706433", " 127.0.0.1"),
    ],
)
def test_a_name_of_somebody_else_is_none_of_ours(host: str | None) -> None:
    assert refused(host=host) == WRONG_HOST


def test_two_names_are_none() -> None:
    assert refusal(TOKEN, f"/{TOKEN}/", [OWN, OWN], [], False) == WRONG_HOST


@pytest.mark.parametrize(
    "origin",
    [
        *("null", "", "http://evil.example", "https://127.0.0.1:8000", "http://127.0.0.1:8001"),
        *("http://127.0.0.1", "http://localhost:8000", f"http://{OWN}.evil.example", "file://", OWN),
    ],
)
def test_a_page_of_another_site_is_refused(origin: str) -> None:
    assert refused(origin=origin) == WRONG_ORIGIN
    assert refused(origin=origin, needs_origin=True) == WRONG_ORIGIN


def test_a_connection_says_which_page_it_is_of() -> None:
    assert refused(needs_origin=True) == WRONG_ORIGIN
    own = f"http://{OWN}"
    assert refusal(TOKEN, f"/{TOKEN}/", [OWN], [own, own], True) == WRONG_ORIGIN


def test_no_two_tokens_are_alike_and_none_is_short() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert min(map(len, tokens)) >= 43  # 256 bits, six a letter


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost", "LocalHost"])
def test_this_machine_alone_needs_no_warning(host: str) -> None:
    assert warning(address_of(host)) == ""


@pytest.mark.parametrize("host", ["desk.example", "localhost.example", "", "127.1", "x/y", "[::1]", "1"])
def test_a_name_is_no_address_so_that_no_name_server_is_asked(host: str) -> None:
    with pytest.raises(ValueError, match="does not appear to be"):
        address_of(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.4", "fe80::1", "203.0.113.1"])
def test_an_address_that_others_reach_is_warned_of(host: str) -> None:
    assert host in warning(host)
    assert "nothing is encrypted" in warning(host)
