"""A notice is called off: what isn't out yet stops, what is out is taken back as far as WeCom allows (S226).

A message of the app to a person can be recalled for 24 hours (D-94867); nothing else can, so there a correction
follows, to exactly those who have it or may have it. Its author is told which of the two happened to how many.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.notices.posting import Posting, PostingState
from bot.errors import Code, Overtaken, UserError
from bot.identifiers import GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.faces import called
from bot.services.notices.publishing.posting import tell_people
from bot.services.notices.receipts.reached import MAYBE, calls
from bot.services.notices.receipts.reminding import JOB as REMINDERS
from bot.services.notices.writing.drafting import drop
from bot.services.timers import call_off
from bot.shapes.outgoing import Text, ToGroup
from bot.shapes.records.receipts import Delivery

JOB: Final = "notice-recall"
RECALLABLE: Final = timedelta(hours=24)
_OUT: Final = (NoticeState.POSTING, NoticeState.POSTED, NoticeState.CORRECTED, NoticeState.ARCHIVED)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to become of what is out. `stopped`: some were not told yet, and won't be."""

    recalled: tuple[Delivery, ...]
    corrected: frozenset[UserId]
    rooms: tuple[GroupId, ...]
    stopped: bool


async def cancel(desk: Desk, notice: Notice) -> str:
    """What became of it, as sentences. Raises UserError."""
    _ensure_stands(notice)
    posting = await _out_lately(desk, notice)
    if notice.state not in _OUT:
        await drop(desk, notice)
    elif not await desk.store.notices.save(
        replace(notice, state=NoticeState.CANCELLED), was=notice, change="cancelled", by=desk.act
    ):
        raise Overtaken(f"{notice.number} was changed meanwhile")
    if posting is None:
        return f"{called(notice)}已取消，不会再发。"
    return f"{called(notice)}已取消。{await _take_back(desk, notice, posting)}"


async def ahead(desk: Desk, notice: Notice) -> str:
    """What the yes comes to, for the card that asks for it. Raises UserError."""
    _ensure_stands(notice)
    posting = await _out_lately(desk, notice)
    if posting is None:
        return f"{called(notice)}还没有发，取消后就不发了"
    found = _plan(await calls(desk.store, posting), posting, desk)
    if not (found.recalled or found.rooms or found.corrected) and await _waits(desk, posting):
        return f"{called(notice)}还在等汇总，取消后就不发了"
    parts = [f"{called(notice)}已经发出去了"]
    if found.recalled:
        parts.append(f"私聊里 {_heads(found.recalled)} 人的消息可以撤回")
    if found.rooms or found.corrected:
        parts.append(f"{_whom(found, desk.company)}撤不回，会补发一条更正")
    return "。".join(parts)


async def _waits(desk: Desk, posting: Posting) -> bool:
    """Somebody is to be told of it together with other notices."""
    return any(not each.about for each in await desk.store.digests.of(posting.id))


def _ensure_stands(notice: Notice) -> None:
    if notice.state is NoticeState.CANCELLED:
        raise UserError(Code.BAD_STATE, f"{called(notice)}已经取消过了，不用再取消。")


def correction_of(notice: Notice) -> Text:
    return Text(f"【更正】{called(notice)}发错了，请不要按它办，以之后的通知为准。")


async def _out_lately(desk: Desk, notice: Notice) -> Posting | None:
    """What there is to take back; of one that comes again only what went out within the day."""
    posting = next(iter(await desk.store.postings.of(notice.number)), None)
    if posting is None or posting.state is PostingState.WITHDRAWN:
        return None
    return posting if notice.state in _OUT or desk.now - posting.begun_at < RECALLABLE else None


async def _take_back(desk: Desk, notice: Notice, posting: Posting) -> str:
    await desk.store.deliveries.withdraw(posting.about)
    waited = await _waits(desk, posting)
    await desk.store.digests.drop(posting.id)
    found = _plan(await calls(desk.store, posting), posting, desk)
    for each in found.recalled:
        await desk.store.recalls.add(posting.id, each.msgid, each.users)
    for room in found.rooms:
        desk.tell(ToGroup(room, _apart(posting).about), correction_of(notice))
    await tell_people(desk, _apart(posting), sorted(found.corrected), [correction_of(notice)])
    await desk.store.postings.save(replace(posting, state=PostingState.WITHDRAWN), by=desk.act)
    await call_off(desk, REMINDERS, str(posting.id))
    if found.recalled:
        await desk.store.jobs.hasten(JOB, desk.now)
    return "".join(_told(replace(found, stopped=found.stopped or waited), desk.company))


def _told(found: _Plan, company: Company) -> Sequence[str]:
    parts = ["还没发到的人不会再收到。"] if found.stopped else []
    if found.rooms or found.corrected:
        parts.append(f"{_whom(found, company)}撤不回，已补发更正。")
    if found.recalled:
        parts.append(f"私聊里 {_heads(found.recalled)} 人的消息正在撤回，撤完告诉你结果。")
    return parts


def _plan(deliveries: Sequence[Delivery], posting: Posting, desk: Desk) -> _Plan:
    out = [each for each in deliveries if each.state in MAYBE]
    recalled = tuple(each for each in out if each.msgid and each.users and each.at and desk.now - each.at < RECALLABLE)
    safe = frozenset(each.row for each in recalled)
    corrected = frozenset(user for each in out if each.row not in safe for user in each.users)
    rooms = dict.fromkeys(each.group for each in out if each.group)
    reached = frozenset(user for each in out for user in each.users)
    left = {user for each in deliveries if each.state in ("refused", "waiting") for user in each.users}
    stopped = posting.state is PostingState.GOING or not left <= reached
    return _Plan(recalled, corrected, tuple(filter(None, rooms)), stopped)


def _whom(found: _Plan, company: Company) -> str:
    names = [group.name for room in found.rooms if (group := company.group(room))]
    people = [f"{len(found.corrected)} 人私聊里的"] if found.corrected else []
    return "、".join([*(f"{name}里的" for name in names), *people])


def _heads(deliveries: Sequence[Delivery]) -> int:
    return len({user for each in deliveries for user in each.users})


def _apart(posting: Posting) -> Posting:
    """Its corrections are found by a name of their own."""
    return replace(posting, number=f"{posting.number}!")
