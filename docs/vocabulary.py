"""Writes the fields of statements and the schemes of identifiers into docs/data.md: `make reference`.

A test fails when they are stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cstoref.authoring.declared import FieldRule
from cstoref.authoring.load import load_vocabulary

PAGE = Path(__file__).parent / "data.md"
DECLARED = load_vocabulary(PAGE.parent.parent)
BEGIN = "<!-- fields: written by docs/vocabulary.py -->"
END = "<!-- end of fields -->"


def main() -> None:
    """Write the section between its two marks."""
    PAGE.write_text(with_vocabulary(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def with_vocabulary(page: str) -> str:
    """The page with the section made anew. Raises ValueError where a mark is missing."""
    before, _, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{BEGIN} and {END} must stand in {PAGE.name}")
    return f"{before}{BEGIN}\n{vocabulary()}{END}{after}"


def vocabulary() -> str:
    """The fields, a table for each group of the page, and the schemes."""
    groups = dict.fromkeys(rule.field.group for rule in DECLARED.fields.values())
    tables = (*map(_group, groups), _schemes())
    return "".join("\n".join(table) + "\n" for table in tables)


def _group(group: str) -> Iterator[str]:
    yield f"\n**{group}**\n"
    yield "| field | reads | seen from the other record | value | nature | stated on |"
    yield "|---|---|---|---|---|---|"
    for rule in DECLARED.fields.values():
        if rule.field.group == group:
            yield f"| {' | '.join(_cells(rule))} |"


def _schemes() -> Iterator[str]:
    yield "\n**Schemes of identifiers**\n"
    yield "| scheme | reads | shown | address |"
    yield "|---|---|---|---|"
    for scheme in DECLARED.schemes.values():
        shown = "as a code" if scheme.code else "at the head of a card" if scheme.head else "with the names"
        yield f"| `{scheme.id}` | {scheme.label} | {shown} | {f'`{scheme.url}…`' if scheme.url else 'none'} |"


def _cells(rule: FieldRule) -> tuple[str, ...]:
    field = rule.field
    on = rule.on or tuple(DECLARED.kinds)
    stated = "any" if len(on) == len(DECLARED.kinds) else ", ".join(on)
    needs = "".join(f"; needs `{role}`" for role in rule.needs)
    return f"`{field.id}`", field.label, field.inverse, field.value or "none", field.nature, stated + needs


if __name__ == "__main__":
    main()
