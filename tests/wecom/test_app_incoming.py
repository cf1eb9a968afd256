"""Decrypted callbacks, by the documented samples, as values of ours."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.shapes.incoming import Incoming, Kind, Picture, Press, Via
from bot.wecom.app import xml
from bot.wecom.app.incoming import MeaninglessError, incoming

from .worlds import NOW, PRESS_XML, STAMP, contact_xml, text_xml
from .xml_writer import render


def understood(document: str) -> Incoming:
    return incoming(xml.parse(document.encode()), at=NOW)


def message(fields: str, *, sender: str = "lin.mei") -> str:
    return f"<xml><FromUserName>{sender}</FromUserName><CreateTime>{STAMP}</CreateTime>{fields}</xml>"


def test_text() -> None:
    got = understood(text_xml("  /请假 明天 ", msg_id=42))
    assert got == Incoming("app:42", Via.APP, Kind.TEXT, got.sender, NOW, text="  /请假 明天 ")
    assert got.sender == "lin.mei"  # folded


def test_picture() -> None:
    got = understood(
        message("<MsgType>image</MsgType><PicUrl>https://p/1</PicUrl><MediaId>M1</MediaId><MsgId>1</MsgId>")
    )
    assert (got.kind, got.pictures) == (Kind.MEDIA, (Picture("https://p/1", media_id="M1"),))


@pytest.mark.parametrize("msg_type", ["voice", "video", "file"])
def test_other_media(msg_type: str) -> None:
    got = understood(message(f"<MsgType>{msg_type}</MsgType><MediaId>M1</MediaId><MsgId>1</MsgId>"))
    assert (got.kind, got.pictures) == (Kind.MEDIA, ())


def test_press() -> None:
    got = understood(PRESS_XML)
    assert got.press == Press(got.press.task_id, "approve", {"reason": ("ok", "late"), "days": ("2",)})
    assert (got.kind, got.press.task_id, got.handle) == (Kind.PRESS, "leave-0042", "RC_abc123")


def test_press_without_choices() -> None:
    document = PRESS_XML[: PRESS_XML.index("<SelectedItems>")] + "</xml>"
    assert understood(document).press == Press(understood(PRESS_XML).press.task_id, "approve", {})


def test_entering() -> None:
    got = understood(message("<MsgType>event</MsgType><Event>enter_agent</Event><EventKey/>"))
    assert (got.kind, got.handle) == (Kind.ENTER, None)


@pytest.mark.parametrize(
    ("change", "fields", "text"),
    [
        ("create_user", "<UserID>wu.fan</UserID><Department>1,5</Department>", "create_user:wu.fan"),
        ("delete_party", "<Id>7</Id>", "delete_party:7"),
        ("update_tag", "<TagId>3</TagId>", "update_tag:3"),
    ],
)
def test_the_directory_changed(change: str, fields: str, text: str) -> None:
    got = understood(contact_xml(change, fields))
    assert (got.kind, got.text, got.sender) == (Kind.CONTACTS, text, "sys")


@pytest.mark.parametrize(
    "fields",
    [
        "<MsgType>location</MsgType><MsgId>1</MsgId>",
        "<MsgType>event</MsgType><Event>msgaudit_notify</Event>",
        "<MsgType>event</MsgType>",
        "<MsgType><Odd>1</Odd></MsgType><MsgType>appmsg</MsgType><MsgType>text</MsgType>",
    ],
)
def test_what_is_of_no_use_is_still_a_message_or_refused(fields: str) -> None:
    try:
        assert understood(message(fields)).kind is Kind.OTHER
    except MeaninglessError:
        assert "Odd" in fields


@pytest.mark.parametrize(
    "document", ["<xml><A>1</A></xml>", message("", sender="x"), message("<MsgType>text</MsgType>", sender="")]
)
def test_without_sender_or_type_it_is_meaningless(document: str) -> None:
    with pytest.raises(MeaninglessError):
        understood(document)


LEAF = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=9)
NAMES = [
    "FromUserName",
    "MsgType",
    "Event",
    "MsgId",
    "SelectedItems",
    "SelectedItem",
    "OptionIds",
    "OptionId",
    "TaskId",
]
KNOWN = st.sampled_from(["text", "image", "event", "template_card_event", "change_contact", "enter_agent"])
ANY = st.recursive(
    LEAF | KNOWN,
    lambda inner: st.lists(inner, min_size=2, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(NAMES), ANY, min_size=1))
def test_odd_messages_do_no_harm(fields: dict[str, Any]) -> None:
    try:
        assert understood(render(fields).decode()).key
    except (MeaninglessError, xml.XmlError):
        assert fields


def test_keys_of_events() -> None:
    def key(document: str) -> str:
        return understood(document).key

    assert key(PRESS_XML) == key(PRESS_XML)
    assert key(PRESS_XML) == key(PRESS_XML.replace("RC_abc123", "RC_of_the_retry"))
    others = [
        PRESS_XML.replace("approve", "reject"),
        PRESS_XML.replace("leave-0042", "leave-0043"),
        PRESS_XML.replace("chen_hao", "lin.mei"),
        PRESS_XML.replace(str(STAMP), str(STAMP + 1)),
        contact_xml("update_user", "<UserID>a</UserID><Department>1</Department>"),
        contact_xml("update_user", "<UserID>a</UserID><Department>2</Department>"),
        contact_xml("update_user", "<UserID>b</UserID><Department>1</Department>"),
    ]
    assert len({key(PRESS_XML), *map(key, others)}) == 1 + len(others)
