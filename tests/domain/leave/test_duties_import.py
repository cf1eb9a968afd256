"""Rosters as tables: which month, whose, and what each cell means."""

import pytest

from bot.domain.calendar.shift import DAY_SHIFT
from bot.domain.company import Company
from bot.domain.leave.rules import LeaveRules
from bot.domain.leave.working_time.duties import REST
from bot.domain.leave.working_time.duties_import import DutiesRead, Rows, read, written
from bot.domain.people import Department, Person
from bot.errors import UserError
from bot.identifiers import UserId
from tests.domain.calendar.days import d

A, B, HR = UserId("lisi"), UserId("wangwu"), UserId("hr")
TODAY = d("2026-11-22")
COMPANY = Company(
    people=(Person(A, "李四", 2), Person(B, "王五", 2)),
    departments=(Department(1, "公司"), Department(2, "生产部", 1)),
    leave=LeaveRules(shifts={"夜": "20:00-08:00", "中班": "16:00-24:00".replace("24:00", "00:00")}),
)
HEADER = "姓名|1|2|3|4|5|6"


def rows(*lines: str) -> Rows:
    return [line.split("|") for line in lines]


def parsed(*lines: str, people: list[UserId] | None = None) -> DutiesRead:
    found = read(rows(*lines), COMPANY, TODAY, people, HR)
    assert found
    return found


def test_cells() -> None:
    found = parsed(
        "2026年12月排班表",
        HEADER,
        "李四|夜|夜班|休|8:00-17:00|常白班|",
        "王五|中班|OFF|08:30-12:00 13:30-18:00|√|公休|夜",
    )
    assert found.month == d("2026-12-01")
    assert found.cells[A][:6] == ["20:00-08:00", "20:00-08:00", REST, "08:00-17:00", written(DAY_SHIFT), ""]
    assert found.cells[B][:6] == ["16:00-00:00", REST, written(DAY_SHIFT), written(DAY_SHIFT), REST, "20:00-08:00"]
    assert (len(found.cells[A]), found.problems) == (31, ())


@pytest.mark.parametrize(
    ("lines", "month"),
    [
        (["12月排班", HEADER], "2026-12-01"),
        (["1月排班", HEADER], "2027-01-01"),
        (["姓名|12月1日|12月2日|12月3日|12月4日|12月5日"], "2026-12-01"),
        (["姓名|1/1|1/2|1/3|1/4|1/5"], "2027-01-01"),
        (["姓名|2026-12-01 00:00:00|2026-12-02 00:00:00|2026-12-03|2026-12-04|2026-12-05"], "2026-12-01"),
        (["2026-12月|车间", "部门|姓名|1日|2日(三)|3（周四）|4|5"], "2026-12-01"),
    ],
)
def test_which_month(lines: list[str], month: str) -> None:
    named = "李四|" if "部门" not in lines[-1] else "生产部|李四|"
    found = parsed(*lines, f"{named}休|休|休|休|休")
    assert (found.month, found.problems) == (d(month), ())
    assert found.cells[A][:5] == [REST] * 5


def test_a_month_that_nobody_says() -> None:
    with pytest.raises(UserError, match="没看出是哪个月的排班"):
        read(rows(HEADER, "李四|休|休|休|休|休|休"), COMPANY, TODAY, None, HR)


def test_a_legend_beside_the_table_counts_before_the_configuration() -> None:
    found = parsed(
        "2026年12月 夜：21:00-05:00；早 05:00-13:00", HEADER, "李四|夜|早|早班|休||", "说明：夜班补贴另算|||||"
    )
    assert found.cells[A][:4] == ["21:00-05:00", "05:00-13:00", "05:00-13:00", REST]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (
            "李四|夜|机动||||",
            "第 3 行，12月2日的「机动」不知道是几点到几点。直接写 08:00-17:00，或在表格旁边写上说明，…",
        ),
        ("李四|25:00-08:00|||||", "第 3 行，12月1日的「25:00-08:00」不知道是几点到几点。…"),
        ("路人甲|夜|||||", "第 3 行，通讯录里没有「路人甲」"),
        ("王五|夜|||||", "第 3 行，王五不在你负责的部门，请由他的部门负责人或人力资源排班"),
    ],
)
def test_rows_that_cant_be_read(row: str, why: str) -> None:
    found = parsed("2026年12月", HEADER, row, people=[A])
    assert not found.cells
    assert found.problems[0].startswith(why.removesuffix("…"))


def test_nobody_plans_his_own_days() -> None:
    """Whoever makes a day of his leave a day of rest has it back, and his Saturdays become time off."""
    found = read(rows("12月", HEADER, "李四|休|||||", "王五|夜|||||"), COMPANY, TODAY, None, A)
    assert found
    assert (list(found.cells), found.problems) == ([B], ("第 3 行，自己的排班自己不能导入，请人力资源的同事导入",))


def test_one_person_has_one_row() -> None:
    assert parsed("12月", HEADER, "李四|休|||||", "李四|夜|||||").problems == ("第 4 行，李四前面已经有一行了",)


def test_days_of_other_months_are_left_out() -> None:
    found = parsed("姓名|11/29|11/30|12/1|12/2|12/3", "李四|休|夜|夜|夜|夜")
    assert (found.month, found.cells[A][28:]) == (d("2026-11-01"), [REST, "20:00-08:00"])


def test_other_tables_are_none() -> None:
    assert read(rows("姓名|入职日期|1|2"), COMPANY, TODAY, None, HR) is None
    assert read([], COMPANY, TODAY, None, HR) is None
