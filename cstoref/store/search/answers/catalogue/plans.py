"""What is planned where nothing later has happened: `next summit`.

A plan is shown as a plan, and where its day is over, the answer says that nothing here tells whether it came
about.
"""

from __future__ import annotations

from cstoref import dates, fold

from ...interpretation import Interpretation
from ...periods import period
from ...word_forms import STOPWORDS
from .. import Answer, AnswerItem
from ..shared.matches import by_record, concerning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store


def planned(
    store: Store, reading: Interpretation, after: str, day: str, last: AnswerItem | None
) -> Answer | None:
    """The first plan for something of the types that is asked for, for a day later than `after`; None without
    one. `last` is what took place last."""
    called = [fold.words(thing.name).split()[0] for thing in reading.things if thing.kind == "event"]
    words = [*_words(store, reading), *called]
    rows = store.database.execute(
        "SELECT s.number, s.subject, s.edtf, s.start_earliest, s.text FROM statement_text t "
        "JOIN statement s ON s.number = t.rowid WHERE statement_text MATCH ? AND s.stance = 'planned' "
        "AND s.start_earliest > ? AND NOT s.negated AND s.rank != 'deprecated' ORDER BY s.start_earliest",
        (f"{{text}} : ({' OR '.join(f'{chr(34)}{word}{chr(34)}*' for word in words)})", after),
    ).fetchall()
    if not rows:
        return None
    rows = [row for row in rows if {*called} & {*fold.words(row[4]).split()}] or rows
    subject = store.pack["subject"]
    limits = [
        one for one in reading.things if one.kind in ("member", "institution") and one.record != subject
    ]
    concerned = [concerning(store, thing) for thing in limits]
    rows = [row for row in rows if all(row[0] in having for having in concerned)]
    if not rows:
        return None
    alike = _words_of(store, last, reading)
    number, subject, edtf, start, text = max(rows, key=lambda row: len(alike & {*fold.words(row[4]).split()}))
    when = dates.spoken(edtf)
    foretold, _ = period(tuple(fold.words(text).split()))
    if foretold.given and foretold.first > start:  # dated by the report, and planned for a later day
        start, when = foretold.first, foretold.spoken
    items = (AnswerItem(subject, (number,), f"planned for {when}"), *((last,) if last else ()))
    what = reading.called
    next_one = (
        f"next of the {what}" if any(thing.name == what for thing in reading.things) else f"next {what}"
    )
    if start > day:
        return Answer(
            f"next {what} after {dates.spoken(day)}", items, f"The {next_one} is planned for {when}."
        )
    message = (
        f"The {next_one} was planned for {when}. Nothing here says whether it took place. "
        "The plan, and the last one that did:"
    )
    return Answer(f"next {what} after {dates.spoken(day)}", items, message, complete=False)


def planned_within(store: Store, reading: Interpretation) -> Answer | None:
    """All plans for something of the types that is asked for, within a time of which nothing else is known;
    None without one."""
    if not reading.period.given:
        return None
    either = " OR ".join(f'"{word}"*' for word in _words(store, reading))
    rows = store.database.execute(
        "SELECT s.subject, s.number FROM statement_text t JOIN statement s ON s.number = t.rowid "
        "WHERE statement_text MATCH ? AND s.stance = 'planned' AND NOT s.negated AND s.rank != 'deprecated' "
        "AND s.start_earliest <= ? AND s.end_latest >= ? ORDER BY s.start_earliest",
        (f"{{text people}} : ({either})", reading.period.last, reading.period.first),
    ).fetchall()
    having = [concerning(store, one) for one in reading.things if one.record != store.pack["subject"]]
    rows = [row for row in rows if all(row[1] in each for each in having)]
    if not rows or {*reading.rest} - reading.cue("light-in-lists"):
        return None
    message = f"Only plans for {reading.period.spoken} are known here:"
    return Answer(f"{reading.called} planned for {reading.period.spoken}", by_record(rows), message)


def _words_of(store: Store, last: AnswerItem | None, reading: Interpretation) -> set[str]:
    """The telling words of what took place last, and the one that was typed: a plan for the like has more of
    them than another."""
    rows = store.statements_numbered(last.statements) if last else []
    words = {word for row in rows for word in fold.words(row.statement.text).split()}
    return {word for word in words if word not in STOPWORDS and not word.isdigit()} | {reading.called}


def _words(store: Store, reading: Interpretation) -> list[str]:
    """The words for the types that are asked for, and for what is like them."""
    rows = store.database.execute(
        "SELECT phrase, key FROM phrase WHERE list = 'type' AND instr(phrase, ' ') = 0"
    )
    alike = {phrase for phrase, key in rows if {*key.split()} & {*reading.types}}
    return sorted(alike) or [reading.called]
