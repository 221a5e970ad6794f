"""What is said of a pack that was made of other things."""

from __future__ import annotations

from cstoref import paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.intake.interchange.assembly import Imported

COUNTED = ("records", "statements", "sources", "conflicts")


def made_json(made: Imported) -> dict[str, object]:
    """Its folder and what is in it, as a JSON value."""
    counts = {name: len(getattr(made.pack, name)) for name in COUNTED}
    return {"folder": made.folder, **counts, "notes": list(made.notes), "findings": made.findings}


def made_lines(made: Imported) -> list[str]:
    """The same in lines."""
    shown = paths.shown(made.folder)
    counts = ((len(getattr(made.pack, name)), name) for name in COUNTED)
    listed = ", ".join(f"{number:,} {name if number != 1 else name[:-1]}" for number, name in counts)
    things = "1 thing" if made.findings == 1 else f"{made.findings:,} things"
    review = [f"  {things} to look at: cstoref verify {shown}"] if made.findings else []
    return [f"made {shown}: {listed}", *(f"  {note}" for note in made.notes), *review]
