"""A stolen account is told from any state; whoever has it now learns nothing, and can't close the case."""

from collections.abc import Sequence

import pytest

from bot.explaining import Utterance, explain
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.models.security import IncidentLineRecord, IncidentRecord
from scheduler.account_works import run_works
from scheduler.private_words import forget_words
from scheduler.security_clock import security_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import SUSPENDED, knows_suspending
from tests.commands.security.incidents import TAKEN, TOLD


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (security_clock, forget_words)


@pytest.mark.parametrize(
    ("line", "command", "expected"),
    [
        ("我企业微信显示新设备登录 不是我啊", "账号异常", {"urgent": True, "text": "新设备登录 不是本人"}),
        ("手机丢了", "账号异常", {"urgent": True, "text": "手机丢"}),
        ("电脑中毒了 一直弹窗", "账号异常", {"urgent": True, "text": "电脑中毒了 一直弹窗"}),
        ("/账号异常 有人用我的号发消息", "账号异常", {"urgent": True, "text": "有人用我的号发消息"}),
        ("/账号异常", "账号异常", {"urgent": True, "text": "账号异常"}),
        ("盗号 我的号在外地登录了", "账号异常", {"urgent": True}),
        ("/账号异常 WA-20261122-001 又有一条", "账号异常", {"id": "WA-20261122-001", "text": "又有一条"}),
    ],
)
def test_how_it_is_understood(line: str, command: str, expected: dict[str, object]) -> None:
    said = explain(Utterance(line, sender="张三"), FILE, BOOK)
    assert (said["command"], said["needs_confirm"]) == (command, False)
    assert {key: said["args"].get(key) for key in expected} == expected


async def test_what_follows_is_of_the_same_case(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    张三> 我的账号被盗了，又发了一条
    机器人→吴管> WA-20261122-001 报告人补充：我的账号被盗了，又发了一条
    机器人> [卡片] 先这样做 …
    张三> 按 [补充情况]
    机器人> [卡片] WA-20261122-001 还有什么情况？直接回我，我马上转过去。
    张三> 是昨晚十点开始的
    机器人→吴管> WA-20261122-001 报告人补充：是昨晚十点开始的
    机器人> WA-20261122-001 已补充，吴管马上看到。
    张三> /账号异常 WA-20261122-001
    机器人> WA-20261122-001 账号异常：等 吴管 处理，急就打电话。
    李四> /账号异常 WA-20261122-001
    机器人> 没有你报的 WA-20261122-001。请核对编号；有新情况直接说就行。
    """)


async def test_whoever_has_the_account_can_not_call_it_a_mistake(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    张三> 按 [是误会]
    机器人→吴管> WA-20261122-001 报告人说是误会。账号可能在别人手里，打电话核实了再办结。
    机器人> [卡片] WA-20261122-001 好的，已转告处理的人，核实后办结。没事最好。
    """)
    assert (await IncidentRecord.get()).is_open


async def test_steps_are_ticked_and_the_case_is_closed(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    吴管> 勾 [打电话|在管理后台] 按 [记下]
    机器人> [卡片] 账号异常 WA-20261122-001 做完的打勾…
    ⏰ 2026-11-22 10:20
    吴管> 勾 [其余] 按 [记下]
    机器人> [卡片] WA-20261122-001 结论是什么？ …
    吴管> 按 [属实，办结]
    机器人→张三> WA-20261122-001：已处理好。谢谢你及时说，以后有不对劲的还是马上说。
    机器人> [卡片] WA-20261122-001 已办结：属实。
    吴管> 按 [属实，办结]
    机器人> [卡片] 没有办成 WA-20261122-001 已经办结（属实），什么都没有改动。
    """)


async def test_nothing_done_is_not_real(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    吴管> 勾 [其余] 按 [记下]
    机器人> [卡片] WA-20261122-001 结论是什么？ …
    吴管> 按 [属实，办结]
    机器人> [卡片] 没有办成 WA-20261122-001 一步都还没做，没有办结。先记下做了哪几步。
    """)


async def test_who_is_suspended_is_heard(database: Database) -> None:
    chat = await Chat.open(database, company=knows_suspending, jobs=(security_clock,))
    await chat.play(f"""{SUSPENDED}
    张三> /账号异常 有人用我的号发消息
    机器人→吴管> [卡片] 紧急！账号异常 WA-20261122-001 …
    机器人> [卡片] 先这样做 …
    张三> 客户资料泄露了
    机器人→吴管> [卡片] 紧急！信息泄露 WA-20261122-002 …
    机器人> [卡片] 先这样做 …
    张三> 点了个链接让我输密码
    机器人→吴管> [卡片] 紧急！钓鱼诈骗 WA-20261122-003 …
    机器人> [卡片] 先这样做 …
    """)
    await chat.close()


async def test_who_is_in_no_directory_is_heard(chat: Chat) -> None:
    await chat.play("""
    nobody9> 我的企业微信被盗了
    机器人→吴管> [卡片] 紧急！账号异常 WA-20261122-001 通讯录里没有的人（nobody9）10:00 报告：…
    机器人> [卡片] 先这样做 …
    """)


async def test_an_officer_whose_own_account_it_is_is_not_told(chat: Chat) -> None:
    await chat.play("""
    吴管> 我的账号被盗了
    机器人→林宓> [卡片] 紧急！账号异常 WA-20261122-001 吴管（信息技术部）10:00 报告：…
    机器人> [卡片] 先这样做 …
    吴管> /安全事件 WA-20261122-001
    机器人> 没有要你处理的安全事件 WA-20261122-001。发 /安全事件 看看有哪些。
    """)


async def test_an_open_question_does_not_keep_it_from_being_heard(chat: Chat) -> None:
    await chat.play("""
    张三> /请假 事假
    机器人> …
    张三> 有人用我的号发消息
    机器人→吴管> [卡片] 紧急！账号异常 WA-20261122-001 …
    机器人> [卡片] 先这样做 …
    """)


async def test_what_was_said_is_gone_from_the_queues_and_sealed_in_the_case(chat: Chat, database: Database) -> None:
    await chat.play(f"{TOLD}\n    ⏰ 2026-11-22 10:01")
    rows = [*await IncidentRecord.all().values(), *await IncidentLineRecord.all().values()]
    assert not any("发消息" in str(row) or "zhangsan" in str(row.get("told", "")) for row in rows)


async def test_the_account_is_switched_off_and_on_again(database: Database) -> None:
    chat = await Chat.open(database, jobs=(security_clock, run_works))
    await chat.play(f"""{TOLD}
    吴管> 按 [停用张三的账号]
    机器人> [卡片] WA-20261122-001 停用账号已安排，办好告诉你。
    ⏰ 2026-11-22 10:16
    机器人→吴管> [卡片] 停用账号：张三 WA-20261122-001 …
    吴管> /安全事件 WA-20261122-001
    机器人→吴管> …
    机器人> [卡片] 紧急！账号异常 WA-20261122-001 …
    吴管> 按 [恢复张三的账号]
    机器人> [卡片] WA-20261122-001 启用账号已安排，办好告诉你。
    """)
    await chat.close()
