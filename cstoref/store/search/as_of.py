"""What a search leaves out when it is asked as of a day."""

from __future__ import annotations

from cstoref import dates

from .exact import Hit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store


def true_on(store: Store, hits: Sequence[Hit], day: str) -> list[Hit]:
    """The hits without statements of what was not so on the day or had not happened yet, and without sources
    that appeared later."""
    statements = [hit.statement for hit in hits if hit.statement]
    rows = store.database.execute(
        "SELECT s.id, s.edtf, f.nature FROM statement s JOIN field f ON f.id = s.field "
        f"WHERE s.id IN ({', '.join('?' * len(statements))}) AND s.edtf != ''",
        statements,
    )
    out = {id for id, edtf, nature in rows if dates.holds(dates.parse(edtf), nature, day) == dates.NO}
    sources = [hit.source for hit in hits if hit.source and not hit.statement]
    later = store.database.execute(
        f"SELECT id FROM source WHERE id IN ({', '.join('?' * len(sources))}) AND substr(issued, 1, 10) > ?",
        (*sources, day),
    )
    late = {id for (id,) in later}
    return [hit for hit in hits if hit.statement not in out and (hit.statement or hit.source not in late)]
