"""TemplateCard in a passive reply has CamelCase names and repeated elements (D-90241); the JSON card has neither."""

import re
from typing import Any

from sandbox.json_types import Json

LISTS = (
    "horizontal_content_list",
    "jump_list",
    "vertical_content_list",
    "button_list",
    "select_list",
    "option_list",
    "action_list",
)
NUMBERS = ("type", "style", "desc_color", "mode", "is_checked", "disable", "aspect_ratio")
RENAMED = {"check_box": "checkbox", "key_name": "keyname"}


def template_card(element: Json) -> Json:
    """The card as message/send would carry it."""
    card = _lowered(element)
    if not isinstance(card, dict):
        raise TypeError("TemplateCard is not an element with children")
    return card


def _lowered(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {name: _value(name, inner) for name, inner in ((_name(key), inner) for key, inner in value.items())}


def _name(key: str) -> str:
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", key).lower()
    return RENAMED.get(name, name)


def _value(name: str, value: Any) -> Any:
    if name in LISTS:
        return [_lowered(item) for item in (value if isinstance(value, list) else [value])]
    if name in NUMBERS and isinstance(value, str) and value:
        return float(value) if "." in value else int(value)
    return _lowered(value)
