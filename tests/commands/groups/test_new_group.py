"""Asking for a group: which words are the type and which the name, who may, what exists already."""

from collections.abc import Sequence

import pytest

from bot.discovery import find_commands
from bot.domain.company import Company
from bot.domain.groups.types import D7_TYPES, type_called
from bot.errors import Code, UserError
from bot.files.company import load
from bot.shapes.arguments import Scene
from bot.shapes.job import Job
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.understanding.understand import Understood, understand
from commands.groups.new_group import GroupKind
from scheduler.group_errands import run_errands
from tests.app_groups import AppGroups
from tests.chat import SAMPLE_COMPANY, Chat

BOOK = find_commands()
FILE = load(SAMPLE_COMPANY)
COMPANY: Company = FILE.company


def read(words: str, sender: str = "周敏") -> dict[str, object]:
    (person,) = COMPANY.named(sender)
    understood = understand(f"/建群 {words}", Scene(person, COMPANY, FILE.now), BOOK)
    assert isinstance(understood, Understood)
    assert not understood.needs_confirm
    return understood.explained()


@pytest.mark.parametrize(
    ("words", "type_", "name", "approver"),
    [
        ("项目公司工作群 项目C", "E4", "项目C工作群", "总裁"),
        ("项目C 项目公司工作群", "E4", "项目C工作群", "总裁"),
        ("E4 项目C", "E4", "项目C工作群", "总裁"),
        ("ｅ４　项目Ｃ工作群", "E4", "项目C工作群", "总裁"),
        ("项目群 项目C工作群", "E4", "项目C工作群", "总裁"),
        ("项目公司工作群项目C", "E4", "项目C工作群", "总裁"),
        ("集团工作群 二期", "E3", "二期工作群", "总裁"),
        ("营销平台 项目C", "E5", "项目C营销微信平台", "集团营销副总"),
        ("项目公司工作 项目C", "E4", "项目C工作群", "总裁"),
        ("集团二期 E4", "E4", "集团二期工作群", "总裁"),
        ("E4 项目D工作", "E4", "项目D工作群", "总裁"),
    ],
)
def test_type_and_name_in_any_order(words: str, type_: str, name: str, approver: str) -> None:
    assert read(words) == {"type": type_, "name": name, "approver": approver}


def test_every_type_that_the_question_names_is_understood_as_an_answer() -> None:
    named = GroupKind.wanted.removeprefix("哪一类群？").removesuffix("。").replace("或", "、").split("、")
    assert [found.key for each in named if (found := type_called(each, D7_TYPES))] == ["E1", "E2", "E3", "E4", "E5"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("新建一个项目公司工作群 项目E 群", {"type": "E4", "name": "项目E工作群", "approver": "总裁"}),
        ("我想建个项目C 项目公司工作群", {"type": "E4", "name": "项目C工作群", "approver": "总裁"}),
    ],
)
def test_in_plain_words_it_is_asked_back(line: str, expected: dict[str, str]) -> None:
    (person,) = COMPANY.named("周敏")
    understood = understand(line, Scene(person, COMPANY, FILE.now), BOOK)
    assert isinstance(understood, Understood)
    assert (understood.needs_confirm, understood.explained()) == (True, expected)


@pytest.mark.parametrize(
    ("words", "sender", "code", "missing"),
    [
        ("部门群 生产部", "王强", Code.POLICY_UNDECIDED, ()),
        ("部门工作群 生产部", "王强", Code.POLICY_UNDECIDED, ()),
        ("E6 生产部", "王强", Code.POLICY_UNDECIDED, ()),
        ("部门群", "王强", Code.POLICY_UNDECIDED, ()),
        ("生产部", "王强", Code.POLICY_UNDECIDED, ()),
        ("生产部工作群", "王强", Code.POLICY_UNDECIDED, ()),
        ("生产部的群", "王强", Code.POLICY_UNDECIDED, ()),
        ("我们部门", "王强", Code.POLICY_UNDECIDED, ()),
        ("项目D工作群", "王强", Code.MISSING_ARG, ("type",)),
        ("篮球群 周末", "周敏", Code.UNKNOWN_TYPE, ()),
        ("E9 周末", "周敏", Code.UNKNOWN_TYPE, ()),
        ("E4", "周敏", Code.MISSING_ARG, ("name",)),
        ("项目C", "周敏", Code.MISSING_ARG, ("type",)),
        ("", "周敏", Code.MISSING_ARG, ("type", "name")),
        ("E4 项目🎉", "周敏", Code.LIMIT, ()),
        (f"E4 {'长' * 60}", "周敏", Code.LIMIT, ()),
        ("E4 项目A", "周敏", Code.DUPLICATE, ()),
        ("E4 项目C", "张三", Code.NO_PERMISSION, ()),
        ("E4 项目C", "何苗", Code.NO_PERMISSION, ()),
    ],
)
def test_refusals(words: str, sender: str, code: Code, missing: tuple[str, ...]) -> None:
    with pytest.raises(UserError) as refused:
        read(words, sender)
    assert (refused.value.code, tuple(refused.value.missing)) == (code, missing)


def test_a_name_of_the_command_is_no_word_of_the_sentence() -> None:
    (person,) = COMPANY.named("周敏")
    understood = understand("新建群 项目公司工作群 项目E", Scene(person, COMPANY, FILE.now), BOOK)
    assert isinstance(understood, Understood)
    assert understood.explained() == {"type": "E4", "name": "项目E工作群", "approver": "总裁"}


async def test_a_type_has_its_own_askers(chat: Chat) -> None:
    await chat.play("""
        周敏> /建群 E1 二群
        机器人> 集团高管工作群由集团高管、总裁办申请（《企业微信工作群管理办法》第四条）。请找他们申请。
    """)


async def test_what_exists_or_waits_is_not_asked_for_again(chat: Chat) -> None:
    await chat.play("""
        周敏> /建群 E4 项目A
        机器人> 已经有叫「项目A工作群」的群。换一个名字，或申请加入它。
        周敏> /建群 E4 项目C
        机器人→赵国强> …
        机器人> 已提交 RQ-20261122-001：建群：项目C工作群（项目公司工作群）。等 赵国强 审批。
        周敏> /建群 E4 项目C工作群
        机器人> 已提交 RQ-20261122-001，等 赵国强 审批。不用再发一次。
    """)


async def test_the_vice_president_of_marketing_decides_on_hers(chat: Chat) -> None:
    await chat.play("""
        冯销> /建群 营销平台 项目C
        机器人→孙丽> [卡片] 冯销 申请建群：项目C营销微信平台（项目营销微信平台） RQ-20261122-001 [同意] [驳回]
        机器人> 已提交 RQ-20261122-001：建群：项目C营销微信平台（项目营销微信平台）。等 孙丽 审批。
    """)


ASKED = """
    王强> /建群 部门群 生产部
    机器人→林宓> [卡片] 王强 申请建群：生产部工作群（部门工作群，由谁批准制度未定） RQ-20261122-001 部门：生产部 成员…
    机器人> 部门工作群由谁批准，制度还没有定（《企业微信工作群管理办法》第四条备注）。已请示总裁办 RQ-20261122-001…"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (run_errands,)


async def test_what_the_policy_leaves_open_is_put_to_the_presidents_office(
    database: Database, jobs: Sequence[Job]
) -> None:
    app = AppGroups()
    chat = await Chat.open(database, jobs=jobs, sources=Sources(rooms=app))
    await chat.play(f"""{ASKED}
    王强> /为什么
    机器人> …
    林宓> 按 [同意]
    机器人→王强> RQ-20261122-001 建群：生产部工作群（部门工作群，由谁批准制度未定）：已同意（林宓，10:00）。接下来建群…
    机器人> …
    ⏰ 2026-11-22 10:00
    机器人→王强> RQ-20261122-001 生产部工作群已经由应用建好，群主是 王强，成员有 阿卜杜拉·买买提、…
    """)
    assert len(app.members("生产部工作群")) == 8
    await chat.close()


async def test_what_the_policy_leaves_open_may_be_answered_with_no(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    林宓> /驳回 RQ-20261122-001 部门群暂不开放
    机器人→王强> RQ-20261122-001 建群：生产部工作群（部门工作群，由谁批准制度未定）：已驳回（林宓，10:00，理由：部门群…
    机器人> …
    """)


async def test_a_guess_is_confirmed_before_anybody_is_asked(chat: Chat) -> None:
    await chat.play("""
        王强> 我想建个部门群 生产部
        机器人> [卡片] 你是想「建群 部门 生产部」吗？ 10:30 前有效 [确认] [算了]
        王强> 按 [确认]
        机器人→林宓> …
        机器人> [卡片] 已确认：建群 部门 生产部 部门工作群由谁批准，制度还没有定（《企业微信工作群管理办法》第四条备…
    """)


async def test_who_does_not_belong_is_shown_to_the_approver(database: Database, jobs: Sequence[Job]) -> None:
    app = AppGroups()
    chat = await Chat.open(database, jobs=jobs, sources=Sources(rooms=app))
    await chat.play("""
        周敏> /建群 E4 项目C 研发部 @李四 群管 @郭涛 用途 施工协调
        机器人→赵国强> [卡片] 周敏 申请建群：项目C工作群（项目公司工作群） RQ-20261122-001 部门：研发部 群管：郭涛 成…
        机器人> 已提交 RQ-20261122-001：建群：项目C工作群（项目公司工作群）。等 赵国强 审批。不在成员范围里的有 李四（…
        赵国强> 按 [同意]
        机器人→周敏> …
        机器人> …
        ⏰ 2026-11-22 10:00
        机器人→周敏> RQ-20261122-001 项目C工作群已经由应用建好，群主是 郭涛，成员有 …
        机器人→郭涛> 项目C工作群建好了，由你当群管理员（周敏 申请，RQ-20261122-001）。…
    """)
    group = await chat.core.records.groups.named("项目C工作群")
    assert group
    assert (group.purpose, group.departments, group.exempt) == ("施工协调", ("研发部",), {"lisi"})
    assert app.members("项目C工作群") == group.members
    await chat.close()


async def test_the_app_makes_no_group_for_customers(database: Database, jobs: Sequence[Job]) -> None:
    """WeCom's groups of an app have no place for people from outside, and customer groups none for a bot."""
    chat = await Chat.open(database, jobs=jobs, sources=Sources(rooms=AppGroups()))
    await chat.play("""
        冯销> /建群 营销平台 项目C 群管 @小运营
        机器人→孙丽> …
        机器人> …
        孙丽> 按 [同意]
        机器人→李娜> …
        机器人→周敏> …
        机器人→冯销> …
        机器人> …
    """)
    await chat.play("""
        ⏰ 2026-11-22 10:00
        机器人→小运营> [卡片] 请建群：项目C营销微信平台 RQ-20261122-001；群管理员：小运营；成员：孙丽、小运营；…
        机器人→冯销> RQ-20261122-001 建群：项目C营销微信平台，我自己办不了，已请 小运营 来办，明天 18:00 前给你回音。
        小运营> 按 [完成]
        机器人→冯销> RQ-20261122-001 小运营 已经建好项目C营销微信平台。客户群加不了机器人，这个群的事请私聊我办。
        机器人> …
    """)
    group = await chat.core.records.groups.named("项目C营销微信平台")
    assert group
    assert (group.app_chat, group.owner, group.admins) == (None, "xiaoyunying", {"xiaoyunying"})
    await chat.close()


async def test_the_name_may_be_gone_meanwhile(chat: Chat) -> None:
    await chat.play("""
        周敏> /建群 E4 项目C
        机器人→赵国强> …
        机器人> …
        郭涛> /建群 E4 项目C
        机器人→赵国强> …
        机器人> …
        赵国强> /同意申请 RQ-20261122-001
        机器人→周敏> …
        机器人> …
        赵国强> /同意申请 RQ-20261122-002
        机器人→郭涛> RQ-20261122-002 建群：项目C工作群（项目公司工作群）：已同意（赵国强，10:00）。不过「项目C工作群」…
        机器人> …
    """)
