"""The table behind a picture: a sheet for each item, and on each who had it made, when, and what for."""

from collections.abc import Iterator, Sequence

from bot.domain.figures.periods import Period
from bot.domain.figures.sheet import WHY_HIDDEN, Sheet
from bot.files.workbook import Page
from bot.services.figures.making import Chapter


def pages(chapters: Sequence[Chapter], period: Period, mark: str) -> Sequence[Page]:
    return [_page(chapter, period, mark) for chapter in chapters]


def _page(chapter: Chapter, period: Period, mark: str) -> Page:
    columns = chapter.sheet.columns
    where = "群" if chapter.scope.groups else "部门"
    header = (where, *(f"{each.name}（{each.unit}）" for each in columns))
    above = (f"{chapter.item}统计 {period.name} {chapter.scope.label}", mark, WHY_HIDDEN)
    return Page(chapter.item, header, list(_rows(chapter, period, len(header))), above)


def _rows(chapter: Chapter, period: Period, wide: int) -> Iterator[Sequence[str]]:
    sheet = chapter.sheet
    yield from ((row.name, *row.cells) for row in sheet.rows)
    yield ("合计", *sheet.total)
    if chapter.before:
        yield (f"合计（{period.before.name}）", *chapter.before.total)
    yield from (_wide(line, wide) for line in _beside(chapter, sheet))


def _beside(chapter: Chapter, sheet: Sheet) -> Iterator[Sequence[str]]:
    if sheet.kinds:
        yield ("",)
        yield ("类别", sheet.columns[0].name)
        yield from ((row.name, *row.cells) for row in sheet.kinds)
    if len(chapter.trend) > 1:
        yield ("",)
        yield ("时段", sheet.columns[0].name)
        yield from ((period.name, "·" if value is None else str(value)) for period, value in chapter.trend)
    yield from ((fact,) for fact in sheet.facts)


def _wide(line: Sequence[str], wide: int) -> Sequence[str]:
    return (*line, *("" for _ in range(wide - len(line))))
