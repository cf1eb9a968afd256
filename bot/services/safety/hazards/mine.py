"""The card of a hazard for one person: what there is to know of it, and the buttons that he may press now."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.rights import Role
from bot.domain.safety.hazards.hazard import Hazard, HazardState, StepKind
from bot.domain.safety.hazards.rights import officers, verifiers
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.hazards import looking_back, wording
from bot.services.safety.hazards.fixing import is_his
from bot.services.safety.hazards.nudging import may_nudge
from bot.services.safety.hazards.telling import TOPIC, owners_for
from bot.shapes.outgoing import Button, Card

MOST_BUTTONS = 6  # of a card


async def card_for(desk: Desk, hazard: Hazard, user: UserId, said: Sequence[str] = ()) -> Card:
    """Issued to him. `said`: why he has it, sentences that stand above everything else."""
    if hazard.state is HazardState.CLOSED and user in verifiers(hazard, desk.company):
        task_id = await desk.store.cards.issue(topic=looking_back.TOPIC, subject=hazard.number, holder=user)
        return replace(looking_back.card(desk, hazard), task_id=task_id)
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=hazard.number, holder=user)
    return replace(await face(desk, hazard, user, said), task_id=task_id)


async def face(desk: Desk, hazard: Hazard, user: UserId, said: Sequence[str] = ()) -> Card:
    """The same for a card that he holds."""
    shape = await _by_state(desk, hazard, user)
    more = await _of_major(desk, hazard, user) if hazard.is_open and hazard.is_major else ()
    above = "".join(f"{each}\n" for each in ["".join(said)] if each)
    return replace(
        shape,
        desc=f"{above}{shape.desc}",
        plain=f"{above}{shape.plain}",
        buttons=(*shape.buttons, *more)[:MOST_BUTTONS],
    )


async def _by_state(desk: Desk, hazard: Hazard, user: UserId) -> Card:
    company = desk.company
    if user in officers(company) and hazard.state is HazardState.REPORTED:
        reporters = await desk.store.hazards.reporters(hazard.number)
        return wording.officer_card(hazard, company, reporters, desk.now, owners_for(desk, hazard))
    if user in officers(company) and wording.wants_owner(hazard, company):
        return wording.giver_card(hazard, company, owners_for(desk, hazard))
    if is_his(hazard, user):
        return wording.owner_card(hazard, company, desk.now)
    if hazard.state is HazardState.TO_VERIFY and user in verifiers(hazard, company) and user not in hazard.signed:
        return wording.verifier_card(hazard, company)
    return wording.looker_card(hazard, company, desk.now, may_nudge=may_nudge(desk, hazard, user))


async def _of_major(desk: Desk, hazard: Hazard, user: UserId) -> Sequence[Button]:
    """How each day went is the owner's to say; that it was reported to who must know, the officers'."""
    daily = (Button("报进展", wording.DAILY, style=4),) if is_his(hazard, user) else ()
    if user not in desk.company.serving(Role.SAFETY_ADMIN):
        return daily
    since = hazard.graded_at or hazard.reported_at
    steps = await desk.store.hazards.steps(hazard.number)
    if any(each.kind is StepKind.FILED and each.at >= since for each in steps):
        return daily
    return (*daily, Button("看报告草稿", wording.DRAFT, style=4), Button("已经报了", wording.FILED, style=4))
