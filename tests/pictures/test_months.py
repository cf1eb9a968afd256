"""Months in a picture: each day once, signs beside colours, and a key of what is in it."""

from bot.pictures.months import WIDTH, Cell, Look, Month, months_picture
from bot.pictures.png import render

FEBRUARY = Month("", 0, (Cell(Look.STATUTORY, "春节"), Cell(Look.EXCHANGED, "春节"), *[Cell(Look.WORKED)] * 26))
YEAR = [Month(f"{number}月", number % 7, (Cell(Look.REST),) * 31) for number in range(1, 13)]


def test_each_day_has_its_number_and_its_sign() -> None:
    drawn = months_picture("2027年2月", [FEBRUARY])
    assert all(f">{number}</text>" in drawn for number in range(1, 29))
    assert ">29</text>" not in drawn
    assert drawn.count(">休</text>") == drawn.count(">班</text>") == 2  # the day and the key
    assert drawn.count(">春节</text>") == 2


def test_the_key_names_what_is_there() -> None:
    drawn = months_picture("2027年2月", [FEBRUARY])
    assert ("法定节假日" in drawn, "调休上班" in drawn, "公司放假" in drawn) == (True, True, False)


def test_a_year_has_twelve_months_and_no_names_in_its_small_cells() -> None:
    drawn = months_picture("2027年放假安排", YEAR, note="放假安排未公布")
    assert all(f">{number}月</text>" in drawn for number in range(1, 13))
    assert ">放假安排未公布</text>" in drawn
    assert "春节" not in months_picture("", [FEBRUARY, FEBRUARY])


def test_it_becomes_a_picture() -> None:
    png = render(months_picture("2027年放假安排", YEAR), zoom=1)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == WIDTH
