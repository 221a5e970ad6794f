"""Reads Markdown: the words without the marks, and what a block of settings at its head says."""

from __future__ import annotations

import re

from .document import Document
from .page_facts import day_of, language_of
from .plain_text import blocks, decoded

_RULE = re.compile(r"([-*_=]\s*){3,}|\|?[\s:|-]*-[\s:|-]*\|?")
_FENCE = re.compile(r"(```|~~~)")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")
_LIST = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+")
_QUOTED = re.compile(r"(?:>\s?)+")
_REFERENCE = re.compile(r"\[[^\]]+\]:\s*\S+.*")
_INLINE = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"`+([^`]+)`+"), r"\1"),
    (re.compile(r"(\*\*\*|\*\*|\*)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)(__|_)(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)
_SETTING = re.compile(r"([A-Za-z][\w -]*?)\s*:\s*(.*)")
TITLES, AUTHORS, DATES, ADDRESSES = ("title",), ("author", "authors", "by"), ("date", "published"), ("url",)
PUBLISHERS, LANGUAGES = ("publisher", "source", "site"), ("lang", "language")


def read(raw: bytes, encoding: str = "") -> Document:
    """The paragraphs of a Markdown text."""
    settings, body = _settings(decoded(raw, encoding))
    title = _first(settings, TITLES)
    paragraphs: list[str] = []
    for block in blocks(body):
        for heading, words in _paragraphs(block):
            if heading and not title:
                title = words
            paragraphs.append(words)
    authors = [name.strip() for name in re.split(r"[,;]", _first(settings, AUTHORS).strip("[]"))]
    return Document(
        tuple(paragraphs),
        title,
        tuple(name.strip("\"'") for name in authors if name),
        _first(settings, PUBLISHERS),
        day_of(_first(settings, DATES)),
        _first(settings, ADDRESSES),
        language_of(_first(settings, LANGUAGES)),
    )


def _first(settings: dict[str, str], names: tuple[str, ...]) -> str:
    return next((settings[name] for name in names if settings.get(name)), "")


def _settings(text: str) -> tuple[dict[str, str], str]:
    """What stands between two lines of dashes at the head of a text, and the rest of it."""
    if not text.startswith("---\n") or "\n---\n" not in text[3:]:
        return {}, text
    head, _, body = (
        text[4:].partition("\n---\n") if not text[3:].startswith("\n---\n") else ("", "", text[8:])
    )
    matches = (_SETTING.fullmatch(line.strip()) for line in head.split("\n"))
    return {match[1].lower(): match[2].strip().strip("\"'") for match in matches if match}, body


def _paragraphs(block: list[str]) -> list[tuple[bool, str]]:
    """The paragraphs of a block of lines, each with whether it is a heading."""
    found: list[tuple[bool, str]] = []
    joins = False
    for line in block:
        line = _QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line
        if _RULE.fullmatch(line) or _FENCE.match(line) or _REFERENCE.fullmatch(line) or not line:
            joins = False
            continue
        heading, item = _HEADING.fullmatch(line), _LIST.match(line)
        words = _plain(heading[1] if heading else line[item.end() :] if item else line)
        if line.startswith("|"):
            words = " · ".join(cell.strip() for cell in words.strip("|").split("|"))
        if joins and not heading and not item and not line.startswith("|"):
            found[-1] = (False, f"{found[-1][1]} {words}")
        elif words:
            found.append((bool(heading), words))
        joins = bool(found) and not heading and not line.startswith("|")
    return found


def _plain(line: str) -> str:
    for pattern, instead in _INLINE:
        line = pattern.sub(instead, line)
    return line.strip()
