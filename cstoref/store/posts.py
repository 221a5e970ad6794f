"""Which offices are the same post, and which posts lead a state or body or sit in a council."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .queries import Store


def offices_of(store: Store, body: str, post: str) -> set[str]:
    """The offices of a state or body that are a post."""
    office_rows = store.database.execute("SELECT id FROM office WHERE body = ? AND post = ?", (body, post))
    return {id for (id,) in office_rows}


def body_of(store: Store, office: str) -> str:
    """The state or body whose office it is; empty where none is declared."""
    row = store.database.execute("SELECT body FROM office WHERE id = ?", (office,)).fetchone()
    return row[0] if row else ""


def posts_in(store: Store, council: str) -> list[str]:
    """The posts whose holders sit in a body, the first before the others."""
    rows = store.database.execute("SELECT id FROM post WHERE council = ? ORDER BY position", (council,))
    return [id for (id,) in rows]


def post_labels(store: Store) -> dict[str, str]:
    """Every post with its label."""
    return dict(store.database.execute("SELECT id, label FROM post ORDER BY position"))


def leading_posts(store: Store) -> list[str]:
    """The posts whose holders lead a state or body, the first before the others."""
    post_rows = store.database.execute("SELECT id FROM post WHERE leads ORDER BY position")
    return [id for (id,) in post_rows]


def declared_leading_post(store: Store, body: str, day: str) -> str | None:
    """The post that is declared to lead a state or body on a day, where that is not the first one."""
    row = store.database.execute(
        # `until` is exclusive, like the end of every term.
        "SELECT post FROM leading WHERE body = ? AND since <= ? AND (until IS NULL OR until > ?) "
        "ORDER BY since DESC",
        (body, day, day),
    ).fetchone()
    return row[0] if row else None
