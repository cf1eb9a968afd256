"""For whom somebody mourns, in the words of the contract."""

import pytest

from bot.arguments.leave_relations import relation_said


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("外公去世", "祖父母"),
        ("老婆的爸爸走了", "配偶父母"),
        ("岳父去世", "配偶父母"),
        ("我妈没了", "父母"),
        ("弟弟出了车祸", "兄弟姐妹"),
        ("一位表哥", "其他"),
        ("家里有事", ""),
    ],
)
def test_who_it_was(text: str, relation: str) -> None:
    assert relation_said(text) == relation
