"""A board is as high as what is on it, and what is late is red and said."""

import re

import pytest

from bot.pictures.board import LATE, MOST_LATE, MOST_ROWS, Late, Line, Tile, board_picture
from bot.pictures.png import render

COLUMNS = ("整改中", "超期")


def height(svg: str) -> int:
    found = re.search(r'height="(\d+)"', svg)
    assert found
    return int(found[1])


def drawn(*lines: Line, late: int = 0) -> str:
    listed = [Late(f"YH-{number} 3号车间", "超期 1 个工作日") for number in range(late)]
    return board_picture("隐患看板", [Tile("超期", str(late))], COLUMNS, lines, alarming=1, late=listed, heading="超期")


def test_what_is_late_is_red_where_there_is_any() -> None:
    assert LATE not in drawn(Line("3号车间", ("2", "0")))
    assert drawn(Line("3号车间", ("2", "1"))).count(LATE) == 1


def test_it_grows_with_what_is_on_it() -> None:
    one, two = drawn(Line("甲", ("1", "0"))), drawn(Line("甲", ("1", "0")), Line("乙", ("1", "0")))
    assert height(one) < height(two) < height(drawn(Line("甲", ("1", "0")), late=3))


def test_what_does_not_fit_is_counted() -> None:
    many = drawn(*[Line(f"{number}号", ("1", "0")) for number in range(MOST_ROWS + 3)], late=MOST_LATE + 2)
    assert "还有 3 行没有画出" in many
    assert "还有 2 条" in many


def test_nothing_is_said() -> None:
    assert "暂无数据" in drawn()


def test_a_row_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="one cell"):
        drawn(Line("甲", ("1",)))


def test_words_of_users_are_only_words() -> None:
    assert render(drawn(Line("<b>&甲\x00", ("1", "0")))).startswith(b"\x89PNG")
