"""What somebody said: `what did lukashenko say about armenia`, `what did armenia say in 2023`.

Only what the sources give as said by that person, or by whoever spoke for that state or body, is an answer.
Where they give nothing of it, the answer says so, and then shows what else the speaker said and what others
say of the matter, each marked as such.
"""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

from ...interpretation import Interpretation
from ...periods import in_words
from ...question_words import COMPARE, HOW_MANY, WHO, WHY
from ...things import Thing
from .. import MOST, Answer, AnswerItem
from ..shared.matches import by_record, concerning, spoken_name, with_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstoref.store.queries import Store

SPEECH = ("said", "accused", "criticised", "praised", "complained", "promised")
"""Topics that ask for what somebody said, the plain one first."""
TOOK_SIDES = ("supported", "opposed")
"""Fields that tell what somebody spoke for or against."""
SPEAKERS = ("leader", "member", "institution")
ABOUT = ("about", "of", "on", "over", "regarding", "concerning", "against", "to", "towards", "for")
"""Words after which a name is what is spoken of, and not who speaks."""
NO_SPEAKER = ("in", "at", "with", "between", "from", "inside", *ABOUT)
MOST_OTHER = 5
"""Statements of other matters that are shown where nothing answers."""


class Said(NamedTuple):
    """A statement that somebody made."""

    number: int
    subject: str
    field: str
    first: str
    last: str
    by: str


_SAID = (
    "SELECT s.number, s.subject, s.field, coalesce(s.start_earliest, ''), coalesce(s.end_latest, ''), "
    "coalesce(s.said_by, '') FROM statement s JOIN field f ON f.id = s.field "
    "WHERE s.rank != 'deprecated' AND NOT s.negated"
)


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """What the speaker said of what is asked, or that the sources have nothing of it."""
    if _is_on_a_matter(reading):
        reading = reading._replace(fields=((SPEECH[0],),))
    speaker = _speaker(reading)
    if speaker is None:
        return None
    matters = [thing for thing in reading.things if thing.record != speaker.record]
    words = (*reading.rest, *reading.unknown)
    everything = [row for row in _said_by(store, speaker) if row.first <= day or day >= store.default_day]
    in_time = [row for row in everything if _is_in_time(reading, row)]
    narrow = reading.fields[0][0] != SPEECH[0]
    fitting = [row for row in in_time if row.field in reading.topic] if narrow else in_time
    wanted = _about(store, matters, words)
    meant = [row for row in fitting if wanted is None or row.number in wanted]
    meant = meant or _of_the_affair(store, fitting, matters, words)
    read_as = ", ".join(
        filter(None, (f"said by {speaker.name}", _of_what(store, matters, words), reading.period.spoken))
    )
    if meant:
        return Answer(
            read_as, _by_subject(_ordered(meant, reading), speaker), more=max(0, len(meant) - MOST * 2)
        )
    if in_time and reading.period.given:
        everything = in_time
    others = _others(store, speaker, everything, wanted, "" if matters or words else reading.period.spoken)
    return Answer(
        read_as, others, _nothing(reading, store, speaker, matters, words), complete=False, silent=True
    )


def _is_on_a_matter(reading: Interpretation) -> bool:
    """Whether somebody and a matter are named as in a headline: `lukashenko on armenia`."""
    asks = reading.fields or reading.types or reading.titles or reading.rest or reading.shape or reading.asks
    if asks or len(reading.things) != 2 or reading.things[0].kind != "leader":
        return False
    between = reading.words[max(reading.things[0].places) + 1 : min(reading.things[1].places)]
    return bool(between) and between[0] in ("on", "about") and reading.things[0].places[0] == 0


def _speaker(reading: Interpretation) -> Thing | None:
    """Who is asked to have spoken: the first name that is not what is spoken of."""
    asked = reading.fields and reading.fields[0][0] in SPEECH
    if not asked or reading.titles or reading.types or reading.shape in (WHY, HOW_MANY, COMPARE):
        return None
    if any(fields[0] not in (*SPEECH, "membership", "left", "suspended") for fields in reading.fields):
        return None
    if reading.shape == WHO and not {*reading.words} & {"did", "does", "do", "has", "whom"}:
        return None  # who accused Armenia asks for the speaker
    for thing in reading.things:
        before = [word for word in reading.words[: min(thing.places, default=0)] if word != "the"][-2:]
        spoken_of = before[-1:] != [] and before[-1] in NO_SPEAKER
        spoken_of = spoken_of and not (
            before[-1] == "of" and before[0] in reading.asked
        )  # the words of Putin
        if thing.kind in SPEAKERS and thing.type != "office" and not spoken_of:
            return thing
    return None


def _said_by(store: Store, speaker: Thing) -> list[Said]:
    """What somebody said; of a state or body also what those said who then held one of its offices."""
    rows = store.database.execute(
        f"{_SAID} AND (s.said_by = ?1 OR (s.subject = ?1 AND (s.said_by_text IS NOT NULL "
        f"OR f.page_group = 'Said' OR s.field IN ({', '.join('?' * len(TOOK_SIDES))})))) ORDER BY s.number",
        (speaker.record, *TOOK_SIDES),
    )
    own = [Said(*row) for row in rows]
    return own if speaker.kind == "leader" else [*own, *_said_in_office(store, speaker)]


def _said_in_office(store: Store, body: Thing) -> list[Said]:
    """What the holders of the offices of a state or body said while they held them."""
    terms: dict[str, list[tuple[str, str]]] = {}
    for holder, first, last in store.database.execute(
        "SELECT t.subject, t.start_earliest, t.end_latest FROM office o JOIN statement t ON t.value = o.id "
        "WHERE o.body = ? AND t.field = 'office' AND t.start_earliest IS NOT NULL",
        (body.record,),
    ):
        terms.setdefault(holder, []).append((first, last))
    rows = store.database.execute(
        f"{_SAID} AND f.page_group = 'Said' AND s.subject != ? "
        f"AND s.said_by IN ({', '.join('?' * len(terms))}) ORDER BY s.number",
        (body.record, *terms),
    )
    said = [Said(*row) for row in rows]
    return [
        row for row in said if any(first <= row.last and last >= row.first for first, last in terms[row.by])
    ]


def _is_in_time(reading: Interpretation, row: Said) -> bool:
    period = reading.period
    return not period.given or bool(row.first and row.first <= period.last and row.last >= period.first)


def _about(store: Store, matters: Sequence[Thing], words: Sequence[str]) -> set[int] | None:
    """The statements that concern all these things and have all these words; None where nothing is asked."""
    wanted: set[int] | None = None
    for having in (
        *(concerning(store, thing) for thing in matters),
        *(with_word(store, word) for word in words),
    ):
        wanted = having if wanted is None else wanted & having
    return wanted


def _of_the_affair(
    store: Store, rows: Sequence[Said], matters: Sequence[Thing], words: Sequence[str]
) -> list[Said]:
    """Those of the statements that are about an event which concerns all these things: what somebody said in
    an affair need not name the place again."""
    if words or not matters:
        return []
    concerned = [concerning(store, thing) for thing in matters]
    found = store.database.execute(
        "SELECT DISTINCT s.subject, s.number FROM statement s JOIN record r ON r.id = s.subject "
        f"AND r.kind = 'event' WHERE s.subject IN ({', '.join('?' * len({row.subject for row in rows}))})",
        tuple({row.subject for row in rows}),
    ).fetchall()
    subjects = [{subject for subject, number in found if number in having} for having in concerned]
    return [row for row in rows if all(row.subject in having for having in subjects)]


def _ordered(rows: Iterable[Said], reading: Interpretation) -> list[Said]:
    """The newest first: of the first field that is asked for, then of the others, then figures and the
    like."""
    newest = sorted(rows, key=lambda row: row.first, reverse=True)
    place = {field: at for at, field in enumerate(reading.topic)}
    return sorted(newest, key=lambda row: place.get(row.field, len(place)) if SPEECH[0] not in place else 0)


def _by_subject(rows: Sequence[Said], speaker: Thing) -> tuple[AnswerItem, ...]:
    """The statements by record, those of the speaker's own first."""
    first = sorted(rows[: MOST * 2], key=lambda row: row.subject != speaker.record)
    return by_record((row.subject, row.number) for row in first)


def _others(
    store: Store, speaker: Thing, everything: Sequence[Said], wanted: set[int] | None, when: str
) -> tuple[AnswerItem, ...]:
    """What else the speaker said of it, or at other times than `when`, or of other matters; then what others
    say of it."""
    newest = sorted(everything, key=lambda row: row.first, reverse=True)
    same = [row.number for row in newest if wanted is not None and row.number in wanted]
    note = "also said of this" if same else "said at other times" if when else "said about other matters"
    items = []
    if shown := (same or [row.number for row in newest])[:MOST_OTHER]:
        items.append(AnswerItem(speaker.record, tuple(shown), note))
    if wanted:
        own = {row.number for row in everything}
        items += _of_others(store, speaker, [number for number in wanted if number not in own])
    return tuple(items)


def _of_others(store: Store, speaker: Thing, numbers: Sequence[int]) -> list[AnswerItem]:
    """What others said of the matter, the most telling first, marked as theirs."""
    rows = store.database.execute(
        "SELECT s.said_by, s.number FROM statement s JOIN field f ON f.id = s.field "
        f"WHERE s.number IN ({', '.join(map(str, numbers))}) AND f.page_group = 'Said' "
        "AND s.said_by IS NOT NULL AND s.said_by != ? AND s.rank != 'deprecated' "
        "ORDER BY s.start_earliest DESC LIMIT ?",
        (speaker.record, MOST_OTHER),
    )
    return [item._replace(note="said by others") for item in by_record(rows)]


def _nothing(
    reading: Interpretation, store: Store, speaker: Thing, matters: Sequence[Thing], words: Sequence[str]
) -> str:
    """`The sources have nothing that Alexander Lukashenko said about Armenia in 2009.`"""
    about = _of_what(store, matters, words)
    when = f" {in_words(reading.period)}" if reading.period.given else ""
    field, who = reading.fields[0][0], spoken_name(store, speaker)
    if field != SPEECH[0]:
        verb = f"{store.fields[field].label} {about or 'anybody'}"
        return f"The sources do not say that {who} {verb}{when}."
    return f"The sources have nothing that {who} said{f' about {about}' if about else ''}{when}."


def _of_what(store: Store, matters: Sequence[Thing], words: Sequence[str]) -> str:
    said = [spoken_name(store, thing) for thing in matters]
    return ", ".join((*said, f"“{' '.join(words)}”") if words else said)
