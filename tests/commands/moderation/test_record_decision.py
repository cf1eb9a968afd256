"""Only human resources write down what was decided elsewhere, and whom it is about reads it."""

import pytest

from bot.explaining import Utterance, explain
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE


async def test_a_reprimand_is_kept_with_its_words(chat: Chat) -> None:
    await chat.play("""
    李娜> /处分登记 @张三 记过 多次刷广告
    机器人→张三> 人力资源登记了对你的纪律处分，编号 YJ-20261122-001。原因：记过 多次刷广告。…
    机器人> 已登记 YJ-20261122-001 张三 纪律处分；李娜 11月22日(周日)登记。已私聊告诉本人。
    """)


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("李娜", "/处分登记 @张三 停职 11月23日到11月27日 工资照发 等调查结果", ""),
        ("李娜", "/停职 @张三 11月23日到11月27日 停发工资 等调查结果", ""),
        ("李娜", "/纪律处分 @张三 通报两次仍刷屏", ""),
        ("李娜", "/处分登记 @张三 停职 11月23日到11月27日 等调查结果", "E_MISSING_ARG"),
        ("李娜", "/处分登记 @张三 停职 工资照发 等调查结果", "E_MISSING_ARG"),
        ("李娜", "/处分登记 @张三 等调查结果", "E_MISSING_ARG"),
        ("李娜", "/处分登记 纪律处分 等调查结果", "E_MISSING_ARG"),
        ("李娜", "/处分登记 @李娜 纪律处分 迟到", "E_SELF_TARGET"),
        ("林宓", "/处分登记 @张三 纪律处分 迟到", "E_NO_PERMISSION"),
        ("王强", "/停职 @张三 明天 工资照发 打架", "E_NO_PERMISSION"),
        ("李娜", "/处分登记 YJ-20261122-001 已谈话", ""),
    ],
)
def test_what_is_needed(who: str, line: str, expected: str) -> None:
    said = explain(Utterance(line, sender=who), FILE, BOOK)
    assert (said["command"], said.get("error", "")) == ("处分登记", expected)


def test_how_days_and_pay_are_read() -> None:
    line = "/停职 @张三 11月23日到11月27日 停发工资 等调查结果"
    args = explain(Utterance(line, sender="李娜"), FILE, BOOK)["args"]
    assert args == {
        "about": "停职",
        "start": "2026-11-23",
        "end": "2026-11-27",
        "pay": "停发工资",
        "target": "张三",
        "reason": "等调查结果",
    }
