"""Values of parameters as people type them and as they are shown; what they may be, the configuration itself says."""

from collections.abc import Callable
from datetime import time
from typing import Final

from bot.domain.upkeep.configuration import Plain
from bot.domain.upkeep.parameters import Kind, Parameter
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.patterns import regex

_ON: Final = ("开", "打开", "开启", "是", "要", "on", "true")
_OFF: Final = ("关", "关闭", "关掉", "否", "不要", "off", "false")
_TIME: Final = regex(r"(\d{1,2})(?:[:点时](\d{2})?分?)?")
_NUMBER: Final = regex(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>\S{0,6})")
_SAME: Final = {
    "日": "天",
    "分": "分钟",
    "个小时": "小时",
    "钟头": "小时",
    "个钟头": "小时",
    "h": "小时",
    "min": "分钟",
    "％": "%",
}
_BETWEEN: Final = regex(r"[、,，;；\s]+")


def read(parameter: Parameter, text: str) -> Plain:
    """All but people. Raises UserError."""
    value = _read(parameter, narrow(text).strip())
    if value is None:
        raise UserError(Code.CLARIFY, f"「{parameter.label}」写成「{shown(text)}」没看懂。{how(parameter)}")
    return value


def how(parameter: Parameter) -> str:
    """How a value of it is typed."""
    match parameter.kind:
        case Kind.SWITCH:
            return "请写 开 或 关。"
        case Kind.CHOICE:
            return f"可以写 {'、'.join(parameter.choices.values())}。"
        case Kind.NUMBER:
            return f"请写一个数，单位是{parameter.unit}。"
        case Kind.PEOPLE:
            return f"请写姓名，例如 {Kind.PEOPLE}。"
        case Kind.WORD:
            return "请把新的内容写在后面。"
    return f"请像这样写：{parameter.kind}。"


def said(parameter: Parameter, value: Plain | None, name_of: Callable[[UserId], str]) -> str:
    """What people read of a value."""
    match value:
        case None | "" | []:
            return parameter.choices.get("", "空")
        case bool():
            return "开" if value else "关"
        case list():
            return "、".join(name_of(UserId(each)) if parameter.kind is Kind.PEOPLE else each for each in value)
    written = f"{value:g}" if isinstance(value, float) else str(value)
    return f"{parameter.choices.get(written, written)}{f' {parameter.unit}' if parameter.unit else ''}"


def moved(parameter: Parameter, old: Plain | None, new: Plain | None, name_of: Callable[[UserId], str]) -> str:
    """What of a list is added and taken away, so that nobody is hidden among many; nothing for what is no list."""
    before, after = ({*each} if isinstance(each, list) else set() for each in (old, new))
    if not isinstance(new, list) and not isinstance(old, list):
        return ""
    added, gone = (said(parameter, sorted(each), name_of) for each in (after - before, before - after))
    told = ((after - before, f"加上 {added}"), (before - after, f"去掉 {gone}"))
    return "，".join(words for each, words in told if each)


def _read(parameter: Parameter, text: str) -> Plain | None:
    match parameter.kind:
        case Kind.NUMBER:
            found = _NUMBER.fullmatch(text)
            if found is None or not _is_unit(found["unit"], parameter.unit):
                return None
            return float(found["number"]) if "." in found["number"] else int(found["number"])
        case Kind.SWITCH:
            return text.casefold() in _ON if text.casefold() in (*_ON, *_OFF) else None
        case Kind.TIME:
            return _time(text)
        case Kind.TIMES:
            times = [_time(each) for each in _BETWEEN.split(text)]
            return [each for each in times if each] if all(times) else None
        case Kind.WORDS:
            return [each for each in _BETWEEN.split(text) if each]
        case Kind.CHOICE:
            called = {name.casefold(): value for value, name in parameter.choices.items()}
            return called.get(text.casefold(), text if text in parameter.choices and text else None)
    return text or None


def _is_unit(typed: str, unit: str) -> bool:
    """Whether nothing was typed that says another unit: 48小时 are not 48 天."""
    typed = _SAME.get(typed.casefold(), typed)
    return not typed or typed in unit or (bool(unit) and unit in typed)


def _time(text: str) -> str | None:
    found = _TIME.fullmatch(text)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0)).isoformat("minutes")
