"""Who listens to a page hears what they came for within its first 25 words, whatever page it is."""

from __future__ import annotations

import pytest

from cstoref.plain.conversation import Conversation
from cstoref.plain.pages import MAKERS
from cstoref.session.views import VIEWS
from cstoref.store.queries import Store

from .conftest import talk_over

FIRST = 25
GREETING = 40
REFUSAL = "crrf-agreement/refused/belarus-june-2009"
PAGES = {
    "open belarus": "Member of the CSTO since 18 Sep 2003",
    "open uzbekistan": "Former member of the CSTO",
    "open lukashenko": "President of Belarus since 20 Jul 1994",
    "open secretary-general": "Held by Taalatbek Masadykov",
    "open csto": "Alliance of former Soviet states",
    "open matybulak-2009": "First exercise of the force",
    "open crrf-agreement": "Signed by: Kazakhstan, Armenia",
    "open borovoye": "Where: Astana, Kazakhstan",
    f"open {REFUSAL}": "The leader of Belarus flatly refused to sign",
    "open edm-2005-06-24": "EDM, 24 Jun 2005. Vladimir Socor",
    f"uses {REFUSAL}": "refused to sign the agreement.” 7 statements on it",
    "open belarus|names": "also called: Republic of Belarus",
    "attendance|2": "27 Nov 2025 1. Armenia: stayed away",
    "attendance|filter 2009 matybulak|1|2": "The president of Belarus made a point of staying away",
    "peek belarus": "Member of the CSTO since 18 Sep 2003",
    "members": "Armenia: since 18 Sep 2003",
    "leaders": "Leaders, 303",
    "events": "Session of the Collective Security Council in Moscow, November 2026",
    "sources": "EDM, 24 Jun 2005",
    "/ who leads russia": "Vladimir Putin",
    "/ last summit": "CSTO summit in Bishkek, November 2025",
    "/ dairy ban": "Russian ban on Belarusian dairy imports",
    "timeline": "Levon Ter-Petrosyan, 11 Nov 1991",
    "attendance": "of 4 known",
    "signatures": "refused or did not sign: Armenia",
    "contributions": "CSTO operation in Kazakhstan, January 2022; 5 of 5",
    "conflicts": "Sources conflict on 162 matters",
    "conflict lukashenko-loyalist-2005-and-2009": "counts Lukashenko among the loyalists",
    "coverage": "Head of state: 221 of 221 years known",
    "changes belarus 2010 2015": "The president of Belarus took",
    "pins": "Nothing is pinned yet",
    "bookmarks": "There are no bookmarks yet",
    "open karimov|compare lukashenko": "Alexander Lukashenko: President of Belarus",
}
"""What is typed, in turns, to what must be among the first words of the last answer."""


def talked(store: Store, typed: str) -> tuple[Conversation, list[str]]:
    """A conversation after some lines, and its last answer as words."""
    talk = talk_over(store)
    talk.begin()
    said = [talk.answer(line) for line in typed.split("|")][-1]
    return talk, " ".join(said).split()


@pytest.mark.parametrize(("typed", "answer"), list(PAGES.items()), ids=list(PAGES))
def test_every_page_begins_with_what_it_is_about(builtin: Store, typed: str, answer: str) -> None:
    assert answer in " ".join(talked(builtin, typed)[1][:FIRST])


def test_these_are_all_the_pages_there_are(builtin: Store) -> None:
    met = {talked(builtin, typed)[0].session.state.page.what for typed in PAGES}
    assert met | {"home"} == set(MAKERS) | set(VIEWS)


def test_the_greeting_is_short_and_says_what_can_be_typed(builtin: Store) -> None:
    words = " ".join(talk_over(builtin).begin()).split()
    assert len(words) <= GREETING
    assert "Type a name or a question" in " ".join(words[:FIRST])
