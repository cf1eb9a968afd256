"""Staff lists as people have them: WeCom's export, a table of one's own, and tables that are wrong."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.domain.staff_list import Entry
from bot.errors import ConfigError
from bot.files.staff_list import read
from bot.identifiers import UserId


def xlsx(folder: Path, *rows: tuple[object, ...]) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet
    for row in rows:
        sheet.append(row)
    workbook.save(folder / "staff.xlsx")
    workbook.close()
    return folder / "staff.xlsx"


def text(folder: Path, content: str, encoding: str = "utf-8") -> Path:
    path = folder / "staff.csv"
    path.write_bytes(content.encode(encoding))
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(ConfigError) as refused:
        read(path)
    return [each.removeprefix(f"{path}：") for each in refused.value.problems]


def test_an_export_of_wecom(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path,
        ("填写须知：请勿修改表头", None),
        (),
        ("姓名", "帐号", "别名", "职务", "部门", "性别", "手机", "激活状态", "是否部门负责人"),
        ("张三", "ZhangSan", "", "操作工", "公司/生产部", "男", "13800000000", "已激活", "否"),
        ("李四", "lisi", "Leo", "经理", "公司/行政部;公司/生产部", "男", 13900000000, "未激活", "是;否"),
        ("王五", "wangwu", None, None, "公司", "女", None, "已禁用", None),
    )
    assert read(path) == [
        Entry(UserId("zhangsan"), "张三", (("公司", "生产部"),), position="操作工"),
        Entry(
            UserId("lisi"),
            "李四",
            (("公司", "行政部"), ("公司", "生产部")),
            leads=(("公司", "行政部"),),
            position="经理",
            alias="Leo",
        ),
        Entry(UserId("wangwu"), "王五", (("公司",),), active=False),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("mark", [",", "\t"])
def test_a_csv_of_ones_own_in_any_order(tmp_path: Path, encoding: str, mark: str) -> None:
    path = text(tmp_path, "部门,userid,姓名,工号\r\n生产部,zhangsan,张三,0213\r\n".replace(",", mark), encoding)
    assert read(path) == [Entry(UserId("zhangsan"), "张三", (("生产部",),), staff_no="0213")]


def test_a_staff_number_that_excel_took_for_a_number(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ("姓名", "账号", "部门", "工号"), ("张三", 10086, "生产部", 213.0))
    assert [(entry.user_id, entry.staff_no) for entry in read(path)] == [("10086", "213")]


def test_what_would_move_a_terminal_or_turn_a_line_is_left_out(tmp_path: Path) -> None:
    (entry,) = read(
        xlsx(tmp_path, ("姓名", "账号", "部门", "职务"), ("张\u202e三", "z", "公司", "组长\n 兼\u2067安全员"))
    )
    assert (entry.name, entry.position) == ("张三", "组长 兼安全员")
    (entry,) = read(text(tmp_path, "姓名,账号,部门\n\x1b[2J张三,z,公司"))
    assert entry.name == "[2J张三"


def test_a_head_of_several_departments(tmp_path: Path) -> None:
    path = text(tmp_path, "姓名,账号,部门,部门负责人\n李四,lisi,甲；乙,是\n")
    assert read(path)[0].leads == (("甲",), ("乙",))


def test_each_bad_row_has_a_line_and_nothing_is_read(tmp_path: Path) -> None:
    path = text(
        tmp_path,
        "姓名,账号,部门\n张三,zhangsan,公司/生产部\n,lisi,公司\n王五,王五,公司\n赵六,zhaoliu,\n"
        "钱七,ZHANGSAN,公司\n,,\n孙八,sunba,公司//一部\n周九,zhoujiu," + "长" * 65 + "\n",
    )
    assert problems(path) == [
        "第 3 行，没有填姓名",
        "第 4 行，账号「王五」不对，只能用字母、数字和 _ - @ .，最多 64 个字符",
        "第 5 行，没有填部门",
        "第 6 行，账号 zhangsan 在第 2 行已经有了",
        "第 8 行，部门「公司//一部」里有一级是空的",
        "第 9 行，部门超过 64 个字",
    ]


def test_a_long_list_of_bad_rows_is_cut(tmp_path: Path) -> None:
    path = text(tmp_path, "姓名,账号,部门\n" + ",a,公司\n" * 100)
    found = problems(path)
    assert len(found) == 31
    assert found[-1] == "……还有 70 处"


@pytest.mark.parametrize("content", ["", "姓名,部门\n张三,生产部\n", "\n" * 50 + "姓名,账号,部门\n张三,z,生产部\n"])
def test_without_the_columns_it_is_not_a_staff_list(tmp_path: Path, content: str) -> None:
    assert problems(text(tmp_path, content)) == ["没有一行写着「姓名」「账号」「部门」这三个列名"]


def test_a_list_of_nobody_would_dismiss_everybody(tmp_path: Path) -> None:
    assert problems(text(tmp_path, "姓名,账号,部门\n\n")) == ["里面一个人也没有"]
