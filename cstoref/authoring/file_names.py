"""Names that a file of a pack can have on every system."""

from __future__ import annotations

from .problems import Problems, Spot

DEVICES = (
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
)
"""Names that no file may have on Windows, whatever its ending."""


def check_file_name(id: str, spot: Spot, problems: Problems) -> None:
    """Note an id from which a file is named and cannot be on Windows."""
    if id in DEVICES:
        problems.add(
            spot, f'"{id}" is the name of a device on Windows, where no file can have it; choose another'
        )
