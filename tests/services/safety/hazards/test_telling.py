"""Whose name stands in a hazard's log, where he wanted not to be named as its reporter."""

from tests.chat import Chat

NUMBER = "YH-20261122-001"


async def test_what_a_hidden_reporter_does_as_its_owner_stands_with_his_name(chat: Chat) -> None:
    """A gap beside 责任人 would say that he told of it."""
    await chat.say("王强", "/隐患 3号车间 配电箱门坏了 匿名")
    await chat.say("陈安", f"/整改 {NUMBER} 王强 换新门")
    await chat.say("王强", f"/接单 {NUMBER}")
    await chat.say("王强", f"/补充隐患 {NUMBER} 里面还有水")
    chat.said()
    await chat.play(f"""
        陈安> /隐患进度 {NUMBER}
        机器人> {NUMBER} 3号车间：配电箱门坏了
        整改中，一般隐患，期限11月29日(周日)。责任人 王强。五落实还缺资金、预案。
        11-22 10:00 登记（已隐去）
        11-22 10:00 派单：派给王强，11月29日(周日)前。五落实还缺：资金、预案。（陈安）
        11-22 10:00 接单（王强）
        11-22 10:00 补充：里面还有水（已隐去）
    """)


async def test_an_officer_answers_for_what_he_decides_about_his_own_report(chat: Chat) -> None:
    await chat.say("陈安", "/隐患 3号车间 配电箱门坏了 匿名")
    await chat.say("陈安", f"/不属实 {NUMBER} 看过了，没坏")
    chat.said()
    await chat.play(f"""
        陈安> /隐患进度 {NUMBER}
        机器人> {NUMBER} 3号车间：配电箱门坏了
        不属实。
        11-22 10:00 登记（已隐去）
        11-22 10:00 核实不属实：看过了，没坏（陈安）
    """)
