"""Reads out a session: its page part by part, and what a verb came to, in lines of a width."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cstoref import dates
from cstoref.errors import UserError
from cstoref.render.text import wrap
from cstoref.session.blank_form import BlankForm
from cstoref.session.filters import Filter, no_match
from cstoref.session.outcomes import FacetChoices, Form, Message, Outcome, Question, TakenText
from cstoref.session.page_items import ItemPage
from cstoref.session.session import Session
from cstoref.session.state import State

from .form_questions import FormQuestions
from .pages import page_of
from .parts import Numbered, numbered, part_from, part_lines, range_of

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData

QUESTIONS = {"file": "name a new file: memo notes.md", "days": "give two dates: changes 2010 2015-06-30"}
"""What to type for what a verb lacks, by what it asks for."""


class PageReader:
    """Reads out a session over one pack."""

    def __init__(self, store: Store, user: UserData, width: int = 80, as_of: str | None = None) -> None:
        self.session = Session(store, user, State(as_of=as_of), paged=True)
        self.width = width
        self._read: tuple[object, ItemPage] | None = None
        self.questions: FormQuestions | None = None
        """What a form is filled in by, while it is."""

    @property
    def ended(self) -> bool:
        """Whether the person has quit."""
        return self.session.ended

    @property
    def opened(self) -> list[str]:
        """The records that were opened, the last one last."""
        return self.session.opened

    # What is said

    def attempt(self, run: Callable[[], Outcome]) -> list[str]:
        """Do something: what it came to, or why it was not done; the page, where that is another or the same
        was asked for again."""
        before = self.session.state
        try:
            result = run()
            self._renew()
            lines = self._result_lines(result, before)
        except UserError as error:
            lines = self.say(error.sentence)
        return [*lines, *(line for news in self.session.user.take_news() for line in self.say(news))]

    def _result_lines(self, result: Outcome, before: State) -> list[str]:
        if self.ended:
            return []
        if isinstance(result, TakenText):
            return result.text.split("\n")
        if isinstance(result, FacetChoices):
            return [line for facet, count in result.facets for line in self.say(f"{facet}, {count:,}")]
        if isinstance(result, Form):
            return self.fill_in(result.form)
        if isinstance(result, Question):
            raise UserError(QUESTIONS[result.asks_for])
        said = self.say(result.sentence) if isinstance(result, Message) else []
        if result is not None and not isinstance(result, Message) and result.page is not None:
            self.session.open(result.page)
        # Identity and not equality: the same page that was asked for again is a new state, and is read again.
        changed = self.session.state is not before
        return [*said, *self.read()] if changed or not said else said

    def fill_in(self, form: BlankForm) -> list[str]:
        """Begin to ask what a form has; the first question."""
        self.questions = FormQuestions(form)
        return self._asked(self.questions.first())

    def answer_question(self, typed: str) -> list[str]:
        """What comes of an answer while a form is filled in."""
        assert self.questions is not None
        lines = self._asked(self.questions.answer(typed))
        if self.questions.ended:
            self.questions = None
            self._renew()
        return lines

    def _asked(self, sentences: list[str]) -> list[str]:
        return [line for sentence in sentences for line in self.say(sentence)]

    def _renew(self) -> None:
        """Go on with what was written: the next page that is read has it."""
        if self.session.authorship.is_compiling:
            self.session.renew(wait=True)

    def say(self, sentence: str) -> list[str]:
        """A sentence as lines; a text of several lines keeps them."""
        return [line for part in sentence.split("\n") for line in wrap(part, self.width) or [""]]

    def read(self, whole: bool = False) -> list[str]:
        """The part of the page that is to be read, or all of it."""
        page, items, first = self.page, self.items, self.first
        state = self.session.state
        # A listener has heard the head already when a later part or a filtered list is read.
        head = () if state.filter or state.facet or (first and state.part is not None) else page.head
        lines = [line for words in (page.title, *head, *self._states()) for line in self.say(words)]
        if not items:
            unmatched = no_match(state.filter, state.facet, state.quoted_only)
            filtered = f"{unmatched} Type clear to clear the filter."
            return [*lines, *self.say(filtered if page.items else page.empty)]
        end = len(items) if whole else self.end_of_part(first)
        lines += part_lines(items, first, end, self.width)
        return [*lines, *self._end(items, first, end)]

    def end_of_part(self, first: int) -> int:
        """The item after the part that begins with `first`."""
        brief = 0 if self.session.state.filter or self.session.state.facet else self.page.brief
        return brief if brief > first == 0 else part_from(self.items, first, self.width)

    def _states(self) -> list[str]:
        """The filter, the order, and the day."""
        state = self.session.state
        states = [f"Filter: {state.filter}."] if state.filter else []
        states += [f"Only {state.facet}."] if state.facet else []
        states += [f"Sorted: {state.sort}."] if state.sort in self.page.orders[1:] else []
        states += ["Quoted only."] if state.quoted_only else []
        return states + ([f"Showing {dates.spoken(state.as_of)}."] if state.as_of else [])

    def _end(self, items: list[Numbered], first: int, end: int) -> list[str]:
        """Which numbers there are, and which words lead on."""
        if first == 0 and end == len(items):
            return []
        last = max((line.number for line in items), default=0)
        ways = ["n for the next part"] * (end < len(items)) + ["p for the previous part"] * (first > 0)
        numbers = range_of(items[first:end])
        return self.say(f"{f'{numbers} of {last}' if numbers else 'A part'}; {', '.join(ways)}.")

    # What is read

    @property
    def page(self) -> ItemPage:
        """The page, made anew only where something of it changed."""
        state = self.session.state
        parts = (
            state.page, state.sentence, state.as_of, state.record_sort, state.index_sort,
            bool(state.filter or state.facet), self.session.saved,
        )  # fmt: skip
        # One line typed asks for the page several times; making it means reading and wording every statement.
        if self._read is None or self._read[0] != parts:
            self._read = parts, page_of(self.session)
        return self._read[1]

    @property
    def items(self) -> list[Numbered]:
        """The items of the page that pass the filter."""
        state = self.session.state
        return numbered(self.page, Filter(state.filter, state.facet, state.quoted_only))

    @property
    def first(self) -> int:
        """The item with which the part begins that is read."""
        state = self.session.state
        if state.part is not None:
            return min(state.part, max(0, len(self.items) - 1))
        filtered = state.filter or state.facet or state.quoted_only
        return 0 if filtered else self.page.first
