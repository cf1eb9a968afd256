"""What was agreed to is taken back by whoever asked for it: which one he means, and who hears of it."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar

from bot.domain.approvals.request import Request
from bot.errors import Candidate, Code, UserError
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson


class Filing(Protocol):
    @property
    def number(self) -> str: ...

    def said(self, today: date) -> str: ...


F = TypeVar("F", bound=Filing)


def the_only(fitting: Sequence[F], today: date, *, nothing: str) -> F:
    """Raises UserError, the same for another's as for none."""
    if not fitting:
        raise UserError(Code.BAD_STATE, nothing)
    if len(fitting) == 1:
        return fitting[0]
    candidates = [Candidate(each.number) for each in fitting]
    listed = "、".join(f"{each.number} {each.said(today)}" for each in fitting)
    raise UserError(Code.AMBIGUOUS_TARGET, f"取消哪一条？{listed}。", candidates=candidates)


def tell_deciders(ctx: Context, request: Request, what: str) -> None:
    """Whoever agreed to it, and works here still, hears that the sender did `what`."""
    words = f"{ctx.company.name_of(request.applicant)} {what}"
    for user in dict.fromkeys(each.by for each in request.decisions):
        if ctx.company.is_here(user) and user != ctx.sender.user_id:
            ctx.tell(ToPerson(user), Text(words))
