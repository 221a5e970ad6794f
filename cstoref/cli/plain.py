"""`cstoref plain [NAME]`: the explorer as a numbered conversation, a line in, lines out."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND, UsageError
from cstoref.plain.conversation import PROMPT, Conversation
from cstoref.user.user_data import UserData

from .output import Common, lines, typed_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `plain`."""
    parser.add_argument("name", nargs="*", help="a name, id or spot to begin with")


def run(options: argparse.Namespace, common: Common) -> int:
    """Talk until a person has had enough, or the input ends."""
    if common.json:
        raise UsageError("a conversation has no JSON; every other command has")
    store = common.store()
    kept = UserData(store.pack["id"], store.pack["edition"], store.folder)
    talk = Conversation(store, kept, common.style().width, common.as_of)
    try:
        lines([*talk.begin(" ".join(options.name)), PROMPT])
        for typed in typed_lines():
            answer = talk.answer(typed)
            if talk.ended:
                break
            lines([*answer, PROMPT])
    finally:
        kept.opened(*talk.opened)
    return NOT_FOUND if kept.has_unsaved else FOUND
