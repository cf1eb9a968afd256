"""Asking who has not confirmed, as it is typed; who may see what: tests/services/notices/receipts/test_reporting.py."""

import pytest

from tests.chat import Chat


@pytest.mark.parametrize("words", ["还有谁没确认", "谁没看公告", "刚才那条公告谁还没确认", "哪些人没确认公告"])
async def test_in_other_words(chat: Chat, words: str) -> None:
    await chat.play(f"""
        郑群> {words}
        机器人> 你最近没有发过公告。别人发的请写上编号，例如 GG-20261122-001。
    """)


async def test_nobody_learns_by_it_what_a_draft_says(chat: Chat) -> None:
    await chat.play("""
        王强> /公告 全员 需确认 裁员方案明天公布
        机器人> [卡片] GG-20261122-001 送审之前看一看 裁员方案明天公布…
        张三> /谁没确认 GG-20261122-001
        机器人> 没有编号是 GG-20261122-001 的公告。发 /我的公告 看你发过的。
        冯销> /取消公告 GG-20261122-001
        机器人> 没有编号是 GG-20261122-001 的公告。发 /我的公告 看你发过的。
        王强> /谁没确认 GG-20261122-001
        机器人> GG-20261122-001 还没有发出去。发 /推送计划 看什么时候发。
    """)
