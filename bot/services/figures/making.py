"""A sheet of each item as it may be told, with the period before and how it went lately."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.figures.items import AS_THEY_ARE, Item
from bot.domain.figures.periods import Period, lately
from bot.domain.figures.scope import Parts, Scope
from bot.domain.figures.sheet import Counted, Sheet, told
from bot.services.approvals.kinds import Desk
from bot.services.figures.matters import COUNTED

SHOWN: Final = 6  # periods of a chart
YEARS: Final = 3  # where they are years: each is counted month by month besides


@dataclass(frozen=True, slots=True)
class Chapter:
    """`before`: the period before it; None, where nobody knows. `trend`: the first column's sum of each period, this
    one last; None where it isn't told."""

    item: Item
    scope: Scope
    sheet: Sheet
    before: Sheet | None
    trend: tuple[tuple[Period, int | None], ...]
    under_way: bool = False
    whole: int = 0  # what the first sum is a share of


async def chapter(desk: Desk, item: Item, period: Period, scope: Scope, parts: Parts, *, many: int = SHOWN) -> Chapter:
    """Of days that aren't over only sums are told: a second look at departments would tell who came in between."""
    most = 1 if item in AS_THEY_ARE else min(many, YEARS) if period.is_year else many
    periods, over = lately(period, most), period.is_over(desk.now.date())
    counted = [await _count(desk, item, each, parts) for each in periods]
    sheets = [told(each, is_whole=scope.is_whole, with_parts=over) for each in counted]
    sums = [sheet.sums[0] if sheet.sums else None for sheet in sheets]
    whole = counted[-1].total[0].whole or 0
    before = sheets[-2] if len(sheets) > 1 else None
    return Chapter(item, scope, sheets[-1], before, tuple(zip(periods, sums, strict=True)), not over, whole)


async def _count(desk: Desk, item: Item, period: Period, parts: Parts) -> Counted:
    """With the months that a year is made of, which may not follow from it."""
    counted, today = await COUNTED[item](desk, period, parts), desk.now.date()
    wanted = item not in AS_THEY_ARE and any(each.personal for each in counted.columns)
    pieces = [await _count(desk, item, each, parts) for each in (period.pieces(today) if wanted else ())]
    return replace(counted, pieces=tuple(pieces), is_over=period.is_over(today))


async def chapters(desk: Desk, scopes: Mapping[Item, Scope], period: Period, *, many: int = SHOWN) -> Sequence[Chapter]:
    parts = {scope: Parts(scope, desk.company) for scope in scopes.values()}
    await asyncio.to_thread(_look_through, list(parts.values()))
    wanted = [(item, scope) for item, scope in scopes.items() if item in COUNTED]
    return [await chapter(desk, item, period, scope, parts[scope], many=many) for item, scope in wanted]


def _look_through(parts: Sequence[Parts]) -> None:
    """How many are where: of a hundred thousand people that takes a while."""
    for each in parts:
        _ = each.staff
