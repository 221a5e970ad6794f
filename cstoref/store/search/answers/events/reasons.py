"""Why something was done: only what the sources give as a reason of it answers.

Where they give none, the answer says so and shows what is known of what was done.
"""

from __future__ import annotations

from cstoref import dates, fold

from ...interpretation import Interpretation
from ...question_words import WHY
from ...synonyms import same
from ...word_forms import forms
from .. import Answer, AnswerItem
from ..bodies import member_status
from ..catalogue.candidates import records_having
from ..ranked import general
from ..shared.matches import by_record, concerning, matching, spoken_name, with_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from ...things import Thing

REASONS = ("reason", "motive", "explained")
HELP = ("contributed", "responded", "aided")
"""Topics of help that was sent."""
ASKED = "responded"
"""The field of whoever asked for it."""
ASKING = "appeal* OR asked OR request*"
NEARLY, FOREMOST = 0.75, 3
"""The share of a question that is nearly all of it, and the statements that an answer begins with."""
CAUSING = 'because OR owing OR "due to" OR "on account of" OR "as the reason" OR "want of" OR "lacked a"'
"""Words of a statement that give a cause in passing."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The statements that answer, if the sources give a reason of what was done; else that they give none."""
    acts = [word for word in (*reading.asked, *reading.rest) if word not in reading.cue("reason")]
    if reading.shape != WHY or not reading.things or not acts:
        return None
    plain = reading._replace(shape="", fields=tuple(f for f in reading.fields if f[0] not in REASONS))
    known = general.answer(store, reading, day)
    if known is None:
        return None
    in_it = member_status.has_not_left(store, plain, day)
    given = set() if in_it else _reasons(store, reading, acts)
    causes = set() if in_it or given.intersection(known.numbers) else _causes(store, reading, acts)
    if reading.cue("late").intersection(acts) and (delays := _delays(store, _causes(store, reading, acts))):
        return known._replace(items=by_record(delays), message="", complete=True, share=1.0)
    for telling in (given, causes):
        if telling.intersection(known.numbers):
            return known._replace(items=_first(known, telling), message="", complete=True, share=1.0)
    if requests := _requests(store, reading):
        return known._replace(items=by_record(requests), message="", complete=True, share=1.0)
    if elsewhere := _reasons_of_who_acts(store, reading, given):
        return known._replace(items=by_record(elsewhere), message="", complete=True, share=1.0)
    if said := _said_of_the_act(store, reading, known):
        return known._replace(items=_first(known, said), message="", complete=True, share=1.0)
    names = " and ".join(spoken_name(store, thing) for thing in reading.things)
    message = f"The sources give no reason for this: {names}, “{' '.join(acts)}”."
    status = member_status.answer(store, plain, day)
    if status and not in_it and (reasons := _reasons_among(store, reading, status.numbers)):
        return status._replace(items=_first(status, reasons), message="", complete=True)
    if not status and (others := _of_all(store, reading)):
        found = by_record(others)
        return known._replace(items=found, message=f"{message} Reasons given of other things about both:",
                              complete=False, silent=True)  # fmt: skip
    message = f"{message} {status.message}" if status else f"{message} What they do say:"
    return (status or known)._replace(message=message, complete=False, silent=True)


def _requests(store: Store, reading: Interpretation) -> list[tuple[str, int]]:
    """Who asked for what was sent, and who decided on it: why it came, where no other reason is given."""
    helped = {*HELP}.intersection(reading.topic) or reading.cue("sent")
    things = [thing for thing in reading.things if thing.kind not in ("institution", "leader")]
    asks = {"ask", *same(store, "ask")}.intersection(
        reading.words
    )  # why it was asked for is not known by that
    if not helped or asks or reading.negated or not things:
        return []
    asked = matching(store, ASKING).intersection(*(concerning(store, thing) for thing in things))
    rows = store.database.execute(
        "SELECT s.subject, s.number FROM statement s WHERE s.rank != 'deprecated' AND NOT s.negated "
        "AND s.start_earliest <= ?1 AND s.end_latest >= ?2 "
        "AND (s.number IN (SELECT value FROM json_each(?3)) AND s.field = ?4 OR s.field = 'decided') "
        "AND s.subject IN (SELECT subject FROM statement "
        "WHERE field = ?4 AND number IN (SELECT value FROM json_each(?3))) "
        "AND EXISTS (SELECT 1 FROM statement c WHERE c.subject = s.subject AND c.field = 'contributed') "
        "ORDER BY s.field != ?4, s.weight DESC",
        (
            reading.period.last or dates.LAST_DAY,
            reading.period.first,
            f"[{','.join(map(str, asked))}]",
            ASKED,
        ),
    )
    return list(rows.fetchall())


def _of_all_acts(store: Store, reading: Interpretation) -> set[int]:
    """The statements of the records of which one speaks of all that was done: refusing a visit is no refusal
    to sign. The words of one topic say the same together."""
    asked = [word for word in reading.asked if word not in reading.cue("reason")]
    acts = [asked, *([word] for word in reading.rest if word not in reading.cue("reason", "light"))]
    having = [set[int]().union(*(with_word(store, word) for word in words)) for words in acts if words]
    numbers = set.intersection(*having)
    rows = store.database.execute(
        "SELECT number FROM statement WHERE subject IN (SELECT subject FROM statement "
        f"WHERE number IN ({', '.join(map(str, numbers))}))"
    )
    return {number for (number,) in rows}


def _causes(store: Store, reading: Interpretation, acts: list[str]) -> set[int]:
    """The statements that say in passing why it was done: `did not take part because of the fighting`."""
    causing = matching(store, CAUSING)
    done = set[int]().union(*(with_word(store, word) for word in acts))
    fields = [field for field in reading.topic if field not in REASONS]
    rows = store.database.execute(
        f"SELECT number FROM statement WHERE number IN ({', '.join(map(str, causing))}) "
        f"AND field IN ({', '.join('?' * len(fields))})",
        fields,
    )
    causing &= done | {number for (number,) in rows}
    for thing in reading.things:
        causing &= concerning(store, thing) | _of_events_named(store, thing)
    return causing


def _said_of_the_act(store: Store, reading: Interpretation, known: Answer) -> set[int]:
    """Those of the foremost statements of an answer to nearly all of the question that give a cause of what
    whoever is named first did; the place, such as the host of an exercise, need not be named in them."""
    fields = {*reading.topic}.difference(REASONS)
    if known.share < NEARLY or not fields:
        return set()
    causing = matching(store, CAUSING) & concerning(store, min(reading.things, key=lambda one: one.places))
    rows = store.statements_numbered(known.numbers[:FOREMOST])
    numbers = zip(known.numbers, rows, strict=False)
    return {number for number, row in numbers if number in causing and row.statement.field in fields}


def _reasons_among(store: Store, reading: Interpretation, numbers: list[int]) -> set[int]:
    """The reasons among some statements that concern the states and people named."""
    fields = dict(
        zip(numbers, (row.statement.field for row in store.statements_numbered(numbers)), strict=True)
    )
    given = {number for number, field in fields.items() if field in REASONS}
    acting = [thing for thing in reading.things if thing.kind in ("member", "leader")]
    return given.intersection(*(concerning(store, thing) for thing in acting)) if acting else set()


def _delays(store: Store, causes: set[int]) -> list[tuple[str, int]]:
    """Those of the statements with a cause that say that something was put off."""
    rows = store.database.execute(
        "SELECT subject, number FROM statement WHERE field = 'deferred' AND rank != 'deprecated' "
        f"AND number IN ({', '.join(map(str, causes))})"
    )
    return list(rows.fetchall())


def _of_events_named(store: Store, thing: Thing) -> set[int]:
    """The statements of the events with the name of a state in theirs: all that is said of an operation there
    is about it."""
    if thing.kind != "member":
        return set()
    events = records_having(store, fold.words(thing.name).split()[0])
    rows = store.database.execute(
        "SELECT s.number FROM statement s JOIN record r ON r.id = s.subject AND r.kind = 'event' "
        f"WHERE s.subject IN ({', '.join('?' * len(events))})",
        tuple(events),
    )
    return {number for (number,) in rows}


def _reasons_of_who_acts(store: Store, reading: Interpretation, given: set[int]) -> list[tuple[str, int]]:
    """The reasons of the time that is asked about that concern whoever acts, whatever place is named: that of
    a meeting is not named where somebody's absence is explained. Nothing without a time, or of a state that
    is only one of several."""
    things = [thing for thing in reading.things if thing.kind != "place"]
    if not things or len(things) == len(reading.things) or not reading.period.given:
        return []
    numbers = given.intersection(*(concerning(store, thing) for thing in things))
    rows = store.database.execute(
        f"SELECT subject, number FROM statement WHERE number IN ({', '.join(map(str, numbers))}) "
        "AND start_earliest <= ? AND end_latest >= ? ORDER BY weight DESC",
        (reading.period.last, reading.period.first),
    )
    return list(rows.fetchall())


def _of_all(store: Store, reading: Interpretation) -> list[tuple[str, int]]:
    """The reasons that concern all of several things, in the time that is asked about."""
    if len(reading.things) < 2:
        return []
    numbers = set.intersection(*(concerning(store, thing) for thing in reading.things))
    period = reading.period
    rows = store.database.execute(
        f"SELECT subject, number FROM statement WHERE number IN ({', '.join(map(str, numbers))}) "
        f"AND field IN ({', '.join('?' * len(REASONS))}) AND rank != 'deprecated' "
        "AND (? OR (start_earliest <= ? AND end_latest >= ?)) ORDER BY weight DESC",
        (*REASONS, not period.given, period.last, period.first),
    )
    return list(rows.fetchall())


def _first(known: Answer, given: set[int]) -> tuple[AnswerItem, ...]:
    """The records of an answer, those with a reason first, and in each the reasons first."""
    ordered = sorted(known.items, key=lambda item: not given.intersection(item.statements))
    return tuple(
        item._replace(
            statements=tuple(sorted(item.statements, key=lambda number: number not in given)), summary=""
        )
        if given.intersection(item.statements)
        else item
        for item in ordered
    )


def _reasons(store: Store, reading: Interpretation, acts: list[str]) -> set[int]:
    """The reasons that are given of what was done: the statement, or the record that it is on, speaks of
    it."""
    expression = " OR ".join(
        f'"{form}"{star}' for word in acts for form, star in forms(word, same(store, word))
    )
    rows = store.database.execute(
        "SELECT s.number FROM statement s WHERE s.field IN (?, ?, ?) AND s.rank != 'deprecated' "
        "AND (s.number IN (SELECT rowid FROM statement_text WHERE statement_text MATCH ?) "
        "OR s.subject IN (SELECT x.subject FROM statement_text t JOIN statement x ON x.number = t.rowid "
        "JOIN record r ON r.id = x.subject "
        "WHERE statement_text MATCH ? AND r.kind IN ('event', 'agreement')))",
        (*REASONS, f"{{text}} : ({expression})", f"{{text}} : ({expression})"),
    )
    called = set[str]().union(*(records_having(store, word) for word in acts))
    named = store.database.execute(
        f"SELECT number FROM statement WHERE subject IN ({', '.join('?' * len(called))}) "
        "AND field IN (?, ?, ?) AND rank != 'deprecated'",
        (*called, *REASONS),
    )
    given = {number for (number,) in (*rows, *named)}
    given &= _of_all_acts(store, reading) if len(acts) > 1 else given
    for thing in reading.things:
        if thing.kind == "leader":  # what moved others is no reason of this person
            given &= concerning(store, thing)
    return given
