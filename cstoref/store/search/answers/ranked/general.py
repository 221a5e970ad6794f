"""Statements for any question, ranked by how much of it they meet."""

from __future__ import annotations

from cstoref import dates

from ...interpretation import Interpretation
from ...question_words import HOW_MANY, WHEN, WHO
from ...word_forms import singular
from .. import Answer
from ..shared.matches import by_record, listed, spoken_name, with_word
from .answer_items import items_of
from .evidence import Candidate, NamesNeeded, candidates, gather
from .figures import SIZES, asks_for_figure, figures_first, of_other_times
from .nearest import of_the_event, of_the_people, sums_first, unsaid, votes_first
from .scores import ONGOING, is_in_time, score
from .shares import fullest_first, parts_of
from .together import left_aside, never_together, of_both, own_words_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store


MEETING = ("decided", "adopted", "discussed", "outcome", "signed", "attended", "absent", "hosted", "chaired",
           "deferred")  # fmt: skip
"""Topics of what goes on at meetings."""
ONE_EACH = ("signed", "ratified", "attended", "absent", "refused")
"""Fields of which those who are named can be counted: `how many members signed`."""
OF_ITSELF = {"purpose": ("purpose", "mandate", "tasked"), "founded": ("founded", "became")}
"""Topics of a body of which what is said of another tells nothing, each with the fields that tell it."""
HAPPENED = ("outcome", "decided", "contributed", "attended", "signed", "adopted", "took_place", "discussed")
"""Topics of what somebody did, which a plan for it does not tell."""
FOREMOST = 3
"""Statements of which one must meet enough of a question."""
ENOUGH = 0.6
"""Share of the best score below which a statement answers nothing."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The statements that meet most of the question; None where none does."""
    reading = _of_everything(store, reading)
    evidence = gather(store, reading)
    parts = parts_of(store, reading, evidence)
    scored = _scored(store, reading, day, evidence)
    ranked = [candidate for points, candidate in scored if points >= scored[0][0] * ENOUGH]
    in_time = [one for one in ranked if is_in_time(reading, one)] if reading.period.given else ranked
    best = figures_first(store, reading, in_time or ranked)
    if not asks_for_figure(reading):
        best = fullest_first(parts, [one for _, one in scored], best, evidence)
    elif others := of_other_times(store, reading, best):
        best, in_time = others, []
    if not best:
        return _no_figure(store, reading) if ranked and asks_for_figure(reading) else None
    best, part = of_the_event(store, reading, best) if asks_for_figure(reading) else (best, "")
    best, people = of_the_people(store, reading, best)
    best = votes_first(store, reading, sums_first(store, reading, best))
    best = own_words_first(store, reading, _of_itself_first(reading, best))
    message, silent = "", False
    both: list[tuple[str, int]] = []
    if reading.period.given and reading.period.first > store.default_day:
        newest = dates.spoken(store.default_day)
        message = f"{reading.period.spoken} is after this edition. As last known on {newest}:"
    elif part:
        message, silent = f"The sources give no such number for {part}. Of the whole:", True
    elif people:
        message, silent = f"The sources name nobody of {people} there. What comes nearest:", True
    elif nearly := unsaid(store, reading, best):
        message, silent = nearly, True
    elif state := _without_figure(reading, best, evidence):
        message, silent = f"The sources give no such number for {state}. Those of others:", True
    elif _gives_no_number(store, reading, best[:FOREMOST]):
        message, silent = "The sources give no such number. What comes nearest:", True
    elif _only_planned(reading, best[:FOREMOST], day):
        message = "Only plans and proposals are known of this; nothing here says that it came about:"
    elif not in_time:
        message = f"Nothing about it is dated {reading.period.spoken} here. Of other times:"
    elif _misses_the_type(store, reading, best):
        names = " and ".join(thing.name for thing in reading.things) or f"“{' '.join(reading.rest)}”"
        called = singular(reading.called)
        message = f"No {called} of that description is in this reference. What it says of {names}:"
    elif missed := _missed(store, reading, best[0]) or never_together(store, reading, best, evidence):
        message = f"Nothing here says so of {missed}. What is known:"
        if both := of_both(store, reading):
            named = listed([spoken_name(store, thing) for thing in reading.things])
            message = f"Nothing here says just this. What it says of {named}:"
    elif other := left_aside(store, reading, best[0], evidence):
        message, silent = f"Nothing here says so of {other}. What is known:", True
    elif other := _of_another(reading, best[0]):
        message = f"Nothing here states this of {other} itself. What is known:"
    elif unmet := _unmet(reading, best, evidence):
        message = unmet
    read_as = _read_as(store, reading)
    items = by_record(both) if both else items_of(store, reading, best, day)
    share = parts.most(best[:FOREMOST], evidence)
    return Answer(read_as, items, message, complete=not message, silent=silent, ranked=True, share=share)


def _no_figure(store: Store, reading: Interpretation) -> Answer:
    """That no number of what is counted is given, where numbers of other things are."""
    named = listed([spoken_name(store, thing) for thing in reading.things])
    message = f"The sources give no such number{f' for {named}' if named else ''}."
    return Answer(_read_as(store, reading), (), message, complete=False, silent=True)


def _without_figure(reading: Interpretation, best: list[Candidate], evidence: NamesNeeded) -> str:
    """A state of which a number is asked, and which none of the statements concerns."""
    if not asks_for_figure(reading) or best[0].type in ("base", "unit"):  # its troops are those of a state
        return ""
    states = [thing for thing in reading.things if thing.kind == "member"]
    having = {thing.name: evidence.things[thing.record].scores for thing in states}
    return next((name for name, rows in having.items() if not any(c.number in rows for c in best)), "")


def _gives_no_number(store: Store, reading: Interpretation, best: Sequence[Candidate]) -> bool:
    """Whether a number is asked for, and the best statements have none but those of days and years."""
    if any(one.is_number for one in best) or (best[0].field in ONE_EACH and best[0].field in reading.topic):
        return False
    if reading.shape != HOW_MANY:
        return asks_for_figure(reading) and not any(one.field in SIZES for one in best)
    from ..shared.numerals import has_number

    texts = [row.statement.text for row in store.statements_numbered([one.number for one in best])]
    return not any(map(has_number, texts))


def _only_planned(reading: Interpretation, best: Sequence[Candidate], day: str) -> bool:
    """Whether the best statements of what was asked as having happened are plans or proposals, the days of
    which are over."""
    asks = {*reading.topic} & {*HAPPENED} or reading.shape == WHEN
    unsure = all(one.stance in ("planned", "proposed") and one.first <= day for one in best[:2])
    return bool(asks) and not reading.cue("intended") and unsure


def _unmet(reading: Interpretation, best: list[Candidate], evidence: NamesNeeded) -> str:
    """What to say where nothing was understood but words, and no statement has all of them."""
    several = reading.yes_or_no and len(reading.rest) > 1 and not (reading.fields or reading.titles)
    if not several and (not reading.only_words or reading.shape or reading.order):
        return ""
    having = [rows for rows, _ in evidence.words[: len(reading.rest)]]
    if max(sum(candidate.number in rows for rows in having) for candidate in best) == len(having):
        return ""
    return f"Nothing here has all of the words “{' '.join(reading.rest)}”. With some of them:"


def _of_everything(store: Store, reading: Interpretation) -> Interpretation:
    """A question for what was decided or discussed without its only thing, if that is what the pack is about:
    every meeting here is one of it."""
    only_subject = [thing.record for thing in reading.things] == [store.pack["subject"]]
    meets = {fields[0] for fields in reading.fields} <= {*MEETING} and bool(reading.fields)
    return reading._replace(things=()) if only_subject and meets and reading.period.given else reading


def _missed(store: Store, reading: Interpretation, top: Candidate) -> str:
    """The body that a question about a membership or office names, if the best statement is not about it."""
    if top.field not in ONGOING:
        return ""
    for thing in reading.things:
        row = store.database.execute(
            "SELECT EXISTS (SELECT 1 FROM about WHERE record = ? AND statement = ?)",
            (thing.record, top.number),
        ).fetchone()
        if not row[0] and thing.type in ("organization", "bloc"):
            return thing.name
    return ""


def _of_another(reading: Interpretation, top: Candidate) -> str:
    """The body whose purpose or founding is asked for, if the best statement gives that of something else."""
    bodies = [thing for thing in reading.things if thing.kind == "institution"]
    asks = bool(reading.fields) and reading.fields[0][0] in OF_ITSELF and len(reading.things) == 1
    return bodies[0].name if asks and bodies and top.subject != bodies[0].record else ""


def _of_itself_first(reading: Interpretation, best: list[Candidate]) -> list[Candidate]:
    """The statements with what the body itself is for, or when it was founded, first, where that is asked."""
    if not _of_another(reading, best[0]):
        return best
    body, fields = reading.things[0].record, OF_ITSELF[reading.fields[0][0]]
    return sorted(best, key=lambda one: one.subject != body or one.field not in fields)


def _misses_the_type(store: Store, reading: Interpretation, best: Sequence[Candidate]) -> bool:
    """Whether nothing but a thing of a type was asked for, and there is none."""
    shaped = reading.shape if reading.shape != WHO else ""  # whoever did something, it was to one of the type
    asks = reading.topic or reading.period.given or reading.titles or shaped
    if not reading.types or not (reading.things or reading.rest) or asks or best[0].type in reading.types:
        return False
    if bool(reading.things) != bool(reading.rest):
        return True
    from ..catalogue.candidates import records_having

    word = singular(reading.called.split()[-1])
    told, named = with_word(store, word), records_having(store, word)
    return not any(one.number in told or one.subject in named for one in best[:FOREMOST])


def _scored(
    store: Store, reading: Interpretation, day: str, evidence: NamesNeeded
) -> list[tuple[float, Candidate]]:
    """The candidates with their scores, the best first; as of a past day without what came later."""
    as_of = day if day < store.default_day else dates.LAST_DAY
    scored = [
        (score(reading, candidate, evidence, day), candidate)
        for candidate in candidates(store, reading, evidence)
        if candidate.first <= as_of
    ]
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].number))


def _read_as(store: Store, reading: Interpretation) -> str:
    """What was looked for: `signed by: Agreement on …, 2009`."""
    labels = [store.fields[field].label for field in reading.topic[:1] if field in store.fields]
    parts = [thing.name for thing in reading.things] or [" ".join(reading.rest)]
    if reading.things and reading.rest:
        parts.append("“" + " ".join(reading.rest) + "”")
    if reading.period.given:
        parts.append(reading.period.spoken)
    elif reading.order:
        parts.append(reading.order)
    subject = ", ".join(part for part in parts if part)
    if reading.only_words:
        return f"what is said with the words “{' '.join(reading.rest)}”"
    return f"{labels[0]}: {subject}" if labels and subject else labels[0] if labels else subject
