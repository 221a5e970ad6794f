"""Three themes of our own: dark, light and high contrast. All text meets WCAG AA; a test computes it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rich.style import Style
from textual.theme import Theme

DARK = Theme(
    name="cstoref-dark",
    primary="#8fb8e8",
    secondary="#9ccfd8",
    accent="#e6c07b",
    warning="#f0a35e",
    error="#f28b82",
    success="#9ece9a",
    foreground="#d8dce3",
    background="#14171c",
    surface="#222831",
    panel="#1b2027",
    dark=True,
    variables={
        "text-muted": "#98a2b1",
        "lit": "#46401f",
        "lit-text": "#ffeeb0",
        "cursor": "#2f4a6d",
        "cursor-text": "#ffffff",
        "rule": "#626c7a",
        "as-of": "#5b3f73",
        "as-of-text": "#ffffff",
    },
)
LIGHT = Theme(
    name="cstoref-light",
    primary="#1f4f8b",
    secondary="#0f6674",
    accent="#8a4b08",
    warning="#a33c00",
    error="#b3261e",
    success="#22662b",
    foreground="#1d2228",
    background="#fbfaf7",
    surface="#e9e6df",
    panel="#f2f0ea",
    dark=False,
    variables={
        "text-muted": "#58606b",
        "lit": "#ffe9a3",
        "lit-text": "#2b2100",
        "cursor": "#cfe0f5",
        "cursor-text": "#0b1d33",
        "rule": "#8a8578",
        "as-of": "#e6d3f2",
        "as-of-text": "#33124a",
    },
)
CONTRAST = Theme(
    name="cstoref-contrast",
    primary="#7fd4ff",
    secondary="#a0ffd0",
    accent="#ffd75f",
    warning="#ffb000",
    error="#ff8a80",
    success="#a0ffa0",
    foreground="#ffffff",
    background="#000000",
    surface="#303030",
    panel="#101010",
    dark=True,
    variables={
        "text-muted": "#d0d0d0",
        "lit": "#ffff00",
        "lit-text": "#000000",
        "cursor": "#ffffff",
        "cursor-text": "#000000",
        "rule": "#a0a0a0",
        "as-of": "#ffffff",
        "as-of-text": "#000000",
    },
)
THEMES = (DARK, LIGHT, CONTRAST)
BY_NAME = {theme.name: theme for theme in THEMES}
LOOKS = {
    "text": "$foreground",
    "dim": "$text-muted",
    "heading": "bold $primary",
    "title": "bold $foreground",
    "mark": "$secondary",
    "on-bar": "bold $background on $secondary",
    "conflict": "bold $warning",
    "lit": "bold $lit-text on $lit",
    "found": "$background on $accent",
    "cited": "underline $foreground",
    "link": "$accent",
    "accent": "bold $accent",
    "cursor": "$cursor-text on $cursor",
    "cursor-blurred": "on $surface",
    "thumb": "$rule",
}
"""How each style of a piece of a line looks, and the cursor and the scroll bar: words of Rich, colours of the
theme. As rules of a style sheet each would be matched against each pane at the start."""


def look(name: str, colours: Mapping[str, str]) -> Style:
    """What a style puts over what is behind it; `colours` are the variables of the theme."""
    return Style.parse(re.sub(r"\$([\w-]+)", lambda match: colours[match[1]], LOOKS[name]))
