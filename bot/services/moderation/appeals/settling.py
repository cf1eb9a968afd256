"""A ruling or a pardon is carried out: the count, what still holds, who hears of it, what stands in the group."""

from dataclasses import replace

from bot.domain.groups.group import GroupState
from bot.domain.moderation.appeals.appeal import STATE_AFTER, Appeal, Ruling
from bot.domain.moderation.cases.case import Case, Noted
from bot.domain.moderation.history import PastState
from bot.domain.moderation.ladder import step_for
from bot.domain.moderation.pack import StepKind
from bot.errors import Overtaken
from bot.identifiers import GroupId
from bot.services.approvals.kinds import Desk
from bot.services.moderation.appeals import wording
from bot.services.moderation.appeals.pausing import resume, undo
from bot.services.moderation.correcting import drop
from bot.services.privacy.briefly import keep_briefly
from bot.shapes.outgoing import Text, ToGroup

_NOTED = {
    Ruling.UPHELD: Noted.UPHELD,
    Ruling.MITIGATED: Noted.MITIGATED,
    Ruling.OVERTURNED: Noted.OVERTURNED,
    Ruling.PARDONED: Noted.PARDONED,
}


def with_state(case: Case, state: PastState) -> Case:
    return replace(case, state=state, version=case.version + 1)


async def settle(desk: Desk, case: Case, ruled: Appeal, reason: str) -> Case:
    """`ruled`: with its ruling; of a pardon without an appeal, one that nobody filed. Raises Overtaken."""
    ruling = ruled.ruling or Ruling.UPHELD
    then = "" if ruling is Ruling.UPHELD else await undo(desk, case, ruled.ruled_by or case.actor)
    after = with_state(case, STATE_AFTER[ruling])
    if ruling is Ruling.MITIGATED:
        after = replace(after, kind=StepKind.WARNING, until=None)
    if not await desk.store.cases.save(after, _NOTED[ruling], reason, was=case.version, by=desk.act):
        raise Overtaken(case.number)
    if ruling is Ruling.UPHELD:
        after = await resume(desk, after, ruled)
    told = wording.deciders(case, desk.company)
    await keep_briefly(desk, case.target, *told, *([ruled.ruled_by] if ruled.ruled_by else []))
    if desk.company.is_here(case.target):
        words = wording.for_target(after, ruled, reason, then, desk.company, desk.now)
        desk.tell(wording.to(case.target), Text(words))
    for user in told:
        if user != ruled.ruled_by:
            desk.tell(wording.to(user), Text(wording.result_for_decider(after, ruled, reason, desk.company)))
    if not after.stands:
        await drop(desk, after)
        await _count_again(desk, after)
    if ruling in (Ruling.MITIGATED, Ruling.OVERTURNED):
        await _correct(desk, after, ruling)
    return after


async def _count_again(desk: Desk, gone: Case) -> None:
    """Later ones that counted it stand with one less; what they are told next time is right."""
    cases = await desk.store.cases.of(gone.target, desk.now)
    for case in cases:
        pack = desk.company.moderation.pack(case.pack, case.pack_version)
        if pack is None or not case.stands or case.confirmed_at <= gone.confirmed_at:
            continue
        others = [each.past for each in cases if each.number != case.number]
        count = step_for(others, case.about, case.severity, case.acted_at, pack).count
        if count != case.count:
            await _corrected(desk, replace(case, count=count, version=case.version + 1), was=case)


async def _corrected(desk: Desk, case: Case, *, was: Case) -> None:
    text = f"第 {was.count} 次改为第 {case.count} 次"
    if not await desk.store.cases.save(case, Noted.RECOUNTED, text, was=was.version, by=desk.act):
        raise Overtaken(case.number)
    if desk.company.is_here(case.target):
        desk.tell(wording.to(case.target), Text(f"{case.number} 的次数更正了：{text}。"))


async def _correct(desk: Desk, case: Case, ruling: Ruling) -> None:
    """Where its number was said the correction is, by the number as well (民法典 art. 1024, 1028). Where no key here
    opens any more which group that was, it was the case's own."""
    notes = await desk.store.cases.notes(case.number)
    for room in dict.fromkeys(each.text or case.group or "" for each in notes if each.kind is Noted.SAID):
        group = desk.company.group(GroupId(room))
        if group and group.state is GroupState.IN_USE:
            desk.tell(ToGroup(group.id), Text(f"更正：{case.number} 的处理已{ruling}。"))
