"""What may happen to a request for a right, which nobody refuses: it is spoken about, and it never lapses."""

from dataclasses import replace
from datetime import datetime

from bot.domain.approvals.in_time import asked_on_at
from bot.domain.approvals.moves import ensure_may_decide
from bot.domain.approvals.pace import Pace
from bot.domain.approvals.request import Power, Request
from bot.errors import Code, UserError
from bot.identifiers import UserId

NO_DATES = "这条申请没有日期可以商量。同意发 /同意申请，不同意发 /驳回 加上理由。"
ONLY_PAPERS = "这是法定假，只核对材料，日期由申请人定。材料不齐就发 /材料不齐 加上编号和缺什么。"
NO_PAPERS = "这一步不核对材料。同意发 /同意申请；要改日期发 /商量日期 加上编号和想改到哪天。"


def spoken_about(
    request: Request, by: UserId, wish: Power, pace: Pace, now: datetime, version: int | None = None
) -> Request:
    """Whoever is asked wants other dates or more papers before he agrees. It waits for him as before; who has spoken
    has not slept, so the next in line is asked later. Raises UserError.

    Other dates may be wished for whatever has a beginning, papers where they are what he looks at, and nothing else is.
    """
    ensure_may_decide(request, by, version)
    papers = request.step.power is Power.PAPERS
    if wish is Power.PAPERS and not papers:
        raise UserError(Code.BAD_STATE, NO_PAPERS)
    if wish is Power.DATES and (papers or request.draft.begins is None):
        raise UserError(Code.BAD_STATE, ONLY_PAPERS if papers else NO_DATES)
    return replace(
        request,
        version=request.version + 1,
        remind_at=pace.remind_at(now),
        escalate_at=asked_on_at(request.draft.begins, now, pace),
    )


def kept_open(request: Request, pace: Pace, now: datetime) -> Request:
    """Nobody has decided for as long as others take to lapse: whoever is asked hears of it again, and the next in line
    is asked. The same value where that isn't due."""
    if not (request.is_pending and request.is_a_right) or now < request.expires_at:
        return request
    return replace(
        request, version=request.version + 1, remind_at=now, escalate_at=now, expires_at=now + pace.lapses_after
    )
