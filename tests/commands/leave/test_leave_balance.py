"""How much leave there is."""

from bot.domain.data_views import What
from bot.identifiers import UserId
from tests.chat import Chat


async def test_in_plain_words_and_of_one_kind(chat: Chat) -> None:
    await chat.play("""
        张三> 我还有几天年假呀
        机器人> 2026年的假期余额：
        年假：还能用 5 天，已休 0 天。
        为什么是这么多，发 /为什么 年假。
        李四> 年假余额
        机器人> 2026年的假期余额：
        年假：还能用 0 天，已休 0 天。
        为什么是这么多，发 /为什么 年假。
    """)


async def test_what_nobody_has_entered_is_no_nought(chat: Chat) -> None:
    await chat.play("""
        张三> /假期余额 调休
        机器人> 2026年的假期余额：
        调休：还没有；休息日加班批准后才有。
        张三> /假期余额 育儿假
        机器人> 2026年的假期余额：
        没有登记：育儿假。请人力资源补上资料。
    """)


async def test_a_kind_without_a_balance(chat: Chat) -> None:
    await chat.play("""
        张三> /假期余额 病假
        机器人> 病假不设余额，按每次的申请来定。发 /请假 病假 加上日期就可以请。
    """)


async def test_in_a_group_it_is_told_in_private(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> @小助手 /假期余额
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 2026年的假期余额：…
    """)


async def test_next_years(chat: Chat) -> None:
    await chat.play("""
        张三> /假期余额 明年 年假
        机器人> 2027年的假期余额：
        年假：还能用 5 天，已休 0 天。
        为什么是这么多，发 /为什么 年假。
    """)


async def test_hr_looks_at_anothers_and_that_is_recorded(chat: Chat) -> None:
    await chat.play("""
        李娜> /假期余额 张三
        机器人> 张三2026年的假期余额：
        年假：还能用 5 天，已休 0 天。
        调休：还没有；休息日加班批准后才有。
        没有登记：育儿假。请人力资源补上资料。
        王强> /假期余额 张三
        机器人> 别人的假期余额只有本人和人力资源能看。发 /假期余额 看你自己的。
    """)
    (seen,) = await chat.core.records.data_views.of(UserId("zhangsan"), chat.clock.now(), most=5)
    assert (seen.viewer, seen.what) == ("lina", What.BALANCE)
