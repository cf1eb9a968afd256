"""A staff list from a spreadsheet: WeCom's own export of the contacts (通讯录 → 导出), or any table with its columns.

Columns are found by name in the first row that has 姓名, 账号 and 部门; rows above it are ignored, and so are columns
that are not named here: telephone numbers and addresses in an export never get further than this file.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.domain.staff_list import Entry
from bot.domain.staff_list import Path as Department
from bot.domain.wording import CONTROLS
from bot.errors import ConfigError
from bot.files.table import Row, rows
from bot.identifiers import user_id
from bot.patterns import regex

HEADER_WITHIN = 30  # rows
SHOWN = 30  # bad rows that are listed

_COLUMNS = {
    "name": ("姓名", "成员姓名", "name"),
    "user_id": ("账号", "帐号", "成员账号", "成员帐号", "userid"),
    "departments": ("部门", "所属部门", "department"),
    "alias": ("别名", "alias"),
    "position": ("职务", "职位", "position"),
    "staff_no": ("工号", "员工编号", "staff_no"),
    "leads": ("是否部门负责人", "部门负责人", "is_leader"),
    "state": ("状态", "激活状态", "账号状态", "帐号状态", "status"),
}
_NEEDED = {"name", "user_id", "departments"}
_KEYS = {name: key for key, names in _COLUMNS.items() for name in names}
_GONE = {"禁用", "已禁用", "停用", "离职", "已离职", "退出企业", "disabled"}
_YES = {"是", "1", "y", "yes", "true"}
_USER_ID = regex(r"[A-Za-z0-9][A-Za-z0-9_\-@.]{0,63}")  # D-90195
_SEVERAL = regex(r"[;；]")


def read(path: Path) -> list[Entry]:
    """Raises ConfigError with one line for each row that is wrong; then nothing of the file is to be used."""
    lines = rows(path)
    try:
        columns, header = _header(lines)
        read = [(number, _cells(row, columns)) for number, row in enumerate(lines, header + 1)]
    except csv.Error as error:
        raise ConfigError([f"{path}：读不懂（{error}）"]) from None
    except _NoHeaderError:
        raise ConfigError([f"{path}：没有一行写着「姓名」「账号」「部门」这三个列名"]) from None
    entries, problems = _entries((number, cells) for number, cells in read if any(cells.values()))
    if problems:
        more = [f"{path}：……还有 {len(problems) - SHOWN} 处"] if len(problems) > SHOWN else []
        raise ConfigError([*(f"{path}：{each}" for each in problems[:SHOWN]), *more])
    if not entries:
        raise ConfigError([f"{path}：里面一个人也没有"])
    return entries


class _NoHeaderError(Exception):
    """No row names the columns."""


def _header(rows: Iterator[Row]) -> tuple[Mapping[str, int], int]:
    """key -> column, and the header's row number; `rows` goes on below it."""
    for number, row in enumerate(rows, 1):
        names = [_KEYS.get(name.strip().removesuffix("*").casefold()) for name in row]
        columns = {key: column for column, key in reversed(list(enumerate(names))) if key}
        if columns.keys() >= _NEEDED:
            return columns, number
        if number == HEADER_WITHIN:
            break
    raise _NoHeaderError


def _cells(row: Row, columns: Mapping[str, int]) -> Mapping[str, str]:
    """Each on one line and without control characters, which would reach terminals and chats."""
    written = {key: row[column] if column < len(row) else "" for key, column in columns.items()}
    return {key: " ".join(CONTROLS.sub("", value).split()) for key, value in written.items()}


def _entries(rows: Iterable[tuple[int, Mapping[str, str]]]) -> tuple[list[Entry], list[str]]:
    entries: list[Entry] = []
    problems: list[str] = []
    seen: dict[str, int] = {}
    for number, cells in rows:
        try:
            entry = _entry(cells)
            if (first := seen.setdefault(entry.user_id, number)) != number:
                raise ValueError(f"账号 {entry.user_id} 在第 {first} 行已经有了")
            entries.append(entry)
        except ValueError as error:
            problems.append(f"第 {number} 行，{error}")
    return entries, problems


def _entry(cells: Mapping[str, str]) -> Entry:
    """ValueError: what is wrong with the row."""
    if not cells["name"]:
        raise ValueError("没有填姓名")
    if not _USER_ID.fullmatch(cells["user_id"]):
        raise ValueError(f"账号「{cells['user_id']}」不对，只能用字母、数字和 _ - @ .，最多 64 个字符")
    departments = tuple(_path(each) for each in _SEVERAL.split(cells["departments"]) if each.strip())
    if not departments:
        raise ValueError("没有填部门")
    return Entry(
        user_id=user_id(cells["user_id"]),
        name=_short(cells["name"], "姓名", 64),
        departments=tuple(dict.fromkeys(departments)),
        leads=_leads(cells.get("leads", ""), departments),
        position=_short(cells.get("position", ""), "职务", 128),
        alias=_short(cells.get("alias", ""), "别名", 64),
        staff_no=_short(cells.get("staff_no", ""), "工号", 32) or None,
        active=cells.get("state", "").casefold() not in _GONE,
    )


def _path(written: str) -> Department:
    path = tuple(part.strip() for part in written.replace("\\", "/").strip().strip("/").split("/"))
    if not all(path):
        raise ValueError(f"部门「{written.strip()}」里有一级是空的")
    return tuple(_short(part, "部门", 64) for part in path)


def _leads(written: str, departments: Sequence[Department]) -> tuple[Department, ...]:
    """One yes or no for all departments, or one for each (`是;否`)."""
    answers = [answer.strip().casefold() in _YES for answer in _SEVERAL.split(written)]
    if len(answers) == 1:
        answers *= len(departments)
    led = (each for each, leads in zip(departments, answers, strict=False) if leads)
    return tuple(dict.fromkeys(led))


def _short(value: str, column: str, most: int) -> str:
    if len(value) > most:
        raise ValueError(f"{column}超过 {most} 个字")
    return value
