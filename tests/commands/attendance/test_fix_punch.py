"""Forgotten punches."""

from tests.chat import Chat


async def test_the_human_resources_enter_what_was_agreed_to(chat: Chat) -> None:
    await chat.play("""
        张三> 周五下班忘打卡了，走得急
        机器人> [卡片] 你是想「补卡 周五下班忘打卡了，走得急」吗？ 11月20日(周五)下班；…
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请补卡 11月20日(周五)下班 RQ-20261122-001 原因：走得急 [同意] [驳回]
        机器人> [卡片] 已确认：…
        王强> 按 [同意]
        机器人→李娜> 张三 补卡 11月20日(周五)下班（RQ-20261122-001）已同意，请在企业微信打卡后台更正。
        机器人→周敏> …
        机器人→张三> RQ-20261122-001 补卡 11月20日(周五)下班：已同意（王强，10:00）。考勤以企业微信打卡为准，…
        机器人> [卡片] …
        张三> /补卡 11.20 下班
        机器人> 11月20日(周五)下班的卡已经报过：RQ-20261122-001，现在是已批准，不用再发。
    """)


async def test_what_was_refused_may_be_asked_for_again(chat: Chat) -> None:
    await chat.play("""
        张三> /补卡 11.20 下班
        机器人→王强> …
        机器人> 已提交 RQ-20261122-001：…
        张三> /撤回
        机器人→王强> …
        机器人> …
        张三> /补卡 11.20 下班
        机器人→王强> …
        机器人> 已提交 RQ-20261122-002：…
    """)


async def test_which_of_the_two_is_asked(chat: Chat) -> None:
    await chat.play("""
        张三> /补卡 11.20
        机器人> 是上班还是下班没打卡？…
        张三> 下班
        机器人→王强> …
        机器人> 已提交 RQ-20261122-001：补卡 11月20日(周五)下班。等 王强 审批。
    """)


async def test_a_day_of_rest_is_asked_about(chat: Chat) -> None:
    await chat.play("""
        张三> /补卡 昨天 上班
        机器人> [卡片] 你是想「补卡 昨天 上班」吗？ 11月21日(周六)上班，这天休息；…
    """)


async def test_a_night_shift_that_ended_this_morning_is_yesterdays(chat: Chat) -> None:
    await chat.play("""
        阿卜杜拉·买买提> /补卡 今早下班
        机器人→王强> …
        机器人> 已提交 RQ-20261122-001：补卡 11月21日(周六)下班。等 王强 审批。
    """)
