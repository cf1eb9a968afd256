from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.experiences import tell_experiences
from tests.chat import Chat
from tests.commands.safety.experiences import NUMBER, OUT

ROOMS = "集团工作群", "项目A工作群", "项目B工作群"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (tell_experiences,)


def told(first: str, useful: str = "") -> str:
    """To each room that wants to hear of safety."""
    words = f"""【{first} {NUMBER}】
        换灯管没断电，被提醒了一句。以后先拉闸。
        ——一位同事分享
        {useful}对你有用就发 /有用 {NUMBER}，更多发 /经验。"""
    return "\n".join(f"        机器人→{room}> {words}" for room in ROOMS)


async def test_what_is_let_out_on_a_day_of_rest_is_told_in_the_morning(chat: Chat) -> None:
    await chat.play(f"""{OUT}
        ⏰ 2026-11-23 08:01
{told("安全经验")}
        ⏰ 2026-11-24 09:30
    """)


async def test_on_the_first_working_day_what_most_found_useful(chat: Chat) -> None:
    await chat.play(f"""{OUT}
        ⏰ 2026-11-23 08:01
{told("安全经验")}
        李四> /有用 {NUMBER}
        机器人> 记下了，1 人觉得 {NUMBER} 有用。
        ⏰ 2026-12-01 08:59
        ⏰ 2026-12-01 09:01
{told("上月最有用的经验", "1 人觉得有用。")}
        机器人→张三> 你分享的 {NUMBER} 是上个月最多人觉得有用的一条，1 人。谢谢。
        ⏰ 2027-01-04 10:00
    """)


async def test_what_nobody_found_useful_is_not_told_again(chat: Chat) -> None:
    await chat.play(f"""{OUT}
        ⏰ 2026-11-23 08:01
{told("安全经验")}
        ⏰ 2026-12-01 10:00
    """)
