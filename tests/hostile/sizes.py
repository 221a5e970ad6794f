"""Packs of hostile sizes: long lines, long lists, deep nests, and all that might take longer than it is long.

Each is the files that it differs in from a small pack, and a word of what must be said of it; nothing where
the pack is right, and only large.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.mini_pack import FILES

Files = dict[str, str]
ANNA = 'cite = { source = "news", quote = "Anna met Boris" }\n'


def place(id: str, name: str = "A", more: str = "") -> str:
    return f'[[place]]\nid = "{id}"\nname = "{name}"\ntype = "city"\n{more}'


def events(statements: Iterator[str]) -> str:
    """Statements in events of a thousand each."""
    parts = []
    for at, statement in enumerate(statements):
        if at % 1000 == 0:
            parts.append(f'[[event]]\nid = "e{at // 1000}"\nname = "E"\ntype = "meeting"\n')
        parts.append(f'[[event.statement]]\nfield = "precedent"\nkey = "k{at}"\n{statement}')
    return FILES["events.toml"] + "".join(parts)


def long_line() -> Files:
    return {"places": "# " + "-" * 60_000_000}


def long_field() -> Files:
    return {"places": place("p", "a" * 1_000_000)}


def long_list() -> Files:
    return {"places": place("p", more="names = [" + '"a",\n' * 1_000_000 + "]\n")}


def long_table() -> Files:
    return {"places": place("p", more="".join(f"k{at} = 1\n" for at in range(1_000_000)))}


def million_tables() -> Files:
    return {"places": "[[place]]\n" * 1_000_000}


def million_lists() -> Files:
    return {"places": "a = [\n" + "[],[],[],[],\n" * 1_000_000 + "]"}


def deep_lists() -> Files:
    return {"places": "a = " + "[" * 1_000 + "]" * 1_000}


def deep_keys() -> Files:
    return {"places": f"[[place]]\n{'a.' * 1_000}a = 1\n"}


def deep_header() -> Files:
    return {"places": f"[place{'.a' * 1_000}]\n"}


def deep_tables() -> Files:
    return {"places": "a = " + "{a = " * 1_000 + "1" + "}" * 1_000}


def dangling() -> Files:
    return {"places": "".join(place(f"p{at}", more='place = "p-nowhere"\n') for at in range(20_000))}


def misspelt() -> Files:
    statements = (f'text = "T"\nwho = "anna-ivanovna-petrova-{at}"\n{ANNA}' for at in range(5_000))
    return {
        "places": "".join(place(f"anna-ivanova-petrovna-{at}") for at in range(20_000)),
        "events": events(statements),
    }


def lost_quotes() -> Files:
    quotes = (f"Boris met Anna {at} times and she left" for at in range(2_000))
    cited = (f'text = "T"\ncite = {{ source = "news", quote = "{quote}" }}\n' for quote in quotes)
    return {"text": "Anna met Boris. " * 6_000, "events": events(cited)}


def many_quotes() -> Files:
    text = "".join(f"Anna met {at} men.\n" for at in range(200_000))
    cited = (
        f'text = "T"\ncite = {{ source = "news", quote = "Anna met {at} men" }}\n' for at in range(5_000)
    )
    return {"text": text, "events": events(cited).replace(FILES["events.toml"], "")}


def expanded() -> Files:
    people = str([f"p{at}" for at in range(1_000)])
    statements = (f'text = "{"{who}" * 1_000}"\nwho = {people}\n{ANNA}' for _ in range(600))
    return {
        "places": "".join(place(f"p{at}", "A" * 300) for at in range(1_000)),
        "events": events(statements),
    }


def circle() -> Files:
    ids = [f"e{at // 1000}/precedent/k{at}" for at in range(50_000)]
    return {"events": events(f'text = "T"\nfrom = ["{ids[at - 1]}"]\nrule = "R"\n' for at in range(50_000))}


def chain() -> Files:
    ids = ["meeting/attended/anna", *(f"e{at // 1000}/precedent/k{at}" for at in range(50_000))]
    return {"events": events(f'text = "T"\nfrom = ["{ids[at]}"]\nrule = "R"\n' for at in range(50_000))}


def concerned() -> Files:
    conflict = '[[conflict]]\nid = "c{}"\nnature = "disagreement"\ntopic = "T"\nexplanation = "E"\n'
    return {
        "events": events(f'text = "T"\n{ANNA}' for _ in range(5_000)),
        "conflicts": "".join(conflict.format(at) + ANNA for at in range(5_000)),
    }


def one_name() -> Files:
    return {"places": "".join(place(f"p{at}", "Alike") for at in range(20_000))}


def one_number() -> Files:
    given = 'text = "T"\nvalue = {{ number = {}, unit = "men" }}\n'
    statements = "".join(
        f'[[event.statement]]\nfield = "contributed"\nkey = "k{at}"\n{given.format(at)}{ANNA}'
        for at in range(20_000)
    )
    return {"events": FILES["events.toml"] + statements}


def long_paragraph() -> Files:
    return {"text": "Anna met Boris in Xanadu. He sent 12 men. " + "Ab cd. " * 20_000}


def short_sentences() -> Files:
    return {"text": "Anna met Boris in Xanadu. He sent 12 men.\n" + ("Ab cd. " * 10_000 + "\n") * 59}


def names_that_grow() -> Files:
    names = ", ".join(f'"{"﷽" * 290}{at}"' for at in range(300))
    return {"places": "".join(place(f"p{at}", more=f"names = [{names}]\n") for at in range(10))}


def many_names() -> Files:
    return {
        "places": "".join(place(f"p{at}", more=f'names = ["{"ab " * 97}{at}"]\n') for at in range(20_000))
    }


def no_blanks() -> Files:
    text = "Anna met Boris in Xanadu. He sent 12 men.\n\n"
    return {"text": text + ("漢字" * 25_000 + "。\n\n") * 4}


def one_sentence() -> Files:
    return {"events": events(f'text = "T"\nwho = "anna"\n{ANNA}' for _ in range(20_000))}


def early_years() -> Files:
    event = '[[event]]\nid = "e{0}"\nname = "E{0}"\ntype = "visit"\nwhen = "{0}"\n'
    return {"events": FILES["events.toml"] + "".join(map(event.format, ("0001", "0999", "0005/0100")))}


SIZES: dict[Callable[[], Files], str] = {
    long_line: "the limit “line”",
    long_field: "the limit “name”",
    long_list: "the limit “list”",
    long_table: "the limit “list”",
    million_tables: "the limit “records”",
    million_lists: "the limit “keys”",
    deep_lists: "the limit “nesting”",
    deep_keys: "the limit “nesting”",
    deep_header: "the limit “nesting”",
    deep_tables: "the limit “nesting”",
    dangling: "the limit “problems”",
    misspelt: "the limit “problems”",
    lost_quotes: "the limit “problems”",
    many_quotes: "the limit “sought”",
    expanded: "the limit “field”",
    circle: "the limit “problems”",
    chain: "",
    concerned: "the limit “concerned”",
    one_name: "",
    one_number: "",
    long_paragraph: "the limit “paragraph”",
    short_sentences: "",
    names_that_grow: "the limit “folded”",
    many_names: "",
    no_blanks: "",
    one_sentence: "",
    early_years: "",
}
