"""Entering who is on duty: for his own post, or by an office; and what that changes for accidents."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.duty_reminders import duty_reminders
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (duty_reminders,)


async def test_whose_post_it_is_not(chat: Chat) -> None:
    await chat.play("""
        陈安> /排值班 总值班 明天 我
        机器人> 总值班由这个岗位的人、企业微信管理员或人力资源来排。
        李娜> /排值班 安全 明天 @张三
        机器人> 张三 不能排安全值班，要先有安全管理员的权限。换一位同事。
        李娜> /排值班 总值班 11月21日 @张三
        机器人> 过去的日子不用排了，请从今天起写。
        李娜> /排值班 总值班 明天到2027年12月1日 @张三
        机器人> 太长了：一次最多 92 天，最远到一年以后。
    """)


async def test_days_off_that_nobody_has_are_told_three_days_ahead(chat: Chat) -> None:
    await chat.play("""
        陈安> /排值班 安全 11月23日 我
        机器人> 已排好：11月23日(周一)安全值班 陈安。
        ⏰ 2026-11-22 17:30
        机器人→陈安> 明天 11月23日(周一)你值班：安全。
        ⏰ 2026-11-25 17:30
        机器人→陈安> 11月28日(周六)至11月29日(周日)休息，安全值班有 2 天没有人。排班请发 /排值班 安全 日期 @同事。
        陈安> /排值班 安全 11月28日-11月29日 我
        机器人> 已排好：11月28日(周六)至11月29日(周日)安全值班 陈安。
        ⏰ 2026-11-27 17:30
        机器人→陈安> 明天 11月28日(周六)你值班：安全。
    """)
