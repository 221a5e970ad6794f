"""What an author may write in `data/vocabulary.toml`, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from . import limits
from .value_types import Authored, Id, ShortText

WORD = r"^[a-z0-9]+([-_][a-z0-9]+)*$"
LETTER = r"^[a-z]?$"
Word = Annotated[str, StringConstraints(pattern=WORD, max_length=limits.ID.most)]
Words = Annotated[list[ShortText], Field(max_length=limits.LIST.most)]
Weight = Annotated[int, Field(ge=-1000, le=1000)]
LISTS = (
    "topic",
    "type",
    "leader",
    "subject",
    "ask",
    "cue",
    "time",
    "same",
    "same-in-rules",
    "shared",
    "order",
    "acting",
    "stance",
    "hedge",
)
"""The lists of everyday words that are read, to which a pack may add; docs/data.md says what each is for.
`topic`: fields, blanks between them, to the words that ask for them; `type`: types of records to the words
for them."""
FORMS = (
    "membership",
    "holder",
    "head",
    "last-head",
    "chair",
    "sitting",
    "in-office",
    "cabinet",
    "offices",
    "earlier-offices",
    "current-holder",
    "holders",
    "attendance",
    "representation",
    "signatures",
    "signatories",
    "contributors",
    "absentees",
    "participants",
    "refusals",
    "contributions",
    "names",
    "newest",
    "places",
    "attendees",
    "parts",
    "members",
    "territory",
    "namesakes",
    "numbers",
    "strength",
    "sentences",
    "standing",
    "reasons",
    "last-sentence",
    "dates",
    "time",
    "conflicts",
)
"""How a fact can be found; each is a function of store/facts."""
WordList = dict[str, tuple[str, ...]]
WordLists = dict[str, WordList]


def _known_form(form: str) -> str:
    return _known("form", form, FORMS)


def _known_list(name: str) -> str:
    return _known("list of words", name, LISTS)


def _known(sort: str, word: str, known: tuple[str, ...]) -> str:
    if word not in known:
        raise ValueError(f'no {sort} "{word[:80]}"; there are {", ".join(known)}')
    return word


class AuthoredKind(Authored):
    """One sort of record, written in `data/PLURAL.toml`."""

    id: Id
    label: ShortText
    plural: Id
    types: Annotated[list[Word], Field(min_length=1)]
    letter: Annotated[str, StringConstraints(pattern=LETTER)] = ""
    summary: ShortText | None = None
    standing: Word | Literal[""] = ""
    speaks: bool = False
    dated: bool = False
    arranged: Literal["name", "type", "time"] = "type"
    lead: Words = []
    weight: Weight = 0


class AuthoredGroup(Authored):
    """A heading on the page of a record, with how telling its statements are."""

    id: ShortText
    weight: Weight = 40


class AuthoredField(Authored):
    """What statements of one sort state."""

    id: Word
    group: ShortText
    label: ShortText
    inverse: ShortText
    value: Literal["", "record", "number", "words", "words or number"] = ""
    nature: Literal["occurrence", "state"] = "occurrence"
    on: list[Id] = []
    needs: list[Word] = []
    mark: Annotated[str, StringConstraints(max_length=1)] = ""
    speech: bool = False
    lasting: bool = False
    confirms: list[Word] = []
    weight: Weight = 0


class AuthoredPost(Authored):
    """A post that offices of many states or bodies are: `Foreign Minister of …`."""

    id: Id
    label: ShortText
    titles: Annotated[Words, Field(min_length=1)]
    leads: bool = False
    never_vacant: bool = False
    council: Id | None = None


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or not text.isprintable() or " " in text:
        raise ValueError("write the beginning of an address, such as “https://example.org/id/”")
    return text


class AuthoredScheme(Authored):
    """A collection of others in which records have identifiers: `identifiers = { wikidata = "Q184" }`."""

    id: Word
    label: ShortText
    code: bool = False
    head: bool = False
    url: Annotated[ShortText, AfterValidator(_web_address)] | Literal[""] = ""


class AuthoredLeading(Authored):
    """Which post leads a state or body over a time, where it is not the first that leads."""

    of: Id
    post: Id
    since: ShortText
    until: ShortText | None = None


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


class AuthoredFact(Authored):
    """One line at the head of a record: a label, and by which form it is found from which statements."""

    id: Id
    label: ShortText
    form: Annotated[str, AfterValidator(_known_form)]
    of: Annotated[list[Word], Field(min_length=1)]
    fields: list[Word] = []
    part: Literal["subject", "role", "value", "speaker", "office", ""] = ""
    type: Annotated[list[Word], BeforeValidator(_one_or_more)] = []
    posts: list[Id] = []
    most: Annotated[int, Field(ge=1, le=100)] = 12
    phrase: ShortText | Literal[""] = ""
    head: bool = False
    missing: ShortText | Literal[""] = ""


class AuthoredSequence(Authored):
    """Two fields of one record: for the same participants `then` never comes before `first`."""

    first: Word
    then: Word


def _phrases(value: Any) -> Any:
    """A list without keys is written as a list, one with keys as a table: both become a table."""
    if isinstance(value, list):
        value = {str(phrase): phrase for phrase in value}
    if isinstance(value, dict):
        return {key: (text,) if isinstance(text, str) else tuple(text) for key, text in value.items()}
    return value


Phrases = Annotated[dict[str, tuple[ShortText, ...]], BeforeValidator(_phrases)]


class AuthoredVocabulary(Authored):
    """The whole of `data/vocabulary.toml`."""

    kind: list[AuthoredKind] = []
    group: list[AuthoredGroup] = []
    field: list[AuthoredField] = []
    post: list[AuthoredPost] = []
    scheme: list[AuthoredScheme] = []
    leading: list[AuthoredLeading] = []
    fact: list[AuthoredFact] = []
    sequence: list[AuthoredSequence] = []
    words: dict[Annotated[str, AfterValidator(_known_list)], Phrases] = {}
