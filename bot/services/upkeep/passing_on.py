"""A case is handed to somebody else, whatever it is about: each kind by its own door and its own rights (S8)."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.domain.desk.enquiry import PREFIXES
from bot.domain.moderation.reports.report import PREFIX as REPORT
from bot.domain.people import Person
from bot.domain.safety.hazards.hazard import PREFIX as HAZARD
from bot.domain.safety.hazards.hazard import Plan
from bot.errors import Code, UserError
from bot.services.desk import handling as desk
from bot.services.desk.telling import find as find_enquiry
from bot.services.moderation.reports.deciding import pass_on as pass_report
from bot.services.moderation.reports.telling import find as find_report
from bot.services.safety.hazards.fixing import assign
from bot.services.safety.hazards.telling import find as find_hazard
from bot.shapes.context import Context

Way = Callable[[Context, str, Person | None], Awaitable[str]]
_ENQUIRIES: Final = "、".join(f"{kind}（{prefix}-）" for kind, prefix in PREFIXES.items())
NOT_HERE: Final = (
    f"能转派的有隐患（{HAZARD}-）、{_ENQUIRIES}和举报（{REPORT}-）。审批请别人代办发 /委托，值班换人发 /替班。"
)


async def pass_on(ctx: Context, number: str, to: Person | None) -> str:
    """What came of it, as a sentence. Raises UserError, also as the door of its kind does."""
    way = WAYS.get(number.partition("-")[0])
    if way is None:
        raise UserError(Code.UNSUPPORTED, f"{number} 不能转派。{NOT_HERE}", private=True)
    return await way(ctx, number, to)


async def _hazard(ctx: Context, number: str, to: Person | None) -> str:
    hazard = await find_hazard(ctx, number)
    return await assign(ctx, hazard, Plan(owner=_somebody(to, number).user_id, due=hazard.plan.due))


async def _enquiry(ctx: Context, number: str, to: Person | None) -> str:
    return await desk.hand_over(ctx, await find_enquiry(ctx, number), _somebody(to, number))


async def _report(ctx: Context, number: str, to: Person | None) -> str:
    """Reports go up, and to nobody by name: who may read one is no choice of who has it."""
    report = await find_report(ctx, number)
    if to is not None:
        raise UserError(Code.UNSUPPORTED, f"举报不能转给指定的人，只能转给管理小组：/转派 {number}。", private=True)
    return await pass_report(ctx, report)


def _somebody(to: Person | None, number: str) -> Person:
    """Raises UserError."""
    if to is None:
        raise UserError(Code.MISSING_ARG, f"转给谁？例如：/转派 {number} @李四。", missing=("target",), private=True)
    return to


WAYS: Final[Mapping[str, Way]] = {HAZARD: _hazard, REPORT: _report, **dict.fromkeys(PREFIXES.values(), _enquiry)}
