"""What tests of the store share: a pack that has something of everything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from tests.mini_pack import FILES, PACK

RICH = {
    "pack": PACK + 'subject = "league"\n',
    "members": FILES["members.toml"] + '\n[[member]]\nid = "cathay"\nname = "Cathay"\ntype = "former-state"\n'
    'names = ["Katai", { text = "Катай", lang = "ru", note = "in Russian" }]\n\n'
    '[[member.statement]]\nfield = "membership"\nvalue = "league"\nwhen = "1994/2003-05-01"\n'
    'text = "Cathay was a member."\ncite = { source = "book" }\n',
    "leaders": '[[leader]]\nid = "anna"\nname = "Anna Ivanova"\ntype = "person"\n'
    'names = [{ text = "Анна Иванова", lang = "ru" }, "Ann Ivanov"]\n\n'
    '[[leader.statement]]\nfield = "office"\nvalue = "minister-of-xanadu"\nwhen = "2000-01-01/2004"\n'
    'text = "Anna Ivanova was minister."\ncite = { source = "book", note = "p. 3" }\n\n'
    '[[leader.statement]]\nfield = "said"\nvalue = "all is well"\nat = "meeting"\n'
    'to_text = "certain states"\n'
    'text = "Anna denied it."\nstance = "denied"\nhedge = "almost certainly"\nnegated = true\n'
    'said_on = "2001-05-03"\n'
    'when_text = "then"\nwhen_basis = "By the date."\nnote = "A doubt."\n'
    'via = [{ by = "boris", on = "2001-05-04" }, { by_text = "a wire" }]\n'
    'cite = [{ source = "news", quote = "Anna met Boris" }, { source = "book" }]\n\n'
    '[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\nblurb = "Who sent men."\n\n'
    '[[leader.statement]]\nfield = "assessment"\nvalue = "late"\ntext = "Boris was late."\n'
    'rank = "deprecated"\n'
    'rank_reason = "He was not."\nfrom = ["meeting/attended/boris"]\nrule = "Who comes is late."\n',
    "institutions": '[[institution]]\nid = "league"\nname = "The League of Xanadu"\ntype = "organization"\n'
    'names = ["LX"]\n\n'
    '[[institution]]\nid = "minister-of-xanadu"\nname = "Minister of Xanadu"\ntype = "office"\n\n'
    '[[institution.statement]]\nfield = "office_of"\nvalue = "xanadu"\ntext = "An office of Xanadu."\n'
    'cite = { source = "book" }\n',
    "events": FILES["events.toml"] + '\n[[event]]\nid = "west-2009"\nname = "West-2009"\ntype = "exercise"\n'
    'when = "2009-09"\nplace = "hill"\n\n'
    '[[event.statement]]\nfield = "contributed"\nwho = "xanadu"\ntext = "Some thousands came."\n'
    'value = { min = 1000, max = 2500.5, unit = "men", approx = true }\ncite = { source = "book" }\n',
    "places": '[[place]]\nid = "hill"\nname = "Hill"\ntype = "site"\n'
    'identifiers = { wikidata = "Q1", iso3166 = "XX" }\n',
    "conflicts": '[[conflict]]\nid = "who-came"\nnature = "disagreement"\ntopic = "Who came"\n'
    'explanation = "They do not agree."\nrecords = ["meeting", "boris"]\n'
    'statements = ["meeting/attended/boris", "boris/assessment"]\n'
    'cite = [{ source = "news", quote = "Anna met Boris in Xanadu" }, { source = "book" }]\n',
    "silences": '[[silence]]\nreason = "A flourish."\n'
    'cite = { source = "news", quote = "Boris did not come back." }\n',
    "sources": '[[source]]\nid = "book"\ntitle = "The book"\ntype = "research"\npublisher = "Press"\n'
    'abbr = "Book"\nauthor = "N. N."\nissued = "1990"\nissued_basis = "Title page."\nurl = "https://example.org"\n'
    'container = "Series"\nvolume = "1"\nissue = "2"\nlanguage = "ru"\nnote = "A note."\n',
}


@pytest.fixture
def rich_folder(make_pack: Callable[..., Path]) -> Path:
    """The folder of a pack with something of everything."""
    return make_pack(**RICH)


@pytest.fixture
def rich(rich_folder: Path) -> Store:
    """Its store."""
    return open_store(str(rich_folder))
