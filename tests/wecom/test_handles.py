"""A handle survives being written down, whatever is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wecom.aibot.handles import Asked, CallbackHandle, Handle, callback_handle, handle


@given(st.sampled_from(Asked), st.text(), st.text(), st.text())
def test_there_and_back(asked: Asked, msg_id: str, task_id: str, url: str) -> None:
    msg_id, task_id = (text.encode("utf-8", "ignore").decode() for text in (msg_id, task_id))
    told = CallbackHandle(asked, msg_id, task_id, url)
    assert callback_handle(str(told)) == told


@pytest.mark.parametrize("text", [None, "", "msg||srv-1", "cb|msg", "cb|odd|a|b|c", "RC_abc"])
def test_another_channels_handle_is_none(text: str | None) -> None:
    assert callback_handle(text) is None


def test_the_long_connection_takes_none_of_these() -> None:
    assert handle(str(CallbackHandle(Asked.MESSAGE, "m-1"))) is None
    assert callback_handle(str(Handle(Asked.MESSAGE, "srv-1"))) is None
