"""Commands that follow a statement to its passage, a passage to its statements, and both to other records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cstoref.store.queries import StatementRow
from cstoref.tui import leading
from cstoref.tui.pages.statements import detail_lines, linked_lines, name_lines, use_lines
from cstoref.tui.widgets.panes import Pane

from .base import Command

if TYPE_CHECKING:
    from cstoref.tui.screens.explorer import Explorer


class Enter(Command):
    """Open what the cursor is on: a record in a list, the passage of a statement, the uses of a sentence."""

    keys, group = "enter", "Reading"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        pane = "index" if explorer.find_box.has_focus else explorer.state.pane
        at = explorer.showing.spot(explorer.state)
        if pane == "index":
            leading.enter(explorer, explorer.query_one("#index", Pane).cursor)
        elif pane == "source":
            Uses.run(explorer)
        elif _opens(explorer):
            return
        elif explorer.state.view and at and at.record and not at.statement:
            explorer.open_record(at.record)
        else:
            explorer.go_pane("source")


def _opens(explorer: Explorer) -> bool:
    """Whether an item of a view leads to another view, or stands for several statements to choose from."""
    view, key = explorer.showing.view(explorer.state), explorer.state.at
    if view is None or key is None:
        return False
    if other := view.leads(key):
        explorer.open_view(*other)
        return True
    items = [item for id in view.behind(key) if (item := explorer.store.statement(id))]
    if len(items) < 2:
        return False
    ids = {id for item in items for id in (*item.statement.about, item.statement.said_by) if id}
    names = {id: named.name for id, named in explorer.store.named(ids).items()}
    _choose(explorer, f"{len(items)} statements stand behind this", items, names)
    return True


def _choose(explorer: Explorer, title: str, items: Sequence[StatementRow], names: Mapping[str, str]) -> None:
    """Have one of several statements chosen, and open it."""
    subjects = {item.statement.id: item.statement.subject for item in items}
    explorer.choose(
        title,
        lambda cells: use_lines(items, names, cells),
        lambda key: explorer.open_record(subjects[key], key),
    )


class Uses(Command):
    """List every statement drawn from the sentence under the cursor."""

    keys, panes, group = "r", ("record", "source"), "Reading"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        source, sentence = explorer.showing.place(explorer.state)
        if source is None or sentence is None:
            explorer.say("There is no sentence of a text in the pack here.")
            return
        items, names = explorer.showing.uses(source, sentence)
        if not items:
            explorer.say("No statement rests on this sentence.")
            return
        several = len(items) > 1
        title = f"{len(items)} statements rest on this sentence" if several else "One statement rests on it"
        _choose(explorer, title, items, names)


class OpenLinked(Command):
    """Open another record that the statement under the cursor concerns."""

    keys, panes, group = "o", ("record",), "Reading"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        statement = explorer.showing.statement(explorer.state)
        if statement is None:
            explorer.say("There is no statement under the cursor.")
            return
        carriers = [relay.by for relay in statement.via]
        ids = [*statement.about, statement.said_by, *carriers]
        others = [
            id for id in dict.fromkeys(ids) if id and (id != explorer.state.record or explorer.state.view)
        ]
        named = explorer.store.named(others)
        if len(others) == 1:
            explorer.open_record(others[0], statement.id)
        elif others:
            explorer.choose(
                "Open which record?",
                lambda cells: linked_lines(others, named, cells),
                lambda key: explorer.open_record(key, statement.id),
            )
        else:
            explorer.say("This statement concerns no other record.")


class Details(Command):
    """Tell everything of the statement under the cursor: who, when and how dated, conflicts, each passage."""

    keys, panes, group = "d", ("record", "source"), "Reading"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        statement = explorer.showing.statement(explorer.state)
        if statement is None:
            explorer.say("There is no statement under the cursor.")
            return
        store = explorer.store
        people = (statement.said_by, *(relay.by for relay in statement.via), *statement.about)
        names = {id: named.name for id, named in store.named(id for id in people if id).items()}
        shorts = store.shorts(citation.source for citation in statement.citations)
        conflicts = store.conflicts(statement=statement.id)
        label = store.fields[statement.field].label
        explorer.choose(
            "Statement",
            lambda cells: detail_lines(statement, label, names, shorts, conflicts, cells),
            lambda key: explorer.go(citation=int(key), sentence=None, source=None, pane="source"),
        )


class Names(Command):
    """List the record's other names and its identifiers."""

    keys, panes, group = "i", ("record",), "Reading"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        spot = explorer.showing.spot(explorer.state)
        record = explorer.store.record(spot.record) if spot and spot.record else None
        if record is None:
            explorer.say("There is no record here.")
            return
        explorer.choose(record.name, lambda cells: name_lines(record, cells), lambda key: None)


class NextCitation(Command):
    """Show the next passage that the statement rests on, where it has several."""

    keys, panes, group = "c", ("record",), "Reading"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        statement = explorer.showing.statement(explorer.state)
        if statement is not None and len(statement.citations) > 1:
            following = (explorer.state.citation + 1) % len(statement.citations)
            explorer.go(citation=following, sentence=None)


class NextCited(Command):
    """Move to the next sentence that a statement rests on."""

    keys, panes, group = "right_parenthesis", ("source",), "Reading"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        hop(explorer, _sentences(explorer, cited=True), 1)


class PreviousCited(Command):
    """Move to the previous sentence that a statement rests on."""

    keys, panes, group = "left_parenthesis", ("source",), "Reading"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        hop(explorer, _sentences(explorer, cited=True), -1)


class NextUncited(Command):
    """Move to the next sentence that nothing rests on."""

    keys, panes, group = "right_curly_bracket", ("source",), "Reading"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        hop(explorer, _sentences(explorer, cited=False), 1)


class PreviousUncited(Command):
    """Move to the previous sentence that nothing rests on."""

    keys, panes, group = "left_curly_bracket", ("source",), "Reading"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        hop(explorer, _sentences(explorer, cited=False), -1)


def _sentences(explorer: Explorer, cited: bool) -> set[int]:
    return {s.number for s in explorer.showing.passages.sentences if bool(s.statements) == cited}


def hop(explorer: Explorer, sentences: set[int], step: int, around: bool = False) -> None:
    """The cursor of the text to the nearest of some sentences, by number, in one direction.

    With `around` it goes on from the other end.
    """
    at = explorer.text.cursor if isinstance(explorer.text.cursor, int) else 0
    beyond = {number for number in sentences if (number - at) * step > 0} or (sentences if around else set())
    if beyond:
        explorer.text.put(min(beyond) if step > 0 else max(beyond))
    else:
        explorer.say("None further on." if step > 0 else "None further back.")
