"""Around a training: who is reminded when, what its leader sees, and what is said of absence."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.sign_in import remind
from tests.chat import Chat
from tests.services.safety.sign_in.playing import code, planned

WINDOW = "13:45 到 14:30 到现场按「签到」，再把签到码发给我。 [签到] [来不了]"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


async def test_from_the_day_before_to_the_list_of_who_was_missing(chat: Chat) -> None:
    await planned(chat)
    await chat.play(f"""
        李四> 按 [那天来不了]
        机器人→陈安> 李四 来不了培训「消防」（11月27日(周五) 14:00，食堂）。
        机器人> [卡片] 培训「消防」 已记下你来不了。又能来了，按「能来」。 [能来]
        ⏰ 2026-11-26 17:00
        机器人→张三> [卡片] 别忘了参加培训「消防」 明天 14:00，食堂。{WINDOW}
        ⏰ 2026-11-27 09:00
        机器人→张三> [卡片] 今天有培训「消防」 14:00，食堂。{WINDOW}
        ⏰ 2026-11-27 13:50
        机器人→陈安> [卡片] 培训「消防」开始签到 签到码 …
        ⏰ 2026-11-27 14:05
        机器人→张三> [卡片] 你还没签到培训「消防」 14:00，食堂。{WINDOW}
        陈安> 按 [点名]
        机器人→陈安> [卡片] 点名：培训「消防」 还有 2 人没签到。勾上你在现场看到的人。 (☐张三|☐李四) [登记到场]
        机器人> [卡片] 培训「消防」开始签到 点名的卡片已发你。 [现在的签到码] [点名] [谁没签到]
        陈安> 勾 [张三] 按 [登记到场]
        机器人> [卡片] 点名：培训「消防」 已登记 1 人到场：张三。还有人要登记，回上一张卡片再按「点名」。
        陈安> 按 [谁没签到]
        机器人> [卡片] 培训「消防」开始签到 还没签到：李四。 [现在的签到码] [点名] [谁没签到]
        ⏰ 2026-11-27 14:40
        机器人→陈安> 培训「消防」（PX-20261122-001）应到 2 人，到场 1 人，未到 1 人：李四（说过来不了）。…
    """)


async def test_who_is_on_leave_is_left_alone_and_only_said_to_be_away(chat: Chat) -> None:
    await planned(chat, "张三")
    await chat.play("""
        张三> /请假 病假 11.27 发烧
        机器人→王强> [卡片] …
        机器人> …
        王强> 按 [同意]
        机器人→张三> …
        机器人> …
        ⏰ 2026-11-27 13:46
        机器人→陈安> [卡片] 培训「消防」开始签到 …
        ⏰ 2026-11-27 14:40
        机器人→陈安> 培训「消防」（PX-20261122-001）应到 1 人，到场 0 人，未到 1 人：张三（请假或外出）。…
    """)


async def test_everybody_there(chat: Chat) -> None:
    await planned(chat, "张三")
    await chat.advance(chat.clock.time.replace(day=27, hour=13, minute=50))
    chat.said()
    await chat.say("张三", f"/签到 {await code(chat)}")
    chat.said()
    await chat.play("""
        陈安> 按 [谁没签到]
        机器人> [卡片] 培训「消防」开始签到 全部签到了。 [现在的签到码] [点名] [谁没签到]
        ⏰ 2026-11-27 14:40
        机器人→陈安> 培训「消防」（PX-20261122-001）应到 1 人，到场 1 人，全部到齐。…
    """)


async def test_after_a_long_stop_only_the_last_word_is_said(chat: Chat) -> None:
    await planned(chat, "张三")
    chat.clock.time = chat.clock.time.replace(day=27, hour=15, minute=0)
    await chat.core.settle()
    absent = "培训「消防」（PX-20261122-001）应到 1 人，到场 0 人，未到 1 人：张三（没有说明）。"
    (line,) = chat.said()
    assert line.words.startswith(absent)
