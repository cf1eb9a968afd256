"""What a reader says to a notice is a task until somebody has answered it."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.notice_plan import post_what_is_due
from scheduler.reply_clock import reply_clock
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due, reply_clock)


POSTED = """
        郑群> /公告 项目A工作群 明天9:30 请把上周的周报交给我
        机器人> [卡片] GG-20261122-001 已排好 …
        ⏰ 2026-11-23 09:30
        机器人→项目A工作群> 请把上周的周报交给我…"""


async def test_from_the_words_to_the_answer(chat: Chat) -> None:
    await chat.play(f"""{POSTED}
        张三> /回复公告 GG-20261122-001 我上周请假，要补吗
        机器人→郑群> [卡片] HF-20261123-001 对 GG-20261122-001「请把上周的周报交给我」的回复 张三：我上周请假，要补吗
        11月25日(周三) 17:30 前答复。 [答复] [不用答复]
        机器人> 已转给 郑群（HF-20261123-001），11月25日(周三) 17:30 前答复你。
        郑群> /公告待办
        机器人> 待答复 1 条：
        · HF-20261123-001 对 GG-20261122-001「请把上周的周报交给我」的回复，张三：我上周请假，要补吗…
        郑群> 按 [答复]
        机器人> [卡片] HF-20261123-001 对 GG-20261122-001「请把上周的周报交给我」的回复 我上周请假，要补吗
        直接回我怎么答复，我转给他；不答了回「算了」。
        郑群> 不用补
        机器人→张三> 你说的「我上周请假，要补吗」，郑群答复：
        不用补
        （HF-20261123-001）
        机器人> 已答复 张三（HF-20261123-001）。
        郑群> /答复 HF-20261123-001 还是补吧
        机器人> HF-20261123-001 已答复，不用再办。
        ⏰ 2026-11-30 10:00
    """)


async def test_who_does_not_answer_is_reminded_and_those_above_hear_of_it(chat: Chat) -> None:
    await chat.play(f"""{POSTED}
        张三> /回复公告 GG-20261122-001 要补吗
        机器人→郑群> [卡片] HF-20261123-001 …
        机器人> 已转给 郑群（HF-20261123-001），…
        ⏰ 2026-11-25 09:30
        机器人→郑群> [卡片] HF-20261123-001 对 GG-20261122-001「请把上周的周报交给我」的回复 今天要答复。张三：要补吗…
        ⏰ 2026-11-25 17:30
        机器人→郑群> [卡片] HF-20261123-001 对 GG-20261122-001「请把上周的周报交给我」的回复 已经过了答复的期限。…
        ⏰ 2026-11-26 09:30
        机器人→郑群> [卡片] HF-20261123-001 …
        机器人→小运营> HF-20261123-001 对 GG-20261122-001「请把上周的周报交给我」的回复过了期限还没有答复，归 郑群。…
        机器人→林宓> …
        机器人→吴管> …
        郑群> 按 [不用答复]
        机器人> [卡片] HF-20261123-001 对 …
        ⏰ 2026-11-30 10:00
    """)


async def test_only_readers_say_something_to_it(chat: Chat) -> None:
    await chat.play(f"""{POSTED}
        林宓> /回复公告 GG-20261122-001 什么事
        机器人> 没有发给你的公告 GG-20261122-001。核对编号，编号在公告的最后一行。
        林宓> /回复公告 GG-20261122-009 什么事
        机器人> 没有发给你的公告 GG-20261122-009。核对编号，编号在公告的最后一行。
        郑群> /回复公告 GG-20261122-001 什么事
        机器人> GG-20261122-001 是你自己发的。要改发 /更正 GG-20261122-001 新内容。
    """)
