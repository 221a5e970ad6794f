"""One door each to stdout and to the screen: the code is read, and nothing goes another way.

Stdout is written by `cli/output.py` alone; an export streams to what that hands out. On the screen text is
drawn by `LineView`, which takes `Line`s, and by Textual's own widgets, which take what `content()` made; in a
`Box` what is typed or pasted is made safe.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "cstoref"
STDOUT_DOOR = "cli/output.py"
TERMINAL_DOORS = ("tui/driver.py", "tui/inline_driver.py")
"""Where the stream to the terminal is chosen, which Textual alone writes to."""
QUESTION_DOOR = "cli/questions.py"
"""Asks a person at the terminal, on stderr, with what `sanitize.line` made."""
READER_PROCESSES = ("intake/reader_process.py", "authoring/pack_pipe.py", "store/compile/readings.py")
"""Processes of their own, whose streams are pipes to the program, which reads what they write."""
OLD_PYTHON_DOOR = "__init__.py"
"""Tells a Python that is too old so; it can read no other module."""
TERMINAL_OPENER = "cli/pick.py"
"""Opens the terminal itself where stdin and stderr are pipes, for Textual alone to write to."""
STREAMS = {"stdin", "stdout", "stderr", "__stdout__", "__stderr__"}
ASKED = {"isatty", "flush", "fileno"}
"""What a stream may be asked anywhere: nothing is written by it."""

CONTENT_DOOR = "tui/content.py"
LINE_DOOR = "tui/widgets/line_strips.py"
BOX_DOOR = "tui/widgets/box.py"
DRAWN = {"Content": CONTENT_DOOR, "Segment": LINE_DOOR, "Strip": LINE_DOOR, "Text": None, "Input": None}
"""What Textual draws, and the one module that may make it; None where it is never made."""
MARKUP = {"from_markup", "from_ansi", "from_text", "to_content", "render_markup"}
WIDGETS = {"Static", "Label", "Button", "Option", "Link", "Markdown", "DataTable", "RichLog", "Log"}
LABELS = {"tooltip", "border_title", "border_subtitle", "placeholder", "title", "sub_title"}

Check = Callable[[ast.AST, str], bool]


def name_of(node: ast.AST) -> str:
    """The last part of a name: `sanitize.line` is `line`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def places(check: Check, files: str = "**/*.py") -> list[str]:
    """Every place in the package where a check says that something is wrong."""
    return [
        f"cstoref/{file}:{getattr(node, 'lineno', 0)}: {ast.unparse(node)[:80]}"
        for path in sorted(PACKAGE.glob(files))
        for file in [path.relative_to(PACKAGE).as_posix()]
        for node in nodes_of(path)
        if check(node, file)
    ]


@cache
def nodes_of(path: Path) -> list[ast.AST]:
    """Everything in a module, read once for all checks."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def caught(check: Check, source: str, file: str = "tui/other.py") -> bool:
    return any(check(node, file) for node in ast.walk(ast.parse(source)))


def prints(node: ast.AST, file: str) -> bool:
    """`print`, a prompt, or a file opened on what is no path: a way to stdout that is not the door."""
    if not isinstance(node, ast.Call):
        return False
    name = name_of(node.func)
    if name == "open" and node.args and isinstance(node.args[0], ast.Constant):
        return file != TERMINAL_OPENER
    if name == "write" and isinstance(node.func, ast.Attribute) and name_of(node.func.value) == "os":
        return True
    if file in READER_PROCESSES:
        return False
    return name in ("print", "pprint") or (name == "input" and bool(node.args))


def takes_stream(node: ast.AST, file: str) -> bool:
    """A mention of a standard stream outside the door, other than to ask what it is."""
    if file in (STDOUT_DOOR, *TERMINAL_DOORS, QUESTION_DOOR, *READER_PROCESSES, OLD_PYTHON_DOOR):
        return False
    if isinstance(node, ast.Attribute) and node.attr in ASKED and name_of(node.value) in STREAMS:
        node.value._asked = True  # type: ignore[attr-defined]
    if not isinstance(node, ast.Attribute) or name_of(node.value) != "sys" or node.attr not in STREAMS:
        return False
    return not getattr(node, "_asked", False)


def makes_drawn(node: ast.AST, file: str) -> bool:
    """Something drawable that is made outside its door."""
    if not isinstance(node, ast.Call):
        return False
    maker = node.func
    if isinstance(maker, ast.Attribute) and name_of(maker.value) in DRAWN:
        maker = maker.value if maker.attr != "blank" else maker
    return name_of(maker) in DRAWN and DRAWN[name_of(maker)] != file


def reads_markup(node: ast.AST, file: str) -> bool:
    """Text that is read as markup."""
    if isinstance(node, ast.keyword) and node.arg == "markup":
        return not (isinstance(node.value, ast.Constant) and node.value.value is False)
    return isinstance(node, ast.Attribute) and node.attr in MARKUP


def is_safe(node: ast.AST) -> bool:
    """Our own words, or text that has passed a door."""
    if isinstance(node, ast.IfExp):
        return is_safe(node.body) and is_safe(node.orelse)
    if isinstance(node, ast.Call):
        return name_of(node.func) in ("content", "line", "Vertical", "Horizontal")
    return isinstance(node, ast.Constant)


def gives_raw(node: ast.AST, file: str) -> bool:
    """Text given to a widget of Textual's, or to one of its labels, that has passed no door."""
    if isinstance(node, ast.Assign):
        labels = [target for target in node.targets if isinstance(target, ast.Attribute)]
        return any(label.attr in LABELS for label in labels) and not is_safe(node.value)
    if isinstance(node, ast.keyword):
        return node.arg in LABELS and not is_safe(node.value)
    if not isinstance(node, ast.Call):
        return False
    name = name_of(node.func)
    if name in WIDGETS or (name == "update" and _is_widget(node.func)):
        return not all(map(is_safe, node.args))
    return name == "notify" and not (_without_markup(node) and all(map(is_safe, node.args)))


def _is_widget(method: ast.AST) -> bool:
    """Whether `update` is that of a widget, not that of a dictionary or set."""
    owner = method.value if isinstance(method, ast.Attribute) else method
    return isinstance(owner, ast.Call) or name_of(owner) in ("strip", "label", "static", "widget")


def _without_markup(call: ast.Call) -> bool:
    return any(keyword.arg == "markup" for keyword in call.keywords)


def sample_lines() -> Iterator[tuple[Check, str, bool]]:
    """What each check must see, and what it must let pass."""
    yield from (
        (prints, text, True) for text in ("print(name)", "input(name)", "os.write(1, b'')", "open(1)")
    )
    yield from ((prints, text, False) for text in ("out.write(x)", "input()", "open(path)"))
    yield from ((takes_stream, text, True) for text in ("sys.stdout.write(x)", "f(sys.stderr)"))
    yield from (
        (takes_stream, text, False) for text in ("sys.stdout.isatty()", "sys.argv", "sys.stderr.flush()")
    )
    yield from (
        (makes_drawn, text, True) for text in ("Content(x)", "Content.assemble(x)", "rich.Segment(x)")
    )
    yield from ((makes_drawn, text, False) for text in ("content(x)", "Strip.blank(3)", "Box(x)"))
    yield from ((reads_markup, text, True) for text in ("f(x, markup=True)", "Content.from_markup(x)"))
    yield from ((reads_markup, text, False) for text in ("f(x, markup=False)", "run(mouse=True)"))
    yield from (
        (gives_raw, text, True) for text in ("Static(x)", "strip.update(x)", "a.title = x", "f(title=x)")
    )
    yield from ((gives_raw, text, True) for text in ("notify('a')", "notify(x, markup=False)"))
    yield from (
        (gives_raw, text, False) for text in ("Static(content(x))", "names.update(x)", "a.title = 'b'")
    )
    yield from (
        (gives_raw, text, False) for text in ("notify(sanitize.line(x), markup=False)", "Static(id=x)")
    )


@pytest.mark.parametrize(("check", "source", "wrong"), list(sample_lines()))
def test_the_checks_see_what_they_must(check: Check, source: str, wrong: bool) -> None:
    assert caught(check, source) is wrong


@pytest.mark.slow
@pytest.mark.parametrize("check", [prints, takes_stream], ids=["print", "stream"])
def test_stdout_is_written_through_its_door_alone(check: Check) -> None:
    assert places(check) == []


@pytest.mark.parametrize("check", [makes_drawn, reads_markup, gives_raw], ids=["made", "markup", "given"])
def test_the_screen_gets_text_through_its_doors_alone(check: Check) -> None:
    assert places(check, "tui/**/*.py") == []


@pytest.mark.parametrize(
    ("file", "call"),
    [
        (CONTENT_DOOR, "drawn("),
        (LINE_DOOR, "Segment(drawn("),
        (BOX_DOOR, "sanitize.line("),
        (STDOUT_DOOR, "sanitize."),
    ],
)
def test_a_door_makes_safe_what_passes(file: str, call: str) -> None:
    assert call in (PACKAGE / file).read_text(encoding="utf-8")
