"""Our light named tuples behave like those of the standard library."""

from __future__ import annotations

import copy
import pickle

import pytest

from cstoref.namedtuples import NamedTuple


class Point(NamedTuple):
    """Two parts, of which one may be left out."""

    x: int
    y: int = 7

    @property
    def sum(self) -> int:
        """Both together."""
        return self.x + self.y


def test_parts_are_read_by_name_place_and_unpacking() -> None:
    point = Point(1, 2)
    x, y = point
    assert (point.x, point.y, point[0], point[1]) == (x, y, 1, 2)
    assert point == (1, 2)


def test_a_part_that_is_left_out_has_its_default() -> None:
    assert Point(1) == Point(x=1) == Point(1, y=7)


def test_a_value_knows_its_own_properties() -> None:
    assert Point(1, 2).sum == 3


def test_replacing_makes_a_new_value() -> None:
    point = Point(1, 2)
    assert point._replace(y=3) == Point(1, 3)
    assert point == Point(1, 2)


def test_a_value_as_a_dict_has_its_parts_in_order() -> None:
    assert list(Point(2, 1)._asdict().items()) == [("x", 2), ("y", 1)]
    assert Point._fields == ("x", "y")


def test_a_value_shows_its_parts() -> None:
    assert repr(Point(1)) == "Point(x=1, y=7)"


def test_values_are_hashed_by_their_parts() -> None:
    assert {Point(1, 2): "here"}[Point(1, 2)] == "here"


@pytest.mark.parametrize("name", ["x", "other"])
def test_a_value_cannot_be_changed(name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(Point(1, 2), name, 3)


@pytest.mark.parametrize(
    ("given", "named", "complaint"),
    [
        ((1, 2, 3), {}, "takes 2 parts"),
        ((), {}, "lacks 'x'"),
        ((1,), {"z": 3}, "does not take 'z'"),
        ((1,), {"x": 3}, "does not take 'x'"),
    ],
)
def test_wrong_parts_are_refused(given: tuple[int, ...], named: dict[str, int], complaint: str) -> None:
    with pytest.raises(TypeError, match=complaint):
        Point(*given, **named)


def test_a_value_survives_copying_and_pickling() -> None:
    assert pickle.loads(pickle.dumps(Point(1, 2))) == copy.deepcopy(Point(1, 2)) == Point(1, 2)


def test_a_value_is_made_of_its_parts_in_order() -> None:
    point = Point._make((1, 2))
    assert (type(point), point) == (Point, Point(1, 2))
