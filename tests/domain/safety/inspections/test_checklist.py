import pytest

from bot.domain.safety.hazards.hazard import HazardKind
from bot.domain.safety.inspections.checklist import LONGEST, MOST, UnreadableLists, checklists, shipped


def test_eight_lists_come_along_each_of_a_size_for_a_phone() -> None:
    assert list(shipped()) == ["消防", "用电", "设备", "危化", "高处", "有限空间", "节前综合", "开工"]
    for each in shipped().values():
        assert 6 <= len(each.items) <= 15 <= MOST
        assert all(item.look.endswith("？") and len(item.fault) <= LONGEST for item in each.items)


def test_an_own_list_takes_the_place_of_one_of_its_name() -> None:
    own = """
        [[lists]]
        name = "消防"
        items = [["灭火器在吗？", "没有灭火器"]]
        [[lists]]
        name = "实验室"
        kind = "危化"
        items = [["通风柜开着吗？", "通风柜没开"], ["走道通吗？", "走道被堵", "消防"]]
        [[lists]]
        name = "开工"
        on = false
    """
    found = checklists(own)
    assert [each.fault for each in found["消防"].items] == ["没有灭火器"]
    assert [each.kind for each in found["实验室"].items] == [HazardKind.CHEMICAL, HazardKind.FIRE]
    assert "开工" not in found
    assert "用电" in found


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("[[lists", "TOML"),
        ("[[lists]]\nitems = []", "name"),
        ('[[lists]]\nname = "甲"\n[[lists]]\nname = "甲"', "两遍"),
        ('[[lists]]\nname = "甲"\nitems = []', "0 项"),
        ('[[lists]]\nname = "甲"\nitem = []', "不认识 item"),
        ('[[lists]]\nname = "甲"\nitems = ["一句话"]', "每一项"),
        ('[[lists]]\nname = "甲"\nitems = [["看？", "一二三四五六七八九十一二三四五六七八"]]', "17"),
        ('[[lists]]\nname = "甲"\nitems = [["看？", "坏", "天气"]]', "没有「天气」"),
        ('[[lists]]\nname = "甲"\nitems = [["看？", "坏"], ["再看？", "坏"]]', "一样"),
        ('[[lists]]\nname = "甲"\naliases = ["消防"]\nitems = [["看？", "坏"]]', "都叫 消防"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(own: str, said: str) -> None:
    with pytest.raises(UnreadableLists, match=said):
        checklists(own)
