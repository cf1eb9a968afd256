"""Lists of members as people paste them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.company import Company
from bot.domain.nicknames.matching import lines_of, match
from tests.domain.nicknames.company import COMPANY, DEPARTMENTS, PEOPLE

REGISTER = COMPANY.register


@pytest.mark.parametrize(
    ("nickname", "users"),
    [
        ("生产部-张三", "zhangsan"),
        ("张三", "zhangsan"),
        ("品牌部-张三", "zhangsan"),
        ("张三经理", "zhangsan"),
        ("生产部-张三13800138000", "zhangsan"),
        ("💥张三💥", "zhangsan"),
        ("最帅的张三", "zhangsan"),
        ("弓长三", "zhangsan"),
        ("張三", "zhangsan"),
        ("生产部-刘洋", "yang1 yang2"),
        ("研发部-刘洋", "yang3"),
        ("生产部-刘洋0213", "yang2"),
        ("刘洋", "yang1 yang2 yang3"),
        ("研发部-david chen", "david"),
        ("阿卜杜拉•买买提", "abdulla"),
        ("生产部-马云飞", ""),
        ("三哥", ""),
        ("生产部-阿卜杜拉", "abdulla"),
        ("古丽娜尔", "guli"),
        ("张三和李四", "zhangsan lisi"),
    ],
)
def test_whose_it_is(nickname: str, users: str) -> None:
    assert [person.user_id for person in match(nickname, REGISTER, lambda _: True).people] == users.split()


def test_an_alias_in_the_directory_tells_who_it_is() -> None:
    david = replace(next(person for person in PEOPLE if person.user_id == "david"), alias="小D")
    register = Company((david,), DEPARTMENTS).register
    assert match("研发部-小D", register, lambda _: True).person == david


def test_only_members_are_meant() -> None:
    assert match("刘洋", REGISTER, lambda user: user == "yang2").person == COMPANY.person("yang2")  # type: ignore[arg-type]


def test_numbers_and_dashes_of_a_list_are_no_part_of_it() -> None:
    written = "1. 生产部-张三\n2、李四\n\n - 王五\n3)赵六\n生产部-张三\n007\n@刘洋"
    assert lines_of(written) == ("生产部-张三", "李四", "王五", "赵六", "007", "刘洋")


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_nothing_breaks_it(text: str) -> None:
    for line in lines_of(text):
        match(line, REGISTER, lambda _: True)
