"""A company's own template of 请假 in WeCom's 审批 (oa/gettemplatedetail, D-91982), as far as we can fill it in.

It has one Vacation control and a field of text; whatever else must be filled in makes it unusable for us. Its ids
change when somebody edits it, so it is read anew each time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

_TEXTS: Final = frozenset({"Text", "Textarea"})
_NEVER_FILLED: Final = frozenset({"Tips", "Formula"})


@dataclass(frozen=True, slots=True)
class Template:
    """What of it we fill in. `kinds`: WeCom's name of a kind of leave -> its key."""

    vacation: str
    text: tuple[str, str]
    kinds: Mapping[str, str]
    by_hour: bool


class UnusableTemplate(Exception):
    """It isn't one that we can fill in; why, in Chinese."""


def read_template(told: Mapping[str, Any]) -> Template:
    """What `oa/gettemplatedetail` tells (D-91982). Raises UnusableTemplate."""
    controls = (told.get("template_content") or {}).get("controls") or ()
    vacations = [each for each in controls if _property(each).get("control") == "Vacation"]
    texts = [_property(each) for each in controls if _property(each).get("control") in _TEXTS]
    if len(vacations) != 1:
        raise UnusableTemplate("模板里没有请假控件")
    texts.sort(key=lambda each: not each.get("require"))
    if not texts:
        raise UnusableTemplate("模板里没有文本框，编号写不进去")
    filled = {_property(vacations[0])["id"], texts[0]["id"]}
    if more := [each for each in map(_property, controls) if _must(each) and each["id"] not in filled]:
        raise UnusableTemplate(f"模板里还有必填的「{_text(more[0].get('title'))}」")
    return _template(vacations[0], texts[0])


def _template(vacation: Mapping[str, Any], text: Mapping[str, Any]) -> Template:
    config = vacation.get("config") or {}
    items = (config.get("vacation_list") or {}).get("item") or ()
    ranges = (config.get("attendance") or {}).get("date_range") or {}
    return Template(
        vacation=str(_property(vacation)["id"]),
        text=(str(text["control"]), str(text["id"])),
        kinds={_text(each.get("name")): str(each["id"]) for each in items},
        by_hour=ranges.get("type") == "hour",
    )


def _must(control: Mapping[str, Any]) -> bool:
    return bool(control.get("require")) and control.get("control") not in _NEVER_FILLED


def _property(control: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = control.get("property") or {}
    return found


def _text(given: Sequence[Mapping[str, Any]] | None) -> str:
    """Chinese where there is some: WeCom names things in several languages."""
    words = sorted(given or (), key=lambda each: each.get("lang") != "zh_CN")
    return str(words[0].get("text") or "") if words else ""
