import pytest

from bot.domain.notices.audience import Audience
from bot.domain.notices.categories import category_of
from bot.domain.notices.notice import Category
from bot.domain.notices.topics import Topic


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("周三停电检修", Category.OUTAGE),
        ("消防演练", Category.SAFETY),
        ("下午开会", Category.MEETING),
        ("年会报名", Category.ACTIVITY),
        ("元旦放假安排", Category.RULES),
        ("报销截止", Category.FINANCE),
        ("门禁换卡", Category.NOTICE),
    ],
)
def test_by_its_words(text: str, category: Category) -> None:
    assert category_of(text, Audience()) is category


def test_what_goes_to_who_subscribes_to_safety() -> None:
    assert category_of("下午开会", Audience(topic=Topic.SAFETY)) is Category.SAFETY
