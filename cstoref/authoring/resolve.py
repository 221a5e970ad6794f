"""From what an author wrote to a statement: who is meant, which field, when, and where each quote stands.

The rules of a pack that go beyond the shape of its files are here: ids and their keys, `who` lists,
the speaker by default, time inherited from an event, references that must exist.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

from cstoref import dates
from cstoref.attributes import ATTRIBUTES, NAMES
from cstoref.model import Citation, Record, Relay, Role, Statement, Value, concerned

from . import limits, quotes
from .declared import Declared, FieldRule
from .faulty import Faulty
from .ids import statement_id
from .problems import Problems, Spot, did_you_mean
from .schema import AuthoredCite, AuthoredNumber, AuthoredStatement

WHO = "{who}"
"""In a text, what stands for each of several records."""
PLACEHOLDER = re.compile(r"\{[a-z]+(?:_[a-z]+)*\}")
SHOWN = 300
"""Letters of a quote that a problem repeats."""
_WORDED_ROLES = ("who", "to", "with", "place", "opposed_by")
# `for` and `with` are keywords of Python, thus the attributes have other names than the keys.
_ATTRIBUTES = {"for": "for_", "with": "with_"}
_RECORD_ROLES = tuple(
    (name, _ATTRIBUTES.get(name, name), f"{name}_text" if name in _WORDED_ROLES else "")
    for name in ("who", "for", "instead_of", "to", "with", "place", "at", "topic", "opposed_by")
)
"""Each role with the attributes of its records and of its words."""
_ROLE_KEYS = {
    *("condition", "outcome"),
    *(key for _, of_records, of_words in _RECORD_ROLES for key in (of_records, of_words)),
}
_COMPUTED = dict.fromkeys(attribute.name for attribute in ATTRIBUTES if attribute.computed)
"""What is worked out when the pack is compiled, and not known yet."""
_in_order = itemgetter(*NAMES)


class Known(NamedTuple):
    """What statements may refer to: records by id, the texts of sources, and sources without a text."""

    records: Mapping[str, Record]
    texts: Mapping[str, str]
    sources: Mapping[str, bool]
    """Source id to whether the pack has its text."""
    attached: Collection[str]
    """Sources that were cited before their text was there: a citation of them may lack a quote."""
    faulty: Faulty
    """What is written in the pack and has a problem of its own."""
    absent: Callable[[str], str] = lambda _: ""
    """Why something with this id is not among them, where that is known."""


class Resolver:
    """Turns authored statements into statements, noting every problem it meets."""

    def __init__(self, known: Known, declared: Declared, problems: Problems) -> None:
        self._known = known
        self._declared = declared
        self._problems = problems
        self._sought = 0

    def statements(self, subject: Record, authored: AuthoredStatement, spot: Spot) -> Iterator[Statement]:
        """One statement, or one for each `who` where `{who}` stands in the text."""
        rule = self._rule(subject, authored, spot)
        if rule is None:
            return
        if authored.who and WHO in authored.text:
            for who in authored.who:
                record = self._record(who, spot.at("who"))
                if record is not None:
                    text = authored.text.replace(WHO, record.name)
                    if len(text) > limits.FIELD.most:
                        self._problems.beyond(spot.at("text"), limits.FIELD, f"once {WHO} is filled in, has")
                        return
                    one = authored.model_copy(update={"who": [who], "text": text})
                    yield self._statement(subject, one, rule, spot)
        else:
            yield self._statement(subject, authored, rule, spot)

    def citations(self, cites: list[AuthoredCite] | None, spot: Spot) -> tuple[Citation, ...]:
        """Each quote with its place in its source; a problem for each not found or there twice."""
        resolved: dict[tuple[str, int | None, int | None], Citation] = {}
        for number, cite in enumerate(cites or ()):
            here = spot.at("cite", "cite", number)
            citation = self._citation(cite, here)
            # The first three parts are source, start and end: what makes two citations the same passage.
            if citation and resolved.setdefault(citation[:3], citation) is not citation:
                self._problems.add(here, f'"{cite.source}" is cited twice for the same; keep one')
        return tuple(resolved.values())

    def when(self, text: str | None, spot: Spot, key: str) -> str | None:
        """The date as it was written under a key, if it can be read."""
        return None if text is None else read_date(text, spot, key, self._problems)

    def reference(self, id: str, spot: Spot) -> bool:
        """Whether a record has this id; a problem if not."""
        return self._record(id, spot) is not None

    def _rule(self, subject: Record, authored: AuthoredStatement, spot: Spot) -> FieldRule | None:
        fields = self._declared.fields
        rule = fields.get(authored.field)
        if rule is None:
            self._problems.add(
                spot.at("field"),
                f'no field "{authored.field}"{did_you_mean(authored.field, fields)}',
            )
            return None
        if rule.on and subject.kind not in rule.on and all(kind in self._declared.kinds for kind in rule.on):
            self._problems.add(
                spot.at("field"),
                f'"{authored.field}" is stated on {" or ".join(rule.on)}, not on {subject.kind}; '
                "move the statement to the record it is about",
            )
        for role in rule.needs:
            attribute = _ATTRIBUTES.get(role, role)
            if not getattr(authored, attribute) and not getattr(authored, f"{role}_text", None):
                self._problems.add(spot.at(role), f'"{authored.field}" needs `{role}`')
        return rule

    def _statement(
        self, subject: Record, authored: AuthoredStatement, rule: FieldRule, spot: Spot
    ) -> Statement:
        roles = tuple(self._roles(authored, spot))
        value = self._value(authored, rule, spot)
        said_by = authored.said_by or self._speaker(subject, authored, rule)
        if authored.said_by:
            self._record(authored.said_by, spot.at("said_by"))
        self._check_grounds(authored, spot)
        self._check_placeholders(authored, spot)
        said_on = self.when(authored.said_on, spot, "said_on")
        attributes = _in_order({**authored.__dict__, **_COMPUTED, "said_by": said_by, "said_on": said_on})
        return Statement(
            _statement_id(subject, authored, rule),
            subject.id,
            authored.field,
            authored.text,
            value,
            roles,
            concerned(subject.id, roles, value.text if value and rule.field.value == "record" else None),
            self.when(authored.when, spot, "when") or self._inherited(subject, roles),
            tuple(self._relays(authored, spot)),
            (*self.citations(authored.cite, spot), *self._confirming(authored, spot)),
            tuple(authored.from_ or ()),
            *attributes,
        )

    def _check_grounds(self, authored: AuthoredStatement, spot: Spot) -> None:
        if not authored.cite and not authored.from_:
            self._problems.add(spot, "nothing it rests on; add `cite`, or `from` and `rule`")
        if authored.from_ and not authored.rule:
            self._problems.add(spot.at("rule"), "an inferred statement needs the rule")
        if authored.rank == "deprecated" and not authored.rank_reason:
            self._problems.add(spot.at("rank_reason"), "say why the statement is deprecated")

    def _check_placeholders(self, authored: AuthoredStatement, spot: Spot) -> None:
        """Note what was to be filled in and is left, in whichever words a reader sees."""
        for key, words in _words_of(authored):
            for placeholder in dict.fromkeys(PLACEHOLDER.findall(words)):
                if placeholder != WHO:
                    message = f"{placeholder} is not filled in; only {WHO} is, in `text`"
                elif key == "text":
                    message = f"{WHO} stands for each record in `who`, and none is given; add `who = […]`"
                else:
                    message = f"{WHO} is filled in only in `text`; write the name, or words for all of them"
                self._problems.add(spot.at(key), message)

    def _confirming(self, authored: AuthoredStatement, spot: Spot) -> Iterator[Citation]:
        """The citations that show that an open state still held on a later day."""
        given, here = authored.confirmed, spot.at("confirmed")
        if given is None:
            return
        day = self.when(given.on, here, "on")
        if day and "/" in day:
            self._problems.add(here.at("on"), "give the one day on which the state still held")
        if not (authored.when or "").endswith("/.."):
            self._problems.add(here, "only an open state is confirmed; write `when` as START/..")
        for citation in self.citations(given.cite, here):
            yield citation._replace(confirms=day)

    def _speaker(self, subject: Record, authored: AuthoredStatement, rule: FieldRule) -> str | None:
        if not rule.speech or authored.said_by_text:
            return None
        if authored.who:
            return authored.who[0] if len(authored.who) == 1 else None
        return subject.id if self._declared.kinds[subject.kind].kind.speaks else None

    def _inherited(self, subject: Record, roles: tuple[Role, ...]) -> str | None:
        if self._is_dated(subject):
            return subject.when
        for role in roles:
            record = self._known.records.get(role.record or "")
            if role.role == "at" and record is not None and self._is_dated(record):
                return record.when
        return None

    def _is_dated(self, record: Record) -> bool:
        return self._declared.kinds[record.kind].kind.dated

    def _roles(self, authored: AuthoredStatement, spot: Spot) -> Iterator[Role]:
        if _ROLE_KEYS.isdisjoint(authored.model_fields_set):
            return
        given = authored.__dict__
        for name, of_records, of_words in _RECORD_ROLES:
            for id in given[of_records] or ():
                self._record(id, spot.at(name))
                yield Role(name, id, None)
            if words := given.get(of_words):
                yield Role(name, None, words)
        for name, words in (("condition", authored.condition), ("outcome", authored.outcome)):
            if words:
                yield Role(name, None, words)

    def _value(self, authored: AuthoredStatement, rule: FieldRule, spot: Spot) -> Value | None:
        given, wanted = authored.value, rule.field.value
        if given is None:
            if wanted == "record":
                self._problems.add(spot.at("value"), f'"{authored.field}" needs a record as value')
            return None
        if isinstance(given, AuthoredNumber):
            if given.number is given.min is given.max is None:
                self._problems.add(spot.at("value"), "give `number`, `min` or `max`")
            if wanted == "record":
                self._problems.add(spot.at("value"), f'"{authored.field}" needs a record as value')
            elif "number" not in wanted:
                takes = "takes words as value, not a number" if wanted else "takes no value"
                example = ' write value = "…", with the number in the words' if wanted else " leave it out"
                self._problems.add(spot.at("value"), f'"{authored.field}" {takes};{example}')
            return Value(None, given.number, given.unit, given.approx, given.min, given.max)
        if wanted == "number":
            self._problems.add(spot.at("value"), "write { number = …, unit = … }")
        elif wanted == "record":
            self._record(given, spot.at("value"))
        elif not wanted:
            self._problems.add(spot.at("value"), f'"{authored.field}" takes no value')
        return Value(given)

    def _relays(self, authored: AuthoredStatement, spot: Spot) -> Iterator[Relay]:
        for relay in authored.via:
            if relay.by:
                self._record(relay.by, spot.at("via.by"))
            elif not relay.by_text:
                self._problems.add(spot.at("via"), "say who carried it: `by` or `by_text`")
            yield Relay(relay.by, relay.by_text, self.when(relay.on, spot, "via.on"))

    def _citation(self, cite: AuthoredCite, spot: Spot) -> Citation | None:
        has_text = self._known.sources.get(cite.source)
        if has_text is None:
            if not self._known.faulty.source(cite.source):
                near = self._known.absent(cite.source) or did_you_mean(cite.source, self._known.sources)
                self._problems.add(spot.at("source"), f'no source "{cite.source}"{near}')
            return None
        if not has_text:
            if cite.quote is not None:
                self._problems.add(
                    spot.at("quote"),
                    f'"{cite.source}" has no text to quote from; put it into corpus/{cite.source}.txt, '
                    "or leave the quote out and say in `note` where it is",
                )
            return Citation(cite.source, note=cite.note, says=cite.says)
        if cite.quote is None and cite.source in self._known.attached:
            return Citation(cite.source, note=cite.note, says=cite.says)
        if cite.quote is None:
            self._problems.add(spot.at("quote"), f'quote the passage of "{cite.source}"')
            return None
        text = self._known.texts.get(cite.source)
        if text is None:  # the text itself is missing, which is a problem of its own
            return None
        self._sought += len(text)
        if self._sought > limits.SOUGHT.most:
            self._problems.beyond(spot.at("quote"), limits.SOUGHT)
            return None
        try:
            start, end = quotes.find(
                text, cite.quote, quotes.Context(cite.before, cite.after, cite.nth, cite.of)
            )
        except quotes.QuoteError as error:
            self._problems.add(spot.at("quote"), f'"{cite.quote[:SHOWN]}": {error}')
            return None
        paragraph = quotes.paragraph(text, start)
        return Citation(cite.source, start, end, text[start:end], cite.note, paragraph, cite.says)

    def _record(self, id: str, spot: Spot) -> Record | None:
        record = self._known.records.get(id)
        if record is None and not self._known.faulty.record(id):
            near = self._known.absent(id) or did_you_mean(id, self._known.records)
            self._problems.add(spot, f'no record "{id}"{near}')
        return record


def read_date(text: str, spot: Spot, key: str, problems: Problems) -> str | None:
    """A date as it was written under a key, or None with a problem noted."""
    try:
        return dates.parse(text).edtf
    except ValueError as error:
        problems.add(spot.at(key), str(error))
        return None


def _statement_id(subject: Record, authored: AuthoredStatement, rule: FieldRule) -> str:
    value = authored.value if rule.field.value == "record" and isinstance(authored.value, str) else None
    return statement_id(subject.id, authored.field, authored.who or (), value, authored.key)


_UNSEEN = ("field", "key", "when", "said_on", "stance", "rank")
"""Keys whose words have a form of their own."""


def _words_of(authored: AuthoredStatement) -> Iterator[tuple[str, str]]:
    """The keys of a statement that hold words for readers, with these words."""
    given = map(authored.__dict__.get, authored.model_fields_set)
    if not any(isinstance(value, str) and "{" in value for value in given):  # nearly always
        return
    for name, value in authored.__dict__.items():
        if isinstance(value, str) and "{" in value and name not in _UNSEEN:
            yield name, value
