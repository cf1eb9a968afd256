"""Tables that people send in chat: documents by what is in them, pasted ones by what stands between their cells."""

import io
import zipfile

import pytest

from bot.errors import UserError
from bot.files.handed_in import MOST_BESIDE, MOST_ROWS, MOST_UNPACKED, handed_rows, pasted_rows
from bot.files.table import MOST_COLUMNS
from bot.files.workbook import workbook

TABLE = [["姓名", "入职"], ["张三", "2020-01-01"]]
SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
    b"</sheetData></worksheet>",
)


def test_documents_are_known_by_their_bytes() -> None:
    assert [list(row) for row in handed_rows(workbook("表", TABLE[0], TABLE[1:]))] == TABLE
    for text in ("姓名,入职\n张三,2020-01-01", "姓名\t入职\n张三\t2020-01-01"):
        assert handed_rows(text.encode()) == TABLE
        assert handed_rows(text.encode("gb18030")) == TABLE


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xd0\xcf\x11\xe0", "旧的 .xls 我读不了"),
        (b"PK\x03\x04", "这个表格：读不懂"),
        (b"a\n" * (MOST_ROWS + 1), f"一个表格最多 {MOST_ROWS} 行，这个不止"),
    ],
)
def test_what_cant_be_read(content: bytes, why: str) -> None:
    with pytest.raises(UserError, match=why):
        handed_rows(content)


@pytest.mark.parametrize(
    "text", ["姓名 入职\n张三 2020-01-01", "姓名，入职\n张三， 2020-01-01", "姓名 | 入职\n\n张三 | 2020-01-01"]
)
def test_what_was_pasted(text: str) -> None:
    assert pasted_rows(text) == TABLE
    assert pasted_rows("姓名,入职,依据\n张三,,社保")[1] == ["张三", "", "社保"]
    assert pasted_rows("") == []


def test_a_small_file_of_wide_rows_fills_no_memory() -> None:
    """A cell in the last column of each of 100,000 rows: half a megabyte that openpyxl makes 13 GB of."""
    wide = "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(1, 2_000)).encode()
    rows = handed_rows(with_part("xl/worksheets/sheet1.xml", SHEET[0] + wide + SHEET[1]))
    assert len(rows) == 1_999
    assert max(map(len, rows)) <= MOST_COLUMNS


def test_rows_are_counted_as_they_are_read() -> None:
    gap = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1000000"><c r="A1000000"><v>1</v></c></row>'
    with pytest.raises(UserError, match="这个不止"):
        handed_rows(with_part("xl/worksheets/sheet1.xml", SHEET[0] + gap + SHEET[1]))


def test_what_is_unpacked_for_chat_is_small() -> None:
    blanks = b" " * (MOST_UNPACKED + 1)
    with pytest.raises(UserError, match="解开超过 16 MB"):
        handed_rows(with_part("xl/sharedStrings.xml", blanks))


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_what_is_no_cell_is_smaller_still(part: str) -> None:
    """Forty kilobytes of nothing but styles would be read for forty seconds."""
    with pytest.raises(UserError, match="格式和样式太多"):
        handed_rows(with_part(part, b"<font/>" * (MOST_BESIDE // 7 + 1)))


def with_part(name: str, content: bytes) -> bytes:
    """A spreadsheet, one part of which is another's work."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook("表", TABLE[0], TABLE[1:]))) as good,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for part in {*good.namelist(), name}:
            bad.writestr(part, content if part == name else good.read(part))
    return out.getvalue()
