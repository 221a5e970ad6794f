"""Answers of the assistants' server from one warm process: searches, cards and passages in equal parts."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from itertools import islice
from statistics import median, quantiles
from typing import Any

import tomli

from cstoref.assistant.bounds import MOST
from cstoref.assistant.tools import call
from cstoref.store.cache import open_store
from cstoref.store.queries import Store

from .installed import ROOT, Installed
from .table import Row

EACH = 300
Question = tuple[str, dict[str, Any]]


def rows(place: Installed) -> Iterator[Row]:
    """Each sort by itself, then the mix."""
    store = open_store()
    sorts = {"search": searches(), "card": cards(store), "passage": passages(store)}
    taken = {name: [_milliseconds(store, question) for question in of] for name, of in sorts.items()}
    for name, times in taken.items():
        yield Row(f"assistant: a {name}, median of {len(times)}", median(times), "ms")
    mix = [time for times in taken.values() for time in times]
    yield Row("assistant: search, card, passage in equal parts, median", median(mix), "ms", bar=1)
    yield Row("  95 of 100", quantiles(mix, n=20)[-1], "ms")
    yield Row("  answers a second", len(mix) / sum(mix) * 1000, "/s", bar=1000, at_least=True)


def searches() -> list[Question]:
    """The first of the judged queries, each once: questions, names and what is not there, as they come."""
    judged = tomli.loads((ROOT / "tests" / "judged.toml").read_text(encoding="utf-8"))
    queries = [str(entry["text"]) for entry in judged["query"]]
    step = max(1, len(queries) // EACH)
    return [("search", {"query": query}) for query in queries[::step][:EACH]]


def cards(store: Store) -> list[Question]:
    """Records of every kind."""
    ids = [record.id for record in store.records()]
    return [("card", {"name": id}) for id in ids[:: max(1, len(ids) // EACH)][:EACH]]


def passages(store: Store) -> list[Question]:
    """Statements from all files, quoted or not."""
    step = max(1, store.count("statements") // EACH)
    return [("passage", {"of": one.id}) for one in islice(store.all_statements(), 0, EACH * step, step)]


def _milliseconds(store: Store, question: Question) -> float:
    """How long an answer takes. Raises RuntimeError if it is none, or of something else."""
    tool, given = question
    started = time.perf_counter()
    text = call(store, tool, given)
    took = (time.perf_counter() - started) * 1000
    answer = json.loads(text) if len(text) <= MOST else {}
    if "answered" not in answer or not _is_of(answer, tool, given):
        raise RuntimeError(f"{tool} {given} was not answered: {text[:80]}")
    return took


def _is_of(answer: dict[str, Any], tool: str, given: dict[str, Any]) -> bool:
    """Whether an answer is of what was asked."""
    if tool == "search":
        return bool(answer.get("query") == given["query"] and answer.get("status"))
    if tool == "card":
        return bool(answer.get("record", {}).get("id") == given["name"])
    return bool(answer.get("statement") == given["of"])
