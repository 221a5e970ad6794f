"""From what an author wrote to a statement: who is meant, which field, when, and where each quote stands.

The rules of a pack that go beyond the shape of its files are here: ids and their keys, `who` lists,
the speaker by default, time inherited from an event, references that must exist.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from cstoref.attributes import ATTRIBUTES, NAMES
from cstoref.model import Record, Relay, Role, Statement, Value, concerned

from . import limits
from .cited_passages import CitedPassages
from .declared import Declared, FieldRule
from .ids import statement_id
from .known import Known
from .placeholders import WHO, check_placeholders
from .problems import Problems, Spot, did_you_mean
from .schema import AuthoredNumber, AuthoredStatement
from .validation import read_date

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


class Resolver:
    """Turns authored statements into statements, noting every problem it meets."""

    def __init__(self, known: Known, declared: Declared, problems: Problems) -> None:
        self._known = known
        self._declared = declared
        self._problems = problems
        self.citations = CitedPassages(known, problems)

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

    def when(self, text: str | None, spot: Spot, key: str) -> str | None:
        """The date as it was written under a key, if it can be read."""
        return None if text is None else read_date(text, spot, key, self._problems)

    def reference(self, id: str, spot: Spot) -> bool:
        """Whether a record has this id; a problem if not."""
        return self._record(id, spot) is not None

    def _record(self, id: str, spot: Spot) -> Record | None:
        return self._known.record(id, spot, self._problems)

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
        check_placeholders(authored, spot, self._problems)
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
            (*self.citations.of(authored.cite, spot), *self.citations.confirming(authored, spot)),
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


def _statement_id(subject: Record, authored: AuthoredStatement, rule: FieldRule) -> str:
    value = authored.value if rule.field.value == "record" and isinstance(authored.value, str) else None
    return statement_id(subject.id, authored.field, authored.who or (), value, authored.key)
