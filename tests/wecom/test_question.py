"""A handle survives being written down, whatever is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wecom.aibot.frames import Asked, Handle, handle
from bot.wecom.aibot.question import Question, question


@given(st.sampled_from(Asked), st.text(), st.text(), st.text())
def test_there_and_back(asked: Asked, msg_id: str, task_id: str, url: str) -> None:
    msg_id, task_id = (text.encode("utf-8", "ignore").decode() for text in (msg_id, task_id))
    told = Question(asked, msg_id, task_id, url)
    assert question(str(told)) == told


@pytest.mark.parametrize("text", [None, "", "msg||srv-1", "cb|msg", "cb|odd|a|b|c", "RC_abc"])
def test_another_channels_handle_is_none(text: str | None) -> None:
    assert question(text) is None


def test_the_long_connection_takes_none_of_these() -> None:
    assert handle(str(Question(Asked.MESSAGE, "m-1"))) is None
    assert question(str(Handle(Asked.MESSAGE, "srv-1"))) is None
