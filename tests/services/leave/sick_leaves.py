"""Sick leaves of the past, written as they are kept."""

from datetime import date, datetime, time
from decimal import Decimal

from bot.domain.calendar.span import Span
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.identifiers import UserId
from bot.shapes.act import Act
from tests.chat import Chat


async def sick(
    chat: Chat,
    user: str,
    first: date,
    last: date,
    days: str,
    *,
    number: str = "QJ-20260101-001",
    state: LeaveState = LeaveState.ENDED,
    returned_on: date | None = None,
    unused: str = "0",
) -> None:
    """`days`: working days."""
    now = chat.clock.now()
    begins, ends = (datetime.combine(day, time(hour), now.tzinfo) for day, hour in ((first, 8), (last, 18)))
    if returned_on:
        ends = datetime.combine(returned_on, time(), now.tzinfo)
    leave = LeaveRequest(
        number=number,
        user=UserId(user),
        type="病假",
        when=Span(first, last),
        amount=Decimal(days),
        begins=begins,
        ends=ends,
        submitted_at=begins,
        state=state,
        returned_on=returned_on,
        unused=Decimal(unused),
    )
    await chat.core.records.leaves.add(leave, "骨折", by=Act(user, "请假", "员工", f"test:{number}", now))
