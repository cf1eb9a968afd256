"""Figures on a phone: as high as what is on them, nothing over anything else, long names cut."""

import re
from dataclasses import replace

from bot.pictures.figures import MOST_ROWS, NAME, Figures, Line, Step, Tile, Todo, figures_picture
from bot.pictures.png import render

FIGURES = Figures(
    "违规统计 2026年10月",
    "全公司 · 吴管 2026-11-22 10:00",
    (Tile("违规", "12", "比上月 +3", alarming=True), Tile("人数", "9")),
    measure="违规（条）",
    trend=(Step("9月", None), Step("10月", 12)),
    heading="按部门",
    columns=("违规", "人数"),
    lines=(Line("集团总部信息技术与数字化转型办公室", ("12345678901234", "·")), Line("合计", ("12", "9"), strong=True)),
    kinds=(("广告", "6"),),
    facts=("申诉 2 件。",),
    todo=(Todo("隐患超期 3 条", "发 /隐患看板 看"),),
    notes=("「·」表示涉及不足 5 人，或能由合计推出，不显示，而且这一句长得在一行里写不下所以要换行",),
)


def height(svg: str) -> int:
    found = re.search(r'height="(\d+)"', svg)
    assert found
    return int(found[1])


def test_everything_is_on_it() -> None:
    svg = figures_picture(FIGURES)
    for words in (
        "违规统计 2026年10月",
        "比上月 +3",
        "10月",
        "按类别",
        "申诉 2 件。",
        "接下来要做的",
        "12345678901234",
    ):
        assert words in svg
    assert render(svg).startswith(b"\x89PNG")


def test_a_long_name_is_cut_where_its_column_ends() -> None:
    svg = figures_picture(FIGURES)
    assert "集团总部信息技术与数字化转型办公室" not in svg
    [shown] = re.findall(r">(集团总部[^<]*…)<", svg)
    assert len(shown) * 16 <= NAME + 16


def test_each_block_stands_below_the_one_before() -> None:
    """What is written is written from top to bottom, each line at least as far down as the block before."""
    svg = figures_picture(FIGURES)
    places = {words: float(y) for y, words in re.findall(r'<text[^>]* y="([\d.]+)"[^>]*>([^<]*)<', svg)}
    order = ["违规（条）", "按类别", "按部门", "申诉 2 件。", "接下来要做的", "隐患超期 3 条"]
    heights = [places[words] for words in order]
    assert heights == sorted(heights), places
    assert max(places.values()) < height(svg)


def test_what_does_not_fit_is_counted() -> None:
    many = figures_picture(replace(FIGURES, lines=tuple(Line(f"{n}部", ("1", "1")) for n in range(MOST_ROWS + 4))))
    assert "还有 4 行，见表格" in many


def test_it_grows_with_what_is_on_it() -> None:
    bare = Figures("统计", "", (Tile("违规", "0"),))
    assert height(figures_picture(bare)) < height(figures_picture(replace(bare, facts=("一句。",))))
