"""What each tool finds: the head of its answer and its lists of objects, as `--json` has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cstoref import dates
from cstoref.citing import STYLES
from cstoref.citing.reader import of_id
from cstoref.errors import UsageError, UserError
from cstoref.export import lines
from cstoref.export.answers import answer_json, found_json, page_json, reading_json
from cstoref.export.views import collision_json
from cstoref.store.card_page import card_page
from cstoref.store.conflict_detail import conflict_detail
from cstoref.store.pages import held_on
from cstoref.store.queries import Store
from cstoref.store.references import resolve
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import CARD, Outcome
from cstoref.store.search.results import SearchResult
from cstoref.store.source_reader import Sentence
from cstoref.store.statement_filter import Selection, select
from cstoref.store.statement_reader import StatementRow

from .bounds import Object

Given = Mapping[str, Any]
PIECE = 2
"""Statements of one record that stand together in an answer."""
MOST_MEANT = 8
"""Ids that are named where a name is not one record's."""


class WholeAnswer(NamedTuple):
    """An answer before it is made to fit."""

    head: Object
    lists: Mapping[str, Sequence[Object]]


def search(store: Store, given: Given) -> WholeAnswer:
    """How the query was understood, and the answer, the record with its facts, or the results."""
    read = look_up(store, given["query"], given.get("as_of") or store.default_day)
    if read.status == CARD:
        return _named(store, read, given.get("as_of"))
    if read.answer is not None:
        rows = dict(zip(numbers := read.answer.numbers, store.statements_numbered(numbers), strict=True))
        whole = answer_json(read, rows)
        items = whole.pop("answers")
        return WholeAnswer(whole, {"answers": [piece for item in items for piece in _pieces(item)]})
    has_hits = read.status in ("ambiguous", "found")
    hits, suggestions = (read.hits, ()) if has_hits else ((), read.hits)
    found = found_json(SearchResult(read.query, read.status, hits, suggestions))
    head = {**reading_json(read), "answered": has_hits}
    return WholeAnswer(head, {"hits": found["hits"], "suggestions": found["suggestions"]})


def _pieces(item: Object) -> Iterator[Object]:
    """An answer's record in pieces of a few statements, so that a cursor can stand between them."""
    statements = item["statements"]
    for first in range(0, max(1, len(statements)), PIECE):
        yield {**item, "statements": statements[first : first + PIECE], "continues": first > 0}


def _named(store: Store, read: Outcome, as_of: str | None) -> WholeAnswer:
    """The record that the whole query names: what it is, and its facts; the tool `card` has the rest."""
    page = card_page(store, read.record, as_of)
    assert page is not None
    whole = page_json(page._replace(entries=()), {})
    record = {key: whole["record"][key] for key in ("id", "kind", "name", "blurb")}
    return WholeAnswer(
        {**reading_json(read), "answered": True, "record": record, "headline": whole["headline"]},
        {"facts": whole["facts"]},
    )


def card(store: Store, given: Given) -> WholeAnswer:
    """A record with its facts and its most telling statements, and how many statements there are in all."""
    id = _record(store, given["name"])
    page = card_page(store, id, given.get("as_of"))
    assert page is not None
    whole = page_json(page, store.conflicts_naming([entry.statement.id for entry in page.entries]))
    facts, telling = whole.pop("facts"), whole.pop("statements")
    head = {**whole, "answered": True, "statements_in_all": store.count_about(id)}
    return WholeAnswer(head, {"facts": facts, "statements": telling})


def statements(store: Store, given: Given) -> WholeAnswer:
    """The statements that were selected."""
    if (field := given.get("field")) and field not in store.fields:
        raise UsageError(f"there is no field {field}; there are {', '.join(store.fields)}")
    wanted = Selection(
        words=given.get("words", ""),
        by=_record(store, given["by"]) if "by" in given else None,
        about=(_record(store, given["about"]),) if "about" in given else (),
        fields=(field,) if field else (),
        stance=given.get("stance"),
        since=_day(given, "since"),
        until=_day(given, "until"),
    )
    if wanted == Selection():
        raise UsageError("say which statements: about, by, field, stance, words, since or until")
    rows = select(store, wanted)
    if day := given.get("as_of"):
        rows = [row for row in rows if held_on(store, row.statement, day) != dates.NO]
    return _listed("statements", [lines.statement(row.statement) for row in rows], "no statement is so")


def conflicts(store: Store, given: Given) -> WholeAnswer:
    """One conflict with its sides, or those that were selected."""
    if "id" in given:
        detail = conflict_detail(store, resolve(store, given["id"]).id)
        if detail is None:
            raise UserError(f"there is no conflict {given['id']}; ask without an id for a list")
        whole = collision_json(detail)
        sides = whole.pop("sides")
        return WholeAnswer({"answered": True, **whole}, {"sides": sides})
    record = _record(store, given["about"]) if "about" in given else None
    nature = given.get("nature")
    chosen = [conflict for conflict in store.conflicts(record) if nature in (None, conflict.nature)]
    return _listed("conflicts", [lines.conflict(conflict) for conflict in chosen], "no conflict is known")


def cite(store: Store, given: Given) -> WholeAnswer:
    """Each id with its citations in one style."""
    style = given.get("style", "plain")
    written = []
    for id in given["ids"]:
        spot = resolve(store, id)
        items = of_id(store, spot.id) if spot.sort in ("record", "statement", "source") else ()
        if not items:
            raise UserError(f"“{id}” is no statement, source or record; take ids from the other tools")
        text = STYLES[style].written(items)
        written.append({"style": style, "spots": [item.spot for item in items], "text": text})
    return WholeAnswer({"answered": True}, {"cited": written})


def passage(store: Store, given: Given) -> WholeAnswer:
    """The sentences of the paragraphs of a spot; of a statement also what sources outside the pack say."""
    spot = resolve(store, given["of"])
    if spot.sort == "statement":
        row = store.statement(spot.id)
        assert row is not None
        return _of_statement(store, row)
    if spot.sort == "source" and spot.start is not None:
        length = store.text_length(spot.id)
        if spot.start >= length:
            raise UserError(f"{spot.id} has {length} characters; there is no passage at {spot.start}")
        sentences = _paragraph(store, spot.id, spot.start, spot.start + 1)
        first, last = sentences[0]["start"], sentences[-1]["end"]
        resting = [row.statement.id for row in store.resting_on(spot.id, first, last)]
        return WholeAnswer(
            {"answered": True, "source": spot.id, "statements": resting}, {"sentences": sentences}
        )
    raise UserError(f"“{given['of']}” is no statement and no SOURCE:OFFSET; take ids from the other tools")


def _of_statement(store: Store, row: StatementRow) -> WholeAnswer:
    statement = row.statement
    quoted = [cite for cite in statement.citations if cite.start is not None and cite.end is not None]
    sentences: list[Object] = []
    for cite in quoted:
        assert cite.start is not None and cite.end is not None
        sentences += _paragraph(store, cite.source, cite.start, cite.end)
    outside = [lines.citation(cite) for cite in statement.citations if cite.start is None]
    head: Object = {"answered": bool(quoted), "statement": statement.id, "text": statement.text}
    if not quoted:
        head["message"] = "the pack holds no text of its sources" if outside else "it is inferred"
    return WholeAnswer(head, {"sentences": sentences, "outside": outside})


def _paragraph(store: Store, source: str, start: int, end: int) -> list[Object]:
    """The sentences of the paragraphs in which a passage stands; `quoted` are those that it touches."""
    text = store.text(source)
    first, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end - 1)
    last = line_end if line_end >= 0 else len(text)
    near = [s for s in store.sentences(source) if s.start < last and s.end > first]
    return [_sentence(text, source, sentence, start, end) for sentence in near]


def _sentence(text: str, source: str, at: Sentence, start: int, end: int) -> Object:
    return {
        "source": source,
        "start": at.start,
        "end": at.end,
        "quoted": at.start < end and at.end > start,
        "text": text[at.start : at.end],
    }


def _listed(name: str, objects: list[Object], nothing: str) -> WholeAnswer:
    """A list, or the no that an empty one is."""
    head: Object = {"answered": bool(objects)}
    return WholeAnswer(
        head if objects else {**head, "message": f"{nothing} in this reference"}, {name: objects}
    )


def _record(store: Store, name: str) -> str:
    """The record that an id or a whole name means. Raises UserError, with the ids that may be meant."""
    spot = resolve(store, name)
    if spot.sort == "record":
        return spot.id
    read = look_up(store, name, store.default_day)
    if read.status == CARD and read.certain:
        return read.record
    near = dict.fromkeys(hit.record for hit in read.hits if hit.record)
    near = near or dict.fromkeys([read.record] if read.record else [])
    meant = f"; it may mean {', '.join(list(near)[:MOST_MEANT])}" if near else ""
    raise UserError(f"“{name}” is no whole name or id of one record{meant}; the tool search finds records")


def _day(given: Given, name: str) -> str | None:
    if name not in given:
        return None
    try:
        when = dates.parse(given[name])
    except ValueError as error:
        raise UsageError(f"{name}: {error}") from None
    return when.start_earliest if name == "since" else when.end_latest
