"""What a spot names: an id, `SOURCE:OFFSET` or `SOURCE:START-END`, and the pack and edition in which it was
cited, `PACK:ID@EDITION`. Without a pack it is the lowest in use, the built-in one where nothing else is.

A spot opens for ever. An id that is no longer used leads to its successor; a statement of a record that is no
longer used to the same statement of its successor, else to that record. `Resolved.news` says so.
"""

from __future__ import annotations

from cstoref.errors import UserError
from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .queries import Store

ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-"
AT = "@"
"""Stands between the id and the edition, as in `cstoref.citing`."""


class Resolved(NamedTuple):
    """What a text means today."""

    id: str
    """The id of something in the pack, or the text itself where it names nothing exactly."""
    start: int | None
    """The offset of a passage, in code points."""
    sort: str
    """`record`, `statement`, `source`, `conflict`, or empty."""
    news: tuple[str, ...]
    """Sentences to show to the user: that the edition is another one, that the id was replaced."""

    @property
    def text(self) -> str:
        """The id, with the offset where there is one."""
        return self.id if self.start is None else f"{self.id}:{self.start}"


def resolve(store: Store, text: str) -> Resolved:
    """What a reference, an id or a name means today; a name that is no id means itself. Raises UserError for
    a link into a pack that is not in use."""
    # From the right: an id never holds `@`, but a name that somebody types may.
    id, _, edition = text.rpartition(AT) if AT in text else (text, "", "")
    news: list[str] = []
    pack, id = _pack(store, id, edition)
    if edition and edition != (now := store.work_of(pack).edition):
        news.append(f"this was cited from edition {edition}; this is edition {now}")
    start = None
    # First as an id: one that itself ends in `:` and digits must not be taken apart.
    if not _sort(store, id) and not _successor(store, id):
        bare, start = _passage(id)
        id = id if start is None else bare
    sort = _sort(store, id)
    if not sort and (successor := _successor(store, id)):
        now, reason = successor
        news.append(f"“{id}” is “{now}” now" + (f": {reason}" if reason else ""))
        id, sort = now, _sort(store, now)
    if not sort:
        return Resolved(text, None, "", ())
    return Resolved(id, start if sort == "source" else None, sort, tuple(news))


def _pack(store: Store, id: str, edition: str) -> tuple[str | None, str]:
    """The pack that stands before an id, or None, and the id without it. Raises UserError where it is a link,
    which names an edition, into a pack that is not in use: its id might be that of something else here."""
    pack, colon, rest = id.partition(":")
    if not colon or rest.replace("-", "", 1).isdigit() or _sort(store, id):
        return None, id
    if pack in {store.lowest, *(layer.id for layer in store.layers)}:
        return pack, rest
    if edition and not pack.strip(ID_LETTERS):
        where = "the pack is not in use: cstoref pack use DIR, or --pack DIR"
        raise UserError(f"“{id}” is of the pack “{pack}”; {where}")
    return None, id


def _passage(text: str) -> tuple[str, int | None]:
    """A source's id and the beginning of a passage, where the text has that form."""
    source, colon, place = text.rpartition(":")
    start, dash, end = place.partition("-")
    if colon and start.isdigit() and (end.isdigit() or not dash):
        return source, int(start)
    return text, None


def _sort(store: Store, id: str) -> str:
    row = store.database.execute(
        # One statement instead of four: each is a look-up in an index, the call itself costs most.
        "SELECT EXISTS (SELECT 1 FROM record WHERE id = ?1), EXISTS (SELECT 1 FROM statement WHERE id = ?1), "
        "EXISTS (SELECT 1 FROM source WHERE id = ?1), EXISTS (SELECT 1 FROM conflict WHERE id = ?1)",
        (id,),
    ).fetchone()
    sorts = ("record", "statement", "source", "conflict")
    return next((sort for sort, there in zip(sorts, row, strict=True) if there), "")


def _successor(store: Store, id: str) -> tuple[str, str | None] | None:
    """The successor of a retired id and the reason, or None."""
    own = _retired(store, id)
    record, slash, rest = id.partition("/")
    if own or not slash:
        return own
    of_record = _retired(store, record)
    if of_record is None:
        return None
    now, reason = of_record
    # A statement's id begins with its record's, thus it moves along when the record is renamed.
    return (f"{now}/{rest}", reason) if _sort(store, f"{now}/{rest}") else (now, reason)


def _retired(store: Store, id: str) -> tuple[str, str | None] | None:
    row = store.database.execute("SELECT successor, reason FROM retired WHERE id = ?", (id,)).fetchone()
    return (row[0], row[1]) if row else None


def check_passage(store: Store, spot: Resolved) -> None:
    """Raise UserError, with the length of the text, for a passage beyond its end."""
    if spot.sort != "source" or spot.start is None:
        return
    length = store.text_length(spot.id)
    if spot.start >= length:
        raise UserError(f"{spot.id} has {length:,} characters; there is no passage at {spot.start}")
