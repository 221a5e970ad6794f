"""What a pack says of itself and what it declares: `data/pack.toml` and `data/vocabulary.toml`."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Edition

from .below import Below, nothing
from .declared import Declared
from .file_names import check_file_name
from .files import Files
from .problems import Problems, Spot
from .schema import AuthoredEdition
from .validation import validated
from .vocabulary import FILE as VOCABULARY
from .vocabulary import extended, layered
from .vocabulary_schema import AuthoredVocabulary


class PackHead:
    """The head of one pack, as far as it is right; every problem is noted. `below` is what it stands on."""

    def __init__(self, files: Files, problems: Problems, below: Below | None = None) -> None:
        self._files = files
        self._problems = problems
        self._below = below or nothing()
        self._declared: Declared | None = None

    def authored(self) -> AuthoredEdition | None:
        """`data/pack.toml` as it is written, if its shape is right."""
        table = self._files.toml("pack.toml")
        if table is None:
            return None
        return validated(AuthoredEdition, table, Spot("data/pack.toml"), self._problems)

    def edition(self) -> Edition | None:
        """What the pack says of itself, if that is right."""
        written = self.authored()
        if written is None:
            return None
        spot = Spot("data/pack.toml")
        check_file_name(written.id, spot.at("id"), self._problems)
        first, last = self._checked(written.checked_until, spot.at("checked_until"))
        for key in ("subject", "predecessor") if written.extends else ():
            if getattr(written, key):
                self._problems.add(
                    spot.at(key), "leave it out: a layer is about what the pack below is about"
                )
        said = written.model_dump(exclude={"extends", "checked_until"})
        return Edition(**said, checked_until=last, checked_from=None if first == last else first)

    def declared(self) -> Declared:
        """The vocabulary of the pack: what any pack may use, what those below add, and what this one adds."""
        if self._declared is None:
            self._declared = self._read_vocabulary()
        return self._declared

    def _read_vocabulary(self) -> Declared:
        below = self._below.declared
        if not self._files.has(VOCABULARY):
            return below
        table = self._files.toml(VOCABULARY)
        spot = Spot(f"data/{VOCABULARY}")
        own = None if table is None else validated(AuthoredVocabulary, table, spot, self._problems)
        if own is None:
            return below
        return layered(below, own, self._problems) if self._below else extended(own, self._problems)

    def _checked(self, text: str, spot: Spot) -> tuple[str, str]:
        """The first and the last day of a day, month or year."""
        try:
            when = dates.parse(text)
        except ValueError as error:
            self._problems.add(spot, str(error))
            return text, text
        if when.interval or not text[-1:].isdigit():
            self._problems.add(spot, "write the day, month or year until which the pack was checked")
        return when.start_earliest, when.end_latest
