"""Roles in the configuration: both ways to write them, and what can't be."""

from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.granting import Rule
from bot.domain.rights import Role
from bot.errors import ConfigError
from bot.identifiers import UserId

MINIMAL = '[wecom.bot]\nid = "aib1"\nsecret = "hush"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def rules(file: Path, text: str) -> dict[Role, Rule]:
    file.write_text(MINIMAL + text, encoding="utf-8")
    return dict(loading.load(file).configured_company().role_rules)


def test_accounts_alone_are_a_list(file: Path) -> None:
    assert rules(file, '[roles]\nhr = ["LiNa"]\n') == {Role.HR: Rule(people=frozenset({UserId("lina")}))}


def test_a_table_says_it_all(file: Path) -> None:
    text = """
        [roles.mgmt_group]
        people = ["zhoumin"]
        titles = ["*总监*"]
        departments = ["行政人事部"]
        tags = ["管理小组"]
        groups = ["G-A"]
        roles = ["dept_head"]
    """
    assert rules(file, text)[Role.MGMT_GROUP] == Rule(
        people=frozenset({UserId("zhoumin")}),
        titles=("*总监*",),
        departments=("行政人事部",),
        tags=("管理小组",),
        groups=("G-A",),
        roles=(Role.DEPT_HEAD,),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('hr = "lina"', '要写成列表：["…"]'),
        ('hr = { titles = ["*"] }', "会把角色给所有人"),
        ('hr = { title = ["经理"] }', "roles.hr.title"),
        ('hr = { roles = ["king"] }', "roles.hr.roles.0"),
        ('king = ["lina"]', "roles.king"),
        ('employee = ["lina"]', "通讯录里的人都是员工"),
        ('group_admin = ["lina"]', "[[groups]]"),
    ],
)
def test_what_can_not_be(file: Path, text: str, problem: str) -> None:
    with pytest.raises(ConfigError) as refused:
        rules(file, f"[roles]\n{text}\n")
    (line,) = refused.value.problems
    assert problem in line
