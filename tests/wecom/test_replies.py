"""The bodies of answers in callback mode."""

from bot.identifiers import TaskId
from bot.shapes.outgoing import Button, Card, Markdown, Text
from bot.wecom.aibot.handles import Asked, CallbackHandle
from bot.wecom.aibot.replies import answer, closing, later, receipt

ASKED = CallbackHandle(Asked.MESSAGE, "m-1")
PRESSED = CallbackHandle(Asked.PRESS, "m-2", "t-1@@3")
CARD = Card("同意吗？", plain="同意吗？", buttons=(Button("同意", "yes"),), task_id=TaskId("t-1"))


def test_words_end_the_stream_that_bears_the_questions_id() -> None:
    told = {"msgtype": "stream", "stream": {"id": "m-1", "finish": True, "content": "**好**"}}
    assert answer(ASKED, Markdown("**好**", plain="好"), streaming=False) == told
    assert answer(ASKED, Markdown("**好**", plain="好"), streaming=True) == told
    assert closing("m-1", "**好**") == told


def test_a_card_stands_alone_or_closes_the_stream() -> None:
    assert answer(ASKED, CARD, streaming=False)["msgtype"] == "template_card"
    both = answer(ASKED, CARD, streaming=True)
    assert (both["msgtype"], both["stream"]["finish"]) == ("stream_with_template_card", True)
    assert both["template_card"]["task_id"] == "t-1"


def test_a_press_changes_the_very_card_that_was_pressed() -> None:
    told = answer(PRESSED, CARD, streaming=False)
    assert (told["response_type"], told["template_card"]["task_id"]) == ("update_template_card", "t-1@@3")


def test_a_welcome_is_plain() -> None:
    told = answer(CallbackHandle(Asked.ENTER, "m-3"), Text("你好"), streaming=False)
    assert told == {"msgtype": "text", "text": {"content": "你好"}}


def test_the_first_state_asks_for_more() -> None:
    assert receipt("m-1")["stream"] == {"id": "m-1", "finish": False, "content": "收到，正在办…"}


def test_later_words_are_markdown_and_a_late_face_is_a_copy() -> None:
    assert later(ASKED, Text("好"), parcel=7) == {"msgtype": "markdown", "markdown": {"content": "好"}}
    assert later(ASKED, CARD, parcel=7)["template_card"]["task_id"] == "t-1"
    assert later(PRESSED, CARD, parcel=7)["template_card"]["task_id"] == "t-1@@7"
