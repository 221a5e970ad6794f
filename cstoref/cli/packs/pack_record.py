"""`cstoref pack record NAME`: makes a record of a name, or adds the name to a record that is there."""

from __future__ import annotations

from cstoref.errors import FOUND, UsageError

from ..output import Common, say
from ..questions import ask, can_ask
from .pack_target import target
from .pack_written import report

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from cstoref.intake.alike import Alike

OPTIONS = ("type", "id", "same_as", "also", "blurb", "dry_run")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `record` that no other subcommand has."""
    group = parser.add_argument_group("options of record, which also takes --type and --id")
    group.add_argument("--same-as", metavar="RECORD", help="the name is another name of this record")
    group.add_argument("--also", action="append", metavar="NAME", help="another name; may be repeated")
    group.add_argument("--blurb", metavar="WORDS", help="in a few words what it is")


def record(options: argparse.Namespace, common: Common) -> int:
    """Write a record; with --dry-run only check it. The records whose names sound like it are named first."""
    from cstoref.intake.alike import records_like
    from cstoref.intake.new_record import SEPARATOR, make, prepare
    from cstoref.intake.own_pack import author_of
    from cstoref.store.cache import working_store

    root = target(common)
    store = working_store(common.named)
    name = " ".join(options.arguments)
    alike = records_like(store, name)
    values = {
        "name": name,
        "same": options.same_as or _same(alike, bool(options.type)),
        "type": options.type or "",
        "names": SEPARATOR.join(options.also or ()),
        "blurb": options.blurb or "",
        "id": options.id or "",
    }
    if not values["same"] and not values["type"]:
        values["type"] = _type()
    if options.dry_run:
        prepared = prepare(store, common.folders, values)
        report(
            common,
            [prepared.id],
            {"id": prepared.id, "findings": [finding.message for finding in prepared.findings]},
        )
        return FOUND
    made = make(store, common.folders, values, author_of(root))
    findings = [finding.message for finding in made.findings]
    report(common, [made.id], {"id": made.id, "file": made.file, "line": made.line, "findings": findings})
    return FOUND


def _same(alike: Sequence[Alike], chosen: bool) -> str:
    """Which of the records that sound like it is meant; empty for none of them. Whoever has said what it is
    has decided that it is new."""
    for one in alike:
        say(f"sounds like it: {one.record}, {one.name}, {one.type}, {one.why}")
    if chosen or not alike or not can_ask():
        return ""
    ids = [one.record for one in alike]
    return ask("another name of one of these? its id, or empty for a new record", choices=ids)


def _type() -> str:
    if not can_ask():
        raise UsageError(
            "say what it is with --type, or whose name it is with --same-as; see cstoref pack --help"
        )
    return ask("type: person, organization, city …; cstoref pack fields type lists them")
