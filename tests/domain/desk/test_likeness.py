"""What somebody heard is found among what was said, though he words it otherwise; what isn't said isn't found."""

import pytest

from bot.domain.desk.likeness import claim, likest

NOTICES = {
    "GG-1": "12月1日（周二）8:00到12:00 厂区停电检修，请提前保存数据。",
    "GG-2": "明年元旦放假三天，1月1日到1月3日，1月4日上班。",
}


@pytest.mark.parametrize(
    ("heard", "found"),
    [
        ("听说12月1日厂区停电检修，是真的吗", "GG-1"),
        ("元旦放假三天？", "GG-2"),
        ("听说公司要搬家了", None),
        ("停电", None),
        ("", None),
    ],
)
def test_by_what_they_share(heard: str, found: str | None) -> None:
    assert likest(heard, NOTICES.items()) == found


def test_that_it_was_heard_is_no_part_of_it() -> None:
    assert claim("听说下个月要搬到新园区，是真的吗？") == "下个月要搬到新园区"


def test_the_likest_of_several() -> None:
    texts = [("a", "元旦放假安排另行通知"), ("b", "元旦放假三天"), ("c", "元旦放假三天")]
    assert likest("元旦放假三天", texts) == "b"
