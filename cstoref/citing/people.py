"""A person's name in its parts, as bibliographies sort by them: the family name stands last, but first in
Chinese and Korean names.
"""

from __future__ import annotations

import re

from cstoref.model import Author
from cstoref.namedtuples import NamedTuple

COMMONEST = (
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song "
    "tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu lü ding ren "
    "shen yao cui tan fan jin zhong xia qin shi hou shao meng long wan duan lei qian yin kong bai mao chang "
    "qiu kang hao gu xi niu fu zou xiong qi jia ouyang sima zhuge"
)
"""Chinese family names in Latin letters, the commonest first."""
FAMILY_NAMES = {name: place for place, name in enumerate(COMMONEST.split())}
"""Each of them with its place."""
SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:i?ang|i?ong|uang|[aeiuü]ng|i?an|uan|üan|[aeiuü]n|i?ao|i?ou|uai|[aeu]i|iu|i[ae]|u[aeo]|üe|er|[aeiouü])"
)
"""A syllable of Chinese in Latin letters."""
_CHINESE = re.compile(f"(?:{SYLLABLE}){{1,3}}")
_JOINED = re.compile(r"\w+-[a-z]\w*")
"""A given name of two syllables, as in `Ban Ki-moon`: European double names go on with a capital."""


class Person(NamedTuple):
    """The parts of a name; `given` is empty where it has only one."""

    given: str
    family: str
    family_first: bool = False
    """Whether the name is spoken with the family name first."""


def person(author: Author) -> Person | None:
    """The parts of the name of an author; None of a body, whose name is not taken apart."""
    if author.body:
        return None
    family, comma, given = author.name.partition(", ")
    if comma:
        return Person(given, family)
    words = author.name.split()
    if len(words) < 2:
        return Person("", author.name)
    if _family_is_first(words):
        return Person(" ".join(words[1:]), words[0], True)
    # `van der Berg`: what begins with a small letter belongs to the family name.
    small = (at for at, word in enumerate(words) if at and word[0].islower())
    at = min(next(small, len(words) - 1), len(words) - 1)
    return Person(" ".join(words[:at]), " ".join(words[at:]))


def _family_is_first(words: list[str]) -> bool:
    if len(words) == 2 and _JOINED.fullmatch(words[1]):
        return True
    plain = [word.lower().replace("'", "").replace("’", "") for word in words]
    if len(words) > 3 or not all(map(_CHINESE.fullmatch, plain)) or plain[0] not in FAMILY_NAMES:
        return False
    # `Wei Li` may be in either order: the commoner of the two is taken for the family name.
    return FAMILY_NAMES[plain[0]] <= FAMILY_NAMES.get(plain[-1], len(FAMILY_NAMES))
