"""Verbs that open the views over the whole pack, and the sections of the index."""

from __future__ import annotations

from cstoref.errors import UserError
from cstoref.model import Conflict
from cstoref.session.outcomes import ConflictChoices, Outcome, Question
from cstoref.session.session import Session
from cstoref.session.state import SOURCES
from cstoref.session.target import Target
from cstoref.session.views import VIEWS, ViewEntry

from .base import EXPLORER, PLAIN, Verb, verb
from .subjects import record_named, record_of, statement_of

GROUP = "Views"
DAYS = "Type two dates, such as 2010 2015-06-30; before them the name of another record, or all. Esc cancels."
MATRICES = ("attendance", "signatures", "contributions")


@verb(GROUP, "t", ("timeline",), "[NUMBER or NAME]")
def timeline(session: Session, typed: str) -> Outcome:
    """Show who led when and what happened: of the record, or of everything."""
    state = session.state
    if session.paged:
        session.open_view("timeline", record_named(session, typed) if typed else "")
    else:
        session.open_view(
            "timeline", (state.record if not state.view and state.pane != "index" else "") or ""
        )
    return None


@verb(GROUP, "x", without={PLAIN: "attendance, signatures and contributions are words of their own"})
def matrix(session: Session, typed: str) -> Outcome:
    """Cycle through attendance, signatures and contributions."""
    now = session.state.view
    following = MATRICES.index(now) + 1 if now in MATRICES else 0
    session.open_view(MATRICES[following % len(MATRICES)])
    return None


@verb(GROUP, "exclamation_mark", ("conflicts",), "[NUMBER or NAME]")
def conflicts(session: Session, typed: str) -> Outcome:
    """Show the conflict of the statement, or the conflicts of the record, or all."""
    if session.paged:
        session.open_view("conflicts", record_named(session, typed) if typed else "")
        return None
    state = session.state
    if state.view == "conflict":
        return _close_conflict(session)
    # In the search box nothing is chosen: what is shown beside it is only looked at.
    statement = None if state.view == "conflicts" or state.searching else session.here.statement
    concerned = session.store.conflicts(statement=statement.id) if statement else []
    if concerned:
        return _conflict_of(session, concerned)
    record = state.record if not state.view and not state.searching else None
    session.open_view("conflicts", record if record and session.store.conflicts(record) else "")
    return None


@verb(GROUP, words=("conflict",), takes="[NUMBER]", without={EXPLORER: "! opens it"})
def conflict(session: Session, typed: str) -> Outcome:
    """Show the conflict that a statement is part of."""
    target = session.target(typed)
    if target is not None and target.what == "conflict":
        session.open(target)
        return None
    concerned = session.store.conflicts(statement=statement_of(session, typed).id)
    if not concerned:
        raise UserError("no conflict concerns this statement")
    return _conflict_of(session, concerned)


@verb(GROUP, "equals_sign", ("compare",), "[NUMBER or NAME]")
def compare(session: Session, typed: str) -> Outcome:
    """Compare two records side by side: this one and another, by default the one opened before."""
    left = record_of(session, "")
    before = next((id for id in reversed(session.opened) if id != left.id), None)
    if not typed and not session.paged:
        proposed = session.store.named([before])[before].name if before else ""
        return Question("record", f"Compare {left.name} with", proposed, "Any name of a record. Esc cancels.")
    if not typed and before is None:
        raise UserError("give the other record: compare and a name")
    right = record_named(session, typed) if typed else before or ""
    if right == left.id:
        raise UserError("this is the same record; choose another")
    session.open(Target("compare", right, other=left.id))
    return None


@verb(GROUP, "C", ("changes",), "[NAME] SINCE UNTIL")
def changes(session: Session, typed: str) -> Outcome:
    """Show what began, ended and happened between two days, for this record or, with all, for every one."""
    record = _record_of_page(session)
    if not typed:
        named = session.store.named([record])[record].name if record else "all records"
        return Question("days", f"Changes for {named} between", hint=DAYS)
    # Only where it is asked for: what the explorer starts with must not load it.
    from cstoref.session.views.changes import written
    from cstoref.store.changes_between import stretch_of

    wanted = stretch_of(session.store, typed)
    if wanted is None:
        raise UserError("give two dates: changes 2010 2015-06-30")
    if wanted.record is None and "all" not in typed.split():
        wanted = wanted._replace(record=record)
    session.open_view("changes", written(wanted))
    return None


def _record_of_page(session: Session) -> str | None:
    """The record whose page is open; None elsewhere."""
    state = session.state
    if session.paged:
        target = session.target()
        return target.of if target and target.what == "record" else None
    return state.record if state.pane != "index" and not (state.view or state.source) else None


def _conflict_of(session: Session, concerned: list[Conflict]) -> Outcome:
    """Open the one conflict, or have one of several chosen."""
    if len(concerned) == 1:
        session.open_view("conflict", concerned[0].id)
        return None
    page = Target("statement", session.here.statement.id) if session.here.statement else None
    return ConflictChoices(f"{len(concerned)} conflicts concern this statement", concerned, page)


def _close_conflict(session: Session) -> Outcome:
    """Back to where a conflict was opened from; if it was opened first, to the record."""
    try:
        session.travel(-1)
    except UserError:
        session.open_view("", "")
    return None


def view_verb(id: str, entry: ViewEntry) -> Verb:
    """The verb that opens a view of the registry."""

    def run(session: Session, typed: str) -> Outcome:
        session.open_view(id)
        return None

    reason = {} if entry.keys else {EXPLORER: "x opens it, in turn with the other matrices"}
    return Verb(id, entry.help, run, GROUP, entry.keys, entry.words, entry.former, without=reason)


OPENED = tuple(view_verb(id, entry) for id, entry in VIEWS.items() if entry.help)
"""The verbs of the views that have no verb of their own."""

SECTIONS = {
    "members": "List the members, and other states that the sources mention.",
    "leaders": "List the leaders: people who hold or held office, or whom the sources quote.",
    "institutions": "List the institutions: bodies, offices, forces and bases.",
    "events": "List the events.",
    "agreements": "List the agreements and proposals.",
    "places": "List the places.",
    "sources": "List the sources.",
}
"""The verbs of the sections, which number keys open in the order of lists."""


def section_verb(id: str, help: str, number: int) -> Verb:
    """The verb that opens a section by its number."""

    def run(session: Session, typed: str) -> Outcome:
        sections = [*session.store.kinds, SOURCES]
        if number <= len(sections):
            session.open_section(sections[number - 1], typed)
        return None

    return Verb(id, help, run, "Sections", str(number), (id,), takes="[WORDS]")


NUMBERED = tuple(section_verb(id, help, number) for number, (id, help) in enumerate(SECTIONS.items(), 1))
