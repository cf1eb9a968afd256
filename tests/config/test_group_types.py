"""The tables [group_types.…]: what they say takes effect, the rest stays as in D7, what makes no sense is refused."""

from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.company import Company
from bot.domain.groups.types import D7_TYPES, GroupType
from bot.domain.rights import Role
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def company(file: Path, text: str) -> Company:
    file.write_text(f"{MINIMAL}\n{text}\n", encoding="utf-8")
    return loading.load(file).configured_company()


def type_(file: Path, key: str, text: str) -> GroupType:
    found = company(file, f"[group_types.{key}]\n{text}").group_type(key)
    assert found
    return found


def refused(file: Path, text: str) -> str:
    with pytest.raises(ConfigError) as error:
        company(file, text)
    return "\n".join(error.value.problems)


def test_nothing_said_is_d7(file: Path) -> None:
    assert company(file, "").group_types == D7_TYPES


def test_what_is_said_counts_and_the_rest_stays(file: Path) -> None:
    usual = next(each for each in D7_TYPES if each.key == "E6")
    found = type_(file, "E6", 'approver = "分管副总"\nmakers = ["wecom_admin"]\nother_names = ["科室群"]')
    assert (found.approver, found.makers, found.others) == ("分管副总", (Role.WECOM_ADMIN,), ("科室群",))
    assert (found.name, found.askers, found.composition) == (usual.name, usual.askers, usual.composition)


def test_an_empty_approver_is_an_open_question(file: Path) -> None:
    assert type_(file, "E4", 'approver = " "').approver is None


def test_offices_and_composition(file: Path) -> None:
    found = type_(
        file,
        "E5",
        """appointed_by = { label = "市场部", roles = ["ops"], titles = ["市场总监"] }
        [group_types.E5.composition]
        titles = ["市场总监"]
        says = "成员限市场部和客户"
        """,
    )
    assert found.appointed_by
    assert (found.appointed_by.label, found.appointed_by.titles) == ("市场部", ("市场总监",))
    assert (found.composition.titles, found.composition.says) == (("市场总监",), "成员限市场部和客户")
    assert found.composition.guests


def test_a_type_of_the_companys_own(file: Path) -> None:
    found = type_(file, "E7", 'name = "兴趣群"\nending = "群"\napprover = "经理"\naskers = ["hr"]')
    assert (found.name, found.approver, found.askers) == ("兴趣群", "经理", frozenset({Role.HR}))
    assert found.appointed_by


def test_a_type_that_nobody_founds_any_more(file: Path) -> None:
    assert type_(file, "E2", "enabled = false").enabled is False


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[group_types.E7]\nname = "兴趣群"', "要写 name 和 ending"),
        ('[group_types.E7]\nname = "集团工作群"\nending = "群"', "E3 和 E7 都叫「集团工作群」"),
        ('[group_types.E4]\nending = "组"', "要以「群」或「平台」结尾"),
        ('[group_types.E4]\naskers = ["employee"]', "不是谁能当的岗位"),
        ('[group_types.E4]\naskers = ["boss"]', "只能是"),
        ('[group_types.E4]\nappointed_by = { label = "没人" }', "至少写一个"),
        ("[group_types.E4.composition]\neverybody = true", "要一起写 says"),
        ('[group_types.E4]\naprover = "总裁"', "是不是想写 approver"),
        ('[group_types.E4.composition]\nsay = "x"', "是不是想写 says"),
        ('[group_types."E 7"]\nname = "x"', "字母和数字"),
        ('[[groups]]\nid = "a"\nname = "A群"\ntype = "E9"', "没有这类群，可以写 E1、E2"),
        ('[approvals.group_approvers]\nE6 = "总裁"', "没有这个设置"),
    ],
)
def test_what_makes_no_sense(file: Path, text: str, why: str) -> None:
    assert why in refused(file, text)


def test_where_it_stands_is_said(file: Path) -> None:
    assert "group_types.E4.composition.say：" in refused(file, '[group_types.E4.composition]\nsay = "x"')
