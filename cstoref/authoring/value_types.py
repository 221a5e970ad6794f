"""What an author may write in one place: an id, a word, a text, a number. The base of all models."""

from __future__ import annotations

from typing import Annotated, Any
from unicodedata import category

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from . import limits
from .text_faults import STACKED

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE = r"^[a-z]{2,3}$"
LANGUAGE_TAG = r"^[a-z]{2,3}(-[A-Za-z]+)?$"
SHA256 = r"^[0-9a-f]{64}$"
Id = Annotated[str, StringConstraints(pattern=ID, max_length=limits.ID.most)]


def _stripped(value: Any) -> Any:
    """Without what Python takes for white space, which is more than pydantic strips. Refuses what no terminal
    can draw."""
    if not isinstance(value, str):
        return value
    if not value.isascii() and STACKED.search(value):
        raise ValueError(limits.STACKED)
    return value.strip()


BLANK = "\u115f\u1160\u2800\u3164\uffa0\U0001d159"
"""Letters and signs of which nothing is seen: fillers, an empty pattern of dots, a note without a head."""


def _seen(value: str) -> str:
    """Refuse what nobody could see or choose: only spaces, joiners, marks without a letter, and fillers."""
    # Nearly every one begins with a letter or digit; `isalnum` is asked of ASCII only, where it means these.
    if value[:1].isascii() and value[:1].isalnum():
        return value
    if not any(category(char)[0] in "LNPS" and char not in BLANK for char in value):
        raise ValueError("has only invisible characters")
    return value


STRIPPED, _SEEN = BeforeValidator(_stripped), AfterValidator(_seen)
_LONG, _SHORT = (
    StringConstraints(min_length=1, max_length=limit.most) for limit in (limits.FIELD, limits.NAME)
)
Text = Annotated[str, _LONG, STRIPPED]
Title = Annotated[str, _LONG, STRIPPED, _SEEN]
ShortText = Annotated[str, _SHORT, STRIPPED, _SEEN]
Word = Annotated[str, StringConstraints(max_length=limits.ID.most)]
Number = Annotated[int | float, Field(ge=-(2**53), le=2**53)]
"""What the compiled pack keeps exactly; the bounds leave out infinities and what is no number."""


class Authored(BaseModel):
    """Base of all that is written by hand: unknown keys are refused, values never change. Lists come from a
    factory: pydantic would copy a default in depth for each of a million statements."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True)
