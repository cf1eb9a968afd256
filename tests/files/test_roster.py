"""Lists of members in files of several kinds."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.errors import ConfigError
from bot.files.roster import read


@pytest.mark.parametrize(
    ("name", "content", "names"),
    [
        ("a.txt", "张三\n李四、王五\n", ("张三", "李四", "王五")),
        ("a.csv", "序号,姓名,部门\n1,张三,生产部\n2,李四,生产部\n", ("张三", "李四")),
        ("a.csv", "姓名,账号\n张三,zhangsan\n", ("zhangsan",)),
        ("a.csv", "张三\n李四\n", ("张三", "李四")),
    ],
)
def test_names(tmp_path: Path, name: str, content: str, names: tuple[str, ...]) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert read(tmp_path / name) == names


def test_as_windows_writes_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("张三\r\n李四".encode("gb18030"))
    assert read(tmp_path / "a.txt") == ("张三", "李四")


def test_a_spreadsheet(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet
    for row in (["群昵称", "入群时间"], ["生产部-张三", "2026-01-01"]):
        sheet.append(row)
    workbook.save(tmp_path / "a.xlsx")
    assert read(tmp_path / "a.xlsx") == ("生产部-张三",)


@pytest.mark.parametrize("name", ["none.txt", "none.csv"])
def test_no_such_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError) as refused:
        read(tmp_path / name)
    assert refused.value.problems == (f"{tmp_path / name}：没有这个文件",)


def test_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("9\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        read(tmp_path / "a.txt")
