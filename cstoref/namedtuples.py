"""`NamedTuple` for the classes that a look-up touches: immutable values, cheap to define.

`typing.NamedTuple` does the same, but importing `typing` takes about as long as starting a bare interpreter
does, and even `collections.namedtuple` compiles code for every class: thirty of them cost a look-up a tenth
of its time. Type checkers see the real one.
"""

from __future__ import annotations

# Whole processes, against `python -c pass`: sqlite3 with a named tuple takes 1.5 times as long, typing by
# itself 1.9, pathlib 2.4, dataclasses 2.5. `tests/test_startup.py` names what a look-up must not load.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    try:
        # What the parts of `collections.namedtuple` are: half the work of a property, to make and to read.
        from _collections import _tuplegetter
    except ImportError:
        from operator import itemgetter

        def _tuplegetter(at, _):
            return property(itemgetter(at))

    class _Maker(type):
        """Takes the annotated names of a class body as the parts of a tuple, in order."""

        def __new__(cls, name, bases, body):
            parts = tuple(body.get("__annotations__", ()))
            body["_fields"] = parts
            defaults = body["_field_defaults"] = {part: body[part] for part in parts if part in body}
            # Defaults that end the list of parts can be appended by a slice; any other layout goes the slow
            # way.
            body["_last"] = (
                tuple(defaults.values()) if parts[len(parts) - len(defaults) :] == (*defaults,) else ()
            )
            # Without it every value would carry an empty `__dict__`.
            body["__slots__"] = ()
            # No code is compiled for the class, which is what makes `collections.namedtuple` slow to define.
            body.update(zip(parts, map(_tuplegetter, range(len(parts)), parts), strict=False))
            return super().__new__(cls, name, bases or (tuple,), body)

    class NamedTuple(metaclass=_Maker):
        """Base of an immutable value: annotated names are its parts, in order."""

        def __new__(cls, *given, **named):
            lacking = len(cls._fields) - len(given)
            if named or lacking:
                last = cls._last
                if not named and 0 < lacking <= len(last):  # the commonest by far
                    given += last[len(last) - lacking :]
                else:
                    given = cls._complete(given, named)
            return tuple.__new__(cls, given)

        _make = classmethod(tuple.__new__)
        """A value of all of its parts, in order. Beside a call of the class nothing of it runs in Python."""

        @classmethod
        def _complete(cls, given, named):
            if len(given) > len(cls._fields):
                raise TypeError(f"{cls.__name__} takes {len(cls._fields)} parts, got {len(given)}")
            parts = dict(zip(cls._fields, given, strict=False))
            unknown = [name for name in named if name not in cls._fields or name in parts]
            if unknown:
                raise TypeError(f"{cls.__name__} does not take {unknown[0]!r} here")
            parts = {**cls._field_defaults, **parts, **named}
            missing = [name for name in cls._fields if name not in parts]
            if missing:
                raise TypeError(f"{cls.__name__} lacks {missing[0]!r}")
            return [parts[name] for name in cls._fields]

        def _asdict(self):
            return dict(zip(self._fields, self, strict=False))

        def _replace(self, **changed):
            parts = list(self)
            for name, part in changed.items():
                try:
                    parts[self._fields.index(name)] = part
                except ValueError:
                    raise TypeError(f"{type(self).__name__} does not take {name!r} here") from None
            return tuple.__new__(type(self), parts)

        def __getnewargs__(self):  # how `copy` and `pickle` make it anew
            return tuple(self)

        def __repr__(self):
            parts = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=False))
            return f"{type(self).__name__}({parts})"
