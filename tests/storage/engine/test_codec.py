"""What is stored is read back, and whatever else stands there is refused in one way."""

import pytest

from bot.identifiers import UserId
from bot.shapes.outgoing import Card, Text, ToPerson
from bot.storage.engine import codec


@pytest.mark.parametrize(
    "value", [Text("好"), ToPerson(UserId("zhangsan")), Card("标题", "说明", fields=(("a", "b"),))]
)
def test_it_comes_back(value: object) -> None:
    assert codec.load(codec.dump(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "5",
        "null",
        "[]",
        "{}",
        '"ab"',
        '["Text"]',
        "[[], {}]",
        "[{}, {}]",
        '["Rumour", {}]',
        '["Text", {"text": 5}]',
        "[" * 99_999,
    ],
)
def test_anything_else_is_refused_alike(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the kind is all that callers go by
        codec.load(text)


def test_only_known_shapes_are_stored() -> None:
    with pytest.raises(TypeError):
        codec.dump({"text": "好"})
