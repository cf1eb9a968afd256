"""Approved leaves are filed as forms of WeCom's own approvals, each once.

WeCom is asked outside of any transaction. To file is no wish that may be repeated, so each is noted as begun before
WeCom is called; whatever was begun and not written down as done, be it for a lost answer or for a death in between, is
looked for five minutes later by the number in it, and filed again only where WeCom says that it has none.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import structlog

from bot.domain.office.forms import SETTLES, Filing, FilingState
from bot.services.approvals.kinds import Desk
from bot.services.office.wanting import BY_HAND, outdated, tell_hr
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import CannotSay, Forms, OfficeRefused, Sources
from bot.shapes.store import Store

MOST: Final = 50  # of one run: what comes of it is one transaction

log = structlog.get_logger()


@dataclass(slots=True)
class Tried:
    """`refused`: with the errcode and what HR reads. `absent`: WeCom has nothing of it. `more`: some wait for another
    run."""

    filed: list[tuple[Filing, str]] = field(default_factory=list)
    refused: list[tuple[Filing, int | None, str]] = field(default_factory=list)
    absent: list[Filing] = field(default_factory=list)
    more: bool = False


async def file(sources: Sources, store: Store) -> Tried:
    """What is in doubt first. Where WeCom doesn't answer now, the rest waits for the next run."""
    tried = Tried()
    if sources.forms is None:
        return tried
    waiting = await store.filings.waiting(MOST)
    if not waiting:
        return tried
    try:
        await sources.forms.ready()
        for filing in waiting:
            await _try(sources.forms, store, filing, tried)
        tried.more = len(waiting) == MOST and bool(tried.filed or tried.refused or tried.absent)
    except OfficeRefused as refused:
        log.warning("leaves can't be filed now", why=refused.outcome.why)
    return tried


async def _try(forms: Forms, store: Store, filing: Filing, tried: Tried) -> None:
    """Raises OfficeRefused where nothing more can be done at the moment."""
    if filing.state is FilingState.TO_SEARCH:
        await _search(forms, filing, tried)
    elif await store.filings.begin(filing.number):
        await _file(forms, filing, tried)


async def _search(forms: Forms, filing: Filing, tried: Tried) -> None:
    try:
        sp_no = await forms.find(filing)
    except OfficeRefused as refused:
        if not refused.of_one:
            raise
        log.warning("a form can't be looked for", number=filing.number, why=refused.outcome.why)
        return
    if sp_no is None:
        tried.absent.append(filing)
    else:
        tried.filed.append((filing, sp_no))


async def _file(forms: Forms, filing: Filing, tried: Tried) -> None:
    try:
        tried.filed.append((filing, await forms.file(filing)))
    except CannotSay as reason:
        tried.refused.append((filing, None, str(reason)))
    except OfficeRefused as refused:
        outcome = refused.outcome
        if refused.of_one:
            tried.refused.append((filing, outcome.errcode, refused.said))
            return
        if outcome.verdict is not Verdict.UNKNOWN:
            tried.absent.append(filing)  # it wasn't done
        raise


async def settle(desk: Desk, tried: Tried) -> datetime | None:
    """Write down what became of it. When there is more to do, if before the next hour."""
    news = [line for filing, sp_no in tried.filed if (line := await _filed(desk, filing, sp_no))]
    for filing, errcode, why in tried.refused:
        await desk.store.filings.refused(filing.number, errcode=errcode, by=desk.act)
        news.append(_refused_said(desk, filing, why))
    searched = False
    for filing in tried.absent:
        again = await desk.store.filings.again(filing.number, by=desk.act)
        searched |= again and filing.state is FilingState.TO_SEARCH
    tell_hr(desk, news)
    ripe, doubtful = await desk.store.filings.ripen(desk.now, desk.now - SETTLES)
    if ripe or searched or tried.more:
        return desk.now
    return doubtful + SETTLES if doubtful else None


async def _filed(desk: Desk, filing: Filing, sp_no: str) -> str:
    """What HR reads, where the leave was changed meanwhile."""
    changed = await desk.store.filings.filed(filing.number, sp_no, by=desk.act)
    now = await desk.store.filings.get(filing.number) if changed else None
    return outdated(desk, now) if now else ""


def _refused_said(desk: Desk, filing: Filing, why: str) -> str:
    name = desk.company.name_of(filing.user)
    ways = f"{BY_HAND}，或者改好后发 /同步余额 {name} 再提交一次"
    return f"{name} 的 {filing.number} 没能提交到企业微信审批：{why}。{ways}。"
