"""Tables that people send in chat: documents by what is in them, pasted ones by what stands between their cells."""

import pytest

from bot.errors import UserError
from bot.files.handed_in import MOST_ROWS, handed_rows, pasted_rows
from bot.files.workbook import workbook

TABLE = [["姓名", "入职"], ["张三", "2020-01-01"]]


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
        (b"a\n" * (MOST_ROWS + 1), f"一个表格最多 {MOST_ROWS} 行，这个有 {MOST_ROWS + 1} 行"),
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
