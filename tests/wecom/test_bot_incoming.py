"""Callbacks of the long connection, by the documented samples, as values of ours."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.shapes.incoming import LONGEST, Incoming, Kind, Picture, Press, Via
from bot.wecom.aibot.frames import Frame
from bot.wecom.aibot.incoming import incoming

from .test_frames import JSON
from .worlds import NOW


def heard(body: dict[str, Any], *, event: bool = False) -> Incoming:
    command = "aibot_event_callback" if event else "aibot_msg_callback"
    base = {"msgid": "m-1", "aibotid": "aib", "chattype": "single", "from": {"userid": "Chen_Hao"}}
    got = incoming(Frame("srv-1", command, base | body), at=NOW)
    assert got is not None
    return got


def test_words_in_a_group_stand_as_they_were_said() -> None:
    got = heard(
        {
            "chatid": "wr1",
            "chattype": "group",
            "msgtype": "text",
            "text": {"content": "@小助手 /帮助 "},
            "quote": {"msgtype": "text", "text": {"content": "泵坏了"}},
        }
    )
    assert got == Incoming(
        "bot:m-1",
        Via.BOT,
        Kind.TEXT,
        got.sender,
        NOW,
        text="@小助手 /帮助 ",
        chat=got.chat,
        quote="泵坏了",
        handle="msg||srv-1",
    )
    assert (got.sender, got.chat) == ("chen_hao", "wr1")


def test_what_is_too_long_to_be_read_is_not_kept_whole() -> None:
    long = {"msgtype": "text", "text": {"content": "长" * 50_000}}
    got = heard({**long, "quote": long})
    assert (len(got.text), len(got.quote or "")) == (LONGEST + 1, LONGEST + 1)


def test_in_private_there_is_no_chat() -> None:
    got = heard({"chatid": "odd", "msgtype": "text", "text": {"content": "好"}})
    assert (got.chat, got.quote) == (None, None)


def test_spoken_words_are_words() -> None:
    got = heard({"msgtype": "voice", "voice": {"content": "我要请假"}})
    assert (got.kind, got.text) == (Kind.TEXT, "我要请假")


def test_a_picture() -> None:
    got = heard({"msgtype": "image", "image": {"url": "https://p/1", "aeskey": "QUJD"}})
    assert (got.kind, got.pictures) == (Kind.MEDIA, (Picture("https://p/1", aes_key="QUJD"),))


def test_a_document() -> None:
    got = heard({"msgtype": "file", "file": {"url": "https://w.example/f", "aeskey": "a2V5"}})
    assert (got.kind, got.text) == (Kind.MEDIA, "")
    assert got.documents == (Picture("https://w.example/f", aes_key="a2V5"),)


def test_words_with_pictures() -> None:
    items = [
        {"msgtype": "text", "text": {"content": "隐患"}},
        {"msgtype": "image", "image": {"url": "https://p/1"}},
        {"msgtype": "text", "text": {"content": "在三楼"}},
    ]
    got = heard({"msgtype": "mixed", "mixed": {"msg_item": items}})
    assert (got.kind, got.text, got.pictures) == (Kind.TEXT, "隐患\n在三楼", (Picture("https://p/1"),))
    assert heard({"msgtype": "mixed", "mixed": {"msg_item": items[1:2]}}).kind is Kind.MEDIA


def test_opening_the_chat() -> None:
    got = heard({"msgtype": "event", "event": {"eventtype": "enter_chat", "enter_chat": {}}}, event=True)
    assert (got.kind, got.handle) == (Kind.ENTER, "enter||srv-1")


def test_a_press_names_the_card_and_remembers_its_name_on_the_wire() -> None:
    pressed = {
        "card_type": "vote_interaction",
        "event_key": "submit",
        "task_id": "inc-0042@@7",
        "selected_items": {"selected_item": [{"question_key": "sev", "option_ids": {"option_id": ["high", "x"]}}]},
    }
    event = {"eventtype": "template_card_event", "template_card_event": pressed}
    got = heard({"chatid": "wr1", "chattype": "group", "msgtype": "event", "event": event}, event=True)
    assert got.press is not None
    assert got.press == Press(got.press.task_id, "submit", {"sev": ("high", "x")})
    assert (got.kind, got.press.task_id, got.handle) == (Kind.PRESS, "inc-0042", "press|inc-0042@@7|srv-1")


def test_a_thumb_is_of_no_use() -> None:
    event = {"eventtype": "feedback_event", "feedback_event": {"type": 1}}
    assert heard({"msgtype": "event", "event": event}, event=True).kind is Kind.OTHER


def test_without_an_id_the_request_is_the_key() -> None:
    frame = Frame("srv-9", "aibot_msg_callback", {"from": {"userid": "a"}, "msgtype": "text"})
    got = incoming(frame, at=NOW)
    assert got is not None
    assert (got.key, got.kind) == ("bot:srv-9", Kind.OTHER)


def test_nobody_said_it() -> None:
    assert incoming(Frame("r", "aibot_msg_callback", {"msgtype": "text"}), at=NOW) is None


KINDS = st.sampled_from(["text", "voice", "mixed", "image", "file", "event", "stream"])


@given(KINDS | JSON, st.dictionaries(st.sampled_from(["text", "mixed", "event", "quote", "image", "voice"]), JSON))
def test_odd_bodies_do_no_harm(msg_type: object, parts: dict[str, Any]) -> None:
    body = {"from": {"userid": "a"}, "msgtype": msg_type, **parts}
    assert incoming(Frame("r", "aibot_msg_callback", body), at=NOW) is not None


def test_an_encrypted_id_keeps_its_capitals() -> None:
    assert (
        heard({"from": {"userid": "woAJ2GCAAAXtWyujaWJHDDGi"}, "msgtype": "text"}).sender == "woAJ2GCAAAXtWyujaWJHDDGi"
    )
