"""A mute: the bot's own restriction, which it can keep to, and a person's part in the client, which he is asked for.

It ends by itself, whoever imposed it and wherever he is by then, and however often the bot was restarted.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.moderation.cases.case import Case, Noted
from bot.domain.moderation.cases.measures import Doing, Effect, Measure, restriction
from bot.domain.wording import shown
from bot.errors import Overtaken
from bot.identifiers import GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.moderation import accounts, stepping
from bot.services.moderation.clock import end_in_time, nothing_more
from bot.services.moderation.tasks import ask
from bot.services.moderation.wording import GIVEN, name_of_group
from bot.services.privacy.briefly import keep_briefly
from bot.shapes.outgoing import Text, ToPerson

_HOW: Final = {Noted.LIFTED: "已提前解除", Noted.ENDED: "到期了", Noted.PAUSED: "先停下"}


async def in_force(desk: Desk, target: UserId, group: GroupId | None) -> Measure | None:
    """What keeps him from being heard in that group; what holds everywhere is another matter."""
    found = await desk.store.measures.open_ones(target, desk.now)
    of_group = [each for each in found if each.doing is Doing.RESTRICT and each.group == group and each.holds(desk.now)]
    return of_group[-1] if of_group else None


async def begin(desk: Desk, case: Case) -> None:
    held = restriction(case.number, case.target, case.group, desk.now, case.until)
    await desk.store.measures.add(held, by=desk.act)
    group = desk.company.group(case.group) if case.group else None
    if group and stepping.steps_out(desk, case, group):
        await stepping.out(desk, case, group)
    elif group:
        await ask(desk, case, Doing.MUTE, group, until=held)
    if case.until:
        await end_in_time(desk, case, case.until)


async def prolong(desk: Desk, held: Measure, until: datetime, reason: str) -> Case:
    """Its end is moved; the same case, for it is the same act. Raises Overtaken where somebody was quicker."""
    case = await desk.store.cases.get(held.case, desk.now)
    if case is None or not await desk.store.measures.save(replace(held, until=until), was=held.effect, by=desk.act):
        raise Overtaken(held.case)
    after = replace(case, until=until, version=case.version + 1)
    if not await desk.store.cases.save(after, Noted.EXTENDED, reason, was=case.version, by=desk.act):
        raise Overtaken(held.case)
    await end_in_time(desk, after, until)
    where, at = name_of_group(after, desk.company), clock_time(until, desk.now)
    await keep_briefly(desk, after.target)
    _tell(desk, after.target, f"你在{where}的禁言延长到 {at}（{after.number}），原因：{shown(reason, GIVEN)}。")
    return after


async def lift(desk: Desk, case: Case, noted: Noted, text: str = "") -> None:
    """All that still holds of it, early, in time or for as long as he appeals; who muted him in the client is asked to
    undo that. Where somebody was quicker there is nothing more to say."""
    over = [each for each in await desk.store.measures.of(case.number, desk.now) if await _ended(desk, each)]
    if not any(each.doing is Doing.RESTRICT for each in over):
        return
    undo = next((each for each in over if each.doing is Doing.MUTE and each.effect is Effect.BY_HUMAN), None)
    if noted is not Noted.ENDED:  # else its timer is the one that rings
        await nothing_more(desk, case)
    await desk.store.cases.note(case.number, noted, text, by=desk.act)
    how = _HOW[noted]
    what = "权限停用" if case.group is None else f"在{name_of_group(case, desk.company)}的禁言"
    other = await desk.store.measures.restricts(case.target, case.group, desk.now)
    then = f"不过 {other.case} 还没有到期。" if other else "可以正常用了。"
    _tell(desk, case.target, f"你{'的' if case.group is None else ''}{what}{how}（{case.number}），{then}")
    group = desk.company.group(case.group) if case.group else None
    is_here = desk.company.is_here(case.target)
    if group and is_here and any(each.doing is Doing.STEP_OUT for each in over):
        await stepping.back_in(desk, case, group)
    if undo and group and is_here:
        await ask(desk, case, Doing.UNMUTE, group, until=undo)
    if any(each.doing is Doing.ACCOUNT and each.effect is Effect.BY_HUMAN for each in over):
        await accounts.ask_back(desk, case)


async def _ended(desk: Desk, measure: Measure) -> bool:
    if measure.ended_at is not None or measure.doing in (Doing.UNMUTE, Doing.STEP_IN, Doing.ACCOUNT_BACK):
        return False
    return await desk.store.measures.save(measure.over(desk.now), was=measure.effect, by=desk.act)


def _tell(desk: Desk, user: UserId, words: str) -> None:
    if desk.company.is_here(user):
        desk.tell(ToPerson(user), Text(words))
