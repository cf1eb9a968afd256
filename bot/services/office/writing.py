"""Leave balances are written to WeCom: what the ledgers give, whenever it is something else than WeCom was told.

WeCom is asked outside of any transaction. A balance is set and not changed by so much, so whoever died between WeCom's
yes and our note of it writes it once more, and an outcome that nobody knows is simply tried again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import structlog

from bot.domain.leave.requests.wishes import is_known
from bot.domain.office.quotas import Left, Quota, Vacation
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.leave.ledgers.balances import up_to_date
from bot.shapes.ports import OfficeRefused, Sources, Vacations
from bot.shapes.store import Store

JOB: Final = "leave-balances"
MOST_WRITTEN: Final = 100  # of one run: what comes of it is one transaction
MOST_ENTRIES: Final = 500  # of the ledgers, likewise
NO_SUCH: Final = "企业微信里没有这种假"

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Tried:
    """`written`: with the seconds that WeCom took; `refused`: with the reason. `more`: some wait for another run."""

    written: Sequence[tuple[Quota, int]] = ()
    refused: Sequence[tuple[Quota, str]] = ()
    more: bool = False


@dataclass(slots=True)
class _Tally:
    written: list[tuple[Quota, int]] = field(default_factory=list)
    refused: list[tuple[Quota, str]] = field(default_factory=list)


async def write(sources: Sources, store: Store) -> Tried:
    """May be repeated. Where WeCom doesn't answer now, the rest waits for the next run."""
    if sources.vacations is None:
        return Tried()
    quotas = await store.quotas.to_write(MOST_WRITTEN)
    if not quotas:
        return Tried()
    tally = _Tally()
    try:
        kinds = {each.name: each for each in await sources.vacations.kinds()}
        for quota in quotas:
            await _write(sources.vacations, quota, kinds, tally)
    except OfficeRefused as refused:
        log.warning("leave balances can't be written now", why=refused.outcome.why)
        return Tried(tally.written, tally.refused)
    return Tried(tally.written, tally.refused, more=len(quotas) == MOST_WRITTEN)


async def _write(vacations: Vacations, quota: Quota, kinds: Mapping[str, Vacation], tally: _Tally) -> None:
    """Raises OfficeRefused where nothing more can be written at the moment."""
    vacation = kinds.get(quota.vacation)
    if vacation is None:
        tally.refused.append((quota, f"{NO_SUCH}：{quota.vacation}"))
        return
    seconds = quota.left.seconds(vacation)
    try:
        await vacations.put(quota.user, vacation, seconds)
    except OfficeRefused as refused:
        if not refused.of_one:
            raise
        tally.refused.append((quota, f"企业微信不接受（{refused.outcome.errcode}）"))
        return
    tally.written.append((quota, seconds))


async def settle(desk: Desk, tried: Tried) -> bool:
    """Write down what became of it, and see whose balance is another one now. True: there is more to do at once."""
    for quota, seconds in tried.written:
        await desk.store.quotas.written(quota, seconds, by=desk.act)
    for quota, why in tried.refused:
        await desk.store.quotas.refused(quota, why, by=desk.act)
    users, entry = await desk.store.quotas.changed(MOST_ENTRIES)
    for user in users:
        await _look(desk, user)
    if users:
        await desk.store.quotas.caught_up(entry)
    return bool(users) or tried.more


async def _look(desk: Desk, user: UserId) -> None:
    if not desk.company.is_here(user):
        return
    today, company = desk.now.date(), desk.company
    ledger = await up_to_date(desk, user, today.year)
    for type_, vacation in company.wecom_vacations.items():
        kind = company.leave.types.get(type_)
        if kind is None or not kind.has_balance or not is_known(ledger, kind, user, [today.year], company):
            continue
        amount = ledger.available(type_, today)
        left = Left.of(amount, kind.counting, company.schedule(user).shift.minutes)
        await desk.store.quotas.want(user, type_, vacation, left, watched=type_ in company.wecom_forms)
