import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.emergency.places import find_place


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("3号车间有人", "3号车间"),
        ("三车间着火", "三车间"),
        ("B区着火", "B区"),
        ("宿舍楼3楼在冒烟", "宿舍楼3楼"),
        ("食堂后厨起火", "食堂后厨"),
        ("3号车间的二楼", "3号车间的二楼"),
        ("门卫室旁边的电动车", "门卫室旁边"),
        ("在厂区北门那里", "厂区北门"),
        ("２号线停了", "２号线"),
        ("11.22 9:40 2号线", "2号线"),
        ("成品库二楼", "成品库二楼"),
        ("打磨间粉尘太大", "打磨间"),
        ("就在搅拌站旁边", "搅拌站旁边"),
        ("3号行车吊钩坏了", "3号行车"),
        ("在B库", "B库"),
        ("厂区西北角漏了一地", "厂区西北角"),
        ("电梯困人了 2号楼", "2号楼"),
        ("电梯困人了", "电梯"),
        ("污水站的格栅", "污水站"),
        ("研发楼6楼", "研发楼6楼"),
        ("发货区 托盘倒了", "发货区"),
        ("货架第三层弯了 在包装区", "包装区"),
    ],
)
def test_a_place_is_found_as_it_was_written(line: str, place: str) -> None:
    found = find_place(line)
    assert found
    assert line[found.start() : found.end()] == place


@given(st.text(alphabet="一十A9号#成品原半包装生产车间仓库宿舍楼的里旁边门口", max_size=300))
def test_a_place_is_short(line: str) -> None:
    """The record has room for 64 characters."""
    found = find_place(line)
    assert found is None or len(found[0]) <= 64


@pytest.mark.parametrize(
    "line",
    [
        "一线员工辛苦了",
        "请假两天",
        "QJ-20261122-001",
        "110个人",
        "救命",
        "3天后",
        "货架第三层弯了",
        "维修中间出了问题",
        "大区经理",
        "小区里",
    ],
)
def test_what_is_no_place(line: str) -> None:
    assert find_place(line) is None
