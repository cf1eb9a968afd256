"""Putting somebody out: by rule, with a reason that he reads; by the app or by hand; and what a keeper sees later."""

from collections.abc import Sequence

import pytest

from bot.errors import Code
from bot.explaining import Utterance, explain
from bot.identifiers import GroupId, UserId
from bot.shapes.job import Job
from bot.shapes.outgoing import Outcome, Verdict
from bot.storage.engine.database import Database
from bot.storage.models.groups import ErrandRecord
from bot.storage.models.moderation import CaseRecord
from tests.chat import Chat
from tests.commands.members.comings import BOOK, ERRANDS, FILE, in_app_groups, members, with_group

A = "项目A工作群"
ACCEPTED = """
    郑群> /移出 @张三 已调离项目
    机器人> [卡片] 确定要移出 @张三 已调离项目吗？ 群是项目A工作群；10:30 前有效 [确认] [算了]
    郑群> 按 [确认]
    机器人> [卡片] 已确认：移出 @张三 已调离项目 YC-20261122-001 已受理，办好了私聊告诉你。"""
OUT = "你已被移出项目A工作群，原因：已调离项目（YC-20261122-001）。"
OBJECT = "不同意可以找群管理员 郑群 说明，或向集团行政人事部反映。"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ERRANDS


async def test_by_the_app(database: Database) -> None:
    chat, app = await in_app_groups(database)
    await chat.play(f"""{ACCEPTED}
    ⏰ 2026-11-22 10:00
    机器人→郑群> YC-20261122-001 张三 已移出项目A工作群，由应用办的。
    机器人→张三> {OUT}{OBJECT}
    """)
    assert UserId("zhangsan") not in await members(chat, "projecta") | app.members(A)
    await chat.close()


@pytest.mark.parametrize("errcode", [60011, 86003])
async def test_refused_by_wecom_then_by_the_keeper_himself(database: Database, errcode: int) -> None:
    chat, app = await in_app_groups(database)
    app.answers = [Outcome(Verdict.REFUSED, errcode=errcode)]
    await chat.play(f"""{ACCEPTED}
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 请把 张三 移出项目A工作群 YC-20261122-001；原因：已调离项目；明天 18:00 前 [完成] [做不到]
    郑群> 按 [完成]
    机器人→张三> {OUT}{OBJECT}
    机器人> [卡片] 请把 张三 移出项目A工作群 已记下：已办好。
    """)
    await chat.close()


async def test_a_keeper_sees_why_he_went_when_he_asks_to_come_back(database: Database) -> None:
    chat, _ = await in_app_groups(database)
    seen = "部门：生产部 范围：符合 群昵称：还没登记，应为 生产部-张三 已在群：1 个"
    await chat.play(f"""{ACCEPTED}
    ⏰ 2026-11-22 10:00
    机器人→郑群> …
    机器人→张三> …
    张三> /入群 项目A工作群 又调回来了
    机器人→郑群> [卡片] 张三 申请入群：项目A工作群 RQ-20261122-001 {seen} 曾移出：YC-20261122-001 已调离项目 …
    机器人> …
    """)
    await chat.close()


async def test_a_violation_is_a_case_and_its_record_says_who_did_it(database: Database) -> None:
    chat, app = await in_app_groups(database)
    await chat.play("""
    郑群@项目A工作群> /移出 @张三 发赌博链接
    机器人@项目A工作群> [卡片] 确定要移出 @张三 发赌博链接吗？ …
    郑群@项目A工作群> 按 [确认]
    机器人→张三> 你在项目A工作群的处理结果是移出群聊，编号 WG-20261122-001。…
    机器人→郑群> WG-20261122-001 张三 移出群聊，180 天内第 1 次「黄赌毒和暴力」。…
    机器人@项目A工作群> [卡片] 已确认：移出 @张三 发赌博链接 已办，编号 WG-20261122-001，详情私聊你了。
    ⏰ 2026-11-22 10:00
    机器人→郑群> WG-20261122-001 张三 已移出项目A工作群，由应用办的。
    机器人→张三> 你已被移出项目A工作群，原因：黄赌毒和暴力（WG-20261122-001）。…
    李娜> /违规记录 张三
    机器人> 张三有 1 条违规记录：
    · WG-20261122-001 11月22日(周日) 项目A工作群 移出群聊「黄赌毒和暴力」第 1 次，原因：发赌博链接，处理人：郑群；已确认
    移出群：机器人已办
    这次查看已记下，本人可以看到。
    """)
    assert UserId("zhangsan") not in await members(chat, "projecta") | app.members(A)
    await chat.close()


async def test_nothing_is_done_twice(chat: Chat) -> None:
    await chat.play(f"""{ACCEPTED}
    郑群@项目A工作群> /移出 @张三 已调离项目
    机器人@项目A工作群> …
    郑群@项目A工作群> 按 [确认]
    机器人@项目A工作群> [卡片] 没有办成 YC-20261122-001 已经在办了，办好了会告诉你，不用再发一次。
    """)


async def test_a_reason_is_asked_for(chat: Chat) -> None:
    await chat.play("""
    郑群> /移出 @张三
    机器人> 原因是什么？对方会看到。直接回复就行，10:10 前有效；不办了就回「算了」。
    郑群> 已调离项目
    机器人> [卡片] 确定要移出 @张三 已调离项目吗？ 群是项目A工作群；10:30 前有效 [确认] [算了]
    """)


async def test_somebody_from_outside_goes_by_hand_and_is_told_nothing(database: Database) -> None:
    chat, app = await in_app_groups(database)
    await chat.play("""
    冯销> /移出 恒远置业-李总 合作结束
    机器人> [卡片] 确定要移出 恒远置业-李总 合作结束吗？ 群是项目A营销微信平台；10:30 前有效 [确认] [算了]
    冯销> 按 [确认]
    机器人> …
    ⏰ 2026-11-22 10:00
    机器人→冯销> [卡片] 请把 恒远置业-李总 移出项目A营销微信平台 YC-20261122-001；原因：合作结束；明天 18:00 前 …
    冯销> 按 [完成]
    机器人> …
    """)
    group = await chat.core.records.groups.get(GroupId("marketinga"))
    assert group
    assert not group.guests
    assert not app.asked
    await chat.close()


async def test_an_owner_is_never_put_out(database: Database) -> None:
    chat = await Chat.open(
        database, jobs=ERRANDS, company=lambda each: with_group(each, "projecta", owner=UserId("zhangsan"))
    )
    await chat.play("""
    郑群> /移出 @张三 已调离项目
    机器人> 张三是项目A工作群的群主，要先换群主才能移出：发 /转让群主 项目A工作群 @接手的同事
    """)
    await chat.close()


@pytest.mark.parametrize(
    ("who", "line", "group", "expected"),
    [
        ("张三", "/移出 @何苗 刷屏", A, Code.NO_PERMISSION),
        ("冯销", "/移出 @张三", A, Code.NO_PERMISSION),  # what is missing is no matter to who may not
        ("冯销", "/移出 @张三 刷屏 项目A工作群", None, Code.NO_PERMISSION),
        ("郑群", "/移出 @张三", A, Code.MISSING_ARG),
        ("郑群", "/移出 @王强", A, Code.MISSING_ARG),
        ("郑群", "/移出 @王强 刷屏", A, Code.HIGHER_ROLE),
        ("郑群", "/移出 @赵国强 潜水", A, Code.HIGHER_ROLE),
        ("郑群", "/移出 @郑群 刷屏", A, Code.SELF_TARGET),
        ("郑群", "/移出 我 刷屏", A, Code.SELF_TARGET),
        ("郑群", "/移出 @李四 刷屏", A, Code.TARGET_NOT_IN_GROUP),
        ("郑群", "/移出 @刘洋 发广告", A, Code.AMBIGUOUS_PERSON),
        ("郑群", "/移出 @张三 @何苗 发广告", A, Code.CLARIFY),
        ("郑群", "麻烦把张三移出群聊，谢谢", A, Code.MISSING_ARG),
        ("郑群", "/移出 @没有这人 发广告", A, Code.NOT_FOUND),
    ],
)
def test_who_may_not_and_what_can_not_be(who: str, line: str, group: str | None, expected: Code) -> None:
    said = explain(Utterance(line, sender=who, group=group), FILE, BOOK)
    assert (said["command"], said["error"]) == ("移出", expected)


@pytest.mark.parametrize(
    ("who", "line", "group", "target", "reason"),
    [
        ("郑群", "/移出 @张三 刷屏", None, "张三", "刷屏"),
        ("郑群", "/移出 @张三 在群里刷屏", A, "张三", "在群里刷屏"),
        ("郑群", "/移出 何苗 在项目B群发广告", A, "何苗", "在项目B群发广告"),
        ("郑群", "/移出 @张三 原因：已离职", A, "张三", "已离职"),
        ("郑群", "/移出 @刘洋0086 发广告", A, "刘洋(0086)", "发广告"),
        ("郑群", "/移出 @欧阳静 不是项目人员 项目A群", None, "欧阳静", "不是项目人员"),
        ("郑群", "把张三移出项目A工作群，他调到研发部了", None, "张三", "他调到研发部了"),
        ("郑群", "请把何苗请出群，实习结束", A, "何苗", "实习结束"),
        ("郑群", "踢了何苗，发广告", A, "何苗", "发广告"),
        ("冯销", "/移出 李总 合作结束", None, "恒远置业-李总", "合作结束"),
        ("冯销", "把恒远置业李总移出群，合作结束了", None, "恒远置业-李总", "合作结束了"),
    ],
)
def test_how_people_say_it(who: str, line: str, group: str | None, target: str, reason: str) -> None:
    said = explain(Utterance(line, sender=who, group=group), FILE, BOOK)
    assert (said["command"], said["args"]["target"], said["args"]["reason"]) == ("移出", target, reason)
    assert said["needs_confirm"]


@pytest.mark.parametrize(
    ("reason", "answer"),
    [
        ("拒绝冒险作业", "原因写的是反映隐患、报告事故或拒绝冒险作业，不能因此处理"),
        ("性骚扰女同事", "这类事只由人力资源处理"),
    ],
)
async def test_what_is_no_keepers_matter_puts_nobody_out(chat: Chat, reason: str, answer: str) -> None:
    await chat.play(f"""
    郑群@项目A工作群> /移出 @张三 {reason}
    机器人@项目A工作群> [卡片] 确定要移出 @张三 {reason}吗？ …
    郑群@项目A工作群> 按 [确认]
    机器人@项目A工作群> [卡片] 没有办成 {answer}…
    """)
    assert not await ErrandRecord.all()
    assert not await CaseRecord.all()
