"""A table of safety equipment: area, name, by when it is checked next, and for how many months a check holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.company import Company
from bot.domain.safety.areas import area_called
from bot.domain.safety.equipment.equipment import LONGEST, MOST_NAME, Equipment
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.domain.written_days import written_day
from bot.patterns import regex

HEADER_WITHIN: Final = 10  # rows
_COLUMNS: Final = {
    "area": ("区域", "所在区域", "车间", "部门", "使用部门", "地点", "位置"),
    "name": ("设备", "设备名称", "名称", "安全设备", "器材", "器材名称"),
    "code": ("编号", "设备编号", "出厂编号"),
    "due": ("检验到期", "到期", "到期日", "到期日期", "下次检验", "下次检验日期", "检验有效期", "有效期至"),
    "months": ("周期", "检验周期", "周期(月)", "检验周期(月)", "周期月"),
}
_NEEDED: Final = ("area", "name", "due")
_MONTHS: Final = regex(r"(\d{1,3})\s*(个?月|年)?")


@dataclass(frozen=True, slots=True)
class EquipmentRead:
    """`problems` are finished, each with its row."""

    found: tuple[Equipment, ...]
    problems: tuple[str, ...]


def read(rows: Sequence[Sequence[str]], company: Company) -> EquipmentRead | None:
    """None: it is a table of something else."""
    header = next((at for at in range(min(len(rows), HEADER_WITHIN)) if _columns(rows[at])), None)
    if header is None:
        return None
    columns = _columns(rows[header]) or {}
    found: dict[tuple[str, str], Equipment] = {}
    problems: list[str] = []
    for number, row in enumerate(rows[header + 1 :], header + 2):
        if not any(cell.strip() for cell in row):
            continue
        try:
            each = _equipment(row, columns, company)
            if each.key in found:
                raise ValueError(f"{each.area} 的「{shown(each.name)}」前面已经有一行了，用编号分开")
            found[each.key] = each
        except ValueError as error:
            problems.append(f"第 {number} 行，{error}")
    return EquipmentRead(tuple(found.values()), tuple(problems))


def months_of(words: str) -> int | None:
    """`12`, `12个月`, `1年`; None for anything else, also for what is too long."""
    said = _MONTHS.fullmatch(narrow(words).strip())
    months = int(said[1]) * (12 if said[2] == "年" else 1) if said else 0
    return months if 1 <= months <= LONGEST else None


def _columns(row: Sequence[str]) -> dict[str, int] | None:
    cells = [narrow(cell).strip().strip("*").replace(" ", "") for cell in row]
    found = {
        key: place for key, names in _COLUMNS.items() for place, cell in enumerate(cells) if cell and cell in names
    }
    return found if all(key in found for key in _NEEDED) else None


def _equipment(row: Sequence[str], columns: dict[str, int], company: Company) -> Equipment:
    """Raises ValueError."""
    cell = {key: row[place].strip() if place < len(row) else "" for key, place in columns.items()}
    if not cell["area"] or len(cell["area"]) > MOST_NAME:
        raise ValueError(f"区域最多 {MOST_NAME} 个字" if cell["area"] else "没有写区域")
    area = area_called(cell["area"], company)
    name = f"{cell['name']}{cell.get('code', '')}"
    if not cell["name"] or len(name) > MOST_NAME:
        raise ValueError(f"设备名称加编号最多 {MOST_NAME} 个字" if cell["name"] else "没有写设备名称")
    due = written_day(cell["due"])
    if due is None:
        raise ValueError(f"「{shown(cell['due'])}」不是日期，写成 2027-03-01 这样")
    months = months_of(cell.get("months", ""))
    if months is None and cell.get("months"):
        raise ValueError(f"检验周期「{shown(cell['months'])}」写成月数，最长 {LONGEST} 个月")
    return Equipment(area.name if area else cell["area"], name, due, months)
