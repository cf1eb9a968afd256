"""Lists of the staff, as human resources write them."""

import pytest

from bot.domain.accounts.drift import Gap, differences
from bot.domain.accounts.staff_list import Listed, read
from bot.files.company import load
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company


def gaps(
    *rows: tuple[str, ...], header: tuple[str, ...] = ("姓名", "部门", "账号", "职务", "状态")
) -> list[tuple[Gap, str]]:
    found = read([header, *rows])
    assert found
    return [(each.gap, each.name) for each in differences(found, COMPANY)]


def test_the_header_may_stand_below_a_title_and_columns_anywhere() -> None:
    rows = [
        ("2026年11月花名册",),
        ("序号", "所属部门", "员工姓名", "手机号码"),
        ("1", "集团/生产部", "张三", "+86 138-0000-1111"),
    ]
    found = read(rows)
    assert found
    assert found.listed == (Listed(3, "张三", "生产部", mobile="13800001111"),)
    assert found.sure


@pytest.mark.parametrize(
    "header",
    [("姓名", "参加工作日期"), ("姓名", "部门", "入职日期"), ("部门", "账号"), ("姓名", *map(str, range(1, 31))), ()],
)
def test_a_table_of_something_else(header: tuple[str, ...]) -> None:
    assert read([header, ("张三",)]) is None


@pytest.mark.parametrize(
    ("row", "gap"),
    [
        (("张三", "生产部", "zhangsan", "", ""), []),
        (("张三", "一车间/生产部", "", "", ""), []),
        (("张三", "人事部", "zhangsan", "", ""), [Gap.MOVED]),
        (("张三", "品牌部", "zhangsan", "", ""), [Gap.MOVED]),
        (("张叁", "生产部", "zhangsan", "", ""), [Gap.RENAMED]),
        (("张三", "生产部", "zhangsan", "班长", "在职"), [Gap.POST]),
        (("张三", "生产部", "zhangsan", "班长", "已离职"), [Gap.LEFT]),
        (("赵六", "生产部", "", "", ""), [Gap.MISSING]),
        (("赵六", "生产部", "", "", "离职"), []),
        (("周敏", "HR", "", "", ""), []),
    ],
)
def test_what_differs(row: tuple[str, ...], gap: list[Gap]) -> None:
    assert [each for each, _ in gaps(row)] == gap


def test_a_line_that_names_nobody_is_said_to() -> None:
    found = read([("姓名", "部门", "账号"), ("", "生产部", "x"), ("", "", "")])
    assert found
    assert (found.listed, found.problems) == ((), ("第 2 行没有填姓名",))
