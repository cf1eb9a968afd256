"""Posts and days in what people type."""

import pytest

from tests.chat import Chat


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/值班 网络安全 明天", "11月23日(周一)没有排信息安全值班。"),
        ("/值班 带班领导", "11月22日(周日)没有排总值班。"),
        ("值班表", "11月22日(周日)没有排值班。"),
        ("明天谁在值班", "11月23日(周一)没有排值班。"),
        ("/值班 11.23-11.29", "11月23日(周一)至11月29日(周日)没有排值班。"),
    ],
)
async def test_read(chat: Chat, text: str, said: str) -> None:
    await chat.play(f"""
        张三> {text}
        机器人> {said}急事照常叫得到人：出事就发「出事了」。
    """)
