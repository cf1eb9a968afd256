"""Our cards as WeCom's template_card (D-90236 for the app, D-101032 for the AI bot, D-99110 for webhooks).

Text lengths are recommendations there, so words only move to where there is more room for them; sizes of lists are
hard, and a card that breaks them is refused by WeCom and goes out as words instead.
"""

from dataclasses import dataclass
from typing import Any, Final

from bot.identifiers import TaskId
from bot.patterns import regex
from bot.shapes.outgoing import Boxes, Button, Card, Select
from bot.wecom.texts import cut

SUBMIT: Final = Button("提交", "submit")
LINK: Final = "https://work.weixin.qq.com/"  # a card without buttons must lead somewhere: to WeCom's own site
TEXT_LIMIT: Final = 1024  # bytes, of one line on a card
SEVERAL: Final = 1  # the mode of check boxes of which any number may be ticked
COPY: Final = regex(r"@@\d+$")


@dataclass(frozen=True, slots=True)
class Room:
    """How many characters the second line of the title may have before it goes to the body instead."""

    desc: int


APP: Final = Room(desc=44)
BOT: Final = Room(desc=30)


def is_interactive(card: Card) -> bool:
    return bool(card.buttons or card.select or card.boxes)


def template_card(card: Card, room: Room, *, task_id: str | None) -> dict[str, Any]:
    """The `template_card` object. `task_id` as it goes over the wire; None where the card needs none."""
    built: dict[str, Any] = {"card_type": _kind(card)}
    if task_id:
        built["task_id"] = task_id
    if card.note:
        built["source"] = {"desc": cut(card.note, TEXT_LIMIT), "desc_color": 0}
    built |= _words(card, room)
    if card.fields:
        rows = [{"keyname": name, "value": cut(value, TEXT_LIMIT)} for name, value in card.fields]
        built["horizontal_content_list"] = rows
    return built | (_controls(card) if is_interactive(card) else {"card_action": {"type": 1, "url": LINK}})


def _kind(card: Card) -> str:
    if card.boxes:
        return "vote_interaction"
    return "button_interaction" if is_interactive(card) else "text_notice"


def _words(card: Card, room: Room) -> dict[str, Any]:
    title = {"title": cut(card.title, TEXT_LIMIT)}
    if not card.desc:
        return {"main_title": title}
    if card.boxes:
        return {"main_title": title | {"desc": cut(card.desc, TEXT_LIMIT)}}
    if len(card.desc) <= room.desc and "\n" not in card.desc:
        return {"main_title": title | {"desc": card.desc}}
    return {"main_title": title, "sub_title_text": cut(card.desc, TEXT_LIMIT)}


def _controls(card: Card) -> dict[str, Any]:
    buttons = card.buttons or (SUBMIT,)
    if card.boxes:
        submit = {"text": buttons[0].text, "key": buttons[0].key}
        return {"checkbox": _checkbox(card.boxes), "submit_button": submit}
    built: dict[str, Any] = {
        "button_list": [{"text": button.text, "style": button.style, "key": button.key} for button in buttons]
    }
    if card.select:
        built["button_selection"] = _selection(card.select)
    return built


def _selection(select: Select) -> dict[str, Any]:
    options = [{"id": id_, "text": text} for id_, text in select.options.items()]
    built: dict[str, Any] = {"question_key": select.key, "title": select.title, "option_list": options}
    return built | ({"selected_id": select.selected} if select.selected else {})


def _checkbox(boxes: Boxes) -> dict[str, Any]:
    options = [{"id": id_, "text": text, "is_checked": id_ in boxes.ticked} for id_, text in boxes.options.items()]
    return {"question_key": boxes.key, "mode": SEVERAL, "option_list": options}


# A task id may be used once per reader, yet a card sometimes has to be sent again (its update came too late). Then the
# wire carries a numbered copy of the id, and whoever presses it is taken to have pressed the original.


def copy_of(task_id: TaskId, number: int) -> str:
    return f"{task_id}@@{number}"


def original(task_id: str) -> TaskId:
    return TaskId(COPY.sub("", task_id))
