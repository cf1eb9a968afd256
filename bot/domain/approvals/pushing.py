"""Asking costs a line, being asked a card: nobody keeps those who decide busy with wishes that he takes back."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState
from bot.domain.dates import clock_time
from bot.errors import Code, UserError

MOST_WAITING: Final = 20  # of one kind
MOST_IN_VAIN: Final = 3
WITHIN: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)


def ensure_not_pushing(wanted: Draft, waiting: Collection[Request], over: Collection[Request], now: datetime) -> None:
    """`waiting` and `over`: what he has asked for, the newest. Raises UserError."""
    if sum(each.kind == wanted.kind for each in waiting) >= MOST_WAITING:
        sentence = (
            f"你已经有 {MOST_WAITING} 条{wanted.kind}的申请在等审批，不能再多。等批了，或发 /撤回 撤回几条，再提交。"
        )
        raise UserError(Code.LIMIT, sentence)
    in_vain = sorted(each.closed_at for each in over if each.closed_at and _was_in_vain(each, wanted))
    recent = [at for at in in_vain if now - at < WITHIN]
    if len(recent) >= MOST_IN_VAIN:
        until = recent[-MOST_IN_VAIN].astimezone(now.tzinfo) + WITHIN + _MINUTE - timedelta.resolution
        sentence = f"一小时里你撤回的和同样被驳回的申请已有 {len(recent)} 条。{clock_time(until, now)} 以后再提交，"
        raise UserError(Code.LIMIT, f"{sentence}有急事请直接找审批人。")


def _was_in_vain(request: Request, wanted: Draft) -> bool:
    """Taken back, whatever it was; or refused, and he asks for the very same."""
    if request.state is RequestState.WITHDRAWN:
        return True
    same = (request.kind, request.text) == (wanted.kind, wanted.text)
    return request.state is RequestState.REJECTED and same
