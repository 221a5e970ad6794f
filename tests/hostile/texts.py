"""Texts that mean something to a terminal, a markup, a shell, a query or an eye, and must mean nothing."""

from __future__ import annotations

from hypothesis import strategies as st

MARKUP = (
    "[@click=app.quit]x[/]",
    "[@click='app.bell()']x[/]",
    "[link=https://example.org]x[/link]",
    "[red]x[/red] [sic] [/",
    "[/] [[ ]] \\[b] [$primary]x [on red]",
    "<script>alert(1)</script> &lt; ${HOME} `id` $(id)",
    "{0} %s %(x)s {who!r} {{",
    "=1+1",
    "@SUM(A1) ; +cmd|' /C calc'!A0",
    "' OR 1=1; DROP TABLE record; --",
    'a" OR b* NEAR(c d) ^e "',
    "../../etc/passwd /etc/passwd ~root file:///etc/passwd",
    "javascript:alert(1) https://example.org/\x1b]8;;x",
    'he said: "so" \\ and “so”',
)
CONTROLS = (
    *(f"a{chr(code)}b" for code in (*range(0x01, 0x20), *range(0x7F, 0xA0))),
    "a\x00b",
    "\x1b[2J\x1b[H\x1b[31mred\x1b[0m",
    "\x1b]8;;https://example.org\x1b\\x\x1b]8;;\x1b\\",
    "\x1b]52;c;aGFja2Vk\x07",
    "\x1b]0;title\x07\x1b[6n\x1b[c\x1bc\x1b[?1049l",
    "\x9b31mred\x9d0;title\x9c \x90q\x1b\\",
    "good\rbad good\b\b\b\bbad",
    "\x1bP+q544e\x1b\\ \x1b[21t \x1b#8 \x0e lqk \x0f",
)
DIRECTIONS = (
    "\u202egpj.exe\u202c \u202dx",
    "a\u2066b\u2067c\u2068d\u2069 \u200ee\u200ff\u061cg",
    "العربية 123 (abc) עברית, 45",
    "\u2069\u2069x\u202c",
)
INVISIBLE = (
    "pay\u200bpal a\u200db\u200cc \u2060x\u2061",
    "\u200d\u200d\u200d",
    "a\ufeffb \ufff9c\ufffad\ufffb \u180ee",
    "\U000e0041\U000e0042 \ue000 \U0010fffd \uffff \U0001ffff",
    "a" + "\u0302" * 8 + "b" + "\u20dd",
    "\u0301leading mark",
    "a\u2028b\u2029c\x85d\u00a0e\u3000f\u1680g",
)
SHAPES = (
    "中文" * 40,
    "👩‍👩‍👧‍👦👍🏽🇧🇾🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "𝕏𝔸 ﷽ ｆｕｌｌ ㍿",
    "W" * 290,
    "very " * 55,
    "Лукашенка Հայաստան საქართველო Қазақстан ไทย नमस्ते",
    "ﬁ Ǆ ß İı K",
    ". ... A. B. ! ?” 1. Mr. ",
    "-",
    "?",
    "“",
)
HOSTILE = (*MARKUP, *CONTROLS, *DIRECTIONS, *INVISIBLE, *SHAPES)

NASTY = st.sampled_from([char for text in HOSTILE for char in text])
ANY_TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.one_of(NASTY, st.characters(exclude_categories=["Cs"])), min_size=1, max_size=80),
)
"""Texts that may stand in a file: whole ones from the list, and what their characters can be mixed to."""
