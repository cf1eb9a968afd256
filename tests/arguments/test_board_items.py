"""An item of the board by its number, and what becomes of it."""

from dataclasses import replace

import pytest

from bot.arguments.board_items import ItemStep, ItemWords
from bot.errors import UserError
from bot.shapes.arguments import Words
from tests.arguments.reading import FILE, scene
from tests.services.notices.editorial.publishing import publishes


@pytest.mark.parametrize(
    ("said", "step"),
    [("xt20261122001 下一步", "下一步"), ("XT-20261122-001 审过了", "通过"), ("通过 XT-20261122-001", "通过")],
)
def test_steps(said: str, step: str) -> None:
    assert ItemStep.read(Words(said), scene()) == ItemStep("XT-20261122-001", step)


def test_a_number_alone_asks_what_to_do() -> None:
    assert ItemStep.read(Words("车间里的老师傅"), scene()) is None
    with pytest.raises(UserError, match="要怎么处理"):
        ItemStep.read(Words("XT-20261122-001"), scene())


def test_a_channel_may_stand_before_the_title() -> None:
    known = replace(scene(), company=publishes(FILE.company))
    assert ItemWords.read(Words("公众号 老师傅"), known) == ItemWords("老师傅", "公众号")
    assert ItemWords.read(Words("老师傅"), known) == ItemWords("老师傅")
    assert ItemWords.read(Words(" "), known) is None
    with pytest.raises(UserError, match="最多写"):
        ItemWords.read(Words("长" * 201), known)
