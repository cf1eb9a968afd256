import pytest

from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN, REPORTED


async def test_all_five_may_be_said_at_once_in_any_order(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> /整改 YH-20261122-001 预案先断电挂牌，资金500元 王强 周五前完成 换新门
        机器人→王强> [卡片] 隐患请你整改 YH-20261122-001 配电箱门坏了…
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为一般隐患，派给王强整改…
        机器人> YH-20261122-001 已派给王强，11月27日(周五)前。五落实齐了。
    """)


async def test_a_general_one_has_a_week(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> /整改 YH-20261122-001 王强
        机器人→王强> [卡片] 隐患请你整改 YH-20261122-001…
        机器人→张三> 你报的 YH-20261122-001…
        机器人> YH-20261122-001 已派给王强，11月29日(周日)前。五落实还缺：措施、资金、预案。
    """)


async def test_the_owner_says_what_is_missing_but_no_other_day(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        王强> 按 [补五落实]
        机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 五落实还缺的怎么定？还缺：措施、资金、预案。…
        王强> 措施换新门，资金500元
        机器人> YH-20261122-001 已记下。还缺：预案。
        王强> /整改 YH-20261122-001 12月20日前
        机器人> 期限要改，请申请延期：/整改延期 YH-20261122-001 到哪天 原因 期间怎么保证安全。
    """)


async def test_somebody_else_may_have_it_instead(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        陈安> /整改 YH-20261122-001 李四
        机器人→李四> [卡片] 隐患请你整改 YH-20261122-001…
        机器人→王强> YH-20261122-001（3号车间：配电箱门坏了）改派给别人了，你不用再整改。
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已派给李四整改，11月29日(周日)前。
        机器人> YH-20261122-001 已派给李四，11月29日(周日)前。五落实还缺：措施、资金、预案。
    """)


async def test_only_officers_give_it_to_somebody(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        张三> /整改 YH-20261122-001 李四
        机器人> 核实和派单由安全管理员办。发「/隐患 地点 情况」你也可以随时报隐患。
    """)


async def test_a_day_that_is_past_is_none(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> /整改 YH-20261122-001 王强 2026年11月20日
        机器人> 整改期限 11月20日(周五) 已经过了，请写今天或以后的日期。
    """)


async def test_an_officer_who_has_it_moves_his_own_day_no_more_by_naming_himself(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> /整改 YH-20261122-001 陈安 11月24日 换新门
        机器人→陈安> [卡片] 隐患请你整改 YH-20261122-001…
        机器人→张三> 你报的 YH-20261122-001…
        机器人> YH-20261122-001 已派给陈安，11月24日(周二)前…
        陈安> /整改 YH-20261122-001 陈安 12月24日
        机器人> 期限要改，请申请延期：/整改延期 YH-20261122-001 到哪天 原因 期间怎么保证安全。
    """)


@pytest.mark.parametrize("again", ["12月30日", "王强 12月30日"])
async def test_a_major_one_is_put_off_by_nobody_alone(chat: Chat, again: str) -> None:
    await chat.play(REPORTED)
    for line in ("/核实 YH-20261122-001 重大 要停产才能整改", "/整改 YH-20261122-001 王强 11月24日 换新门"):
        await chat.say("陈安", line)
    chat.said()
    await chat.play(f"""
        陈安> /整改 YH-20261122-001 {again}
        机器人> YH-20261122-001 是重大隐患，延期要单位负责人也同意。请责任人发「/整改延期 YH-20261122-001」申请。
    """)


async def test_a_day_that_is_over_is_refused_before_anything_is_looked_up(chat: Chat) -> None:
    await chat.play("""
        陈安> /整改 YH-20261120-002 王强 11.10
        机器人> 整改期限 11月10日(周二) 已经过了，请写今天或以后的日期。
    """)
