"""What a group may be called, and which names are one to the eye."""

from dataclasses import replace

import pytest

from bot.domain.groups.group import Group
from bot.domain.groups.names import ensure_name, ensure_no_twin, tidy, twin
from bot.domain.groups.types import D7_TYPES, type_called
from bot.errors import Code, UserError
from bot.files.company import load
from bot.identifiers import GroupId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
E4 = type_called("E4", D7_TYPES)


@pytest.mark.parametrize(
    "name",
    [
        "项目C工作群",
        "项目Ⅱ期工作群",
        "生产部安全对接群",
        "IT值班群",
        "集团高管二群",
        "项目C（二标段）工作群",
        "Project 7 工作群",
        "项目C营销微信平台",
        "项目C推广群",
        "公众号运营项目群",
        "危险废物处理工作群",
        "拖拉机产线工作群",
        "兼任干部工作群",
        "垃圾焚烧项目群",
        "项目" + "长" * 48,
    ],
)
def test_good_names(name: str) -> None:
    ensure_name(name, COMPANY, E4)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("群", "要写 2 到 50 个字"),
        ("项目" + "长" * 49, "它有 51 个"),
        ("项目C工作群🎉", "不带表情"),
        ("项目C\u200b工作群", "不带表情"),
        ("项目C\u202e工作群", "不带表情"),
        ("项目C\n工作群", "不带表情"),
        ("项目A\u0301工作群", "不带表情"),
        ("项目А工作群", "只写汉字、英文字母和数字"),  # a Cyrillic А
        ("项目<@all>群", "不带表情"),
        ("项目@所有人群", "不带表情"),
        ("项目#1工作群", "不带表情"),
        ("·—·", "不带表情"),
        ("项目傻逼群", "不文明或敏感"),
        ("项目sha bi群", "不文明或敏感"),
        ("项目傻-逼工作群", "不文明或敏感"),
        ("项目沙比工作群", "不文明或敏感"),
        ("项目澳门赌场工作群", "不文明或敏感"),
        ("项目裸聊工作群", "不文明或敏感"),  # of the words for all that people write
        ("集团内幕工作群", "不文明或敏感"),
        ("吃喝玩乐群", "看不出是什么群"),
        ("快乐一家人", "例如：快乐一家人工作群。"),
    ],
)
def test_bad_names(name: str, why: str) -> None:
    with pytest.raises(UserError) as refused:
        ensure_name(name, COMPANY, E4)
    assert refused.value.code is Code.LIMIT
    assert why in refused.value.sentence


def test_a_company_has_words_of_its_own() -> None:
    own = replace(COMPANY, nickname_rules=replace(COMPANY.nickname_rules, banned=("竞品",)))
    with pytest.raises(UserError):
        ensure_name("竞 品项目工作群", own)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("项目Ｃ　工作群", "项目C工作群"),
        (" 项目 C 工作群 ", "项目C工作群"),
        ("Project  7 群", "Project 7群"),
    ],
)
def test_tidied(written: str, name: str) -> None:
    assert tidy(written) == name


@pytest.mark.parametrize(
    "name",
    [
        "项目A工作群",
        "项目a工作群",
        "项目А工作群",
        "项目Ａ工作群",
        "项目 A 工作群",
        "項目A工作群",
        "项目-A-工作群",
        "项目á工作群",
    ],
)
def test_twins(name: str) -> None:
    a = Group(GroupId("a"), "项目A工作群", aliases=("一号项目群",))
    assert twin(name, [Group(GroupId("b"), "项目B工作群"), a]) == a
    assert twin("一号项目群", [a]) == a


@pytest.mark.parametrize("name", ["项目4工作群", "项目B工作群", "项目A二期工作群", "项目工作群"])
def test_no_twins(name: str) -> None:
    assert twin(name, [Group(GroupId("a"), "项目A工作群")]) is None


@pytest.mark.parametrize(
    ("asker", "expected"),
    [("李四", "这个群名用不了"), ("李娜", "分不清")],  # she keeps the registry, he may not hear of that group
)
def test_of_a_twin_only_those_are_told_who_may_hear_of_it(asker: str, expected: str) -> None:
    (person,) = COMPANY.named(asker)
    with pytest.raises(UserError, match=expected):
        ensure_no_twin("集团-高管工作群", person, COMPANY)
