import pytest

from bot.domain.notices.topics import Topic
from bot.domain.rights import Role
from bot.domain.safety.calendar.entry import Volunteers
from bot.domain.safety.calendar.reading import UnreadableCalendar, entries, shipped

OWN = '[[entries]]\nname = "{name}"\n{more}\n'


def test_the_year_that_comes_along() -> None:
    """What is daily, weekly, monthly, by quarter, around holidays, and the days of the year."""
    names = set(shipped())
    assert {"班前会", "每周提醒", "周三学一条", "周五收工", "每月安全计划", "季度材料"} < names
    assert {"节前检查", "节前值班表", "放假前一天", "节后收心", "春节停工检查", "开工第一课"} < names
    assert {"妇女节半天", "青年节半天", "职业病防治法宣传周", "世界安全健康日", "防灾减灾日", "安全咨询日"} < names
    assert {"入夏防暑", "入汛", "台风季", "秋季防火", "消防日", "入冬", "交通安全日", "安全生产法宣传周"} < names
    assert shipped()["每周提醒"].to is Topic.SAFETY
    assert shipped()["节前值班表"].to == (Role.DEPT_HEAD,)
    assert shipped()["每日一题"].to is Volunteers.QUIZ
    assert all(each.mark in ("法律", "惯例", "存疑") for each in shipped().values())


def test_a_company_changes_one_line_and_keeps_the_others() -> None:
    changed = entries(OWN.format(name="周五收工", more='when = "每周五 17:00"'))
    assert changed["周五收工"].when.at.hour == 17
    assert changed["周五收工"].text == shipped()["周五收工"].text
    assert len(changed) == len(shipped())
    assert "部门每周情况" not in shipped()
    assert "部门每周情况" in entries(OWN.format(name="部门每周情况", more="on = true"))
    assert "周五收工" not in entries(OWN.format(name="周五收工", more="on = false"))
    added = OWN.format(name="厂庆", more='when = "08-08 09:00"\nto = "安全提醒"\ntitle = "厂庆"\ntext = "注意安全。"')
    assert entries(added)["厂庆"].text == "注意安全。"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('when = "周五"', "看不懂是哪天几点"),
        ('to = "菜谱"', "订阅的种类有 安全提醒、班前会"),
        ('to = ["boss"]', "没有这个角色"),
        ('text = "{老板}好"', "花括号里写了 老板"),
        ('text = "{节日}快乐"', "只有节前、节后的才能写"),
        ('from = "5月"', "from 和 until 要写成 05-15 这样"),
        ('from = "05-15"', "from 和 until 要写成 05-15 这样"),
        ('holidays = ["圣诞节"]', "只有 元旦"),
        ('colour = "red"', "不认识 colour"),
        ('title = ""', "没有写 title"),
        ('kinds = ["故事"]', "故事"),
        (f'text = "{"长" * 401}"', "最多写 400 个"),
        ('text = "半个 { 括号"', "周五收工"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(more: str, said: str) -> None:
    with pytest.raises(UnreadableCalendar, match=said):
        entries(OWN.format(name="周五收工", more=more))


def test_a_file_that_is_no_toml_or_names_one_twice() -> None:
    with pytest.raises(UnreadableCalendar, match="不合 TOML"):
        entries("[[entries]")
    with pytest.raises(UnreadableCalendar, match="写了两遍"):
        entries(OWN.format(name="甲", more="") * 2)
    with pytest.raises(UnreadableCalendar, match="没写 name"):
        entries('[[entries]]\ntitle = "x"\n')
