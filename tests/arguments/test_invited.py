"""Whom somebody wants in a group, and until when."""

from datetime import date

import pytest

from bot.arguments.expiry import Expiry
from bot.arguments.invited import Invited
from bot.arguments.kept_groups import KeptGroup
from bot.errors import Code
from tests.arguments.reading import read, refused, scene


@pytest.mark.parametrize(
    ("text", "people", "guests", "strangers"),
    [
        ("@李四", ["李四"], [], []),
        ("李四、王五和何苗", ["李四", "王五", "何苗"], [], []),
        ("李四 李四", ["李四"], [], []),
        ("生产部-李四", ["李四"], [], []),
        ("恒远置业 李总", [], ["恒远置业-李总"], []),
        ("恒远置业 王强", [], ["恒远置业-王强"], []),  # a colleague's namesake
        ("李四、恒远置业李总", ["李四"], ["恒远置业-李总"], []),
        ("李四 恒远置业 李总", ["李四"], ["恒远置业-李总"], []),
        ("李总", [], [], ["李总"]),
        ("孙总", ["孙丽"], [], []),
    ],
)
def test_colleagues_and_others(text: str, people: list[str], guests: list[str], strangers: list[str]) -> None:
    found, left = read(Invited, text)
    assert [each.name for each in found.people] == people
    assert (list(found.guests), list(found.strangers), left) == (guests, strangers, "")


def test_nobody() -> None:
    assert read(Invited, "")[0] is None
    assert refused(Invited, "@没有这人").code is Code.NOT_FOUND


def test_who_is_known_in_my_groups_needs_no_company() -> None:
    assert read(Invited, "李总", scene("冯销"))[0].guests == ("恒远置业-李总",)


@pytest.mark.parametrize(
    ("text", "day", "left"),
    [
        ("李总 有效期到12月31日", date(2026, 12, 31), "李总"),
        ("李总，有效期至2027-01-31", date(2027, 1, 31), "李总"),
        ("李总 有效期三个月", date(2027, 2, 22), "李总"),
        ("李总 期限：90天", date(2027, 2, 20), "李总"),
        ("李总 有效期一年", date(2027, 11, 22), "李总"),
        ("李总 延期到12.31", date(2026, 12, 31), "李总"),
        ("李总", None, "李总"),
    ],
)
def test_until_when(text: str, day: date | None, left: str) -> None:
    found, rest = read(Expiry, text)
    assert (found.day if found else None, rest) == (day, left)


@pytest.mark.parametrize(
    ("who", "text", "where", "group"),
    [
        ("郑群", "李四", None, "项目A工作群"),
        ("郑群", "李四 进群", None, "项目A工作群"),
        ("林宓", "李四 集团高管工作群", None, "集团高管工作群"),
        ("林宓", "李四", "项目A工作群", "项目A工作群"),
        ("张三", "李四", None, None),
    ],
)
def test_the_group_that_i_look_after(who: str, text: str, where: str | None, group: str | None) -> None:
    found, _ = read(KeptGroup, text, scene(who, where))
    assert (found.group.name if found else None) == group


def test_of_several_groups_one_is_asked_for() -> None:
    assert refused(KeptGroup, "李四", scene("林宓")).code is Code.AMBIGUOUS_GROUP
