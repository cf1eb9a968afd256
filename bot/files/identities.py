"""A table of the AI bot's encrypted ids and the userids behind them, as an administrator keeps it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bot.errors import ConfigError
from bot.files.table import rows
from bot.identifiers import UserId, is_encrypted, user_id

ENCRYPTED: Final = "加密编号"
USER: Final = "账号"


def read(path: Path) -> Mapping[str, UserId]:
    """Encrypted id -> userid. Raises ConfigError that lists everything that is wrong at once."""
    table = rows(path)
    header = [cell.strip() for cell in next(table, ())]
    if ENCRYPTED not in header or USER not in header:
        raise ConfigError([f"{path}：第一行要写列名「{ENCRYPTED}」和「{USER}」"])
    pairs: dict[str, UserId] = {}
    problems: list[str] = []
    for number, row in enumerate(table, 2):
        cells = dict(zip(header, (cell.strip() for cell in row), strict=False))
        bot_id, user = cells.get(ENCRYPTED, ""), user_id(cells.get(USER, ""))
        if not bot_id and not user:
            continue
        if not is_encrypted(bot_id) or not user:
            problems.append(f"{path}：第 {number} 行，要有加密编号（wo 开头）和账号")
        elif pairs.setdefault(bot_id, user) != user:
            problems.append(f"{path}：第 {number} 行，{bot_id} 对应了两个人")
    if problems:
        raise ConfigError(problems)
    return pairs
