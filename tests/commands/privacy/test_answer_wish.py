"""An answer is a yes, or a reason."""

import pytest

from tests.chat import Chat


@pytest.mark.parametrize("said", ["", "可能吧"])
async def test_neither_yes_nor_reason_is_asked_for(chat: Chat, said: str) -> None:
    await chat.play(f"""
        李娜> /资料答复 SJ-20261122-001 {said}
        机器人> 已办，还是不办？…
        李娜> 算了
        机器人> …
        李娜> /资料答复 QJ-20261122-001 已办
        机器人> QJ-20261122-001 不是资料申请的编号，资料申请的编号以 SJ 开头。请核对编号。
    """)
