"""Where sources disagree or names mislead, by nature; each opens as a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from cstoref import fold
from cstoref.export import lines as export_lines
from cstoref.filter_query import narrowed
from cstoref.model import NATURES, Conflict, of_layer
from cstoref.render.conflicts import KEY, conflict_count, list_rows
from cstoref.render.rows import BLANK, Row, row, wrapped
from cstoref.render.text import Style
from cstoref.session.filters import counted, no_match
from cstoref.session.page_items import ItemPage, PageItem
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.store.conflict_days import Span, concerns, conflict_days, years
from cstoref.store.conflict_detail import by_nature
from cstoref.store.conflict_filter import count_conflicts
from cstoref.store.facets import in_layer

from .base import View

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData

NONE = "There are no conflicts here."


class Conflicts(View):
    """All conflicts, or those of a record."""

    title = "Conflicts"
    footer = (("facets", "nature"), ("find-here", "filter"), ("copy", "copy"), ("back", "back"))

    def __init__(self, store: Store, user: UserData) -> None:
        super().__init__(store, user)
        self._read = lru_cache(maxsize=1)(lambda record: store.conflicts(record or None))
        self._words = lru_cache(maxsize=1)(self._words_of)

    @cached_property
    def _days(self) -> dict[str, list[Span]]:
        return conflict_days(self.store)

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        shown = self._shown(state)
        shorts = self.store.shorts(cite.source for conflict in shown for cite in conflict.citations)
        if not shown:
            none = no_match(state.record_filter, state.record_facet) if self._read(state.view_of) else NONE
            return [row(none, "heading")]
        heads = {conflict.id: self._years(conflict) for conflict in shown}
        count = [*wrapped(conflict_count(count_conflicts(shown)), style.width), BLANK]
        return [*count, *list_rows(by_nature(shown, NATURES), shorts, style, heads)]

    def page(self, state: State) -> ItemPage:
        conflicts = self._read(state.view_of)
        named = self.store.named([state.view_of]).get(state.view_of)
        items = []
        for nature, of_nature in by_nature(conflicts, NATURES):
            words = nature.replace("-", " ")
            items.append(PageItem(f"{words.capitalize()}, {len(of_nature)}", heading=True))
            items += [
                PageItem(
                    ". ".join(part for part in (_topic(conflict), self._years(conflict)) if part),
                    Target("conflict", conflict.id),
                    facets=_facets(conflict),
                )
                for conflict in of_nature
            ]
        title = f"Conflicts on {named.name}" if named else "Conflicts"
        head = conflict_count(count_conflicts(conflicts))
        return ItemPage(title, (head,) if conflicts else (), tuple(items), empty=NONE)

    def json(self, state: State) -> object:
        groups = by_nature(self._shown(state), NATURES)
        return [export_lines.conflict(conflict) for _, of_nature in groups for conflict in of_nature]

    def reference(self, key: str) -> str:
        """The first passage of a conflict, else its first statement."""
        conflict = self.store.conflict(key.removeprefix(KEY))
        if conflict is None:
            return key
        for cite in conflict.citations:
            if cite.start is not None:
                return f"{cite.source}:{cite.start}"
        return next(iter((*conflict.statements, *(cite.source for cite in conflict.citations))), "")

    def caption(self, key: str) -> tuple[str, str] | None:
        conflict = self.store.conflict(key.removeprefix(KEY))
        return (conflict.topic, conflict.explanation) if conflict else None

    def opens(self, key: str) -> tuple[str, str] | None:
        return ("conflict", key.removeprefix(KEY)) if key.startswith(KEY) else None

    def facets(self, state: State) -> list[tuple[str, int]]:
        return counted(_facets(conflict) for conflict in self._read(state.view_of))

    def _years(self, conflict: Conflict) -> str:
        return years(self._days.get(conflict.id, ()))

    def _shown(self, state: State) -> list[Conflict]:
        """The conflicts that pass the filter of a state."""
        facet, filter = state.record_facet, narrowed(state.record_filter)
        conflicts: list[Conflict] = self._read(state.view_of)
        words: dict[str, str] = self._words(state.view_of) if filter.words else {}
        return [
            conflict
            for conflict in conflicts
            if facet in ("", *_facets(conflict))
            and (not filter.since or self._concerns(conflict, filter.since, filter.until or ""))
            and (not filter.words or filter.meets_folded(words[conflict.id]))
        ]

    def _concerns(self, conflict: Conflict, since: str, until: str) -> bool:
        return concerns(self._days.get(conflict.id, ()), since, until)

    def _words_of(self, record: str) -> dict[str, str]:
        """What is said of each conflict, folded: its topic and explanation, its records and sources."""
        conflicts: list[Conflict] = self._read(record)
        shorts = self.store.shorts(cite.source for conflict in conflicts for cite in conflict.citations)
        named = self.store.named(id for conflict in conflicts for id in conflict.records)
        return {
            conflict.id: fold.words(
                " ".join(
                    (
                        conflict.topic,
                        conflict.explanation,
                        *(named[id].name for id in conflict.records if id in named),
                        *(shorts[cite.source] for cite in conflict.citations),
                    )
                )
            )
            for conflict in conflicts
        }


def _topic(conflict: Conflict) -> str:
    return of_layer(conflict.topic, conflict.layer)


def _facets(conflict: Conflict) -> tuple[str, ...]:
    return (f"nature: {conflict.nature}", *in_layer(conflict.layer))
