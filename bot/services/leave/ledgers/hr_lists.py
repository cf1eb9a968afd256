"""Tables for the human resources: leave that nobody took, overtime of a month."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from bot.domain.data_views import What
from bot.domain.leave.amounts import NOTHING, plain
from bot.domain.leave.ledgers.overtime import MOST_A_MONTH, Overtime, OvertimeState, Pay
from bot.domain.leave.ledgers.papers import Paper, PaperKind, PaperState
from bot.domain.leave.ledgers.unused import Unused, unused, what_becomes_of_it
from bot.domain.leave.types.leave_type import Kept, LeaveType
from bot.domain.people import Person
from bot.identifiers import UserId
from bot.services.attaching import attach_table
from bot.services.leave.ledgers.balances import up_to_date
from bot.services.privacy.viewing import note_view
from bot.shapes.context import Context

_WHO: Final = ("姓名", "账号", "部门")
UNUSED: Final = (
    *_WHO,
    "假",
    "应休",
    "已休",
    "占用",
    "结转到下年",
    "放弃",
    "没休",
    "已过期",
    "结转的答复",
    "过期的怎么办",
)
OVERTIME: Final = ("编号", *_WHO, "日期", "开始", "结束", "小时", "怎么补", "状态", "当月超过 36 小时")
PER_DAY: Final = (
    "每天另付：前 12 个月的月平均工资（不含加班费）÷ 21.75 × 200%（《企业职工带薪年休假实施办法》第十、十一条）。"
)

Papers = Mapping[UserId, Paper]


async def list_unused(ctx: Context, year: int) -> str:
    """What it says in short; the table goes along where there is something in it."""
    kinds = [each for each in ctx.company.leave.types.types.values() if each.kept in (Kept.SERVICE, Kept.OVERTIME)]
    asked, waived = [await _papers(ctx, kind, year) for kind in (PaperKind.CARRY, PaperKind.WAIVER)]
    rows: list[tuple[str, ...]] = []
    days = {kind.name: NOTHING for kind in kinds}
    for person in ctx.company.people:
        ledger = await up_to_date(ctx, person.user_id, year)
        for kind in kinds:
            found = unused(ledger, kind.name, year)
            if not (found.left or found.lapsed):
                continue
            days[kind.name] += found.left + found.lapsed
            paper = asked.get(person.user_id) if kind.kept is Kept.SERVICE else None
            declared = waived.get(person.user_id) if kind.kept is Kept.SERVICE else None
            await note_view(ctx, person.user_id, What.BALANCE, about=f"未休年假 {year}")
            rows.append(_unused_row(ctx, person, kind, found, paper, declared))
    if not rows:
        return f"{year}年没有没休的年假和调休。"
    await attach_table(
        ctx, f"未休假期 {year}", "未休", UNUSED, rows, plain=f"{year}年没休的年假和调休，共 {len(rows)} 行"
    )
    total = "，".join(f"{kind.name} {kind.counting.said(days[kind.name])}" for kind in kinds if days[kind.name])
    return f"{year}年没休的：{total}，明细在表里。{PER_DAY}"


async def list_overtime(ctx: Context, first: date) -> str:
    """Of one month, by its first day."""
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    found = [each for each in await ctx.store.overtimes.between(first, last, ctx.now) if each.stands]
    if not found:
        return f"{first:%Y-%m} 没有登记的加班。"
    hours: dict[UserId, Decimal] = {}
    for each in found:
        hours[each.user] = hours.get(each.user, NOTHING) + each.hours
    rows = [_overtime_row(ctx, each, over=hours[each.user] > MOST_A_MONTH) for each in found]
    await attach_table(
        ctx, f"加班 {first:%Y-%m}", "加班", OVERTIME, rows, plain=f"{first:%Y-%m} 的加班，共 {len(rows)} 条"
    )
    paid = sum((each.hours for each in found if each.pay is not Pay.TIME_OFF and _agreed(each)), NOTHING)
    over = sum(each > MOST_A_MONTH for each in hours.values())
    warned = f"，{over} 人超过 36 小时（《劳动法》第四十一条）" if over else ""
    return f"{first:%Y-%m} 登记了 {len(found)} 次加班，批准的里面有 {plain(paid)} 小时要付加班费{warned}，明细在表里。"


async def _papers(ctx: Context, kind: PaperKind, year: int) -> Papers:
    """The last of each person; of waivers, those that were entered."""
    papers = await ctx.store.leave_papers.of_year(kind, year)
    return {each.user: each for each in papers if kind is not PaperKind.WAIVER or each.state is PaperState.DONE}


def _unused_row(
    ctx: Context, person: Person, kind: LeaveType, found: Unused, asked: Paper | None, waived: Paper | None
) -> tuple[str, ...]:
    amounts = (found.credit, found.used, found.held, found.carried)
    return (
        *_who(ctx, person),
        kind.name,
        *map(plain, amounts),
        plain(-waived.amount) if waived else "",
        plain(found.left),
        plain(found.lapsed),
        asked.state.value if asked else "",
        what_becomes_of_it(kind.kept) if found.lapsed else "",
    )


def _overtime_row(ctx: Context, each: Overtime, *, over: bool) -> tuple[str, ...]:
    person = ctx.company.person(each.user)
    who = _who(ctx, person) if person else ("", each.user, "")
    clock = [f"{moment:%H:%M}" if moment else "" for moment in (each.begins, each.ends)]
    return (
        each.number,
        *who,
        each.day.isoformat(),
        *clock,
        plain(each.hours),
        each.pay,
        each.state,
        "是" if over else "",
    )


def _who(ctx: Context, person: Person) -> tuple[str, str, str]:
    department = ctx.company.department_of(person)
    return person.name, person.user_id, department.name if department else ""


def _agreed(each: Overtime) -> bool:
    return each.state in (OvertimeState.APPROVED, OvertimeState.CREDITED)
