"""An exception: the keepers, then who approves groups of the type; it is on file from then on."""

from collections.abc import Sequence

import pytest

from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.members.comings import ERRANDS, in_app_groups

WISH = "王五 申请例外入群：项目A工作群"
SCREENED = "部门：研发部 范围：不符合，要例外批准 群昵称：还没登记，应为 研发部-王五 已在群：2 个 原因：借调三个月"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ERRANDS


async def test_two_steps_and_on_file(database: Database) -> None:
    chat, app = await in_app_groups(database)
    await chat.play(f"""
    王五> /例外申请 项目A工作群 借调三个月
    机器人→郑群> [卡片] {WISH} RQ-20261122-001 {SCREENED} [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：例外入群：项目A工作群。等 郑群 审批。
    郑群> 按 [同意]
    机器人→赵国强> [卡片] {WISH} RQ-20261122-001 {SCREENED} [同意] [驳回]
    机器人→王五> RQ-20261122-001 郑群同意了。现在等 赵国强 审批。
    机器人> …
    赵国强> 按 [同意]
    机器人→王五> RQ-20261122-001 例外入群：项目A工作群：已同意（赵国强，10:00）。接下来拉你进群，办好了告诉你。
    机器人> …
    ⏰ 2026-11-22 10:00
    机器人→王五> RQ-20261122-001 你已进项目A工作群，由应用办的。请把群昵称改成「部门-姓名」。
    """)
    group = next(each for each in chat.company.groups if each.id == "projecta")
    assert group.exempt == {UserId("wangwu")}
    assert UserId("wangwu") in app.members("项目A工作群")
    memberships = await chat.core.records.groups.memberships(group.id)
    assert [(each.cause, each.exempt) for each in memberships if each.user == "wangwu"] == [("RQ-20261122-001", True)]
    await chat.close()


async def test_a_keeper_who_applies_for_a_colleague_has_agreed_by_that(chat: Chat) -> None:
    await chat.play(f"""
    郑群> /例外申请 项目A工作群 @王五 借调三个月
    机器人→赵国强> [卡片] 郑群 申请例外入群：项目A工作群，王五 RQ-20261122-001 {SCREENED} [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：例外入群：项目A工作群，王五。等 赵国强 审批。
    赵国强> 按 [同意]
    机器人→郑群> RQ-20261122-001 例外入群：项目A工作群，王五：已同意（赵国强，10:00）。接下来拉王五进群，办好了告诉你。
    机器人> …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 请把 王五 拉进项目A工作群 RQ-20261122-001；明天 18:00 前 [完成] [做不到]
    郑群> 按 [完成]
    机器人→王五> 你已进项目A工作群（RQ-20261122-001）。请把群昵称改成「部门-姓名」。
    机器人> …
    """)


async def test_who_needs_none_and_who_may_not(chat: Chat) -> None:
    await chat.play("""
    李四> /例外申请 项目A工作群 想看看
    机器人> 本来就在项目A工作群的成员范围里，不用申请例外，直接发 /入群 项目A工作群 就行。
    张三> /例外申请 项目A工作群 想看看
    机器人> 你已经在项目A工作群里，不用再申请。
    郑群> /例外申请 项目A工作群 @李四 想看看
    机器人> 本来就在项目A工作群的成员范围里，不用申请例外，直接发 /邀请 @李四 项目A工作群 就行。
    张三> /例外申请 项目A工作群 @王五 借调
    机器人> 替别人申请要由项目A工作群的群管理员来办（《企业微信工作群管理办法》第六条）。请对方自己来申请。
    """)
