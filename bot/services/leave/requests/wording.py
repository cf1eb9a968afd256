"""What approvers see on the card of a leave, and what its applicant reads beside the number."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Final

from bot.domain.approvals.in_time import is_pressing
from bot.domain.approvals.request import Details, Power
from bot.domain.company import Company
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.checks import Point
from bot.domain.leave.requests.coverage import Off, days_of_work
from bot.domain.leave.requests.eligibility import asked_of_hr
from bot.domain.leave.requests.request import LeaveRequest
from bot.domain.leave.requests.wishes import Weighed, is_known
from bot.domain.leave.types.leave_type import LeaveType, Say, Sight
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.leave.requests.covering import Cover

_WIDE: Final = 24  # characters of a detail on a card
_MOST: Final = 6  # details
_NAMED: Final = 3  # colleagues
_RIGHTS: Final = {Power.DATES: "依法应休，只可另商日期", Power.PAPERS: "依法应休，只核对材料"}

_SHORT: Final = {  # remarks that an approver needs, as short as a card has room for; empty: as it is said
    Point.PROVISIONAL: "放假安排未公布，天数可能变",
    Point.NO_ROSTER: "排班还没出，天数可能变",
    Point.NEAR_HOLIDAY: "靠近还没有公布的长假",
    Point.HALF_HOLIDAY: "含部分人放半天的节日，请人力资源核对",
    Point.OVER_LIMIT: "超过规定的天数，由人力资源定",
    Point.SHORT_NOTICE: "",
    Point.LATE: "",
}

SOON: Final = "马上就要开始了：还没批准，先别离岗；有急事请直接打电话给审批人。"
_SAYS: Final = {Say.DATES: Power.DATES, Say.NONE: Power.PAPERS}  # of whoever is asked first
BALANCE, AWAY, PRESENT = "余额", "同部门", "在岗"  # what may be otherwise by the time somebody else is asked
RIGHT: Final = "说明"


def details(weighed: Weighed, wish: LeaveRequest, ledger: Ledger, cover: Cover, company: Company) -> Details:
    """`wish`: the same, as it will be kept. `ledger`: with what this one holds. A reason that only HR may read isn't
    among them."""
    found = (*_changing(wish, weighed.kind, ledger, cover, company), *_details(weighed, company, wish.user))
    return _fitted(found)


def renewed(
    before: Details, power: Power, leave: LeaveRequest, kind: LeaveType, ledger: Ledger, cover: Cover, company: Company
) -> Details:
    """What was shown when it was asked for, with what has changed since. `power`: of whoever is asked now."""
    lasting = [(name, _RIGHTS.get(power, value) if name == RIGHT else value) for name, value in before]
    lasting = [each for each in lasting if each[0] not in (BALANCE, AWAY, PRESENT)]
    return _fitted((*_changing(leave, kind, ledger, cover, company), *lasting))


def _fitted(found: Iterable[tuple[str, str]]) -> Details:
    return tuple((name, shown(value, _WIDE)) for name, value in found)[:_MOST]


def _changing(
    wish: LeaveRequest, kind: LeaveType, ledger: Ledger, cover: Cover, company: Company
) -> Iterator[tuple[str, str]]:
    if kind.has_balance:
        yield BALANCE, balance(wish, kind, ledger, company)
    if cover.off:
        yield AWAY, _off(wish, cover.off, company)
    for lack in cover.lacking:
        ending = "，不能批" if lack.blocks else ""
        yield PRESENT, f"{_short(lack.on)}{lack.half}剩 {lack.present} 人，至少要 {lack.needed} 人{ending}"


def _details(weighed: Weighed, company: Company, applicant: UserId) -> Iterator[tuple[str, str]]:
    kind = weighed.kind
    if weighed.wanted.replaces:
        yield "改期", f"替换 {weighed.wanted.replaces}"
    if weighed.wanted.reason and kind.sight is Sight.APPROVERS:
        yield "原因", weighed.wanted.reason
    if kind.say in _SAYS:
        yield RIGHT, _RIGHTS[_SAYS[kind.say]]
    if asked := asked_of_hr(kind, company.leave.facts(applicant).service):
        yield "核对", "、".join(asked)
    if weighed.wish.retro:
        yield "补假", "开始以后才申请"
    for remark in weighed.remarks:
        if remark.point in _SHORT:
            yield "提醒", _SHORT[remark.point] or remark.said


def balance(wish: LeaveRequest, kind: LeaveType, ledger: Ledger, company: Company) -> str:
    """What is left with this one taken off."""
    years = range(wish.begins.year, wish.ends.year + 1)
    if not is_known(ledger, kind, wish.user, years, company):
        return "没有登记，由人力资源核对"
    return f"扣除本次后还剩 {kind.counting.said(ledger.available(kind.name, wish.begins.date()))}"


def _off(wish: LeaveRequest, off: Sequence[Off], company: Company) -> str:
    """`李四、刘洋(25日)也请了假`; of whom it isn't said, it is all the days."""
    every = days_of_work(wish, company.schedule(wish.user))
    named = "、".join(_named(each, company, every) for each in off[:_NAMED])
    return f"{named}{f'等 {len(off)} 人' if len(off) > _NAMED else ''}也请了假"


def _named(off: Off, company: Company, every: Sequence[date]) -> str:
    first, last = off.days[0], off.days[-1]
    if len(off.days) == len(every):
        days = ""
    elif first == last:
        days = _short(first)
    else:
        days = f"{_short(first)}-{_short(last)}" if first.month != last.month else f"{_short(first)}-{last.day}"
    notes = "，".join(filter(None, [days, "待批" if off.pending else ""]))
    return f"{company.name_of(off.user)}{f'({notes})' if notes else ''}"


def _short(on: date) -> str:
    return f"{on.month}.{on.day}"


def notes(weighed: Weighed, cover: Cover, now: datetime) -> tuple[str, ...]:
    """Lines under the answer, each a sentence."""
    soon = weighed.kind.say is not Say.NONE and is_pressing(weighed.wish.begins, now)
    return (*((SOON,) if soon else ()), *_notes(weighed), *_of_the_team(cover, now))


def _of_the_team(cover: Cover, now: datetime) -> Iterator[str]:
    for lack in cover.lacking:
        yield f"{lack.said(now.date())}{'人够了才能批。' if lack.blocks else '审批人会看到。'}"


def _notes(weighed: Weighed) -> Iterator[str]:
    if weighed.counted and weighed.counted.rounding:
        yield f"{weighed.counted.rounding}。"
    kind, papers = weighed.kind, weighed.kind.papers
    if papers and kind.wants_papers(weighed.wish.amount):
        when = f"请在 {papers.within} 天内" if papers.within else "请在开始前"
        yield f"{when}把{papers.what}的照片或 PDF 私聊发给我，只交给人力资源。"
    for remark in weighed.remarks:
        if not remark.asks:
            yield remark.said
    if weighed.wish.provisional:
        yield f"{weighed.wish.ends.year}年放假安排未公布，天数可能变。"
