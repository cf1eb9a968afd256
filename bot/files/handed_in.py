"""A table that somebody sends in chat, as a document or pasted behind a command; documents come without their names."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from bot.errors import Code, ConfigError, UserError
from bot.files.table import Row, rows_in
from bot.patterns import regex

MOST_ROWS: Final = 5_000
MOST_UNPACKED: Final = 16_000_000  # so many rows of forty columns are half of it, and take some seconds to read
MOST_BESIDE: Final = 1_000_000  # two seconds; as many styles as cells would take forty
_ZIP: Final = b"PK\x03\x04"
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
_MARKS: Final = regex(r"\s*[,，;；|｜\t]\s*")
_BLANKS: Final = regex(r"\s+")
_AS_XLSX: Final = Path("这个表格.xlsx")


def handed_rows(content: bytes) -> Sequence[Row]:
    """Takes up to seconds: call it in a thread. Raises UserError."""
    if content.startswith(_OLD_EXCEL):
        raise UserError(Code.UNSUPPORTED, "旧的 .xls 我读不了。请另存为 .xlsx 再发一次。")
    path = _AS_XLSX if content.startswith(_ZIP) else _AS_XLSX.with_suffix(".csv")
    try:
        rows = list(islice(rows_in(content, path, most_unpacked=MOST_UNPACKED, most_beside=MOST_BESIDE), MOST_ROWS + 1))
    except ConfigError as error:
        raise UserError(Code.UNSUPPORTED, f"{error.problems[0].replace(path.name, path.stem)}。") from None
    if len(rows) > MOST_ROWS:
        raise UserError(Code.LIMIT, f"一个表格最多 {MOST_ROWS} 行，这个不止。请拆成几个再发。")
    return rows


def pasted_rows(text: str) -> Sequence[Row]:
    """Its cells apart by commas and the like where its first line has any, else by blanks, and then none is empty."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    between = _MARKS if lines and _MARKS.search(lines[0]) else _BLANKS
    return [between.split(line) for line in lines]
