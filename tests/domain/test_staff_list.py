"""A list of people with department paths becomes a directory; numbers of known departments stay."""

from bot.domain.people import Department, Person
from bot.domain.staff_list import Entry, StaffList, difference, staff_list
from bot.identifiers import UserId

ZHANG = Entry(UserId("zhangsan"), "张三", (("公司", "生产部", "一车间"),))
LI = Entry(UserId("lisi"), "李四", (("公司", "行政部"),), leads=(("公司", "行政部"),))


def test_departments_are_numbered_from_the_company_down() -> None:
    assert staff_list([ZHANG, LI]).departments == (
        Department(1, "公司"),
        Department(2, "生产部", 1),
        Department(3, "一车间", 2),
        Department(4, "行政部", 1, (UserId("lisi"),)),
    )


def test_without_a_common_beginning_they_lie_below_a_company() -> None:
    entries = [Entry(UserId("a"), "甲", (("生产部",),)), Entry(UserId("b"), "乙", (("行政部",),))]
    assert staff_list(entries).departments == (
        Department(1, "公司"),
        Department(2, "生产部", 1),
        Department(3, "行政部", 1),
    )


def test_the_first_department_is_the_main_one() -> None:
    both = Entry(UserId("w"), "王五", (("公司", "行政部"), ("公司", "生产部")))
    (person,) = staff_list([both]).people
    assert (person.main_department, person.departments) == (2, (2, 3))


def test_known_departments_keep_their_numbers() -> None:
    known = (Department(1, "老公司"), Department(7, "行政部", 1), Department(9, "生产部", 1))
    numbers = {each.name: each.id for each in staff_list([ZHANG, LI], known).departments}
    assert numbers == {"公司": 1, "行政部": 7, "生产部": 9, "一车间": 10}


def test_two_departments_of_one_name_below_different_ones_are_two() -> None:
    other = Entry(UserId("b"), "乙", (("公司", "质量部", "一车间"),))
    workshops = [each for each in staff_list([ZHANG, other]).departments if each.name == "一车间"]
    assert len({each.parent for each in workshops}) == 2


def test_what_would_change() -> None:
    old = staff_list([ZHANG, LI])
    moved = Entry(UserId("zhangsan"), "张三", (("公司", "仓储部"),))
    new = staff_list([moved, Entry(UserId("zhao"), "赵六", (("公司", "行政部"),))], old.departments)
    change = difference(old, new)
    assert [person.name for person in change.added] == ["赵六"]
    assert [after.name for _, after in change.changed] == ["张三"]
    assert [person.name for person in change.left] == ["李四"]
    assert change.departments_added == ("公司/仓储部",)
    assert set(change.departments_left) == {"公司/生产部", "公司/生产部/一车间"}
    assert change.leaders_changed


def test_the_same_list_again_changes_nothing() -> None:
    old = staff_list([ZHANG, LI])
    assert not difference(old, staff_list([LI, ZHANG], old.departments))


def test_departments_that_go_round_in_a_circle_are_named_and_put_in_their_place() -> None:
    circle = (Department(1, "公司"), Department(7, "生产部", 9), Department(9, "一车间", 7), Department(12, "二班", 9))
    own = Department(13, "自己", 13)
    known = (*circle, own, Department(4, "行政部", 1))
    new = staff_list([ZHANG, LI], known)
    assert {each.name: (each.id, each.parent) for each in new.departments} == {
        "公司": (1, None),
        "行政部": (4, 1),
        "生产部": (14, 1),
        "一车间": (15, 14),
    }
    change = difference(StaffList(known, new.people), new)
    assert change.circular == ("生产部", "一车间", "二班", "自己")
    assert change.departments_added == ("公司/生产部", "公司/生产部/一车间")
    assert difference(StaffList((own,), ()), StaffList((), ()))


def test_somebody_who_left_long_ago_does_not_leave_again() -> None:
    gone = StaffList((Department(1, "公司"),), (Person(UserId("gone"), "钱七", 1, active=False),))
    assert difference(gone, StaffList(gone.departments, ())).left == ()
