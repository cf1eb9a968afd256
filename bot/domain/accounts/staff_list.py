"""The list of the staff as human resources write it: which columns say what, and what a row says of somebody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.accounts.newcomer import MOBILE
from bot.patterns import regex

Rows = Sequence[Sequence[str]]
HEADER_WITHIN: Final = 10  # rows
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("姓名", "员工姓名", "成员姓名", "name"),
    "department": ("部门", "所属部门", "department"),
    "account": ("账号", "帐号", "成员账号", "成员帐号", "userid"),
    "number": ("工号", "员工编号", "员工号", "人员编号"),
    "position": ("职务", "职位", "岗位", "position"),
    "mobile": ("手机", "手机号", "手机号码", "联系电话", "mobile"),
    "state": ("状态", "在职状态", "员工状态", "人员状态"),
}
_GONE: Final = ("离职", "已离职", "退休", "终止", "辞退")
_NOT_DIGITS: Final = regex(r"[ \-+]")


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list."""

    line: int
    name: str
    department: str
    account: str = ""
    number: str = ""
    position: str = ""
    mobile: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class StaffRows:
    """`sure`: it can be nothing else than a list of the staff. `problems`: lines that name nobody."""

    listed: tuple[Listed, ...]
    problems: tuple[str, ...]
    sure: bool


def read(rows: Rows) -> StaffRows | None:
    """None: it is a table of something else."""
    for place, row in enumerate(rows[:HEADER_WITHIN]):
        columns = _columns(row)
        if {"name", "department"} <= columns.keys() and columns.keys() & {"account", "number", "position", "mobile"}:
            return _read(rows[place + 1 :], columns, place + 2)
    return None


def _columns(header: Sequence[str]) -> Mapping[str, int]:
    cells = [cell.strip().strip("*").casefold() for cell in header]
    found = {key: next((at for at, cell in enumerate(cells) if cell in names), None) for key, names in _COLUMNS.items()}
    return {key: at for key, at in found.items() if at is not None}


def _read(rows: Rows, columns: Mapping[str, int], first: int) -> StaffRows:
    listed: list[Listed] = []
    problems: list[str] = []
    for line, row in enumerate(rows, first):
        cells = {key: " ".join(row[at].split()) if at < len(row) else "" for key, at in columns.items()}
        if not any(cells.values()):
            continue
        if not cells["name"]:
            problems.append(f"第 {line} 行没有填姓名")
            continue
        gone = any(cells.get("state", "").startswith(each) for each in _GONE)
        mobile = _NOT_DIGITS.sub("", cells.get("mobile", "")).removeprefix("86")
        listed.append(
            Listed(
                line,
                cells["name"][:64],
                cells["department"].replace("\\", "/").split("/")[-1].strip()[:64],
                cells.get("account", "")[:64],
                cells.get("number", "")[:32],
                cells.get("position", "")[:64],
                mobile if MOBILE.fullmatch(mobile) else "",
                gone,
            )
        )
    return StaffRows(tuple(listed), tuple(problems), "mobile" in columns)
