"""What is compiled: a pack as it is read, by this process or a second one, or a stack of layers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cstoref.model import Pack

from .load import load
from .pack_pipe import PipedPack, is_worth_it
from .pack_stream import PackStream
from .stack import members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.progress import Step


def read_while_compiled(folders: Sequence[Path], step: Step) -> PackStream | PipedPack | Pack:
    """The pack in a folder, or the layers in some, to be compiled. Raises PackError as `load` does."""
    if len(members(folders)) > 1:
        return load(*folders)
    if is_worth_it(folders[0]):
        try:
            return PipedPack(folders[0], step)
        except OSError:
            pass  # no process can be started: this one reads the pack as well
    stream = PackStream(folders[0], step)
    stream.read_records()  # what is wrong with them shows before anything is made of the pack
    return stream
