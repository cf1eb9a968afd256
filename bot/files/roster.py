"""Who is in a group, from a file: a table with a column of names, nicknames or accounts, or names one a line."""

from pathlib import Path
from typing import Final

from bot.domain.groups.handed_in import names_of
from bot.errors import ConfigError, unreadable
from bot.files.table import rows

COLUMNS: Final = ("账号", "userid", "群昵称", "昵称", "姓名", "成员", "名字")  # the surest first


def read(path: Path) -> tuple[str, ...]:
    """Raises ConfigError with one line."""
    lines = _plain(path) if path.suffix.lower() == ".txt" else _column(path)
    names = names_of("\n".join(lines))
    if not names:
        raise ConfigError([f"{path}：里面没有姓名"])
    return names


def _plain(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise ConfigError([f"{path}：{unreadable(error)}"]) from None
    except UnicodeDecodeError:
        return path.read_text(encoding="gb18030", errors="replace").splitlines()


def _column(path: Path) -> list[str]:
    """Without a header that is known, the first column, from its first row on."""
    table = [[cell.strip() for cell in row] for row in rows(path)]
    header = [cell.casefold() for cell in table[0]] if table else []
    place = next((header.index(name) for name in COLUMNS if name in header), None)
    below = table if place is None else table[1:]
    return [row[place or 0] for row in below if len(row) > (place or 0)]
