"""What is wrong with a setting, in Chinese, for whoever administers the bot: where it stands and what to do.

Values are never shown: they may be secrets.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel

_WORDING: Final = {
    "missing": "没有填",
    "string_too_short": "是空的",
    "too_short": "是空的",
    "string_type": '要写成带引号的文字："…"',
    "int_type": "要填整数",
    "int_parsing": "要填整数",
    "list_type": '要写成列表：["…"]',
    "model_type": "要写成一节，用方括号里的名字开头",
    "dict_type": "要写成一节，用方括号里的名字开头",
    "value_error": "{error}",
    "literal_error": "只能是 {choice}",
    "enum": "只能是 {choice}",
    "greater_than_equal": "不能小于 {ge}",
    "less_than_equal": "不能大于 {le}",
}
_FILE: Final = "_file"


def fault(error: Mapping[str, Any], settings: type[BaseModel]) -> str:
    """What one of pydantic's errors says."""
    if error["type"] == "extra_forbidden":
        return stranger([str(part) for part in error["loc"]], settings)
    context = {name: str(value) for name, value in error.get("ctx", {}).items()}
    return _WORDING.get(error["type"], "填得不对").format_map(
        context | {"choice": _listed(context.get("expected", ""))}
    )


def place(path: Sequence[str]) -> str:
    """`wecom.bot.id`, or which of the groups it is."""
    match path:
        case [groups, number, *rest] if number.isdigit():
            return " 的 ".join(filter(None, (f"第 {int(number) + 1} 个 [[{groups}]]", ".".join(rest))))
    return ".".join(path)


def stranger(path: Sequence[str], settings: type[BaseModel]) -> str:
    """Of a name that is no setting: which one was probably meant."""
    *sections, name = path
    known = list(_names(_section(settings, sections)))
    elsewhere = {".".join(each) for each in _places(settings) if each[-1] == name}
    if near := get_close_matches(name, known, 1):
        return f"没有这个设置，是不是想写 {near[0]}"
    return f"没有这个设置，是不是想写 {'、'.join(sorted(elsewhere))}" if elsewhere else "没有这个设置"


def _listed(words: str) -> str:
    """`'a', 'b' or 'c'` as one writes it in Chinese."""
    return words.replace(" or ", "、").replace(", ", "、").replace("'", "")


def _names(section: type[BaseModel] | None) -> Iterator[str]:
    """Also those of files that hold a secret."""
    for name, field in section.model_fields.items() if section else ():
        yield name
        if "Secret" in str(field.annotation):
            yield name + _FILE


def _section(model: type[BaseModel], path: Sequence[str]) -> type[BaseModel] | None:
    """The table at that place; numbers are those of a list's entries, and where tables have keys, these are skipped."""
    found: type[BaseModel] | None = model
    keyed = False
    for part in path:
        if part.isdigit() or keyed:
            keyed = False
            continue
        field = found.model_fields.get(part) if found else None
        keyed = field is not None and get_origin(field.annotation) is dict
        found = _model(field.annotation) if field else None
    return found


def _places(model: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every setting by its whole path."""
    for name, field in model.model_fields.items():
        yield (*above, name)
        if inner := _model(field.annotation):
            yield from _places(inner, (*above, name))


def _model(annotation: Any) -> type[BaseModel] | None:
    """The table in `Table`, `Table | None`, `list[Table]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model, get_args(annotation))), None)
