"""`NamedTuple` for the classes that a look-up touches.

`typing.NamedTuple` does the same, but importing `typing` alone takes about as long as starting a bare
interpreter does, and a look-up must not pay that. Type checkers see the real one.
"""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class _Maker(type):
        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            parts = list(body.get("__annotations__", {}))
            defaults = [body.pop(part) for part in parts if part in body]
            made = namedtuple(name, parts, defaults=defaults, module=body["__module__"])
            return type(name, (made,), {"__slots__": (), **body})

    class NamedTuple(metaclass=_Maker):
        """Base of an immutable value: annotated names are its parts, in order."""
