"""Asking for an account: who may for whom, what is read out of the line, what is found twice, and what nobody reads."""

from dataclasses import replace

import pytest

from bot.discovery import find_commands
from bot.domain.company import Company
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.files.company import load
from bot.identifiers import UserId
from bot.shapes.arguments import Scene
from bot.storage.engine.database import Database
from bot.storage.models.accounts import AccountWorkRecord
from bot.storage.models.approvals import RequestRecord
from bot.storage.models.operating import Trail
from bot.understanding.understand import Understood, understand
from tests.chat import SAMPLE_COMPANY, Chat

BOOK = find_commands()
FILE = load(SAMPLE_COMPANY)
WANG = {"name": "王小明", "dept": "生产部", "position": "操作工", "mobile": "13800001111"}


def read(line: str, sender: str = "李娜") -> Understood:
    (person,) = FILE.company.named(sender)
    understood = understand(line, Scene(person, FILE.company, FILE.now), BOOK)
    assert isinstance(understood, Understood)
    return understood


def refused(line: str, sender: str = "李娜") -> UserError:
    with pytest.raises(UserError) as error:
        read(line, sender)
    return error.value


@pytest.mark.parametrize(
    "words",
    [
        "王小明 生产部 操作工 13800001111",
        "13800001111 生产部 王小明 操作工",
        "操作工 王小明 生产部 13800001111",
        "姓名：王小明，部门：生产部，职位：操作工，手机：138 0000 1111",
        "王小明　生产部　操作工　１３８００００１１１１",
        "王小明，生产部，操作工，+86 138-0000-1111",
        "新人王小明 生产部操作工 手机13800001111",
    ],
)
def test_in_any_order(words: str) -> None:
    found = read(f"/申请账号 {words}")
    assert (found.explained(), found.needs_confirm) == (WANG, False)


@pytest.mark.parametrize(
    "line",
    [
        "给王小明开个账号 生产部 操作工 13800001111",
        "帮王小明开通企业微信账号，生产部操作工，手机13800001111",
        "新来的王小明帮他开一下企业微信账号，生产部操作工，13800001111",
    ],
)
def test_in_plain_words_it_is_asked_back(line: str) -> None:
    found = read(line)
    assert (found.explained(), found.needs_confirm) == (WANG, True)


@pytest.mark.parametrize(
    ("words", "name", "position"),
    [
        ("阿卜杜拉·买买提 生产部 操作工", "阿卜杜拉·买买提", "操作工"),
        ("David Chen 研发部 工程师", "David Chen", "工程师"),
        ("欧阳静 研发部 测试 工程师", "欧阳静", "测试 工程师"),
        ("安全员 安宁 安环部", "安宁", "安全员"),
    ],
)
def test_names_of_all_kinds(words: str, name: str, position: str) -> None:
    found = read(f"/申请账号 {words} 13800001111").explained()
    assert (found["name"], found["position"]) == (name, position)


@pytest.mark.parametrize(
    ("words", "code", "missing"),
    [
        ("张总 生产部 操作工 13800001111", Code.NICK_INVALID, ()),
        ("王小明😀 生产部 操作工 13800001111", Code.NICK_INVALID, ()),
        ("<@all> 生产部 操作工 13800001111", Code.NICK_INVALID, ()),
        ("王小明 生产部 操作工 1380000111", Code.CLARIFY, ()),
        ("王小明 生产部 操作工 23800001111", Code.CLARIFY, ()),
        ("王小明 品牌部 操作工 13800001111", Code.UNKNOWN_DEPT, ()),
        ("王小明 生产部", Code.MISSING_ARG, ("mobile", "position")),
        ("", Code.MISSING_ARG, ("name", "dept", "mobile", "position")),
        ("王小明 实习生 生产部 操作工 13800001111", Code.MISSING_ARG, ("until",)),
        ("王小明 外部 生产部 操作工 13800001111 到2027年3月31日", Code.MISSING_ARG, ("sponsor",)),
        ("王小明 实习生 生产部 操作工 13800001111 到2026年3月31日", Code.PAST_DATE, ()),
    ],
)
def test_what_can_not_be(words: str, code: Code, missing: tuple[str, ...]) -> None:
    error = refused(f"/申请账号 {words}")
    assert (error.code, tuple(error.missing)) == (code, missing)


@pytest.mark.parametrize(
    ("sender", "department", "code"),
    [
        ("王强", "研发部", Code.NO_PERMISSION),
        ("张三", "生产部", Code.NO_PERMISSION),
        ("郑群", "信息技术部", Code.NO_PERMISSION),
    ],
)
def test_who_may_not_for_whom(sender: str, department: str, code: Code) -> None:
    assert refused(f"/申请账号 王小明 {department} 操作工 13800001111", sender).code is code


async def test_a_head_for_his_own_department_and_for_a_time(chat: Chat) -> None:
    await chat.play("""
        王强> /申请账号 王小明 生产部 操作工 实习生 13800001111
        机器人> 用到哪天？例如：到明年3月31日，或者写 6个月。直接回复就行，10:10 前有效；不办了就回「算了」。
        王强> 到明年3月31日
        机器人→李娜> [卡片] 王强 申请开通账号：王小明（生产部 操作工） …
        机器人→周敏> [卡片] 王强 申请开通账号：王小明（生产部 操作工） ZH-20261122-001 …
        机器人> 已提交 ZH-20261122-001：给王小明（生产部 操作工）开通账号，等 李娜 或 周敏 审批。
    """)


async def test_nobody_agrees_to_his_own(chat: Chat) -> None:
    await chat.play("""
        李娜> /申请账号 王小明 生产部 操作工 13800001111
        机器人→周敏> [卡片] 李娜 申请开通账号：王小明（生产部 操作工） …
        机器人> 已提交 ZH-20261122-001：给王小明（生产部 操作工）开通账号，等 周敏 审批。
        李娜> /同意申请 ZH-20261122-001
        机器人> 不能审批自己的申请，也不能审批与自己有关的申请。…
    """)


async def test_the_same_number_is_asked_for_once(chat: Chat) -> None:
    await chat.play("""
        李娜> /申请账号 王小明 生产部 操作工 13800001111
        机器人→周敏> [卡片] 李娜 申请开通账号：王小明（生产部 操作工） …
        机器人> 已提交 ZH-20261122-001：给王小明（生产部 操作工）开通账号，等 周敏 审批。
        李娜> /申请账号 王晓明 研发部 工程师 13800001111
        机器人> 这个手机号已经有一条申请在办（ZH-20261122-001），没有再提交。
        王强> /申请账号 王晓明 生产部 操作工 13800001111
        机器人> 这个手机号已经有一条申请在办，没有再提交。
        李娜> /撤回 ZH-20261122-001
        机器人→周敏> …
        机器人> …
        李娜> /申请账号 王晓明 研发部 工程师 13800001111
        机器人→周敏> [卡片] 李娜 申请开通账号：王晓明（研发部 工程师） …
        机器人> 已提交 ZH-20261122-002：给王晓明（研发部 工程师）开通账号，等 周敏 审批。
    """)


async def test_namesakes_and_who_comes_back_are_shown(database: Database) -> None:
    def with_leaver(company: Company) -> Company:
        gone = Person(UserId("wangxiaoming"), "王小明", 1, (1,), active=False)
        return replace(company, people=(*company.people, gone))

    card, kind, buttons = "[卡片] 李娜 申请开通账号：", "类型：正式 ", " [同意] [驳回]"
    second = "wangxiaoming2"
    same, done = "同名：生产部 张三", "已提交 ZH-20261122-001："
    check, old = "请确认不是同一个人；是本人回来，启用原账号就行。", "旧账号：wangxiaoming，已停用"
    chat = await Chat.open(database, company=with_leaver)
    await chat.play(f"""
        李娜> /申请账号 张三 研发部 工程师 13800001111
        机器人→周敏> {card}张三（研发部 工程师），账号 zhangsan2 ZH-20261122-001 {kind}手机：尾号 1111 {same}{buttons}
        机器人> {done}给张三（研发部 工程师）开通账号，等 周敏 审批。{same}，{check}
        李娜> /申请账号 王小明 研发部 工程师 13800001112
        机器人→周敏> {card}王小明（研发部 工程师），账号 {second} ZH-20261122-002 {kind}手机：尾号 1112 {old}{buttons}
        机器人> 已提交 ZH-20261122-002：…
    """)
    await chat.close()


async def test_in_a_group_nothing_of_it_is_said_and_no_number_is_stored_in_clear(chat: Chat) -> None:
    await chat.play("""
        李娜@项目A工作群> /申请账号 王小明 生产部 操作工 13800001111
        机器人→周敏> [卡片] …
        机器人@项目A工作群> 已私聊你。
        机器人→李娜> 已提交 ZH-20261122-001：…
    """)
    kept = [*await AccountWorkRecord.all().values(), *await RequestRecord.all().values(), *await Trail.all().values()]
    assert "13800001111" not in str(kept)
    assert "王小明" not in str(await Trail.all().values())


async def test_namesakes_on_one_post_are_two_requests(chat: Chat) -> None:
    await chat.play("""
        李娜> /申请账号 王小明 生产部 操作工 13800001111
        机器人→周敏> [卡片] 李娜 申请开通账号：王小明（生产部 操作工） …
        机器人> 已提交 ZH-20261122-001：…
        李娜> /申请账号 王小明 生产部 操作工 13800001112
        机器人→周敏> [卡片] 李娜 申请开通账号：王小明（生产部 操作工），账号 wangxiaoming2 …
        机器人> 已提交 ZH-20261122-002：…
    """)


async def test_where_nobody_can_agree_nothing_is_kept(database: Database) -> None:
    def alone(company: Company) -> Company:
        people = tuple(each for each in company.people if each.name == "王强")
        return replace(company, people=people)

    chat = await Chat.open(database, company=alone)
    await chat.say("王强", "/申请账号 王小明 生产部 操作工 13800001111")
    said = "".join(line.words for line in chat.said())
    if "已提交" not in said:
        assert await AccountWorkRecord.all().count() == 0
    await chat.close()


def test_who_is_to_lead_has_no_sponsor() -> None:
    found = read("/申请账号 王小明 生产部 项目负责人 13800001111").explained()
    assert (found["name"], found["position"]) == ("王小明", "项目负责人")
    assert read("/申请账号 负责人 王小明 生产部 班长 13800001111").explained()["name"] == "王小明"
