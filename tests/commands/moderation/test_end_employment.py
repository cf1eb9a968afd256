"""Human resources, then the lawyers; whom it is about hears nothing of it from the bot."""

import pytest

from bot.explaining import Utterance, explain
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE

HANDED = """
    王强> /解除劳动合同 张三
    机器人→李娜> [卡片] 王强 申请移交人力资源：张三，解除劳动合同 YJ-20261122-001 …
    机器人→周敏> [卡片] 王强 申请移交人力资源：张三，解除劳动合同 YJ-20261122-001 …
    机器人> 机器人不处理解除；已转人力，编号 YJ-20261122-001，等 李娜 或 周敏 受理。…"""


async def test_two_offices_say_whether_they_take_it_up(chat: Chat) -> None:
    await chat.play(f"""{HANDED}
    王强> /解除劳动合同 张三
    机器人> 已提交 YJ-20261122-001，…
    周敏> 按 [同意]
    机器人→李娜> YJ-20261122-001 周敏同意了。
    机器人→林宓> [卡片] 王强 申请移交人力资源：张三，解除劳动合同 YJ-20261122-001 …
    机器人→王强> YJ-20261122-001 周敏同意了。现在等 林宓 审批。
    机器人> …
    周敏> /处分登记 YJ-20261122-001 已解除
    机器人> YJ-20261122-001 还在等确认，确认了才登记结果。…
    林宓> /移交单 YJ-20261122-001
    机器人> YJ-20261122-001 张三 解除劳动合同；王强 11月22日(周日)提出，等确认
    原因：没有写。
    10:00 移交：王强
    办之前核对：
    1. 属于劳动合同法第三十九条的哪一种；所依据的制度讨论过、公示过，本人签收过（第四条）。
    2. 不在第四十二条之内：医疗期、孕期产期哺乳期、工伤等。
    3. 先把理由书面通知工会，留下工会的意见和答复（第四十三条）。
    4. 听过本人说明，书面送达有回执。
    5. 本人近期反映过隐患或报告过事故的，不得因此处理（安全生产法第五十四条）。
    6. 违法解除要付两倍的经济补偿（第八十七条）。
    林宓> /驳回 YJ-20261122-001 不够严重
    机器人→王强> YJ-20261122-001 移交人力资源：张三，解除劳动合同：已驳回（林宓，10:00，理由：不够严重）。…
    机器人> …
    林宓> /移交单
    机器人> 没有等你们处理的移交。
    """)


async def test_who_told_of_a_danger_lately_is_decided_on_higher_up(chat: Chat) -> None:
    await chat.play(f"""
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] …
    机器人> …{HANDED}
    李娜> 按 [同意]
    机器人→周敏> YJ-20261122-001 李娜同意了。
    机器人→林宓> [卡片] …
    机器人→王强> …
    机器人> …
    林宓> 按 [同意]
    机器人→钱卫东> [卡片] …
    机器人→孙丽> [卡片] …
    机器人→赵国强> [卡片] …
    机器人→王强> …
    机器人> …
    """)


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("王强", "/解除劳动合同 张三", "E_UNSUPPORTED"),
        ("王强", "把张三开除了", "E_UNSUPPORTED"),
        ("周敏", "/开除 李四 连续旷工", "E_UNSUPPORTED"),
        ("王强", "/解除劳动合同", "E_MISSING_ARG"),
        ("郭涛", "/解除劳动合同 张三", "E_NO_PERMISSION"),
        ("郑群", "/解除劳动合同 张三", "E_NO_PERMISSION"),
        ("张三", "/解除劳动合同 李四", "E_NO_PERMISSION"),
        ("王强", "/解除劳动合同 赵国强", "E_HIGHER_ROLE"),
    ],
)
def test_it_is_understood_and_never_done(who: str, line: str, expected: str) -> None:
    said = explain(Utterance(line, sender=who), FILE, BOOK)
    assert (said["command"], said["error"]) == ("解除劳动合同", expected)
