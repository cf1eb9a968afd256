"""Nobody is fined: where fines are off the matter alone is handed over, where they are on an amount goes along."""

import pytest

from bot.explaining import Utterance, explain
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import APPEALED, WARNED, A


async def test_who_decides_sees_why_and_writes_down_what_came_of_it(chat: Chat) -> None:
    await chat.play(f"""{WARNED}
    王强> /罚款 @张三 200元 刷广告
    机器人→李娜> [卡片] 王强 申请移交人力资源：张三，违规处理 YJ-20261122-001 …
    机器人→周敏> [卡片] 王强 申请移交人力资源：张三，违规处理 YJ-20261122-001 …
    机器人> 机器人不罚款，也不改工资。公司没有开启罚款建议，金额没有记；事情已转人力资源，…
    李娜> 按 [看材料]
    机器人> [卡片] 王强 申请移交人力资源：张三，违规处理 YJ-20261122-001 张三 违规处理；王强 11月22日(周日)提出，等确认
    原因：刷广告。
    · WG-20261122-001 …
    李娜> 按 [同意]
    机器人→周敏> YJ-20261122-001 李娜同意了。
    机器人→王强> YJ-20261122-001 移交人力资源：张三，违规处理：已同意（李娜，10:00）。…
    机器人> …
    李娜> /处分登记 YJ-20261122-001 已谈话，不罚款
    机器人→王强> YJ-20261122-001 已办结。结果由人力资源掌握。
    机器人> 已登记 YJ-20261122-001 张三 违规处理；王强 11月22日(周日)提出，已办结。
    李娜> /处分登记 YJ-20261122-001 又谈话
    机器人> YJ-20261122-001 已办结，不用再登记。发 /移交单 YJ-20261122-001 看经过。
    """)


async def test_while_somebody_appeals_nothing_that_pays_is_agreed_to(chat: Chat) -> None:
    await chat.play(f"""{WARNED}{APPEALED}
    王强> /罚款 @张三 200元 刷广告
    机器人→李娜> …
    机器人→周敏> …
    机器人> …
    李娜> 按 [同意]
    机器人> [卡片] 王强 申请移交人力资源：张三，违规处理 WG-20261122-001 还在申诉，有结果以前不办。…
    周敏> /裁定 WG-20261122-001 撤销 认错人
    机器人→张三> …
    机器人→郑群> …
    机器人→项目A工作群> …
    机器人> …
    李娜> 按 [同意]
    机器人→周敏> …
    机器人→王强> …
    机器人> [卡片] 王强 申请移交人力资源：张三，违规处理 已同意（李娜，10:00）。注意：WG-20261122-001 已推翻，不再算数。
    """)


async def test_said_in_a_group_nothing_is_answered_there(chat: Chat) -> None:
    await chat.play(f"""
    郑群@{A}> /罚款 @张三 100元 刷屏
    机器人→李娜> [卡片] …
    机器人→周敏> [卡片] …
    机器人@{A}> 已私聊你。
    机器人→郑群> 机器人不罚款，也不改工资。…
    """)


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("王强", "/罚款 @张三 200元 刷广告", "E_UNSUPPORTED"),
        ("王强", "/罚款 张三", "E_UNSUPPORTED"),
        ("郑群", "/罚款 @张三 100元 刷屏", "E_UNSUPPORTED"),
        ("周敏", "扣工资 李四 50块", "E_UNSUPPORTED"),
        ("王强", "罚张三200元，他刷广告", "E_UNSUPPORTED"),
        ("王强", "给李四罚款100元", "E_UNSUPPORTED"),
        ("王强", "/罚款", "E_MISSING_ARG"),
        ("王强", "/罚款 刘洋 200元", "E_AMBIGUOUS_PERSON"),
        ("王强", "/罚款 赵国强 200元", "E_HIGHER_ROLE"),
        ("王强", "/罚款 王强 200元", "E_SELF_TARGET"),
        ("郭涛", "/罚款 张三 200元", "E_NO_PERMISSION"),
        ("张三", "/罚款 李四 200元", "E_NO_PERMISSION"),
        ("郑群", "/罚款 @张三 骚扰女同事", "E_NO_PERMISSION"),
    ],
)
def test_it_is_understood_and_never_done(who: str, line: str, expected: str) -> None:
    said = explain(Utterance(line, sender=who), FILE, BOOK)
    assert (said["command"], said["error"]) == ("罚款", expected)
