"""What is to be done to accounts: by the contacts-sync right where it was granted, else by an administrator.

WeCom is asked outside of any transaction, and an account is never made twice: its name is chosen beforehand, and who
doesn't know what became of a call looks whether it is there before he asks again.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

import structlog

from bot.domain.accounts.newcomer import account_for
from bot.domain.accounts.seen import seen
from bot.domain.accounts.works import Against, Deed, Work, WorkState
from bot.errors import Defect
from bot.identifiers import UserId
from bot.services.accounts.by_hand import ask_again, ask_somebody, remind
from bot.services.approvals.kinds import Desk
from bot.services.people.vanishing import DIRECTORY_JOB
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import AccountRefused, Accounts, DirectoryCopy, Sources
from bot.shapes.store import Store

log = structlog.get_logger()

JOB: Final = "account-works"
AGAIN_AFTER: Final = timedelta(minutes=1)
MOST_AT_ONCE: Final = 50
_NOT_NOW: Final = (Verdict.RETRY, Verdict.UNKNOWN)

Follow = Callable[[Desk, Work], Awaitable[None]]


class Came(StrEnum):
    """What came of asking WeCom."""

    DONE = "done"
    NO = "no"  # a person has to
    TAKEN = "taken"  # the account belongs to somebody else


@dataclass(frozen=True, slots=True)
class Tried:
    """By the work's number. `directory`: as it was just read, where something is to be compared with it; `reads`: there
    is a directory to be read at all. `why`: what WeCom had against it, in Chinese."""

    came: Mapping[int, Came] = field(default_factory=dict)
    why: Mapping[int, str] = field(default_factory=dict)
    directory: DirectoryCopy | None = None
    reads: bool = False


async def assign(desk: Desk, work: Work) -> Work:
    """In the transaction of the decision that it comes from."""
    added = await desk.store.account_works.add(work, by=desk.act)
    await desk.store.jobs.hasten(JOB, desk.now)
    return added


async def begin(desk: Desk, work: Work, cause: str) -> None:
    """What waited for somebody's yes may be done now."""
    after = replace(work.becomes(WorkState.TO_DO), cause=cause)
    await desk.store.account_works.save(after, was=work.version, by=desk.act)
    await desk.store.jobs.hasten(JOB, desk.now)


async def ask_wecom(sources: Sources, store: Store) -> Tried:
    """May be repeated. What WeCom doesn't answer now is asked again later."""
    came: dict[int, Came] = {}
    why: dict[int, str] = {}
    works = await store.account_works.open_ones()
    directory = await _read(sources, works)
    for work in [each for each in works if each.state is WorkState.TO_DO][:MOST_AT_ONCE]:
        if sources.accounts is None:
            came[work.number] = Came.NO
            continue
        try:
            came[work.number] = await _done(sources.accounts, work)
        except AccountRefused as refused:
            if refused.outcome.verdict in _NOT_NOW or refused.against is Against.TAKEN:
                continue  # whose it is, the next look tells
            came[work.number] = Came.NO
            why[work.number] = refused.against.value
    return Tried(came, why, directory, reads=sources.directory is not None)


async def _read(sources: Sources, works: Sequence[Work]) -> DirectoryCopy | None:
    """None: there is nothing to be compared, or it can't be read now, which keeps nothing else from being done."""
    if sources.directory is None or not any(each.state is WorkState.CHECKING for each in works):
        return None
    try:
        return await sources.directory.read()
    except Exception:
        log.exception("account_works.directory_unread")
        return None


async def _done(accounts: Accounts, work: Work) -> Came:
    """Raises AccountRefused."""
    match work.deed:
        case Deed.CREATE:
            return await _created(accounts, work)
        case Deed.CHANGE:
            await accounts.change(work.user, work.change)
        case Deed.DISABLE | Deed.ENABLE:
            await accounts.enable(work.user, on=work.deed is Deed.ENABLE)
        case Deed.DELETE:
            await accounts.delete(work.user)
    return Came.DONE


async def _created(accounts: Accounts, work: Work) -> Came:
    """Whose account that is which is there already, his telephone number says: no two have one."""
    if work.newcomer is None:
        raise Defect("an account is to be made for nobody")
    if await accounts.find(work.user) is None:
        await accounts.create(work.user, work.newcomer)
        return Came.DONE
    return Came.DONE if await accounts.of_mobile(work.mobile) == work.user else Came.TAKEN


async def settle(desk: Desk, tried: Tried, follow: Follow) -> datetime | None:
    """Write down what came of it, ask people for the rest, remind who is late; when to look again. `follow`: all that
    comes of something that was done."""
    for work in await desk.store.account_works.open_ones(desk.now):
        if work.number in tried.came:
            await _settle(desk, work, tried.came[work.number], tried.why.get(work.number, ""), follow)
        elif work.state is WorkState.CHECKING and (tried.directory or not tried.reads or _is_late(work, desk.now)):
            await _compare(desk, work, tried, follow)
        elif work.state is WorkState.ASKED and _is_late(work, desk.now):
            await remind(desk, work)
    return _next(await desk.store.account_works.open_ones(desk.now), desk.now)


async def _settle(desk: Desk, work: Work, came: Came, why: str, follow: Follow) -> None:
    match came:
        case Came.DONE:
            await finish(desk, work, follow, by=None)
        case Came.TAKEN:
            taken = {work.user, *(each.user_id for each in desk.company.people)}
            name = work.newcomer.name if work.newcomer else work.user
            after = work.called(account_for(name, taken))
            await desk.store.account_works.save(after, was=work.version, by=desk.act)
        case Came.NO:
            await ask_somebody(desk, replace(work, why=why))


def _is_late(work: Work, now: datetime) -> bool:
    return work.due_at is not None and work.due_at <= now


async def _compare(desk: Desk, work: Work, tried: Tried, follow: Follow) -> None:
    if tried.directory is None:  # nobody can look: what he says counts
        await finish(desk, replace(work, unseen=tried.reads), follow, by=work.by)
        return
    found = seen(work, tried.directory.people, (each.user_id for each in desk.company.people))
    if found:
        await finish(desk, replace(work, user=found, unseen=False), follow, by=work.by)
    elif work.unseen and work.deed is Deed.CREATE:  # he may be out of the sight of whoever reads
        await finish(desk, work, follow, by=work.by)
    else:
        await ask_again(desk, work)


async def finish(desk: Desk, work: Work, follow: Follow, *, by: UserId | None) -> bool:
    """It is done, by the bot where `by` is None. False: somebody was quicker."""
    after = work.becomes(WorkState.DONE, by=by)
    if not await desk.store.account_works.save(after, was=work.version, by=desk.act):
        return False
    await follow(desk, after)
    await desk.store.jobs.hasten(DIRECTORY_JOB, desk.now)
    return True


def _next(works: Sequence[Work], now: datetime) -> datetime | None:
    return min((due for work in works if (due := _looked_at(work, now))), default=None)


def _looked_at(work: Work, now: datetime) -> datetime | None:
    if work.state in (WorkState.TO_DO, WorkState.CHECKING):
        return now + AGAIN_AFTER
    return max(work.due_at, now) if work.state is WorkState.ASKED and work.due_at else None
