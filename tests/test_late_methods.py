"""Whatever is done with a dataclass, nothing shows that its methods are made late."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, replace
from typing import Any

import pytest

from bot.late_methods import Method


def _fresh() -> Any:
    """A class of which nothing was called yet."""

    @dataclass(frozen=True, slots=True, order=True)
    class Place:
        name: str
        floor: int = 1
        seen: list[str] = field(default_factory=list, compare=False, kw_only=True)

    return Place


def test_a_method_is_made_when_it_is_called() -> None:
    place = _fresh()
    assert isinstance(vars(place)["__init__"], Method)
    place("车间")
    assert vars(place)["__init__"].__qualname__.endswith("Place.__init__")
    assert isinstance(vars(place)["__eq__"], Method)


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (lambda place: place("车间").seen, []),
        (lambda place: place("车间", seen=["a"]).seen, ["a"]),
        (lambda place: place("车间") == place("车间", 1, seen=["a"]), True),
        (lambda place: place("车间") == place("车间", 2), False),
        (lambda place: place("车间") == "车间", False),
        (lambda place: place("b", 1) < place("b", 2) <= place("c"), True),
        (lambda place: sorted([place("b"), place("a")])[0].name, "a"),
        (lambda place: len({place("a"), place("a"), place("b")}), 2),
        (lambda place: hash(place("a")) == hash(("a", 1)), True),
        (lambda place: repr(place("a")).rpartition(".")[2], "Place(name='a', floor=1, seen=[])"),
        (lambda place: replace(place("a"), floor=3).floor, 3),
        (lambda place: place.__match_args__, ("name", "floor")),
        (lambda place: place.__eq__(place("a"), place("a")), True),
    ],
)
def test_it_does_what_it_always_did(ask: Callable[[Any], object], answer: object) -> None:
    assert ask(_fresh()) == answer


def test_nothing_is_assigned_to_what_is_frozen() -> None:
    place = _fresh()("车间")
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'name'"):
        place.name = "仓库"
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'name'"):
        del place.name


def test_a_mistake_names_the_class() -> None:
    with pytest.raises(TypeError, match=r"Place\.__init__\(\) missing 1 required positional argument: 'name'"):
        _fresh()()


def test_what_inherits_has_its_own() -> None:
    place = _fresh()

    @dataclass(frozen=True, slots=True)
    class Room(place):  # type: ignore[misc]
        door: str = ""

    @dataclass(frozen=True)
    class Hall(place):  # type: ignore[misc]
        def __init__(self, name: str) -> None:
            place.__init__(self, name, 7)

    assert Room("a", 2, "左").door == "左"
    assert Hall("b").floor == 7
    assert place("a", 2) != Room("a", 2)
