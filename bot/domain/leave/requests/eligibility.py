"""Whether somebody may have this leave at all: by what is known. What nobody knows is asked of HR, never guessed."""

from datetime import date

from bot.domain.dates import full_day
from bot.domain.leave.anniversaries import months_after
from bot.domain.leave.ledgers.entitlement import Service
from bot.domain.leave.types.leave_type import LeaveType
from bot.errors import Code, UserError


def ensure_eligible(kind: LeaveType, service: Service | None, on: date) -> None:
    """Raises UserError where service is known to be too short. `on`: the first day of the leave."""
    if not kind.after_months or service is None:
        return
    since = months_after(service.began, kind.after_months)
    if on < since:
        raise UserError(
            Code.NOT_ELIGIBLE,
            f"连续工作未满{kind.after_months}个月，还不能请{kind.name}（{kind.source}），{full_day(since)}起可以请。"
            "现在可请事假。",
        )


def asked_of_hr(kind: LeaveType, service: Service | None) -> tuple[str, ...]:
    """What HR has to look up before it is decided."""
    unknown = ("参加工作的日期（累计工龄）",) if kind.after_months and service is None else ()
    papers = (kind.papers.what,) if kind.papers and kind.needs_hr else ()
    return (*unknown, *kind.asks, *papers)
