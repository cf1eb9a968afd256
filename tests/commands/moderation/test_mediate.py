"""Two are helped to settle it, if both want that; nobody else hears of it."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from bot.explaining import Utterance, explain
from bot.shapes.job import Job
from bot.storage.models.operating import Trail
from commands.moderation.mediate import ONLY_OWN
from scheduler.mediation_clock import mediation_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import A

ASKED = f"""
    郑群@{A}> /调解 @张三 @李四 为排班的事吵起来了
    机器人→张三> [卡片] 想请你和李四谈一谈 …
    机器人→李四> [卡片] 想请你和张三谈一谈 …
    机器人@{A}> 已私聊你。
    机器人→郑群> TJ-20261122-001 已私聊邀请 张三、李四，调解员是你。愿意谈再约，有结果告诉你；群里什么都不说。"""
BOTH = """
    张三> 按 [愿意谈]
    机器人> …
    李四> 按 [愿意谈]
    机器人→郑群> [卡片] 调解 TJ-20261122-001：张三、李四 …
    机器人→张三> 调解 TJ-20261122-001：双方都愿意谈，郑群会约你们。
    机器人> …"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (mediation_clock,)


async def test_they_talk_and_the_result_is_kept(chat: Chat) -> None:
    await chat.play(f"""{ASKED}{BOTH}
    郑群@{A}> /调解 @李四 @张三 又吵
    机器人@{A}> 已私聊你。
    机器人→郑群> 这两位的调解已经在办（TJ-20261122-001，调解中），没有再发。
    郑群> 按 [达成一致]
    机器人> [卡片] 调解 TJ-20261122-001 谈的结果是什么？双方都会看到。直接回复就行；现在还没有记结果。
    郑群> 排班隔周轮换
    机器人→张三> 调解 TJ-20261122-001：已达成一致。排班隔周轮换。
    机器人→李四> 调解 TJ-20261122-001：已达成一致。排班隔周轮换。
    机器人> TJ-20261122-001 已达成一致，已私聊告诉双方，群里什么都不说。
    郑群> /调解结果 TJ-20261122-001 没有达成一致 又变卦
    机器人> TJ-20261122-001 已达成一致，没有记结果。
    ⏰ 2026-12-10 09:00
    """)
    rows = await Trail.filter(subject="dispute:TJ-20261122-001").values("action", "details")
    assert not any(word in str(rows) for word in ("排班", "轮换"))


async def test_who_does_not_want_to_needs_no_reason(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    张三> 按 [愿意谈]
    机器人> …
    李四> 按 [不参加]
    机器人→张三> 调解 TJ-20261122-001：有一方不参加。这次不谈了，没有别的影响。
    机器人→郑群> 调解 TJ-20261122-001：有一方不参加。这次不谈了，没有别的影响。
    机器人> [卡片] 调解 TJ-20261122-001 已记下，这次不谈，没有别的影响。
    ⏰ 2026-12-10 09:00
    """)


async def test_who_asks_for_himself_has_said_yes_and_doesnt_mediate(chat: Chat) -> None:
    await chat.play("""
    张三> /调解 @李四 他总抢我的料车
    机器人→李四> [卡片] 想请你和张三谈一谈 TJ-20261122-001，张三发起：他总抢我的料车。调解员是王强。…
    机器人> TJ-20261122-001 已私聊邀请 李四，调解员是王强。…
    ⏰ 2026-11-25 09:00
    机器人→李四> [卡片] 想请你和张三谈一谈 …
    ⏰ 2026-11-26 00:00
    机器人→张三> 调解 TJ-20261122-001：没有等到答复。这次不谈了，没有别的影响。
    机器人→王强> 调解 TJ-20261122-001：没有等到答复。…
    """)


async def test_the_mediator_is_asked_for_the_result(chat: Chat) -> None:
    await chat.play(f"""{ASKED}{BOTH}
    ⏰ 2026-11-27 09:00
    机器人→郑群> [卡片] 调解 TJ-20261122-001：张三、李四 …
    """)


async def test_a_dispute_with_who_looks_after_the_group_goes_past_him(chat: Chat) -> None:
    await chat.play(f"""
    张三@{A}> /调解 @郑群 总针对我
    机器人→郑群> [卡片] 想请你和张三谈一谈 TJ-20261122-001，张三发起：总针对我。调解员是王强。…
    机器人@{A}> 已私聊你。
    机器人→张三> TJ-20261122-001 已私聊邀请 郑群，调解员是王强。…
    """)


@pytest.mark.parametrize(
    ("who", "line", "args"),
    [
        ("郑群", "/调解 张三和李四 一直抬杠", {"parties": ["张三", "李四"], "reason": "一直抬杠"}),
        ("张三", "/调解 @李四 他总抢王五的料车", {"parties": ["李四"], "reason": "他总抢王五的料车"}),
        ("张三", "我跟李四有点矛盾，能不能找人调解一下", {"parties": ["李四"], "reason": "有点矛盾"}),
        ("郑群", "张三跟李四在群里吵架了，麻烦调解一下", {"parties": ["张三", "李四"], "reason": "在群里吵架了"}),
    ],
)
def test_how_people_say_it(who: str, line: str, args: Mapping[str, Any]) -> None:
    said = explain(Utterance(line, sender=who), FILE, BOOK)
    assert (said["command"], said.get("args")) == ("调解", args)


@pytest.mark.parametrize(
    ("who", "line", "error"),
    [
        ("张三", "/调解 @张三 和自己", "E_SELF_TARGET"),
        ("李四", "/调解 @张三 @何苗 他们吵", "E_NO_PERMISSION"),
        ("何苗", "/调解 @张三 性骚扰我", "E_NO_PERMISSION"),
        ("张三", "/调解 @李四", "E_MISSING_ARG"),
        ("张三", "/调解", "E_MISSING_ARG"),
    ],
)
def test_what_is_refused(who: str, line: str, error: str) -> None:
    said = explain(Utterance(line, sender=who), FILE, BOOK)
    assert (said["command"], said["error"]) == ("调解", error)
    assert ONLY_OWN.endswith("。")
