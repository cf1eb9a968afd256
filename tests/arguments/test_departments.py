"""A department named in a line."""

import pytest

from bot.arguments.departments import DepartmentNamed
from bot.domain.company import Company
from bot.domain.people import Department
from bot.errors import Code
from tests.arguments.reading import read, refused, scene


@pytest.mark.parametrize(
    ("text", "name", "left", "guess"),
    [
        ("王小明 生产部 操作工 13800001111", "生产部", "王小明 操作工 13800001111", None),
        ("人事部", "行政人事部", "", None),
        ("it", "信息技术部", "", None),
        ("cwb", "财务部", "", "部门是财务部"),
    ],
)
def test_a_department_is_read(text: str, name: str, left: str, guess: str | None) -> None:
    found, rest = read(DepartmentNamed, text)
    assert found.explained() == {"dept": name}
    assert (found.guess, rest) == (guess, left)


def test_none_is_read() -> None:
    assert read(DepartmentNamed, "操作工 13800001111") == (None, "操作工 13800001111")


@pytest.mark.parametrize(("text", "suggest"), [("王小明 生产管理部", "生产部"), ("品牌部", None)])
def test_there_is_no_such_department(text: str, suggest: str | None) -> None:
    error = refused(DepartmentNamed, text)
    assert (error.code, error.suggest) == (Code.UNKNOWN_DEPT, suggest)
    assert "部」这个部门" in error.sentence


def test_two_of_one_name_are_a_question() -> None:
    departments = (
        Department(1, "公司"),
        Department(2, "生产部", 1),
        Department(3, "一车间", 2),
        Department(4, "维修部", 1),
        Department(5, "一车间", 4),
    )
    where = scene(None, company=Company(departments=departments))
    error = refused(DepartmentNamed, "一车间", where)
    assert error.code is Code.AMBIGUOUS_TARGET
    assert [each.name for each in error.candidates] == ["生产部/一车间", "维修部/一车间"]
    assert read(DepartmentNamed, "维修部/一车间", where)[0].department.id == 5
