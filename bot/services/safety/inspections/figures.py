"""What was planned and done, and how often something was wrong: by area, and as a table of all rounds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.safety.areas import ELSEWHERE
from bot.domain.safety.inspections.rounds import Round
from bot.domain.wording import shown
from bot.shapes.context import Context

TITLE: Final = "检查记录"
HEADER: Final = (
    "编号",
    "计划",
    "区域",
    "地点",
    "检查表",
    "检查人",
    "开始",
    "截止",
    "状态",
    "提交",
    "按时",
    "检查项",
    "不适用",
    "不合格",
    "不合格内容",
    "新隐患",
    "未整改的旧隐患",
)


@dataclass(frozen=True, slots=True)
class OfArea:
    """`planned` rounds that are due by now or done, `done` of them in time; of all that were handed in, planned or not:
    `items` that apply and `wrong` ones."""

    area: str
    planned: int
    done: int
    handed_in: int
    items: int
    wrong: int

    @property
    def said(self) -> str:
        """`3号车间：计划 4 次，按时做完 3 次；共查 4 次 48 项，不合格 5 项（10%）。`"""
        planned = f"计划 {self.planned} 次，按时做完 {self.done} 次；" if self.planned else ""
        share = f"（{round(100 * self.wrong / self.items)}%）" if self.wrong else ""
        return f"{shown(self.area)}：{planned}共查 {self.handed_in} 次 {self.items} 项，不合格 {self.wrong} 项{share}。"


async def rounds_of(ctx: Context, first: date, last: date) -> Sequence[Round]:
    """Those that began from `first` to `last`, both included."""
    since, until = (datetime.combine(each, time(), ctx.now.tzinfo) for each in (first, last + timedelta(days=1)))
    return await ctx.store.inspections.between(since, until)


def by_area(rounds: Sequence[Round], now: datetime) -> Sequence[OfArea]:
    """The areas in the order of their names."""
    areas = sorted({each.area for each in rounds})
    return [_figures(area, [each for each in rounds if each.area == area], now) for area in areas]


def _figures(area: str, rounds: Sequence[Round], now: datetime) -> OfArea:
    due = [each for each in rounds if each.plan and (each.is_done or each.due <= now)]
    done = [each for each in rounds if each.is_done]
    return OfArea(
        area or ELSEWHERE,
        planned=len(due),
        done=sum(each.in_time for each in due),
        handed_in=len(done),
        items=sum(each.applying for each in done),
        wrong=sum(len(each.failed) for each in done),
    )


def rows(rounds: Sequence[Round], company: Company, now: datetime) -> Iterator[Sequence[str]]:
    for each in rounds:
        yield (
            each.number,
            each.plan,
            each.area,
            each.place,
            each.checklist,
            company.name_of(each.inspector),
            _moment(each.opened_at, now),
            _moment(each.due, now) if each.plan else "",
            each.state.value,
            _moment(each.done_at, now) if each.done_at else "",
            ("是" if each.in_time else "否") if each.plan and each.done_at else "",
            str(each.applying),
            "、".join(each.items[place].fault for place in each.left_out),
            str(len(each.failed)) if each.is_done else "",
            "、".join(item.fault for item in each.faults),
            "、".join(each.hazards),
            "、".join(each.known),
        )


def _moment(moment: datetime, now: datetime) -> str:
    return f"{moment.astimezone(now.tzinfo):%Y-%m-%d %H:%M}"
