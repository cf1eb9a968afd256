from datetime import datetime

import pytest

from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN, REPORTED
from tests.services.leave.pages import PHOTO, send


@pytest.fixture
async def fixed(chat: Chat) -> Chat:
    """Put right by 王强, to be looked at."""
    await chat.play(GIVEN)
    await send(chat, "王强", PHOTO)
    await chat.say("王强", "/申请验收 YH-20261122-001")
    chat.said()
    return chat


async def test_who_fixed_it_does_not_verify_it(fixed: Chat) -> None:
    await fixed.play("""
        王强> /验收 YH-20261122-001 通过
        机器人> 整改责任人不能验收自己的整改，请安全管理员或区域负责人来验收。
        李四> /验收 YH-20261122-001 通过
        机器人> YH-20261122-001 由安全管理员或区域负责人验收。
    """)


async def test_what_is_right_is_closed_and_everybody_hears_of_it_in_the_morning(fixed: Chat) -> None:
    await fixed.play("""
        陈安> 按 [通过]
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已验收销号。谢谢你报告。
        机器人→王强> YH-20261122-001（3号车间：配电箱门坏了）验收通过，已销号。
        机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 验收通过，已销号。一个月后我会提醒回头看。
        陈安> /验收 YH-20261122-001 通过
        机器人> YH-20261122-001 现在是已销号，办不了这一步。又出现了就重新报一次。
    """)
    await fixed.advance(datetime.fromisoformat("2026-11-23T08:00:00+08:00"))
    news = [each for each in fixed.said() if "已销号" in each.words or "销号" in each.words]
    assert {each.to for each in news} >= {"集团工作群"}
    assert not any("张三" in each.words or "王强" in each.words for each in news)


async def test_what_is_not_right_goes_back_with_the_reason(fixed: Chat) -> None:
    await fixed.play("""
        陈安> 按 [不通过]
        机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 不通过的理由是什么？直接回复就行…
        陈安> 门还关不严
        机器人→王强> YH-20261122-001（3号车间：配电箱门坏了）验收没有通过：门还关不严。请继续整改…
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：验收没有通过，继续整改。
        机器人→王强> [卡片] 隐患请你整改 YH-20261122-001…
        机器人> YH-20261122-001 记为不通过，已退回整改。
    """)


async def test_in_words_the_reason_is_asked_for(fixed: Chat) -> None:
    await fixed.play("""
        陈安> /验收 YH-20261122-001 不通过
        机器人> 不通过的理由是什么？直接回复就行，10:10 前有效；不办了就回「算了」。
        陈安> 门还关不严
        机器人→王强> YH-20261122-001…
        机器人→张三> 你报的…
        机器人→王强> [卡片] 隐患请你整改 YH-20261122-001…
        机器人> YH-20261122-001 记为不通过，已退回整改。
    """)


async def test_a_major_one_takes_an_officer_and_the_head_of_the_unit(chat: Chat) -> None:
    await chat.play(REPORTED)
    for who, words in (
        ("陈安", "/核实 YH-20261122-001 重大 要停产才能换"),
        ("陈安", "/整改 YH-20261122-001 王强 11月27日 换箱"),
        ("王强", "/接单 YH-20261122-001"),
    ):
        await chat.say(who, words)
    chat.said()
    await send(chat, "王强", PHOTO)
    await chat.say("王强", "/申请验收 YH-20261122-001")
    chat.said()
    await chat.play("""
        陈安> /验收 YH-20261122-001 通过
        机器人> YH-20261122-001 你已通过。重大隐患还要等赵国强通过。
        陈安> /验收 YH-20261122-001 通过
        机器人> YH-20261122-001 你已经验收过了，还在等另一位。
        赵国强> /验收 YH-20261122-001 通过
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已验收销号。谢谢你报告。
        机器人→王强> YH-20261122-001（3号车间：配电箱门坏了）验收通过，已销号。
        机器人> YH-20261122-001 验收通过，已销号。一个月后我会提醒回头看。
    """)
