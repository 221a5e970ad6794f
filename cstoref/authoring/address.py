"""Whether an address will lead another reader, on another day, to the page that was cited."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qsl, urlsplit

ARCHIVES = ("archive.org", "archive.today", "archive.ph", "archive.is", "archive.md", "webarchive.org.uk")
"""Hosts whose addresses rightly hold another address: they keep the page as it was."""
PROXIES = ("translate.goog", "googleusercontent.com", "12ft.io", "r.jina.ai", "freedom.press", "outline.com")
_PROXY_LABEL = re.compile(r"(ez|lib|web|open)?-?proxy\d*|cache")
_SESSION = re.compile(
    r"sid|sess(ion)?_?(id)?|(php|j|asp)sess(ion)?_?id\w*|\w*ajaxid|request_?id", re.IGNORECASE
)
_HEX = re.compile(r"[0-9a-f]{16,}", re.IGNORECASE)
_ENCODED = re.compile(r"[\w+/=-]{80,}", re.ASCII)
_OTHER = re.compile(r"https?(://|%3a%2f%2f)", re.IGNORECASE)


def problem(address: str) -> str | None:
    """What is wrong with an address, as a sentence that says what to do; None if nothing is."""
    if len(address.split()) != 1 or not address.isprintable():
        return "write the address on one line, without blanks and control characters"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return "is not an address; write https://HOST/PAGE"
    if parts.scheme not in ("http", "https") or not host:
        return "is not an address of the web; write https://HOST/PAGE"
    if _is_number(host):
        return "has a number in place of a host; give the site's name, or leave the address out"
    if _is_proxy(parts, host):
        return "leads through a proxy; give the address of the page itself"
    if _has_session(parts):
        return "holds the id of one visit; leave that part out"
    return None


def is_root(address: str) -> bool:
    """Whether an address leads to a whole site and not to a page of it."""
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_proxy(parts: SplitResult, host: str) -> bool:
    if _is_of(host, ARCHIVES):
        return False
    hidden = any(_ENCODED.fullmatch(value) for _, value in parse_qsl(parts.query))
    labelled = any(_PROXY_LABEL.fullmatch(label) for label in host.split("."))
    return hidden or labelled or _is_of(host, PROXIES) or bool(_OTHER.search(f"{parts.path}?{parts.query}"))


def _is_of(host: str, sites: tuple[str, ...]) -> bool:
    return any(host == site or host.endswith(f".{site}") for site in sites)


def _has_session(parts: SplitResult) -> bool:
    named = [*parse_qsl(parts.query), *parse_qsl(parts.path.partition(";")[2])]
    return any(_SESSION.fullmatch(name) or (name == "s" and _HEX.fullmatch(value)) for name, value in named)
