"""What the statements of a pack may refer to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from cstoref.model import Record

from .faulty import Faulty
from .problems import Problems, Spot, did_you_mean


class Known(NamedTuple):
    """Records by id, the texts of sources, and sources without a text."""

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

    def record(self, id: str, spot: Spot, problems: Problems) -> Record | None:
        """A record by its id; None with a problem noted."""
        record = self.records.get(id)
        if record is None and not self.faulty.record(id):
            near = self.absent(id) or did_you_mean(id, self.records)
            problems.add(spot, f'no record "{id}"{near}')
        return record
