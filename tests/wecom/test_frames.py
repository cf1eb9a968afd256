"""Frames of the long connection, there and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wecom.aibot.frames import Frame, new_req_id, parse, render
from bot.wecom.aibot.handles import Asked, Handle, handle

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_a_callback() -> None:
    frame = parse('{"cmd":"aibot_msg_callback","headers":{"req_id":"srv-77"},"body":{"msgid":"m-77"}}')
    assert frame == Frame("srv-77", "aibot_msg_callback", {"msgid": "m-77"})
    assert not frame.is_ack


def test_an_ack() -> None:
    frame = parse('{"headers":{"req_id":"srv-77"},"errcode":846605,"errmsg":"invalid req_id"}')
    assert frame == Frame("srv-77", errcode=846605, errmsg="invalid req_id")
    assert frame.is_ack


@pytest.mark.parametrize("odd", ["true", "3000000000", "-99999999999999999999", '"0"', "null"])
def test_an_ack_with_an_errcode_that_is_none(odd: str) -> None:
    """No column keeps it: what settles many sends at once would fail for all of them."""
    assert parse(f'{{"headers":{{"req_id":"srv-77"}},"errcode":{odd}}}') == Frame("srv-77", errcode=-1)


def test_an_event() -> None:
    frame = Frame("r", "aibot_event_callback", {"event": {"eventtype": "disconnected_event"}})
    assert frame.event == "disconnected_event"
    assert Frame("r", "aibot_event_callback", {"event": "odd"}).event == ""


@pytest.mark.parametrize(
    "text", ["", "x", "[]", "1", "{}", '{"headers":1}', '{"cmd":"ping"', '{"a":"\\ud800"}', "[" * 99_999]
)
def test_no_frame(text: str) -> None:
    assert parse(text) is None


@given(JSON, JSON, JSON, JSON)
def test_odd_frames_do_no_harm(cmd: object, req_id: object, body: object, errcode: object) -> None:
    frame = parse(json.dumps({"cmd": cmd, "headers": {"req_id": req_id}, "body": body, "errcode": errcode}))
    assert frame is not None
    assert isinstance(frame.errcode, int)
    assert frame.event is not None


def test_what_we_send() -> None:
    assert json.loads(render("ping", "p1", None)) == {"cmd": "ping", "headers": {"req_id": "p1"}}
    sent = render("aibot_send_msg", "p2", {"words": "你好"})
    assert json.loads(sent)["body"] == {"words": "你好"}
    assert "你好" in sent
    assert new_req_id("ping") != new_req_id("ping")


@given(st.sampled_from(Asked), st.text(), st.from_regex(r"[A-Za-z0-9_@-]{0,20}", fullmatch=True))
def test_a_handle_comes_back(asked: Asked, req_id: str, task_id: str) -> None:
    written = Handle(asked, req_id, task_id)
    assert handle(str(written)) == written


@pytest.mark.parametrize("text", [None, "", "RC_abc123", "msg", "msg|x", "other||x"])
def test_another_channels_handle_is_none(text: str | None) -> None:
    assert handle(text) is None
