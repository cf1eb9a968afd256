"""Each night: what became of the forms that were filed in WeCom. HR reads of those that came to nothing there, of those
of which nobody knows whether they arrived, and of leaves that couldn't be filed for half a day.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

import structlog

from bot.domain.office.forms import Filing, FilingState
from bot.services.approvals.kinds import Desk
from bot.services.office.wanting import BY_HAND, tell_hr
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import OfficeRefused, Sources
from bot.shapes.store import Store

MOST: Final = 400  # of one night; the others have their turn in the next ones
LONG: Final = timedelta(hours=1)  # in doubt, before it is said
LATE: Final = timedelta(hours=12)
LISTED: Final = 10

log = structlog.get_logger()

Looked = Sequence[tuple[Filing, FilingState]]


async def look(sources: Sources, store: Store) -> Looked:
    """As many as WeCom answers for."""
    found = list[tuple[Filing, FilingState]]()
    if sources.forms is None:
        return found
    for filing in await store.filings.to_look_at(MOST):
        try:
            found.append((filing, await sources.forms.state(filing.sp_no)))
        except OfficeRefused as refused:
            if refused.outcome.verdict is not Verdict.REFUSED:
                log.warning("forms can't be looked at now", why=refused.outcome.why)
                return found
            found.append((filing, FilingState.FILED))  # it has had its turn
    return found


async def report(desk: Desk, looked: Looked) -> None:
    for filing, state in looked:
        await desk.store.filings.looked_at(filing.number, state, by=desk.act)
    undone = [each for each, state in looked if state is FilingState.UNDONE and not each.changed]
    doubtful = await desk.store.filings.in_doubt(desk.now - LONG)
    waiting = await desk.store.filings.waiting(MOST)
    late = [each for each in waiting if each.state is FilingState.TO_FILE and each.wanted_at <= desk.now - LATE]
    tell_hr(desk, list(_report(desk, undone, doubtful, late)))


def _report(desk: Desk, undone: Sequence[Filing], doubtful: Sequence[Filing], late: Sequence[Filing]) -> Iterator[str]:
    if undone:
        yield f"有 {len(undone)} 条假这里已批准，在企业微信审批里被驳回、撤销或删除了："
        yield from _listed(desk, undone)
        yield f"请问清楚：还休的{BY_HAND}，不休的请本人发 /取消。"
    if doubtful:
        yield f"有 {len(doubtful)} 条假不知道企业微信审批收到没有，还在查，查清之前不会再提交："
        yield from _listed(desk, doubtful)
        yield "也可以在企业微信审批里看看有没有。"
    if late:
        yield f"有 {len(late)} 条假还没能提交到企业微信审批，会接着试："
        yield from _listed(desk, late)
        yield "请企业微信管理员看应用的权限和请假模板（qunwu check）。"


def _listed(desk: Desk, filings: Sequence[Filing]) -> Iterator[str]:
    for each in filings[:LISTED]:
        sp_no = f"（审批单 {each.sp_no}）" if each.sp_no else ""
        yield f"{desk.company.name_of(each.user)} {each.number}{sp_no}"
    if len(filings) > LISTED:
        yield f"另有 {len(filings) - LISTED} 条没有列出。"
