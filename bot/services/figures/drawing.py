"""One picture of one item, or of all: what it shows and what it says in a sentence."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.figures.periods import Period
from bot.domain.figures.sheet import FEW, HIDDEN, WHY_HIDDEN, Sheet
from bot.pictures.figures import Figures, Line, Step, Tile, Todo
from bot.services.figures.making import Chapter

MOST_TILES: Final = 3
FEW_SAID: Final = "「不足5」表示涉及不到 5 人，「·」表示会推出单月的数，都不显示"
UNDER_WAY: Final = "这段时间还没过完，只有合计；各部门的等过完再出"


def one(chapter: Chapter, period: Period, note: str, todo: Sequence[Todo] = ()) -> Figures:
    sheet = chapter.sheet
    lines = list(_told(sheet, "群" if chapter.scope.groups else "部门"))
    total = [Line("合计", sheet.total, strong=True)] if lines else []
    return Figures(
        title=f"{chapter.item}统计 {period.name}",
        note=note,
        tiles=tuple(tiles(chapter, period)),
        measure=f"{sheet.columns[0].name}（{sheet.columns[0].unit}）",
        trend=steps(chapter),
        heading="按群" if chapter.scope.groups else "按部门",
        columns=tuple(column.name for column in sheet.columns) if lines else (),
        lines=(*lines, *total),
        kinds=tuple((row.name, row.cells[0]) for row in sheet.kinds),
        facts=sheet.facts,
        todo=tuple(todo),
        notes=tuple(notes(sheet, is_over=not chapter.under_way)),
    )


def _told(sheet: Sheet, what: str) -> Iterator[Line]:
    """Rows of which nothing is told are one."""
    silent = sum(set(row.cells) == {HIDDEN} for row in sheet.rows)
    yield from (Line(row.name, row.cells) for row in sheet.rows if silent < 2 or set(row.cells) != {HIDDEN})
    if silent > 1:
        yield Line(f"其余 {silent} 个{what}", (HIDDEN,) * len(sheet.columns))


def tiles(chapter: Chapter, period: Period) -> Sequence[Tile]:
    sheet = chapter.sheet
    return [
        Tile(column.name, sheet.total[place], changed(chapter, place, period), _alarms(chapter, place))
        for place, column in enumerate(sheet.columns[:MOST_TILES])
    ]


def steps(chapter: Chapter) -> tuple[Step, ...]:
    return tuple(Step(period.short, value) for period, value in chapter.trend)


def notes(sheet: Sheet, *, is_over: bool) -> Sequence[str]:
    hidden = [WHY_HIDDEN] if sheet.hides or FEW in sheet.total else []
    return [*hidden, *([] if is_over else [UNDER_WAY])]


def changed(chapter: Chapter, place: int, period: Period) -> str:
    """`比上月 +3`; nothing, where one of the two isn't told, or the days aren't over."""
    if chapter.under_way or chapter.before is None:
        return ""
    now, before = chapter.sheet.sums[place], chapter.before.sums[place]
    if now is None or before is None:
        return ""
    return f"比{period.called_before} {now - before:+d}" if now != before else f"和{period.called_before}一样"


def plain(chapter: Chapter, period: Period) -> str:
    """`违规统计 2026年10月：违规 12 条（比上月 +3）、人数 9 人。`"""
    sheet = chapter.sheet
    said = []
    for place in range(len(sheet.columns)):
        change = changed(chapter, place, period)
        said.append(_number(sheet, place) + (f"（{change}）" if place == 0 and change else ""))
    return f"{chapter.item}统计 {period.name}：{'、'.join(said)}。"


def _number(sheet: Sheet, place: int) -> str:
    """`违规 12 条`; what isn't told beside its months says so."""
    column = sheet.columns[place]
    if sheet.total[place] == HIDDEN:
        return f"{column.name} 不显示（会推出单月的数）"
    return f"{column.name} {sheet.total[place]} {column.unit}"


def _alarms(chapter: Chapter, place: int) -> bool:
    """More than before of what nobody wants more of."""
    now, before = chapter.sheet.sums[place], chapter.before.sums[place] if chapter.before else None
    return chapter.sheet.columns[place].alarming and now is not None and before is not None and now > before


def overview(chapters: Sequence[Chapter], period: Period, title: str, note: str, todo: Sequence[Todo]) -> Figures:
    """A line for each number of each item, with that of the period before and what has changed."""
    lines = [line for chapter in chapters for line in _lines(chapter, period)]
    hidden = any(FEW in line.cells or HIDDEN in line.cells for line in lines)
    under_way = any(chapter.under_way for chapter in chapters)
    return Figures(
        title=title,
        note=note,
        tiles=tuple(_headline(chapter, period) for chapter in chapters[: 2 * MOST_TILES]),
        heading="明细",
        columns=(period.short, period.called_before, "变化"),
        lines=tuple(lines),
        most_lines=len(lines),
        todo=tuple(todo),
        notes=((FEW_SAID,) if hidden else ()) + ((UNDER_WAY,) if under_way else ()),
    )


def overview_plain(chapters: Sequence[Chapter], period: Period, title: str) -> str:
    """`统计 2026年10月：违规 12 条、请假 40 条。`"""
    said = "、".join(_said(each) for each in chapters)
    return f"{title}：{said}。"


def _said(chapter: Chapter) -> str:
    return _number(chapter.sheet, 0)


def _headline(chapter: Chapter, period: Period) -> Tile:
    return Tile(chapter.sheet.columns[0].name, chapter.sheet.total[0], changed(chapter, 0, period), _alarms(chapter, 0))


def _lines(chapter: Chapter, period: Period) -> Iterator[Line]:
    for place, column in enumerate(chapter.sheet.columns):
        before = chapter.before.total[place] if chapter.before else "—"
        yield Line(
            column.name if place == 0 else f"　{column.name}",
            (chapter.sheet.total[place], before, _difference(chapter, place)),
            strong=place == 0,
        )


def _difference(chapter: Chapter, place: int) -> str:
    now, before = chapter.sheet.sums[place], chapter.before.sums[place] if chapter.before else None
    if chapter.under_way or now is None or before is None:
        return "—"
    return f"{now - before:+d}" if now != before else "0"
