"""When two places are one."""

import pytest

from bot.domain.safety.places import holds, place_key


@pytest.mark.parametrize(("one", "other"), [("三号车间", "3车间"), ("Ａ栋", "A栋"), ("3号车间的2楼", "3号车间2楼")])
def test_places_are_compared_as_people_mean_them(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(
    ("whole", "part", "is_in"),
    [
        ("3号车间配电箱", "三车间", True),
        ("13号车间", "3号车间", False),
        ("3号车间", "3号车间二楼", False),
        ("仓库东门", "仓库", True),
        ("A1库", "A库", False),
        ("十三车间", "三车间", False),
    ],
)
def test_a_part_cuts_no_number_in_two(whole: str, part: str, is_in: bool) -> None:
    assert holds(place_key(whole), place_key(part)) is is_in
