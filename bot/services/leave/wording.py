"""What approvers see on the card of a leave, and what its applicant reads beside the number."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.company import Company
from bot.domain.leave.checks import Point
from bot.domain.leave.eligibility import asked_of_hr
from bot.domain.leave.ledger import Ledger
from bot.domain.leave.types import Say, Sight
from bot.domain.leave.wishes import Weighed, is_known
from bot.domain.wording import shown
from bot.identifiers import UserId

_WIDE: Final = 24  # characters of a detail on a card
_MOST: Final = 6  # details
_NAMED: Final = 3  # colleagues
_RIGHTS: Final = {Say.DATES: "依法应休，只可另商日期", Say.NONE: "依法应休，只核对材料"}

_SHORT: Final = {  # remarks that an approver needs, as short as a card has room for; empty: as it is said
    Point.PROVISIONAL: "放假安排未公布，天数可能变",
    Point.NEAR_HOLIDAY: "靠近还没有公布的长假",
    Point.OVER_LIMIT: "超过规定的天数，由人力资源定",
    Point.SHORT_NOTICE: "",
    Point.LATE: "",
}

Details = tuple[tuple[str, str], ...]


def details(weighed: Weighed, ledger: Ledger, company: Company, away: Sequence[UserId], applicant: UserId) -> Details:
    """`ledger`: with what this one holds. A reason that only HR may read isn't among them."""
    found = _details(weighed, ledger, company, away, applicant)
    return tuple((name, shown(value, _WIDE)) for name, value in found)[:_MOST]


def _details(
    weighed: Weighed, ledger: Ledger, company: Company, away: Sequence[UserId], applicant: UserId
) -> Iterator[tuple[str, str]]:
    kind = weighed.kind
    if kind.has_balance:
        yield "余额", balance(weighed, ledger, company, applicant)
    if away:
        names = "、".join(company.name_of(each) for each in away[:_NAMED])
        yield "同部门", f"{names}{f'等 {len(away)} 人' if len(away) > _NAMED else ''}也请了假"
    if weighed.wanted.reason and kind.sight is Sight.APPROVERS:
        yield "原因", weighed.wanted.reason
    if kind.say in _RIGHTS:
        yield "说明", _RIGHTS[kind.say]
    if asked := asked_of_hr(kind, company.leave.facts(applicant).service):
        yield "核对", "、".join(asked)
    for remark in weighed.remarks:
        if remark.point in _SHORT:
            yield "提醒", _SHORT[remark.point] or remark.said


def balance(weighed: Weighed, ledger: Ledger, company: Company, applicant: UserId) -> str:
    """What is left with this one taken off."""
    kind = weighed.kind
    if not is_known(ledger, kind, applicant, weighed.years, company):
        return "没有登记，由人力资源核对"
    left = kind.counting.said(ledger.available(kind.name, weighed.wish.begins.date()))
    return f"扣除本次后还剩 {left}"


def notes(weighed: Weighed) -> tuple[str, ...]:
    """Lines under the answer, each a sentence."""
    return tuple(_notes(weighed))


def _notes(weighed: Weighed) -> Iterator[str]:
    if weighed.counted and weighed.counted.rounding:
        yield f"{weighed.counted.rounding}。"
    kind, papers = weighed.kind, weighed.kind.papers
    if papers and kind.wants_papers(weighed.wish.amount):
        when = f"请在 {papers.within} 天内" if papers.within else "请在开始前"
        yield f"{when}把{papers.what}交给人力资源。"
    for remark in weighed.remarks:
        if not remark.asks:
            yield remark.said
    if weighed.wish.provisional:
        yield f"{weighed.wish.ends.year}年放假安排未公布，天数可能变。"
