"""The rows of a .xlsx (its first sheet) or of a .csv file, as text; bounded, since files come from anywhere."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.errors import ConfigError, unreadable

MOST_BYTES = 20_000_000
MOST_UNPACKED = 300_000_000  # of a .xlsx, which is a zip
MOST_BESIDE = 20_000_000  # of that what is no cell: styles, names, relations, which are read into objects one by one
MOST_ROWS = 100_000
MOST_COLUMNS = 200  # one cell far to the right makes a row of 16,384: a small file of such rows fills the memory

_OF_CELLS = ("xl/worksheets/sheet", "xl/sharedStrings.xml", "xl/media/")

Row = Sequence[str]


def rows(path: Path) -> Iterator[Row]:
    """The rows of a .xlsx's first sheet, or of a .csv. Raises ConfigError with one line."""
    try:
        content = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except OSError as error:
        raise ConfigError([f"{path}：{unreadable(error)}"]) from None
    if content is None:
        raise ConfigError([f"{path}：超过 {MOST_BYTES // 1_000_000} MB"])
    return rows_in(content, path)


def rows_in(
    content: bytes, path: Path, *, most_unpacked: int = MOST_UNPACKED, most_beside: int = MOST_BESIDE
) -> Iterator[Row]:
    """The same of a file's bytes; `path` tells by its end what they are, and names it in what is wrong."""
    match path.suffix.lower():
        case ".xlsx":
            return _bounded(path, _xlsx(path, content, most_unpacked, most_beside))
        case ".csv":
            return _bounded(path, _csv(path, content))
    raise ConfigError([f"{path}：只认 .xlsx 和 .csv"])


def _bounded(path: Path, rows: Iterable[Row]) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if number == MOST_ROWS:
            raise ConfigError([f"{path}：超过 {MOST_ROWS} 行"])
        yield row


def _csv(path: Path, content: bytes) -> Iterator[Row]:
    """UTF-8, or what a Chinese Excel writes; separated by commas or tabs."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030", errors="replace")
    delimiter = "\t" if text[:4000].count("\t") > text[:4000].count(",") else ","
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _xlsx(path: Path, content: bytes, most_unpacked: int, most_beside: int) -> Iterator[Row]:
    from openpyxl import load_workbook  # slow to import, and needed here only

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if sum(each.file_size for each in parts) > most_unpacked:
                raise ConfigError([f"{path}：解开超过 {most_unpacked // 1_000_000} MB"])
            if sum(each.file_size for each in parts if not each.filename.startswith(_OF_CELLS)) > most_beside:
                raise ConfigError([f"{path}：格式和样式太多，只留数据，另存为 .csv 再试"])
        with closing(load_workbook(io.BytesIO(content), read_only=True, data_only=True)) as workbook:
            sheet = workbook.worksheets[0]
            sheet.reset_dimensions()  # some exporters write wrong ones
            for row in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS):
                yield _without_padding([_text(value) for value in row])
    except ConfigError:
        raise
    except Exception:  # openpyxl meets a damaged file with whatever it stumbles over, in the midst of the rows too
        raise ConfigError([f"{path}：读不懂这个表格，重新另存为 .xlsx 或 .csv 再试"]) from None


def _without_padding(cells: list[str]) -> Row:
    """openpyxl fills each row up to the last column that was asked for."""
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(value: Any) -> str:
    """As it was typed: a staff number that Excel made a number has no decimals."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
