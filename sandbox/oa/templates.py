"""Approval templates (D-91982) and what may stand in their fields (D-91853): leave, and a general one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.errors import ApiError
from sandbox.json_types import Json

HALF_DAY = 43_200
UTC8 = 28_800


@dataclass(frozen=True, slots=True)
class Control:
    """One field of a form."""

    kind: str
    id: str
    title: str
    required: bool = True
    options: tuple[str, ...] = ()

    def as_json(self) -> Json:
        title = [{"text": self.title, "lang": "zh_CN"}]
        shown = {"control": self.kind, "id": self.id, "title": title, "placeholder": []}
        return {"property": shown | {"require": int(self.required), "un_print": 0}, "config": self._config()}

    def _config(self) -> Json:
        items = [(str(number), [{"text": text, "lang": "zh_CN"}]) for number, text in enumerate(self.options, 1)]
        if self.kind == "Vacation":
            vacations = [{"id": int(key), "name": name} for key, name in items]
            return {
                "vacation_list": {"item": vacations},
                "attendance": {"date_range": {"type": "halfday"}, "type": 1},
            }
        if self.kind == "Selector":
            return {"selector": {"type": "single", "options": [{"key": f"option-{k}", "value": v} for k, v in items]}}
        return {"date": {"type": "day"}} if self.kind == "Date" else {}


@dataclass(frozen=True, slots=True)
class Template:
    id: str
    name: str
    controls: tuple[Control, ...]

    def as_json(self) -> Json:
        return {
            "template_names": [{"text": self.name, "lang": "zh_CN"}],
            "template_content": {"controls": [control.as_json() for control in self.controls]},
        }


VACATIONS = ("年假", "事假", "病假", "调休假")
LEAVE = Template(
    "TPL_LEAVE",
    "请假",
    (
        Control("Vacation", "vacation-1563793073898", "请假类型", options=VACATIONS),
        Control("Textarea", "item-1497581399901", "请假事由"),
        Control("File", "item-1497581426169", "附件", required=False),
    ),
)
GENERAL = Template(
    "TPL_GENERAL",
    "通用申请",
    (
        Control("Text", "Text-1", "标题"),
        Control("Textarea", "Textarea-1", "说明", required=False),
        Control("Selector", "Selector-1", "类别", required=False, options=("人事", "行政", "财务", "其他")),
        Control("Money", "Money-1", "金额", required=False),
        Control("Number", "Number-1", "数量", required=False),
        Control("Date", "Date-1", "日期", required=False),
        Control("DateRange", "DateRange-1", "起止", required=False),
        Control("Contact", "Contact-1", "相关人员", required=False),
    ),
)
TEMPLATES = {template.id: template for template in (LEAVE, GENERAL)}


def check_contents(template: Template, contents: list[Json]) -> None:
    """301025 for a field that the template does not have or a value of another shape, 40058 for a missing one."""
    known = {control.id: control for control in template.controls}
    given = {str(content.get("id")): content for content in contents}
    for name, content in given.items():
        if name not in known or content.get("control") != known[name].kind:
            raise ApiError(301025, f"apply_data: {name}")
        _check_value(known[name], content.get("value"))
    missing = [name for name, control in known.items() if control.required and name not in given]
    if missing:
        raise ApiError(40058, f"apply_data: {', '.join(missing)} is required")


def _check_value(control: Control, value: Any) -> None:
    try:
        good = isinstance(value, dict) and CHECKS[control.kind](control, value)
    except (KeyError, TypeError, ValueError, IndexError):
        good = False
    if not good:
        raise ApiError(301025, f"apply_data: the value of {control.id}")


def _is_range(value: Json) -> bool:
    """Half days begin and end at midnight or noon; the duration counts days of 86400 seconds."""
    begin, end, duration = int(value["new_begin"]), int(value["new_end"]), int(value["new_duration"])
    if value["type"] == "halfday" and ((begin + UTC8) % HALF_DAY or (end + UTC8) % HALF_DAY or duration % HALF_DAY):
        return False
    return begin <= end and duration > 0


def _vacation(control: Control, value: Json) -> bool:
    vacation = value["vacation"]
    key = int(vacation["selector"]["options"][0]["key"])
    attendance = vacation["attendance"]
    return 1 <= key <= len(control.options) and attendance["type"] == 1 and _is_range(attendance["date_range"])


def _selector(control: Control, value: Json) -> bool:
    keys = {f"option-{number}" for number in range(1, len(control.options) + 1)}
    return all(option["key"] in keys for option in value["selector"]["options"])


CHECKS: dict[str, Callable[[Control, Json], bool]] = {
    "Text": lambda _, value: isinstance(value["text"], str) and "\n" not in value["text"],
    "Textarea": lambda _, value: isinstance(value["text"], str),
    "Number": lambda _, value: isinstance(value["new_number"], str) and float(value["new_number"]) is not None,
    "Money": lambda _, value: isinstance(value["new_money"], str) and float(value["new_money"]) is not None,
    "Date": lambda _, value: isinstance(value["date"]["s_timestamp"], str) and value["date"]["s_timestamp"].isdigit(),
    "DateRange": lambda _, value: _is_range(value["date_range"]),
    "Contact": lambda _, value: bool(value.get("members") or value.get("departments")),
    "File": lambda _, value: len(value["files"]) <= 6,
    "Selector": _selector,
    "Vacation": _vacation,
}
