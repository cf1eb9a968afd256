"""Whoever is muted steps out of a group of the app until the mute is over, where the company wants that.

WeCom lets the app put people out and bring them back, and lets nobody mute but a person in the client. What it refuses
is asked of whoever imposed the mute, by the errand's card. What became of it is the errand's to say.
"""

from dataclasses import replace

from bot.domain.dates import clock_time
from bot.domain.groups.errands import Deed, Errand, ErrandState
from bot.domain.groups.group import Group
from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.cases.measures import Doing, Effect, Measure
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.carrying_out import assign
from bot.services.moderation.removing import last_errand


def steps_out(desk: Desk, case: Case, group: Group) -> bool:
    """Its owner and its keepers never: they would lose that. Nor where nobody knows who is in."""
    stays = case.target == group.owner or case.target in group.keepers
    possible = group.app_chat is not None and case.target in group.members and not stays
    return possible and desk.company.moderation.mute.steps_out


async def out(desk: Desk, case: Case, group: Group) -> None:
    until = f"到 {clock_time(case.until, desk.now)} " if case.until else ""
    reason = f"禁言{until}期间先移出，结束时请回"
    errand = Errand(group.id, Deed.REMOVE, case.number, case.actor, (case.target,), reason=reason, helper=case.actor)
    asked = Measure(case.number, Doing.STEP_OUT, case.target, group.id, Effect.REQUESTED, desk.now, case.until)
    await desk.store.measures.add(asked, by=desk.act)
    await assign(desk, errand)


async def back_in(desk: Desk, case: Case, group: Group) -> None:
    """Also where nobody has said yet that he was put out: the app may have done it just now, and asks for a state."""
    errand = await last_errand(desk, case.number)
    if errand is None or errand.state is ErrandState.FAILED or not desk.company.is_here(case.target):
        return
    if errand.is_open:
        await desk.store.errands.save(replace(errand, state=ErrandState.DROPPED), was=errand.state, by=desk.act)
    asked = Measure(case.number, Doing.STEP_IN, case.target, group.id, Effect.REQUESTED, desk.now)
    await desk.store.measures.add(asked, by=desk.act)
    people, by = (case.target,), case.actor
    await assign(desk, Errand(group.id, Deed.ADD, case.number, by, people, exempt=True, helper=by))


def with_him(group: Group, user: UserId) -> Group:
    """As if he were in it: whoever stepped out is in it for who decides about his mute."""
    return replace(group, members=group.members | {user}) if group.members else group
