"""What is suspended is the bot's service, by two; what keeps people safe goes on, and one's own record can be read."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest

from bot.domain.moderation.pack import Procedure
from bot.errors import Code
from bot.explaining import Utterance, explain
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from scheduler.approval_reminders import remind as approval_reminders
from scheduler.moderation_clock import moderation_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import SUSPENDED, A, binding, knows_suspending


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (moderation_clock,)


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=jobs, company=knows_suspending)
    yield chat
    await chat.close()


async def test_two_agree_and_it_ends_by_itself(chat: Chat) -> None:
    await chat.play(f"""{SUSPENDED}
    周敏> /停用 @张三 3天 泄密
    机器人> 张三已经停用（WG-20261122-001），没有再办。要恢复发 /恢复 @张三。
    张三> /我的群
    机器人> 你的权限停用到 11月25日(周三) 10:00（WG-20261122-001），刚才的命令没有办。…
    张三@项目A工作群> /我的群
    机器人→张三> 你的权限停用到 11月25日(周三) 10:00（WG-20261122-001），刚才的命令没有办。…
    张三> /违规记录
    机器人> 你有 1 条违规记录：
    · WG-20261122-001 11月22日(周日) 公司 停用「泄露公司秘密」第 1 次，原因：泄密，处理人：周敏；已确认
    机器人限制：机器人已办，到 11月25日(周三) 10:00
    企业微信账号停用：等人力资源定
    不同意，11月25日(周三)前（含当天）发 /申诉 WG-20261122-001 理由。
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] …
    机器人> …
    ⏰ 2026-11-25 10:00
    机器人→张三> 你的权限停用到期了（WG-20261122-001），可以正常用了。
    张三> /我的群
    机器人> …
    """)


async def test_a_card_of_his_office_decides_nothing_meanwhile(chat: Chat) -> None:
    await chat.play("""
    李四> /入群 项目A工作群
    机器人→郑群> [卡片] 李四 申请入群：项目A工作群 …
    机器人> …
    """)
    await chat.play(SUSPENDED.replace("张三", "郑群").replace("RQ-20261122-001", "RQ-20261122-002"))
    await chat.play("""
    郑群> 按 [同意]
    机器人> [卡片] 没有办成 你的权限停用到 11月25日(周三) 10:00（WG-20261122-001），…
    """)


async def test_what_waits_for_him_goes_to_the_next_in_line_and_leave_is_still_his(database: Database) -> None:
    chat = await Chat.open(database, jobs=(moderation_clock, approval_reminders), company=knows_suspending)
    await chat.play("""
    李四> /入群 项目A工作群
    机器人→郑群> [卡片] 李四 申请入群：项目A工作群 …
    机器人> …
    """)
    await chat.play(SUSPENDED.replace("张三", "郑群").replace("RQ-20261122-001", "RQ-20261122-002"))
    assert chat.company.suspended == {"zhengqun"}
    await chat.play("""
    ⏰ 2026-11-22 10:01
    机器人→郑群> RQ-20261122-001 不用你审批了。
    机器人→李娜> [卡片] 李四 申请入群：项目A工作群 …
    郑群> /请假 11月30日 年假
    机器人→王强> [卡片] 郑群 申请年假 11月30日(周一)，1 天 …
    机器人> 已提交 QJ-20261122-001：…
    郑群> /撤回 QJ-20261122-001
    机器人→王强> …
    机器人> …
    周敏> /恢复 @郑群
    机器人→王强> [卡片] 周敏 申请恢复 郑群 的权限…
    机器人> …
    王强> 按 [同意]
    机器人→郑群> 你的权限停用已提前解除（WG-20261122-001），可以正常用了。
    机器人→周敏> …
    机器人> …
    """)
    assert chat.company.suspended == frozenset()
    await chat.close()


async def test_two_who_asked_for_it_apart_suspend_him_once(chat: Chat) -> None:
    await chat.say("王强", "/停用 @张三 3天 泄密")
    chat.clock.time = chat.clock.time.replace(minute=20)
    await chat.say("周敏", "/停用 @张三 5天 泄密")
    chat.clock.time = chat.clock.time.replace(minute=40)
    await chat.say("王强", "/同意申请 RQ-20261122-002")
    chat.clock.time = chat.clock.time.replace(minute=59)
    chat.said()
    await chat.play("""
    周敏> /同意申请 RQ-20261122-001
    机器人→王强> RQ-20261122-001 停用 张三 3 天：已同意（周敏，10:59）。不过对方已经停用了（WG-20261122-001），…
    机器人> …
    """)


async def test_one_alone_does_nothing(chat: Chat) -> None:
    await chat.play("""
    周敏> /停用 @张三 泄密
    机器人→王强> [卡片] 周敏 申请停用 张三 7 天 RQ-20261122-001 …
    机器人> 停用需管理小组双人审批。已提交 RQ-20261122-001：停用 张三 7 天，等 王强 决定。…
    周敏> /同意申请 RQ-20261122-001
    机器人> 不能审批自己的申请，…
    张三> /我的群
    机器人> 你在 2 个群里：…
    """)


async def test_where_the_usual_text_knows_no_such_step_another_one_that_binds_has_it(database: Database) -> None:
    chat = await Chat.open(database, jobs=(moderation_clock,), company=binding)
    await chat.play(SUSPENDED)
    [case] = await chat.core.records.cases.of(UserId("zhangsan"), chat.clock.now())
    assert case.pack == "D3"
    await chat.close()


async def test_by_a_text_that_binds_nobody_the_management_group_is_told_and_no_more(database: Database) -> None:
    chat = await Chat.open(database, jobs=(moderation_clock,))
    missing = "缺职工讨论、征求工会意见、公示、员工签收"
    why = f"《企业微信社群管理制度》还没走完程序（{missing}），停用是处分，不能办。"
    await chat.play(f"""
    周敏> /停用 @张三 3天 泄密
    机器人→王强> 周敏提出停用张三，原因：泄密。{why}张三的权限没有变。
    机器人> 没有停用张三：{why}已转告王强。要维持秩序，在群里发 /禁言；要处分，交人力资源。
    张三> /违规记录
    机器人> 你没有违规记录。
    张三> /我的群
    机器人> 你在 2 个群里：…
    """)
    entry = await Trail.get(action="停用:case.pointed_out")
    assert (entry.actor, entry.subject) == ("zhoumin", "person:zhangsan")
    assert entry.details == {"kind": "SUSPEND_ACCOUNT", "category": "C02", "group": None}
    await chat.close()


@pytest.mark.parametrize(
    ("text", "line", "lacks"),
    [
        ("D8", "/停用 @张三 3天 造谣", "《企业微信社群管理制度》没有停用这一步"),
        ("D3", "/停用 @张三 3天 造谣", "《企业微信管理制度（管理小组版）》没有写到「谣言和虚假信息」"),
    ],
)
async def test_some_text_that_binds_must_know_of_it(text: str, line: str, lacks: str, database: Database) -> None:
    chat = await Chat.open(database, jobs=(), company=lambda company: binding(company, text))
    await chat.say("周敏", line)
    assert [each.words.split("，停用是处分")[0] for each in chat.said() if each.to != "王强"] == [
        f"没有停用张三：{lacks}"
    ]
    await chat.close()


async def test_what_ceases_to_bind_before_the_second_yes_is_not_done(database: Database) -> None:
    chat = await Chat.open(database, jobs=(), company=knows_suspending)
    await chat.say("周敏", "/停用 @张三 3天 泄密")
    chat.said()
    shelf = [replace(each, procedure=Procedure()) for each in chat.company.moderation.shelf]
    rules = replace(chat.company.moderation, shelf=shelf)
    chat.core.book._company = replace(chat.company, moderation=rules)
    await chat.play("""
    王强> 按 [同意]
    机器人→周敏> RQ-20261122-001 停用 张三 3 天：已同意（王强，10:00）。不过《企业微信管理制度（管理小组版）》还没…
    机器人> …
    张三> /违规记录
    机器人> 你没有违规记录。
    """)
    await chat.close()


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("郑群", "/停用 @张三 泄密", Code.NO_PERMISSION),
        ("张三", "/停用 @李四 泄密", Code.NO_PERMISSION),
        ("周敏", "/停用 @张三", Code.MISSING_ARG),
        ("周敏", "/停用 @赵国强 泄密", Code.HIGHER_ROLE),
        ("周敏", "/停用 @周敏 测试", Code.SELF_TARGET),
        ("周敏", "/停用 @张三 一年 泄密", Code.LIMIT),
        ("周敏", "/停用 @刘洋 泄密", Code.AMBIGUOUS_PERSON),
    ],
)
def test_who_may_not_and_what_can_not_be(who: str, line: str, expected: Code) -> None:
    said = explain(Utterance(line, sender=who), FILE, BOOK)
    assert (said["command"], said["error"]) == ("停用", expected)


def test_how_it_is_understood() -> None:
    said = explain(Utterance("/停用 @张三 3天 泄密", sender="周敏"), FILE, BOOK)
    assert said["args"] == {"target": "张三", "until": "2026-11-25T10:00", "reason": "泄密", "approvals_needed": 2}
    assert A not in str(said)
