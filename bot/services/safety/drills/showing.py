"""The drills of a year: as lines, as a table, and what is still wanted."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.safety.drills.drill import Drill, DrillState
from bot.domain.safety.drills.rhythm import wanted
from bot.domain.safety.training.audience import said
from bot.services.safety.drills.ringing import missing, of_year
from bot.services.safety.drills.wording import line
from bot.shapes.context import Context

TITLE: Final = "演练记录"
LINES: Final = 10  # in a message, the latest
HEADER: Final = (
    "编号",
    "类型",
    "题目",
    "时间",
    "地点",
    "负责人",
    "对象",
    "状态",
    "预案",
    "通知人数",
    "到场人数",
    "做得好的",
    "问题",
    "隐患",
)


async def listed(ctx: Context, year: int) -> Sequence[Drill]:
    """What nobody was told of isn't among them."""
    return [each for each in await of_year(ctx, year) if each.state is not DrillState.DRAFT]


async def lacking(ctx: Context) -> Sequence[str]:
    """Of this year and half year."""
    found = [await missing(ctx, each, over=False) for each in wanted(ctx.company.safety.drills, ctx.now.date())]
    return [each for each in found if each]


def lines(drills: Sequence[Drill], now: datetime) -> Sequence[str]:
    return [line(each, now) for each in drills[-LINES:]]


def rows(drills: Sequence[Drill], company: Company) -> Sequence[Sequence[str]]:
    return [
        (
            each.number,
            each.kind.value,
            each.topic,
            f"{each.starts:%Y-%m-%d %H:%M}",
            each.place,
            company.name_of(each.leader),
            said(each.specs, company),
            each.state.value,
            each.plan,
            str(each.asked or ""),
            str(each.came) if each.state is DrillState.DONE else "",
            each.went_well,
            "；".join(each.gaps),
            "、".join(each.hazards),
        )
        for each in drills
    ]
