"""What may, can or must be done: `can a member host foreign bases`, `who can become an observer`.

Such a question asks for a rule, and what somebody once did is none. Where no rule has most of its words, the
sources do not say.
"""

from __future__ import annotations

from ...interpretation import Interpretation
from ...lexicon import FILLER
from ...question_words import MAY, MIGHT
from ...synonyms import same, same_in_rules
from ...word_forms import forms
from .. import Answer
from ..shared.matches import by_record, concerning, matching

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

ASKING = frozenset(("who", "when", "what", "which", "where", "how", "why"))
POLITE = frozenset(("i", "we", "you", "one"))
FIELDS = ("provides", "mandate", "condition")
DECIDED = ("decided", "adopted", "outcome")
"""Fields that give a rule where the text has a word for a duty or a permission."""
BINDING = "need OR needs OR must OR requires OR require OR bars OR forbids OR allows OR obliged OR allowed"
UNSURE = ("planned", "proposed", "predicted", "opinion")
ENOUGH = 0.6
"""Share of the telling words that a rule must have."""
SHORT = 4
"""Letters up to which a root may begin words that mean something else."""
ENDINGS = ("", "s", "e", "es", "ed", "d", "ing")
MOST = 8


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The rules with most of the words, those with all of them first; None where no rule is asked for."""
    if not is_asked(reading):
        return None
    telling = _telling(store, reading)
    rules = _rules(store, reading, telling)
    read_as = f"a rule about “{' '.join(telling)}”" if telling else "a rule"
    if rules:
        return Answer(read_as, by_record(rules), "What the rules say about it:")
    about = f" about “{' '.join(telling)}”" if telling else " of that kind"
    message = f"The sources give no rule{about}."
    return Answer(read_as, (), message, complete=False, silent=True)


def about(store: Store, reading: Interpretation) -> Answer | None:
    """The rules with most of the words of a question that does not ask for a rule; None without one."""
    telling = _telling(store, reading)
    named = {reading.words[place] for thing in reading.things for place in thing.places}
    rules = _rules(store, reading, telling) if {*telling} - named else []  # a name alone asks for no rule
    message = "What the rules say about it:"
    return Answer(f"a rule about “{' '.join(telling)}”", by_record(rules), message) if rules else None


def is_asked(reading: Interpretation) -> bool:
    """Whether the verb is one for what is allowed or a duty; the month of May is none."""
    if reading.asks:
        return False
    words = (*reading.words, "", "", "", "")
    if reading.cue("rules"):
        return True
    if reading.cue("allowed"):
        return reading.yes_or_no or words[0] in ASKING
    if words[0] in MIGHT and not reading.period.given:
        return words[1] not in POLITE
    place = next((at for at in range(4) if words[at] in MAY), -1)
    if place < 0 or (place and words[0] not in ASKING):
        return False
    after = words[place + 1]
    month = words[place] == "may" and (reading.period.given or not after)
    return not month and after not in POLITE


def _telling(store: Store, reading: Interpretation) -> list[str]:
    """The words that tell what the rule is about."""
    subject = {
        place
        for thing in reading.things
        for place in thing.places
        if thing.record == store.pack["subject"] or thing.kind in ("member", "leader")
    }
    skipped = reading.cue(FILLER, "light-in-rules") | MAY
    return [word for at, word in enumerate(reading.query.words) if at not in subject and word not in skipped]


def _rules(store: Store, reading: Interpretation, telling: list[str]) -> list[tuple[str, int]]:
    """Rules by their record, those with most of the words first."""
    having = [matching(store, _expression(store, word)) for word in telling]
    counts = {number: sum(number in rows for rows in having) for rows in having for number in rows}
    counts = {number: count for number, count in counts.items() if count >= len(telling) * ENOUGH}
    for thing in reading.things:
        if thing.kind == "leader":  # what one person may do is in no rule for all
            of_person = concerning(store, thing)
            counts = {number: count for number, count in counts.items() if number in of_person}
    binding = matching(store, BINDING)
    rows = store.database.execute(
        "SELECT subject, number, field FROM statement WHERE "
        f"number IN ({', '.join(map(str, counts))}) AND field IN ({', '.join('?' * len(FIELDS + DECIDED))}) "
        f"AND stance NOT IN ({', '.join('?' * len(UNSURE))}) AND rank != 'deprecated' ORDER BY weight DESC",
        (*FIELDS, *DECIDED, *UNSURE),
    )
    rules = [(subject, number) for subject, number, field in rows if field in FIELDS or number in binding]
    return sorted(rules, key=lambda row: -counts[row[1]])[:MOST]


def _expression(store: Store, word: str) -> str:
    """The forms of a word; a short one with the endings of verbs only, so that `join` is not `joint`."""
    sought = []
    group = same_in_rules(store, word)
    for form, star in (pair for other in group for pair in forms(other, same(store, other))):
        short = star and len(form) <= SHORT
        sought += [f'"{form}{ending}"' for ending in ENDINGS] if short else [f'"{form}"{star}']
    return " OR ".join(sought)
