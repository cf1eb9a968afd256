"""What is written can be read again, and nothing in it is carried out."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.files.workbook import harmless, workbook


def read(data: bytes) -> list[list[object]]:
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_rows_come_back_as_they_were() -> None:
    data = workbook("昵称报告：项目A/工作群", ["姓名", "现在的昵称"], [["张三", "生产部-三哥💥"], ["刘洋", "0086"]])
    assert read(data) == [["姓名", "现在的昵称"], ["张三", "生产部-三哥💥"], ["刘洋", "0086"]]


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-张三", "@SUM(A1)", "\t=1", " =1", "\u3000=cmd", "\x00=1"])
def test_a_formula_is_text(cell: str) -> None:
    assert harmless(cell).startswith("'")


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_any_text_can_be_written(cells: list[str]) -> None:
    data = workbook("表", ["a"] * len(cells), [cells])
    assert not any(str(cell).lstrip()[:1] in ("=", "+", "-", "@") for cell in read(data)[1] if cell)
