"""Putting somebody out of a group because of a case: the app does it where it made the group, else a person by card.

What became of it is the errand's to say (`bot.services.groups.errands`); the case reads it there.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.domain.groups.errands import Deed, Errand, ErrandState
from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.cases.measures import Doing, Effect, Measure
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.carrying_out import assign

_DEEDS: Final[Mapping[Doing, Deed]] = {Doing.REMOVE: Deed.REMOVE, Doing.STEP_OUT: Deed.REMOVE, Doing.STEP_IN: Deed.ADD}


async def begin(desk: Desk, case: Case) -> None:
    if case.group is None:
        return
    asked = Measure(case.number, Doing.REMOVE, case.target, case.group, Effect.REQUESTED, desk.now)
    await desk.store.measures.add(asked, by=desk.act)
    await put_out(desk, case)


async def as_it_is(desk: Desk, measure: Measure) -> Measure:
    """With what became of its errand; of several, where an appeal came between, the last."""
    deed = _DEEDS.get(measure.doing)
    errand = await last_errand(desk, measure.case, deed) if deed else None
    if errand is None or errand.is_open:
        return measure
    if errand.state is ErrandState.DONE:
        return replace(measure, effect=Effect.BY_HUMAN if errand.by else Effect.BY_BOT, by=errand.by)
    return replace(measure, effect=Effect.IMPOSSIBLE, by=errand.by)


async def last_errand(desk: Desk, case: str, deed: Deed = Deed.REMOVE) -> Errand | None:
    """That puts him out of the group, or whatever else it is."""
    found = [each for each in await desk.store.errands.of_cause(case) if each.deed is deed]
    return found[-1] if found else None


async def keep_in(desk: Desk, case: Case) -> bool:
    """Where nobody has put him out yet, nobody does. False: it was done, or there is nothing to do."""
    errand = await last_errand(desk, case.number)
    if errand is None or not errand.is_open:
        return False
    return await desk.store.errands.save(replace(errand, state=ErrandState.DROPPED), was=errand.state, by=desk.act)


async def put_out(desk: Desk, case: Case) -> None:
    """By the number of the case, which whoever is removed and whoever does it read: the very words are under seal, and
    not the errand's."""
    if case.group:
        people, by = (case.target,), case.actor
        why = case.about.name
        await assign(desk, Errand(case.group, Deed.REMOVE, case.number, by, people, reason=why, helper=by))


async def let_back(desk: Desk, case: Case, by: UserId) -> bool:
    """Whoever was put out is brought back. False: he wasn't."""
    errand = await last_errand(desk, case.number)
    if case.group is None or errand is None or errand.state is not ErrandState.DONE:
        return False
    back = Errand(case.group, Deed.ADD, case.number, by, (case.target,), exempt=True, helper=by)
    await assign(desk, back)
    return True
