"""Each night: whether WeCom still has the balances that it was told. HR is told of differences; nothing is changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import structlog

from bot.domain.leave.requests.request import LeaveState
from bot.domain.office.quotas import Quota, QuotaState, Vacation
from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.outgoing import Text, ToPerson, Verdict
from bot.shapes.ports import OfficeRefused, Sources
from bot.shapes.store import Store

MOST: Final = 400  # of one night; the others have their turn in the next ones
LISTED: Final = 10
YEAR: Final = timedelta(days=366)
BY_FORM: Final = "（企业微信按假单扣，那边要改请在管理后台改）"

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Found:
    """What WeCom has, by person and by its number of the kind."""

    kinds: Sequence[Vacation] = ()
    left: Mapping[UserId, Mapping[int, int]] = field(default_factory=dict)


async def read(sources: Sources, store: Store) -> Found:
    """As many as WeCom answers for."""
    if sources.vacations is None:
        return Found()
    left: dict[UserId, Mapping[int, int]] = {}
    try:
        kinds = await sources.vacations.kinds()
        for quota in await store.quotas.to_check(MOST):
            if quota.user not in left:
                left[quota.user] = await _left(sources, quota.user)
    except OfficeRefused as refused:
        log.warning("leave balances can't be read now", why=refused.outcome.why)
        return Found((), {})
    return Found(kinds, left)


async def _left(sources: Sources, user: UserId) -> Mapping[int, int]:
    """Nothing of whom WeCom doesn't tell. Raises OfficeRefused where it tells nothing at all now."""
    if sources.vacations is None:
        return {}
    try:
        return await sources.vacations.left(user)
    except OfficeRefused as refused:
        if refused.outcome.verdict is not Verdict.REFUSED:
            raise
        return {}


async def compare(desk: Desk, found: Found) -> None:
    """HR reads of each difference once, until it is another one."""
    kinds = {each.name: each for each in found.kinds}
    quotas = await desk.store.quotas.to_check(MOST)
    unsure = await _unsure(desk, quotas)
    news = list[str]()
    for quota in quotas:
        vacation = kinds.get(quota.vacation)
        if vacation is None or quota.user not in found.left:
            continue
        if quota.user in unsure and quota.state is QuotaState.WATCHED:
            await desk.store.quotas.checked(quota, seen=quota.seen)
            continue
        there = found.left[quota.user].get(vacation.id)
        differs = there is not None and there != quota.expected(vacation)
        if differs and there != quota.seen:
            news.append(_difference(desk, quota, vacation, there or 0))
        await desk.store.quotas.checked(quota, seen=there if differs else None)
    refused = [_refusal(desk, each) for each in await desk.store.quotas.newly_refused()]
    _tell(desk, news, refused)


async def _unsure(desk: Desk, quotas: Sequence[Quota]) -> frozenset[UserId]:
    """Of whom a leave isn't decided yet, here or there: until it is, WeCom can't have what the ledger has."""
    users = {each.user for each in quotas if each.state is QuotaState.WATCHED}
    leaves = await desk.store.leaves.between(desk.now - YEAR, desk.now + YEAR, users)
    waiting = {each.user for each in leaves if each.state is LeaveState.PENDING}
    return await desk.store.filings.under_way(users) | waiting


def _difference(desk: Desk, quota: Quota, vacation: Vacation, there: int) -> str:
    name, here = desk.company.name_of(quota.user), vacation.said(quota.expected(vacation) or 0)
    way = BY_FORM if quota.state is QuotaState.WATCHED else ""
    return f"{name} {quota.type}：企业微信 {vacation.said(there)}，这里 {here}{way}"


def _refusal(desk: Desk, quota: Quota) -> str:
    return f"{desk.company.name_of(quota.user)} {quota.type}：{quota.why}"


def _tell(desk: Desk, differences: Sequence[str], refused: Sequence[str]) -> None:
    if not differences and not refused:
        return
    words = Text("\n".join(_report(differences, refused)))
    for user in desk.company.serving(Role.HR):
        desk.tell(ToPerson(user), words)


def _report(differences: Sequence[str], refused: Sequence[str]) -> Iterator[str]:
    if differences:
        yield f"企业微信里有 {len(differences)} 个假期余额和这里不一样，都没有改动："
        yield from _listed(differences)
        yield "以这里的为准，发 /同步余额 姓名；以企业微信的为准，发 /调整假期 改这里的。"
    if refused:
        yield f"有 {len(refused)} 个假期余额写不进企业微信："
        yield from _listed(refused)
        yield "请企业微信管理员看应用的可见范围和假期设置，改好后发 /同步余额。"


def _listed(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:LISTED]
    if len(lines) > LISTED:
        yield f"另有 {len(lines) - LISTED} 个没有列出。"
