"""Who may ask the server anything: whoever has the address with its token, from a page of the server.

The token keeps out other people of this machine, and pages of other sites that a browser shows. Names of
hosts are checked too: a name that somebody else owns can be made to mean this machine, and a page under it
would then be taken for one of the server's own.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"
OWN_NAME = "localhost"
TOKEN_BYTES = 32


class Refusal(NamedTuple):
    """Why a request is not answered."""

    status: int
    """Of HTTP."""
    words: str


INCOMPLETE = Refusal(403, "This address is not complete. Take the whole one that cstoref web has printed.")
WRONG_HOST = Refusal(403, "This is not a name of this server. Take the address that cstoref web has printed.")
WRONG_ORIGIN = Refusal(403, "Another site has asked for this.")


def new_token() -> str:
    """What makes an address that nobody can guess."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def address_of(host: str) -> str:
    """The address to listen on, in numbers: no name server is ever asked. Raises ValueError."""
    return LOOPBACK if host.lower() == OWN_NAME else str(ipaddress.ip_address(host))


def warning(address: str) -> str:
    """What somebody must know who serves others than this machine; empty for this machine alone."""
    if ipaddress.ip_address(address).is_loopback:
        return ""
    return (
        f"{address} is reached from other machines, and nothing is encrypted: whoever learns the address can "
        "read your packs and notes, and write to them, as you"
    )


def refusal(
    token: str, path: str, hosts: Sequence[str], origins: Sequence[str], needs_origin: bool
) -> Refusal | None:
    """Why not to answer a request for a path that has the `Host` and `Origin` headers given, or None.

    With `needs_origin` only a page may ask, which says whose it is.
    """
    if len(hosts) != 1 or not _is_own(hosts[0]):
        return WRONG_HOST
    if len(origins) > 1 or (needs_origin and not origins):
        return WRONG_ORIGIN
    if origins and origins[0].lower() != f"http://{hosts[0].lower()}":
        return WRONG_ORIGIN
    given = path.split("/")[1] if path.startswith("/") else ""
    # In the same time whatever it is, so that no clock tells how much of it is right.
    if not secrets.compare_digest(given.encode("utf-8", "replace"), token.encode()):
        return INCOMPLETE
    return None


def _is_own(given: str) -> bool:
    """Whether a `Host` header is a number or `localhost`: nobody can make these mean another machine."""
    try:
        parts = urlsplit(f"//{given}")
        name, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if not name or parts.netloc != given or parts.path or "@" in given:
        return False
    try:
        return bool(address_of(name))
    except ValueError:
        return False
