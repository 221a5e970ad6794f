"""Events that were planned, and of which nothing says that they took place."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .queries import Store


def only_planned(store: Store) -> set[str]:
    """The events of which the sources give a plan and not that they took place."""
    rows = store.database.execute(
        "SELECT DISTINCT p.subject FROM statement p WHERE p.field = 'took_place' AND p.stance = 'planned' "
        "AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.subject = p.subject "
        " AND s.field IN ('took_place', 'hosted', 'attended') AND s.stance IN ('asserted', 'reported'))"
    )
    return {id for (id,) in rows}
