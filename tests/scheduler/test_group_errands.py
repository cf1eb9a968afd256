"""What is to be done to groups: by the app, or by somebody who is asked; once, whatever WeCom answers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group, GroupState
from bot.identifiers import ChatId, GroupId, UserId
from bot.services.groups.errands.carrying_out import MOST_AT_ONCE, Tried, ask_wecom
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.store import Records
from scheduler.group_errands import run_errands
from tests.app_groups import AppGroups
from tests.chat import Chat
from tests.commands.approvals.scenes import OPENED, C

BY = Act("a", "建群", "审批人", "test:1", datetime(2026, 11, 22, 2, tzinfo=UTC))
APPROVED = f"""{OPENED}
    赵国强> 按 [同意]
    机器人→周敏> RQ-20261122-001 {C}：已同意（赵国强，10:00）。接下来建群，结果马上告诉你。
    机器人> [卡片] 周敏 申请{C} 已同意（赵国强，10:00）。"""
BY_HAND = f"""{APPROVED}
    ⏰ 2026-11-22 10:00
    机器人→李娜> [卡片] 请建群：项目C工作群 RQ-20261122-001；成员：赵国强、周敏；明天 18:00 前 [完成] [做不到]
    机器人→周敏> [卡片] 请建群：项目C工作群 RQ-20261122-001；成员：赵国强、周敏；明天 18:00 前 [完成] [做不到]"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (run_errands,)


async def test_by_the_app(database: Database, jobs: Sequence[Job]) -> None:
    app = AppGroups()
    chat = await Chat.open(database, jobs=jobs, sources=Sources(rooms=app))
    await chat.play(f"""{APPROVED}
    ⏰ 2026-11-22 10:00
    机器人→周敏> RQ-20261122-001 项目C工作群已经由应用建好，群主是 周敏，成员有 赵国强、周敏。马上…
    ⏰ 2026-11-22 10:01
    机器人→项目C工作群> 项目C工作群建好了，群管理员是 周敏，批准编号 RQ-20261122-001。…
    ⏰ 2026-11-22 12:00
    周敏> /建群 E4 项目C
    机器人> 已经有叫「项目C工作群」的群。换一个名字，或申请加入它。
    """)
    [room] = app.rooms.values()
    assert (room.name, room.owner, sorted(room.members)) == ("项目C工作群", "zhoumin", ["zhaoguoqiang", "zhoumin"])
    await chat.close()


async def test_in_doubt_the_same_room_is_asked_for_again(database: Database, jobs: Sequence[Job]) -> None:
    """As after a process that died between WeCom's answer and our note of it."""
    app = AppGroups(answers=[Outcome(Verdict.UNKNOWN), Outcome(Verdict.RETRY)])
    chat = await Chat.open(database, jobs=jobs, sources=Sources(rooms=app))
    await chat.play(f"""{APPROVED}
    ⏰ 2026-11-22 10:00
    ⏰ 2026-11-22 10:01
    ⏰ 2026-11-22 10:02
    机器人→周敏> RQ-20261122-001 项目C工作群已经由应用建好…
    ⏰ 2026-11-22 10:03
    机器人→项目C工作群> …
    """)
    assert (app.calls, len(app.rooms)) == (3, 1)
    await chat.close()


async def test_refused_by_wecom_then_by_hand(database: Database, jobs: Sequence[Job]) -> None:
    app = AppGroups(answers=[Outcome(Verdict.REFUSED, errcode=86001)])
    chat = await Chat.open(database, jobs=jobs, sources=Sources(rooms=app))
    await chat.play(BY_HAND)
    await chat.close()


async def test_by_hand_the_first_to_answer_counts(chat: Chat) -> None:
    await chat.play(f"""{BY_HAND}
    李娜> 按 [完成]
    机器人→周敏> RQ-20261122-001 李娜 已经建好项目C工作群。请把我拉进群，再在群里 @我 发 /登记群。
    机器人> [卡片] 请建群：项目C工作群 已记下：已办好，已告诉 周敏。
    周敏> 按 [做不到]
    机器人> [卡片] 请建群：项目C工作群 李娜 已经回复过：已办好。
    """)
    group = await chat.core.records.groups.named("项目C工作群")
    assert group
    assert (group.state, group.app_chat, group.owner) == (GroupState.IN_USE, None, "lina")


async def test_by_hand_it_may_be_impossible(chat: Chat) -> None:
    await chat.play(f"""{BY_HAND}
    李娜> 按 [做不到]
    机器人→周敏> RQ-20261122-001 李娜 说现在建不了项目C工作群。请问明原因，再发 /建群 申请一次。
    机器人> [卡片] 请建群：项目C工作群 已记下：没办成，已告诉 周敏。
    """)


async def test_nobody_answers_in_time(chat: Chat) -> None:
    reminded = "RQ-20261122-001 请建群：项目C工作群：到时间还没有回音。请按之前那张卡片上的按钮。"
    await chat.play(f"""{BY_HAND}
    ⏰ 2026-11-23 18:00
    机器人→李娜> {reminded}
    机器人→周敏> {reminded}
    ⏰ 2026-11-26 12:00
    李娜> 按 [完成]
    机器人→周敏> RQ-20261122-001 李娜 已经建好项目C工作群。请把我拉进群，再在群里 @我 发 /登记群。
    机器人> [卡片] 请建群：项目C工作群 已记下：已办好，已告诉 周敏。
    """)


async def test_a_marketing_group_is_filed(chat: Chat) -> None:
    marketing = "建群：项目C营销微信平台（项目营销微信平台）"
    filed = "备案：项目C营销微信平台（项目营销微信平台），冯销 申请，RQ-20261122-001 已批准。"
    await chat.play(f"""
    冯销> /建群 营销平台 项目C
    机器人→孙丽> …
    机器人> …
    孙丽> 按 [同意]
    机器人→李娜> {filed}
    机器人→周敏> {filed}
    机器人→冯销> RQ-20261122-001 {marketing}：已同意（孙丽，10:00）。接下来建群，结果马上告诉你。
    机器人> [卡片] 冯销 申请{marketing} 已同意（孙丽，10:00）。
    """)


async def test_a_rejected_one_is_not_made(database: Database, jobs: Sequence[Job]) -> None:
    app = AppGroups()
    chat = await Chat.open(database, jobs=jobs, sources=Sources(rooms=app))
    await chat.play(f"""{OPENED}
    赵国强> /驳回 RQ-20261122-001 先立项
    机器人→周敏> …
    机器人> …
    ⏰ 2026-11-22 12:00
    """)
    assert not app.calls
    await chat.close()


async def test_one_group_that_wecom_does_not_answer_for_holds_up_no_other(database: Database) -> None:
    app = AppGroups(answers=[Outcome(Verdict.RETRY)])
    store = Records()
    for number in (1, 2):
        chat, owner, other = ChatId(f"qw{number}"), UserId("zhoumin"), UserId("lisi")
        group = Group(GroupId(f"g{number}"), f"群{number}", owner=owner, app_chat=chat, state=GroupState.TO_MAKE)
        group = replace(group, members=frozenset({owner, other}))
        await store.groups.add(group, cause="RQ-1", by=BY)
        await store.errands.add(Errand(group.id, Deed.MAKE, "RQ-1", owner), by=BY)
    first, second = await store.errands.open_ones()
    assert await ask_wecom(Sources(rooms=app), store) == Tried({second.number: True})
    assert await ask_wecom(Sources(rooms=app), store) == Tried({first.number: True, second.number: True})


async def test_what_is_written_down_at_once_has_a_limit(database: Database) -> None:
    store = Records()
    for number in range(MOST_AT_ONCE + 1):
        await store.groups.add(Group(GroupId(f"g{number}"), f"群{number}"), cause="x", by=BY)
        await store.errands.add(Errand(GroupId(f"g{number}"), Deed.RENAME, "RQ-1", UserId("a"), wish="新"), by=BY)
    tried = await ask_wecom(Sources(), store)
    assert (len(tried.done), tried.more) == (MOST_AT_ONCE, True)


async def test_who_looks_after_it_no_more_says_nothing_of_what_was_done(chat: Chat) -> None:
    """Who follows him is asked at once; a press of his old card doesn't make anybody a member."""
    card = "[卡片] 请把 李四 拉进项目B工作群 RQ-20261122-001；明天 18:00 前 [完成] [做不到]"
    await chat.play(f"""
    李四> /入群 项目B工作群
    机器人→郭涛> …
    机器人> …
    郭涛> 按 [同意]
    机器人→李四> …
    机器人> …
    ⏰ 2026-11-22 10:01
    机器人→郭涛> {card}
    机器人→李四> …
    李娜> /任命群管 项目B工作群 换成 @王强
    机器人→王强> {card}
    机器人→王强> 你现在是项目B工作群的群管理员，由集团行政人事部 李娜 任命。…
    机器人→郭涛> …
    机器人→项目B工作群> …
    机器人> …
    郭涛> 按 [完成]
    机器人> [卡片] 请把 李四 拉进项目B工作群 这件事现在由 王强 来办，没有改动。
    王强> 按 [完成]
    机器人→李四> RQ-20261122-001 你已进项目B工作群，由 王强 办的。…
    机器人> [卡片] 请把 李四 拉进项目B工作群 已记下：已办好，已告诉 李四。…
    """)
