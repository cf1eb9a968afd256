"""Hold back, or go on."""

import pytest

from bot.arguments.push_wishes import PushWish
from bot.shapes.arguments import Words
from tests.arguments.reading import scene


@pytest.mark.parametrize(
    ("said", "pauses"), [("暂停", True), ("先停", True), ("恢复", False), ("继续", False), ("看看", None)]
)
def test_read(said: str, pauses: bool | None) -> None:
    found = PushWish.read(Words(said), scene())
    assert (found.pauses if found else None) is pauses
