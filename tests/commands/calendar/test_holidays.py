"""When there is work and when not, asked in plain words."""

from tests.chat import Chat


async def test_a_holiday_that_is_not_published_says_so_and_brings_its_month(chat: Chat) -> None:
    await chat.play("""
        张三> 国庆放几天
        机器人→张三> [图片] 2027年10月的月历。
        机器人> 国庆节：2027年10月1日(周五)至2027年10月3日(周日)是法定节假日，共 3 天，其中 2 天在周末…
    """)


async def test_a_group_is_answered_in_words(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> /放假 2026年10月
        机器人@项目A工作群> 2026年10月工作日 18 天。
        放假：10月1日(周四)至10月7日(周三)（国庆节）。
        调休上班：10月10日(周六)（国庆节调休）。
    """)


async def test_what_comes_next(chat: Chat) -> None:
    await chat.play("""
        张三> 什么时候放假
        机器人→张三> [图片] 2027年1月的月历。
        机器人> 元旦：2027年1月1日(周五)是法定节假日，共 1 天。
        2027年放假安排未公布，天数可能变。
        到2026年底没有调休上班日了。
        张三> 下次调休上班是哪天
        机器人> 到2026年底没有调休上班日了。
        张三> /放假 2026
        机器人→张三> [图片] 2026年放假安排的月历。
        机器人> 2026年工作日 248 天。…
    """)


async def test_who_works_by_a_roster_is_told_so(chat: Chat) -> None:
    await chat.play("""
        阿卜杜拉·买买提> /放假 11月28日
        机器人> 11月28日(周六)是周末，休息。
        你按排班上班，这一天排了你的班。
    """)
