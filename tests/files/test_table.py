"""Files that are no tables, or too big ones, are refused with one line."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.errors import ConfigError
from bot.files.table import MOST_BYTES, MOST_ROWS, MOST_UNPACKED, rows


def refusal(path: Path) -> str:
    with pytest.raises(ConfigError) as refused:
        list(rows(path))
    (line,) = refused.value.problems
    return line.removeprefix(f"{path}：")


def test_no_such_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.csv") == "没有这个文件"


def test_another_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "staff.xls").write_bytes(b"x")
    assert refusal(tmp_path / "staff.xls") == "只认 .xlsx 和 .csv"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"plain"])
def test_not_a_spreadsheet(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "staff.xlsx").write_bytes(content)
    assert refusal(tmp_path / "staff.xlsx").startswith("读不懂这个表格")


def test_a_zip_that_is_not_a_spreadsheet(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "staff.xlsx", "w") as archive:
        archive.writestr("hello", "x")
    assert refusal(tmp_path / "staff.xlsx").startswith("读不懂这个表格")


FAR_RIGHT = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<sheetData><row><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"),
        (
            "xl/worksheets/sheet1.xml",
            FAR_RIGHT,
        ),
        ("xl/workbook.xml", b"<broken"),
        ("xl/workbook.xml", b"<workbook/>"),
    ],
)
def test_a_damaged_part_is_told_in_one_line(tmp_path: Path, part: str, content: bytes) -> None:
    book, path = Workbook(), tmp_path / "staff.xlsx"
    book.create_sheet("一").append(["姓名"])
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()} | {part: content}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert refusal(path).startswith("读不懂这个表格")


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(tmp_path / "staff.xlsx", "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w") as member,
    ):
        for _ in range(MOST_UNPACKED // 10_000_000 + 1):
            member.write(bytes(10_000_000))
    assert refusal(tmp_path / "staff.xlsx") == "解开超过 300 MB"


def test_too_large(tmp_path: Path) -> None:
    with (tmp_path / "staff.csv").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert refusal(tmp_path / "staff.csv") == "超过 20 MB"


def test_too_many_rows(tmp_path: Path) -> None:
    (tmp_path / "staff.csv").write_text("a\n" * (MOST_ROWS + 1), encoding="utf-8")
    assert refusal(tmp_path / "staff.csv") == "超过 100000 行"
