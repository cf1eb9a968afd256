"""Who looks after a group brings people in: colleagues who belong there, customers with an end."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.domain.groups.group import Guest
from bot.errors import Code
from bot.explaining import Utterance, explain
from bot.identifiers import GroupId, UserId
from bot.shapes.job import Job
from bot.shapes.outgoing import Outcome, Verdict
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.members.comings import BOOK, ERRANDS, FILE, in_app_groups, members

PLATFORM = "项目A营销微信平台"
RULE = "项目A工作群的成员限总裁、常务副总裁和这个项目公司的员工（生产部）（《企业微信工作群管理办法》第四条）"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ERRANDS


async def guests(chat: Chat) -> tuple[Guest, ...]:
    found = await chat.core.records.groups.get(GroupId("marketinga"))
    assert found
    return found.guests


async def test_by_the_app(database: Database) -> None:
    chat, app = await in_app_groups(database)
    await chat.play("""
    郑群> /邀请 @李四 项目A工作群
    机器人> YQ-20261122-001 已受理：拉 李四 进项目A工作群，办好了告诉你。
    郑群> /邀请 @李四 项目A工作群
    机器人> 李四进群已经在办了（YQ-20261122-001），不用再发一次。
    ⏰ 2026-11-22 10:00
    机器人→郑群> YQ-20261122-001 李四 已进项目A工作群，由应用办的。
    机器人→李四> 你已进项目A工作群（YQ-20261122-001）。请把群昵称改成「部门-姓名」。
    郑群> /邀请 @李四 项目A工作群
    机器人> 李四已经在项目A工作群里，不用再邀请。
    """)
    assert UserId("lisi") in await members(chat, "projecta") & app.members("项目A工作群")
    await chat.close()


async def test_refused_by_wecom_then_by_the_keeper_himself(database: Database) -> None:
    chat, app = await in_app_groups(database)
    app.answers = [Outcome(Verdict.REFUSED, errcode=60011)]
    await chat.play("""
    郑群> /邀请 @李四 项目A工作群
    机器人> …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 请把 李四 拉进项目A工作群 YQ-20261122-001；明天 18:00 前 [完成] [做不到]
    郑群> 按 [完成]
    机器人→李四> 你已进项目A工作群（YQ-20261122-001）。请把群昵称改成「部门-姓名」。
    机器人> [卡片] 请把 李四 拉进项目A工作群 已记下：已办好。
    """)
    await chat.close()


async def test_several_of_whom_some_can_not_come(chat: Chat) -> None:
    await chat.play(f"""
    郑群@项目A工作群> /邀请 @李四 @王五 @张三
    机器人@项目A工作群> YQ-20261122-001 已受理：拉 李四 进项目A工作群，办好了告诉你。
    没有办的：{RULE}，王五不在其中，不能直接进群。确有需要可以申请例外。张三已经在项目A工作群里，不用再邀请。
    """)


async def test_who_has_asked_already_is_only_agreed_to(chat: Chat) -> None:
    await chat.play("""
    李四> /入群 项目A工作群
    机器人→郑群> …
    机器人> …
    郑群> /邀请 @李四 项目A工作群
    机器人> 李四已经申请进群，同意那条就行：/同意申请 RQ-20261122-001。
    """)


async def test_an_exception_is_offered(chat: Chat) -> None:
    await chat.play(f"""
    郑群@项目A工作群> /邀请 @王五
    机器人@项目A工作群> [卡片] 要申请例外吗？ {RULE}，王五不在其中，不能直接进群。确有需要可以申请例外。
    按一个，或@我 回复序号、名称，10:10 前有效 [申请例外] [算了]
    郑群@项目A工作群> 按 [申请例外]
    机器人@项目A工作群> [卡片] 已选：申请例外 为什么要例外进这个群？@我 回复就行，10:10 前有效；不办了就回「算了」。
    郑群@项目A工作群> 借调三个月
    机器人→赵国强> [卡片] 郑群 申请例外入群：项目A工作群，王五 RQ-20261122-001 …
    机器人@项目A工作群> 已提交 RQ-20261122-001：例外入群：项目A工作群，王五。等 赵国强 审批。
    """)


async def test_a_customer_comes_by_hand_and_has_an_end(database: Database) -> None:
    """Even where the app made the room: it can add nobody from outside."""
    chat, app = await in_app_groups(database)
    await chat.play(f"""
    冯销> /邀请 华润 陈工 进{PLATFORM}
    机器人> 外部成员的有效期到哪天？例如：有效期到12月31日，最长一年。直接回复就行，10:10 前有效；不办了就回「算了」。
    冯销> 到12月31日
    机器人> YQ-20261122-001 已受理：拉 华润-陈工 进{PLATFORM}（有效期到12月31日(周四)，由你负责），办好了告诉你。
    ⏰ 2026-11-22 10:00
    机器人→冯销> [卡片] 请把 华润-陈工 拉进{PLATFORM} YQ-20261122-001；明天 18:00 前 [完成] [做不到]
    冯销> 按 [完成]
    机器人> [卡片] 请把 华润-陈工 拉进{PLATFORM} 已记下：已办好。
    """)
    assert Guest("华润-陈工", UserId("fengxiao"), date(2026, 12, 31)) in await guests(chat)
    assert not app.asked
    await chat.close()


async def test_a_customer_who_is_in_stays_longer(chat: Chat) -> None:
    await chat.play(f"""
    冯销> /邀请 恒远置业 李总 进{PLATFORM} 有效期三个月
    机器人> YQ-20261122-001 恒远置业-李总 在{PLATFORM}的有效期改到2027年2月22日(周一)，由你负责。
    """)
    assert await guests(chat) == (Guest("恒远置业-李总", UserId("fengxiao"), date(2027, 2, 22)),)


@pytest.mark.parametrize(
    ("who", "line", "group", "expected"),
    [
        ("张三", "/邀请 @李四", "项目A工作群", Code.NO_PERMISSION),
        ("冯销", "/邀请 @李四", "项目A工作群", Code.NO_PERMISSION),
        ("李四", "拉王五进项目B工作群", None, Code.NO_PERMISSION),
        ("郑群", "/邀请", None, Code.MISSING_ARG),
        ("郑群", "/邀请 @王五", None, Code.NOT_ELIGIBLE),
        ("郑群", "/邀请 恒远置业 李总 有效期到年底", None, Code.NOT_ELIGIBLE),
        ("郑群", "/邀请 刘洋", None, Code.AMBIGUOUS_PERSON),
        ("郑群", "/邀请 李总", None, Code.NOT_FOUND),
        ("郑群", "/邀请 @李四 有效期到12月31日", None, Code.CLARIFY),
        ("林宓", "/邀请 @李娜", None, Code.AMBIGUOUS_GROUP),
        ("冯销", "/邀请 张总 有效期一年", None, Code.CLARIFY),
        ("冯销", "/邀请 恒远置业 李总 长期有效", None, Code.LIMIT),
        ("冯销", "/邀请 恒远置业 李总 有效期2年", None, Code.LIMIT),
        ("冯销", "/邀请 恒远置业 李总 有效期到2028年1月1日", None, Code.LIMIT),
        ("冯销", "/邀请 恒远置业 李总 有效期到11月1日", None, Code.PAST_DATE),
    ],
)
def test_who_may_not_and_what_can_not_be(who: str, line: str, group: str | None, expected: Code) -> None:
    said = explain(Utterance(line, sender=who, group=group), FILE, BOOK)
    assert (said["command"], said["error"]) == ("邀请", expected)


@pytest.mark.parametrize(
    ("who", "line", "target"),
    [
        ("郑群", "把李四拉进项目A工作群", "李四"),
        ("郑群", "请李四进群", "李四"),
        ("郑群", "邀请一下李四", "李四"),
        ("郑群", "/邀请 生产部李四、钱卫东和王五", ["李四", "钱卫东", "王五"]),
        ("冯销", "邀请 客户 华润 陈工 进群 有效期半年", "华润-陈工"),
        ("冯销", "把恒远置业-李总的有效期延长到12月31日", "恒远置业-李总"),
        ("冯销", "/邀请 李总 有效期到明年3月底", "恒远置业-李总"),
        ("冯销", "/邀请 小运营 恒远置业-王强 有效期一年", ["小运营", "恒远置业-王强"]),
    ],
)
def test_how_people_say_it(who: str, line: str, target: str | list[str]) -> None:
    said = explain(Utterance(line, sender=who), FILE, BOOK)
    assert (said["command"], said["args"]["target"]) == ("邀请", target)
    assert said["needs_confirm"]
