from typing import Any

import pytest

from sandbox import cards, xml
from sandbox.app_callback.camel import template_card
from sandbox.errors import ApiError

BUTTONS: dict[str, Any] = {
    "card_type": "button_interaction",
    "task_id": "t-1",
    "source": {"desc": "群务"},
    "main_title": {"title": "请假", "desc": "张三 · 1 天"},
    "sub_title_text": "家中有事",
    "horizontal_content_list": [{"keyname": "从", "value": "11-23"}],
    "button_list": [{"text": "同意", "key": "yes"}, {"text": "看看", "type": 1, "url": "https://example.com"}],
}
VOTE: dict[str, Any] = {
    "card_type": "vote_interaction",
    "task_id": "t-2",
    "main_title": {"title": "哪天"},
    "checkbox": {"question_key": "day", "option_list": [{"id": "a", "text": "周一", "is_checked": True}, {"id": "b"}]},
    "submit_button": {"text": "提交", "key": "submit"},
}


def test_a_card_reads_from_top_to_bottom() -> None:
    assert cards.read(BUTTONS) == "请假\n张三 · 1 天\n家中有事\n从：11-23"
    view = cards.view(BUTTONS)
    assert view["buttons"] == [{"key": "yes", "text": "同意"}]
    assert view["fields"] == [{"key": "从", "value": "11-23"}]
    assert not view["disabled"]


def test_what_can_be_pressed() -> None:
    assert cards.pressable(BUTTONS) == {"yes"}
    assert cards.pressable(BUTTONS | {"replace_text": "已同意"}) == set()
    assert cards.pressable(VOTE) == {"submit"}
    assert cards.preselected(VOTE, "day") == ["a"]
    menu = {"action_menu": {"desc": "更多", "action_list": [{"text": "不再提醒", "key": "mute"}]}}
    assert cards.pressable(BUTTONS | menu) == {"yes", "mute"}
    assert cards.is_menu_key(BUTTONS | menu, "mute")


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"card_type": "markdown"}, 40058),
        ({"main_title": {}, "sub_title_text": ""}, 40058),
        ({"button_list": []}, 40058),
        ({"button_list": [{"text": "x", "key": "k"}] * 7}, 40058),
        ({"button_list": [{"text": "x", "key": "长" * 342}]}, 40058),
        ({"task_id": ""}, 42014),
        ({"task_id": "有汉字"}, 42014),
        ({"task_id": "x" * 129}, 42014),
        ({"horizontal_content_list": [{"keyname": "k"}] * 7}, 40058),
        ({"button_selection": {"question_key": "q", "option_list": [{"id": "1"}] * 11}}, 40058),
    ],
)
def test_cards_that_are_refused(change: dict[str, Any], errcode: int) -> None:
    with pytest.raises(ApiError) as refused:
        cards.check(BUTTONS | change)
    assert refused.value.errcode == errcode


def test_display_only_and_updates() -> None:
    cards.check(BUTTONS)
    cards.check(VOTE)
    with pytest.raises(ApiError):
        cards.check(BUTTONS, display_only=True)
    bare = {"card_type": "button_interaction", "main_title": {"title": "好"}, "replace_text": "已同意"}
    cards.check(bare, update=True)
    with pytest.raises(ApiError):
        cards.check(bare)
    notice = {"card_type": "text_notice", "main_title": {"title": "好"}}
    with pytest.raises(ApiError, match="card_action"):
        cards.check(notice)


def test_camel_case_becomes_the_json_card() -> None:
    inner = {
        "CardType": "button_interaction",
        "MainTitle": {"Title": "请假"},
        "HorizontalContentList": {"KeyName": "从", "Value": "11-23"},
        "ButtonList": [{"Text": "同意", "Style": 1, "Key": "yes"}, {"Text": "驳回", "Key": "no"}],
        "ReplaceText": "已同意",
    }
    card = template_card(xml.parse(xml.render("TemplateCard", inner)))
    assert card["horizontal_content_list"] == [{"keyname": "从", "value": "11-23"}]
    assert card["button_list"][0] == {"text": "同意", "style": 1, "key": "yes"}
    assert card["replace_text"] == "已同意"
