"""The values that the store hands out and every face shows. Immutable; no behaviour beyond what they are.

The words are those of Popolo (records), Wikidata (statements, ranks), the W3C Web Annotation selectors
(citations) and CSL-JSON (sources). Offsets are Unicode code points, `text[start:end]`.
"""

from __future__ import annotations

from .namedtuples import NamedTuple

QUOTED = "quoted"
REFERENCED = "referenced"
INFERRED = "inferred"

STANCES = (
    "asserted",
    "denied",
    "planned",
    "promised",
    "proposed",
    "predicted",
    "opinion",
    "reported",
)
RANKS = ("normal", "preferred", "deprecated")
NATURES = (
    "disagreement",
    "tension-in-one-source",
    "same-name-different-things",
    "different-names-same-thing",
    "change-over-time",
    "undated-or-uncorroborated",
)


SERIOUS = ("disagreement", "tension-in-one-source", "undated-or-uncorroborated")
"""The natures of conflicts that put a statement in doubt; the others are notes on names and on time."""


class Kind(NamedTuple):
    """One sort of record. `label` is for one, `plural` for a list and for the file in `data/`."""

    id: str
    label: str
    plural: str
    letter: str = ""
    """Before a colon it limits a search to this kind: `m:`; empty for a kind without one."""
    summary: str = ""
    """What its list command does, in a line of help."""
    standing: str = ""
    """The field that says what such a record is on a day (`office`, `membership`), or empty."""
    speaks: bool = False
    """Such a record can be the speaker of what is stated on it."""
    dated: bool = False
    """Its records have a time of their own and count from the day on which they have begun."""
    arranged: str = "type"
    """How its list is arranged where nothing else says so: by name, type or time."""
    lead: tuple[str, ...] = ()
    """The groups of statements with which a page begins."""
    weight: int = 0


class Field(NamedTuple):
    """What statements of one sort state. `inverse` is the label on the page of whoever is concerned."""

    id: str
    label: str
    inverse: str
    group: str
    value: str
    """`record`, `number`, `words`, or empty where the field takes no value."""
    nature: str
    """`occurrence` or `state`: how it counts on a day."""
    mark: str
    """What stands for it in the matrix, or empty."""
    group_weight: int = 40
    weight: int = 0
    """How telling its statements are, beside the weight of their group."""
    lasting: bool = False
    """An open state of it needs no confirmation and shows no day: a purpose, a seat, a part."""
    confirms: tuple[str, ...] = ()
    """The fields of open states that taking part in such a statement confirms."""


class Scheme(NamedTuple):
    """A collection of others in which records have identifiers."""

    id: str
    label: str
    code: bool = False
    """Whether its values are short and stand for a record where there is little room."""
    head: bool = False
    """Whether its values stand at the head of a card; those of a code do."""
    url: str = ""
    """What stands before a value in the address of the same thing there; empty where there is none."""


class Post(NamedTuple):
    """A post that the offices of many states or bodies are; `titles` begin their names, folded."""

    id: str
    label: str
    titles: tuple[str, ...]
    leads: bool = False
    """Who holds it leads the state or body; of several such posts the first that is held counts."""
    never_vacant: bool = False
    """Somebody must always hold it: of a state while it is a member, of a body from its first holder on."""
    council: str = ""
    """The record of the body in which its holders sit, so that every year of it is wanted; or empty."""


class Leading(NamedTuple):
    """Which post leads a state or body over a time where it is not the first one. Days as ISO text."""

    of: str
    post: str
    since: str
    until: str | None = None


class FactRule(NamedTuple):
    """How one fact at the head of a record is found: its form, and the statements that the form reads."""

    id: str
    label: str
    form: str
    of: tuple[str, ...]
    """The types of record that have it."""
    fields: tuple[str, ...] = ()
    part: str = ""
    """How the record takes part in the statements: subject, role, value or speaker; empty for any way."""
    type: tuple[str, ...] = ()
    """The types of the record on which the statements are authored, such as summit; empty for any."""
    posts: tuple[str, ...] = ()
    most: int = 12
    """Items that are named before the rest is only counted."""
    phrase: str = ""
    """Words around what was found: `{}` stands for it."""
    head: bool = False
    """It is the line under the name."""
    missing: str = ""
    """What to say where a reader would expect the fact and the sources do not give it; or empty."""


class Fact(NamedTuple):
    """One line at the head of a record, composed from statements."""

    id: str
    label: str
    text: str
    statements: tuple[str, ...]
    """The ids of what it rests on, the first the one whose footnote is shown; empty where nothing is
    known."""
    conflicts: int = 0
    """How many of these statements a conflict names; without statements, how many conflicts it counts."""
    head: bool = False
    """It is the line under the name of the record."""
    missing: bool = False
    """It only says that the sources do not give what a reader would expect."""
    layer: str | None = None
    """The topmost layer that a statement of it belongs to."""

    @property
    def counts_conflicts(self) -> bool:
        """Whether it rests on no statement but says how many conflicts there are."""
        return self.conflicts > 0 and not self.statements

    @property
    def leads_on(self) -> bool:
        """Whether there is something behind it that can be opened."""
        return bool(self.statements) or self.conflicts > 0


class Name(NamedTuple):
    """One surface form of a record's name."""

    text: str
    lang: str | None = None
    note: str | None = None
    layer: str | None = None
    """The layer that adds it to a record below; None where the record's own pack has it."""


class Record(NamedTuple):
    """One thing with an id, a kind, names and statements."""

    id: str
    kind: str
    type: str
    name: str
    blurb: str | None
    when: str | None
    names: tuple[Name, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    place: str | None = None
    layer: str | None = None
    """The id of the layer that it belongs to; None for the pack below all layers, here and elsewhere."""


class Author(NamedTuple):
    """Who wrote a document: a person, or a body whose name is not taken apart."""

    name: str
    body: bool = False


class Source(NamedTuple):
    """One document. `path`, `sha256` and `length` (code points) are None where the pack has no text of it."""

    id: str
    title: str
    publisher: str
    container: str | None
    volume: str | None
    issue: str | None
    issued: str | None
    issued_basis: str | None
    url: str | None
    language: str
    type: str
    """Its class: one of `provenance.SOURCE_TYPES`."""
    short: str
    """How a footnote names it: `WPS, 19 Oct 2009`, `RT, copied by example.com, 23 Mar 2025`."""
    note: str | None
    path: str | None
    sha256: str | None
    length: int | None
    copy_of: str | None = None
    """Who published the original of a copy, or the family that a table or mirror is taken from."""
    read: str | None = None
    """The day on which an editor looked at it."""
    layer: str | None = None
    abbr: str = ""
    """How a footnote names it, without the date: what `short` is made of."""
    original_file: str | None = None
    """The name of the document that the text was read from, and the hash of its bytes."""
    original_sha256: str | None = None
    whole_sha256: str | None = None
    """The hash of the whole text, where the pack has only the passages of it."""
    authors: tuple[Author, ...] = ()

    @property
    def author(self) -> str | None:
        """All authors as one text: `Ann Lee; Bo Sun`."""
        return "; ".join(author.name for author in self.authors) or None

    @property
    def grounding(self) -> str:
        """`text` where the pack holds the document, else `reference`."""
        return "text" if self.path else "reference"


class Citation(NamedTuple):
    """A statement's tie to a source. Without a text in the pack, `start`, `end` and `quote` are None."""

    source: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    note: str | None = None
    paragraph: int | None = None
    """Counted from 1."""
    says: str | None = None
    """What the source says on this point, in our own words."""
    confirms: str | None = None
    """The day on which, by this source, an open state still held; None for what supports the statement."""

    @property
    def place(self) -> tuple[str, int | None, int | None]:
        """What two citations have in common that are of one passage, or of one document outside the pack."""
        return self.source, self.start, self.end

    def meets(self, other: Citation) -> bool:
        """Whether both are of one passage, at least in part, or of one document outside the pack."""
        if self.source != other.source:
            return False
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return self.start is other.start
        return self.start < other.end and other.start < self.end


class Relay(NamedTuple):
    """One step of the chain that carried a statement to its source."""

    by: str | None
    by_text: str | None
    on: str | None


class Value(NamedTuple):
    """A typed value: a record's id or words in `text`, or a number with its unit and bounds."""

    text: str | None = None
    number: float | int | None = None
    unit: str | None = None
    approx: bool = False
    min: float | int | None = None
    max: float | int | None = None


class Role(NamedTuple):
    """Who or what takes part in a statement, and as what: a record, or words where there is none."""

    role: str
    record: str | None
    words: str | None = None


class Statement(NamedTuple):
    """One checkable assertion about a record: who says it, how surely, of when, and on what it rests."""

    id: str
    subject: str
    field: str
    text: str
    value: Value | None
    roles: tuple[Role, ...]
    about: tuple[str, ...]
    """Every record concerned, the subject first."""
    when: str | None
    via: tuple[Relay, ...]
    citations: tuple[Citation, ...]
    rests_on: tuple[str, ...]
    """For an inferred statement: the statements it follows from."""
    when_text: str | None
    """The first of the plain attributes; they follow in the order of `attributes.ATTRIBUTES`."""
    when_basis: str | None
    said_by: str | None
    said_by_text: str | None
    said_on: str | None
    stance: str
    hedge: str | None
    negated: bool
    rank: str
    rank_reason: str | None
    note: str | None
    rule: str | None
    confirmed: str | None = None
    """The day on which an open state was last confirmed, worked out when the pack is compiled."""
    trivial: bool = False
    """It serves coverage and search only: no page shows it unless asked for."""
    grade: str | None = None
    """How well it is supported, in words (`provenance.grade`), worked out when the pack is compiled."""
    layer: str | None = None

    @property
    def grounding(self) -> str:
        """The strongest ground: quoted, referenced or inferred."""
        for citation in self.citations:  # three times for each of a million: `any` takes twice as long
            if citation.quote:
                return QUOTED
        return REFERENCED if self.citations else INFERRED


class Conflict(NamedTuple):
    """Statements that do not agree, or names that mislead."""

    id: str
    nature: str
    topic: str
    explanation: str
    records: tuple[str, ...]
    statements: tuple[str, ...]
    citations: tuple[Citation, ...]
    layer: str | None = None


class Silence(NamedTuple):
    """A passage from which no statement is drawn, and why."""

    citation: Citation
    reason: str


class Retired(NamedTuple):
    """An id that was published and is no longer used, and what is meant by it now."""

    id: str
    successor: str
    reason: str | None = None


class RuleException(NamedTuple):
    """Statements that do not meet a constraint together, and why that is so."""

    rule: str
    statements: tuple[str, ...]
    reason: str


class Edition(NamedTuple):
    """What a pack says of itself."""

    id: str
    title: str
    subject: str | None
    """The organization that the pack is about: whose members its members are."""
    edition: str
    checked_until: str
    licence: str
    language: str
    description: str
    predecessor: str | None = None
    """What preceded that organization: a membership that began before it was founded is of this."""
    checked_from: str | None = None
    """The first day of what was written as `checked_until`, where that is a month or year."""
    extends: str | None = None
    """The id of the pack that it extends, where it is a layer."""
    vocabulary: str | None = None
    """What it declares, as it is written: the text of its `data/vocabulary.toml`."""


class Vocabulary(NamedTuple):
    """What a pack declares and readers use, in the order in which it is shown."""

    kinds: tuple[Kind, ...]
    fields: tuple[Field, ...]
    posts: tuple[Post, ...] = ()
    leading: tuple[Leading, ...] = ()
    facts: tuple[FactRule, ...] = ()
    words: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """List, key and phrases of every entry of the lists of everyday words."""
    sequences: tuple[tuple[str, str], ...] = ()
    """Pairs of fields of one record; for the same participants the second never comes before the first."""
    schemes: tuple[Scheme, ...] = ()


class Pack(NamedTuple):
    """Everything one reference knows, checked, with every quote found: what is compiled and exported."""

    edition: Edition
    vocabulary: Vocabulary
    sources: tuple[Source, ...]
    texts: tuple[tuple[str, str], ...]
    """Source id and text, for the sources that have one."""
    records: tuple[Record, ...]
    statements: tuple[Statement, ...]
    conflicts: tuple[Conflict, ...]
    silences: tuple[Silence, ...]
    retired: tuple[Retired, ...] = ()
    exceptions: tuple[RuleException, ...] = ()
    layers: tuple[Edition, ...] = ()
    """What each pack of a stack says of itself, the lowest first; empty for a pack without layers."""


def of_layer(text: str, layer: str | None) -> str:
    """Words with the mark of the layer that they belong to: `… [mine]`; as they are without one."""
    return f"{text} [{layer}]" if layer else text


def concerned(subject: str, roles: tuple[Role, ...], value: str | None) -> tuple[str, ...]:
    """Every record that a statement concerns: its subject, who takes part, and a value that is a record."""
    ids = [subject, *(role.record for role in roles if role.record)]
    if value:
        ids.append(value)
    return tuple(dict.fromkeys(ids))
