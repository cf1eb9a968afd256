"""Template cards (D-90236, D-101032): what must be in one, how it reads, what can be pressed on it.

A card is the raw `template_card` object. Text lengths are recommendations and go unchecked; list sizes, keys and
task ids are hard.
"""

import re
from collections.abc import Iterator

from sandbox.errors import ApiError
from sandbox.json_types import Json

DISPLAY = ("text_notice", "news_notice")
INTERACTIVE = ("button_interaction", "vote_interaction", "multiple_interaction")
TASK_ID = re.compile(r"[A-Za-z0-9_@-]{1,128}")
LIST_SIZES = {
    "horizontal_content_list": 6,
    "jump_list": 3,
    "vertical_content_list": 4,
    "button_list": 6,
    "select_list": 3,
}


def is_interactive(card: Json) -> bool:
    return card.get("card_type") in INTERACTIVE


def has_callback(card: Json) -> bool:
    """Interactive, or with a menu: pressing something on it is reported, and it gets a response_code."""
    return is_interactive(card) or "action_menu" in card


def check(card: Json, *, display_only: bool = False, update: bool = False) -> None:
    """ApiError 40058 or 42014 when WeCom would refuse it. In an update the task_id is not looked at."""
    kinds = DISPLAY if display_only else (*DISPLAY, *INTERACTIVE)
    if card.get("card_type") not in kinds:
        raise ApiError(40058, "template_card.card_type")
    if not (card.get("main_title", {}).get("title") or card.get("sub_title_text")):
        raise ApiError(40058, "template_card.main_title.title or sub_title_text is required")
    _check_lists(card)
    _check_kind(card, update=update)
    if has_callback(card) and not update and not card.get("task_id"):
        raise ApiError(42014, "template_card.task_id is required")
    if card.get("task_id") and not TASK_ID.fullmatch(str(card["task_id"])):
        raise ApiError(42014, "template_card.task_id")


def _check_lists(card: Json) -> None:
    for name, most in LIST_SIZES.items():
        if len(card.get(name, [])) > most:
            raise ApiError(40058, f"template_card.{name} has more than {most}")
    for key in _keys(card):
        if not key or len(key.encode()) > 1024:
            raise ApiError(40058, "template_card: a key is missing or longer than 1024 bytes")
    for question in questions(card):
        most = 20 if question is card.get("checkbox") else 10
        if not question.get("question_key") or not 1 <= len(question.get("option_list", [])) <= most:
            raise ApiError(40058, f"template_card: a question needs question_key and 1 to {most} options")


def _check_kind(card: Json, *, update: bool) -> None:
    kind = card["card_type"]
    replaced = update and "replace_text" in card
    needs = {
        "text_notice": "card_action",
        "news_notice": "card_action",
        "button_interaction": "button_list",
        "vote_interaction": "checkbox",
        "multiple_interaction": "select_list",
    }[kind]
    if not card.get(needs) and not (replaced and kind in INTERACTIVE):
        raise ApiError(40058, f"template_card.{needs} is required")
    if kind == "news_notice" and not (card.get("card_image") or card.get("image_text_area")):
        raise ApiError(40058, "template_card.card_image or image_text_area is required")
    if kind in ("vote_interaction", "multiple_interaction") and not card.get("submit_button") and not replaced:
        raise ApiError(40058, "template_card.submit_button is required")


def _keys(card: Json) -> list[str]:
    """Keys of what reports a press: call-back buttons, the submit button, menu entries."""
    found = [str(button.get("key", "")) for button in _pressable_buttons(card)]
    return found + [str(action.get("key", "")) for action in card.get("action_menu", {}).get("action_list", [])]


def _pressable_buttons(card: Json) -> list[Json]:
    buttons = [button for button in card.get("button_list", []) if button.get("type", 0) != 1]
    return [*buttons, card["submit_button"]] if card.get("submit_button") else buttons


def questions(card: Json) -> Iterator[Json]:
    """Drop-downs, check boxes and selectors, in the order they stand on the card."""
    if card.get("button_selection"):
        yield card["button_selection"]
    if card.get("checkbox"):
        yield card["checkbox"]
    yield from card.get("select_list", [])


def is_disabled(card: Json) -> bool:
    """Greyed out: an update put a text in place of its buttons."""
    return bool(card.get("replace_text"))


def pressable(card: Json) -> set[str]:
    """Keys that can be pressed now."""
    return set() if is_disabled(card) else set(_keys(card))


def read(card: Json) -> str:
    """What a reader sees, top to bottom, without the buttons."""
    title = card.get("main_title", {})
    quote = card.get("quote_area", {})
    emphasis = card.get("emphasis_content", {})
    area = card.get("image_text_area", {})
    lines = [title.get("title"), title.get("desc"), emphasis.get("title"), emphasis.get("desc")]
    lines += [quote.get("title"), quote.get("quote_text"), area.get("title"), area.get("desc")]
    lines += [card.get("sub_title_text")]
    lines += [f"{field['key']}：{field['value']}" for field in fields(card)]
    for part in card.get("vertical_content_list", []):
        lines += [part.get("title"), part.get("desc")]
    lines.append(card.get("replace_text"))
    return "\n".join(line for line in lines if line)


def fields(card: Json) -> list[Json]:
    rows = card.get("horizontal_content_list", [])
    return [{"key": row.get("keyname", ""), "value": row.get("value") or row.get("userid", "")} for row in rows]


def view(card: Json) -> Json:
    """How the journal shows a card: the parts that scripts look at, and the raw card for the page."""
    title = card.get("main_title", {})
    disabled = is_disabled(card)
    buttons = [] if disabled else [*_menu(card), *_pressable_buttons(card)]
    return {
        "task_id": card.get("task_id", ""),
        "title": title.get("title", ""),
        "desc": "\n".join(part for part in (title.get("desc"), card.get("sub_title_text")) if part),
        "buttons": [{"key": button.get("key", ""), "text": button.get("text", "")} for button in buttons],
        "selects": [] if disabled else [_question(question) for question in questions(card)],
        "raw": card,
        "card_type": card.get("card_type", ""),
        "source": card.get("source", {}).get("desc", ""),
        "fields": fields(card),
        "replace_text": card.get("replace_text", ""),
        "disabled": disabled,
    }


def _menu(card: Json) -> list[Json]:
    return list(card.get("action_menu", {}).get("action_list", []))


def _question(question: Json) -> Json:
    options = [{"id": option.get("id", ""), "text": option.get("text", "")} for option in question["option_list"]]
    return {"key": question["question_key"], "title": question.get("title", ""), "options": options}


def preselected(card: Json, question_key: str) -> list[str]:
    """The options of a question that are chosen when nobody touches it."""
    question = next(question for question in questions(card) if question["question_key"] == question_key)
    checked = [option["id"] for option in question["option_list"] if option.get("is_checked")]
    return [question["selected_id"]] if question.get("selected_id") else checked


def is_menu_key(card: Json, key: str) -> bool:
    return any(action.get("key") == key for action in _menu(card))
