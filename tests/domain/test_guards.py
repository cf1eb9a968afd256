"""What must hold before somebody acts on somebody else, and that a refusal tells nothing about rank."""

from dataclasses import replace

import pytest

from bot.domain.guards import ensure_leads, ensure_may_act_on, ensure_named
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.files.company import load
from bot.identifiers import GroupId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
PROJECT_A = COMPANY.group(GroupId("projecta"))


def _person(name: str) -> Person:
    return COMPANY.named(name)[0]


@pytest.mark.parametrize(
    ("actor", "target", "code"),
    [
        ("郑群", "赵国强", Code.HIGHER_ROLE),
        ("郑群", "王强", Code.HIGHER_ROLE),
        ("郑群", "马丽", Code.HIGHER_ROLE),  # before anybody is told that she is not in the group
        ("郑群", "郑群", Code.SELF_TARGET),
        ("郑群", "李四", Code.TARGET_NOT_IN_GROUP),
    ],
)
def test_what_may_not_be(actor: str, target: str, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        ensure_may_act_on(_person(actor), _person(target), by=Role.GROUP_ADMIN, company=COMPANY, group=PROJECT_A)
    assert refused.value.code is code
    assert refused.value.sentence.endswith("。")


def test_what_may_be() -> None:
    ensure_may_act_on(_person("郑群"), _person("张三"), by=Role.GROUP_ADMIN, company=COMPANY, group=PROJECT_A)
    ensure_may_act_on(_person("李娜"), _person("李四"), by=Role.HR, company=COMPANY)


def test_whoever_stands_higher_is_refused_in_the_same_words() -> None:
    said = set()
    for target in ("赵国强", "孙丽", "王强"):
        with pytest.raises(UserError) as refused:
            ensure_may_act_on(_person("郑群"), _person(target), by=Role.GROUP_ADMIN, company=COMPANY, group=PROJECT_A)
        said.add(refused.value.sentence)
    (sentence,) = said
    assert not any(word in sentence for word in ("级别", "总裁", "领导", "上级", "更高"))


def test_who_has_left_meanwhile_is_not_acted_on() -> None:
    gone = replace(_person("张三"), active=False)
    with pytest.raises(UserError) as refused:
        ensure_may_act_on(_person("郑群"), gone, by=Role.GROUP_ADMIN, company=COMPANY, group=PROJECT_A)
    assert refused.value.code is Code.NOT_FOUND


@pytest.mark.parametrize(("quoted", "asked"), [(True, "引用的消息里看不到是谁发的"), (False, "是谁？")])
def test_whom_it_is_about_must_be_said(quoted: bool, asked: str) -> None:
    with pytest.raises(UserError) as refused:
        ensure_named(None, quoted=quoted)
    assert (refused.value.code, refused.value.missing) == (Code.MISSING_ARG, ("target",))
    assert refused.value.sentence.startswith(asked)
    assert ensure_named(_person("张三"), quoted=quoted).name == "张三"


def test_where_members_are_unknown_nobody_is_missing() -> None:
    assert PROJECT_A
    unknown = replace(PROJECT_A, members=frozenset())
    ensure_may_act_on(_person("郑群"), _person("李四"), by=Role.GROUP_ADMIN, company=COMPANY, group=unknown)


def test_a_heads_rights_end_with_his_department() -> None:
    ensure_leads(_person("王强"), _person("张三"), COMPANY)
    for actor, target in (("王强", "王五"), ("张三", "李四")):
        with pytest.raises(UserError) as refused:
            ensure_leads(_person(actor), _person(target), COMPANY)
        assert refused.value.code is Code.NO_PERMISSION


def test_a_head_by_configuration_leads_his_own_department() -> None:
    departments = tuple(replace(each, leaders=()) for each in COMPANY.departments)
    company = replace(COMPANY, departments=departments)
    ensure_leads(_person("王强"), _person("张三"), company)
    with pytest.raises(UserError):
        ensure_leads(_person("王强"), _person("王五"), company)
