"""What an appeal puts off, where the policy says so; what goes on where it was in vain; what is undone where it wasn't.

What pays, dismisses or can't be undone is never carried out by the bot at all: it is a proposal, and whoever decides on
it reads that the case is appealed against (`PastState.APPEALED`).
"""

from dataclasses import replace
from datetime import timedelta

from bot.domain.moderation.appeals.appeal import Appeal
from bot.domain.moderation.cases.case import Case, Noted
from bot.domain.moderation.cases.measures import Doing
from bot.domain.moderation.pack import Pack, StepKind
from bot.errors import Overtaken
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.moderation import muting, removing, reprimanding, suspending


async def pause(desk: Desk, case: Case, pack: Pack | None) -> timedelta | None:
    """How much of it was left; None: nothing was put off."""
    if pack is None or case.kind not in pack.pauses:
        return None
    if case.kind is StepKind.REMOVE:
        return timedelta() if await removing.keep_in(desk, case) else None
    if not await _restricted(desk, case):
        return None
    await muting.lift(desk, case, Noted.PAUSED)
    return max(case.until - desk.now, timedelta()) if case.until else timedelta()


async def resume(desk: Desk, case: Case, appeal: Appeal) -> Case:
    """As long again as was left; what waited to be posted is. Raises Overtaken."""
    if case.kind is StepKind.NOTICE:
        await reprimanding.go_on(desk, case.number)
    if appeal.paused is None:
        return case
    if case.kind is StepKind.REMOVE:
        await removing.put_out(desk, case)
        return case
    if case.until and not appeal.paused:
        return case
    until = desk.now + appeal.paused if case.until else None
    after = replace(case, until=until, version=case.version + 1)
    if not await desk.store.cases.save(after, Noted.RESUMED, was=case.version, by=desk.act):
        raise Overtaken(case.number)
    if case.kind is StepKind.MUTE:
        await muting.begin(desk, after)
        return after
    await suspending.begin(desk, after)
    return after


async def undo(desk: Desk, case: Case, by: UserId) -> str:
    """All of it that can be undone; what became of it, as a sentence, or nothing."""
    if case.kind is StepKind.NOTICE:
        return await reprimanding.withdraw(desk, case.number)
    if case.kind is StepKind.REMOVE:
        if await removing.keep_in(desk, case):
            return "移出不办了。"
        return "已安排请回群里。" if await removing.let_back(desk, case, by) else ""
    if await _restricted(desk, case):
        await muting.lift(desk, case, Noted.LIFTED)
    return ""


async def _restricted(desk: Desk, case: Case) -> bool:
    measures = await desk.store.measures.of(case.number, desk.now)
    return any(each.doing is Doing.RESTRICT and each.holds(desk.now) for each in measures)
