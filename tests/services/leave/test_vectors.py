"""The law's arithmetic from HR's word to the balance: 职工带薪年休假条例 art. 2 to 4, 实施办法 art. 3 to 5 and 12."""

import re

import pytest

from tests.chat import Chat


async def registered(chat: Chat, *facts: str) -> str:
    """What HR reads behind the last of these facts of 张三."""
    for fact in facts:
        await chat.say("李娜", f"/假期资料 张三 {fact}")
    return [line.words for line in chat.said() if line.to is None][-1]


async def balance(chat: Chat) -> str:
    await chat.say("张三", "/假期余额 年假")
    found = re.search(r"还能用 ([\d.]+) 天", chat.said()[-1].words)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("began", "joined", "days"),
    [
        ("2015-01-01", "2026-11-22", "1"),  # 40 of 365 days, 10 a year: 1.09
        ("2020-01-01", "2026-07-01", "2"),  # 184 of 365 days, 5 a year: 2.52
        ("2001-01-01", "2026-09-01", "5"),  # 122 of 365 days, 15 a year: 5.01
        ("2026-01-02", "2026-01-02", "0"),  # a year is full on the second day of the next
        ("2025-11-22", "2025-11-22", "0.5"),  # a year today: 40 of 365 days, 5 a year, floored to half days
        ("2016-11-22", "2020-01-01", "5.5"),  # ten years today: 325 days at 5 and 40 at 10
        ("2017-01-02", "2020-01-01", "5"),  # ten years in the next
        ("2006-07-01", "2020-01-01", "12.5"),  # twenty years in July: 181 days at 10 and 184 at 15
        ("2006-01-01", "2020-01-01", "15"),
    ],
)
async def test_a_year_s_days(chat: Chat, began: str, joined: str, days: str) -> None:
    await registered(chat, f"参加工作 {began}", f"入职 {joined}")
    assert await balance(chat) == days


@pytest.mark.parametrize(
    ("began", "used", "last", "said"),
    [
        ("2020-01-01", "1", "2026-06-30", "还有 1 天要付"),  # 181 of 365 days, 5 a year, less one: 1.48
        ("2015-01-01", "8", "2026-08-31", "折算后没有要补的，多休的不追回"),  # less than nothing is nothing
        ("2015-01-01", "0", "2026-12-31", "还有 10 天要付"),
    ],
)
async def test_who_leaves(chat: Chat, began: str, used: str, last: str, said: str) -> None:
    words = await registered(chat, f"参加工作 {began}", f"年假已休 {used}天", f"离职 {last}")
    assert said in words


async def test_by_hr_s_word_a_share_of_that(chat: Chat) -> None:
    words = await registered(chat, "年假 12天", "离职 2026-06-30")  # 181 of 365 days, 12 a year: 5.95
    assert "还有 5 天要付" in words


async def test_who_has_not_worked_a_year_has_none_yet(chat: Chat) -> None:
    await registered(chat, "参加工作 2026-03-02", "入职 2026-03-02")
    await chat.play("""
        张三> /请假 年假 明天
        机器人> 连续工作未满12个月，还不能请年假（《职工带薪年休假条例》第三条），…
    """)


async def test_after_the_last_day_there_is_no_more(chat: Chat) -> None:
    await registered(chat, "离职 2026-12-31")
    await chat.play("""
        张三> /请假 年假 2027年1月4日到5日
        机器人> 年假不够：这次要 2 天，2027年这时能用的还有 0 天。…
    """)


async def test_days_taken_stay_taken(chat: Chat) -> None:
    """Art. 12: what turns out to be too much isn't clawed back."""
    await chat.play("""
        张三> /请假 年假 明天到周五
        机器人→王强> …
        机器人> 已提交 …
        李娜> /假期资料 张三 年假 3天
        机器人> 已登记张三的2026年年假额度：3 天。
    """)
    assert await balance(chat) == "0"
