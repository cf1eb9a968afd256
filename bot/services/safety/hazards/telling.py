"""Who hears what about a hazard: its reporters each step, the officers, the owner, who verifies it.

Every change of a hazard goes through `keep`, which is where its timers are set, too.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.domain.safety.hazards.hazard import Hazard, Side, StepKind
from bot.domain.safety.hazards.rights import contacts_of, officers, verifiers
from bot.errors import Code, Overtaken, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.hazards import wording
from bot.services.safety.hazards.clock import wind
from bot.services.safety.hazards.stopping import ask_stop
from bot.shapes.act import Act
from bot.shapes.outgoing import Attachment, Card, Media, Text, ToPerson

TOPIC: Final = "hazard"
SHOWN: Final = 3  # pictures of either side, to who verifies
MOST_OWNERS: Final = 9  # of a drop-down, beside 先不派
OF_REPORTERS: Final = (StepKind.ADDED, StepKind.WITHDRAWN, StepKind.MERGED, StepKind.JOINED)


async def find(desk: Desk, number: str) -> Hazard:
    """Raises UserError."""
    hazard = await desk.store.hazards.get(number)
    if hazard is None:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的隐患。请核对编号。")
    return hazard


async def keep(desk: Desk, before: Hazard, after: Hazard, step: StepKind, text: str = "") -> None:
    """Raises Overtaken where somebody was quicker."""
    by = await act_on(desk, before.number, step)
    if not await desk.store.hazards.save(after, step, text, was=before.version, by=by):
        raise Overtaken(before.number)
    await wind(desk, after)
    if after.is_major and not before.is_major:
        await ask_stop(desk, after)


async def act_on(desk: Desk, number: str, step: StepKind) -> Act:
    """What somebody hidden says as a reporter stands in no log with his name. What he does as an officer or as the
    owner does: somebody must answer for it, and a gap among names would tell whose report it was."""
    in_office = step not in OF_REPORTERS or (step is not StepKind.ADDED and desk.act.actor in officers(desk.company))
    if in_office:
        return desk.act
    hidden = [each.user for each in await desk.store.hazards.reporters(number) if each.hidden]
    return replace(desk.act, actor="", cause="") if desk.act.actor in hidden else desk.act


async def tell_reporters(desk: Desk, hazard: Hazard, words: str) -> None:
    """In private; whoever has just done it himself knows."""
    for each in await desk.store.hazards.reporters(hazard.number):
        person = desk.company.person(each.user)
        if each.user != desk.act.actor and (person is None or person.active):
            desk.tell(ToPerson(each.user), Text(f"你报的 {hazard.number}（{wording.what(hazard)}）：{words}"))


async def ask_officers(desk: Desk, hazard: Hazard) -> Sequence[UserId]:
    """To look at it and to grade it; who has the card."""
    reporters = await desk.store.hazards.reporters(hazard.number)
    asked = officers(desk.company)
    for user in asked:
        card = wording.officer_card(hazard, desk.company, reporters, desk.now, owners_for(desk, hazard))
        await hand(desk, hazard, user, card)
    return asked


async def ask_owner(desk: Desk, hazard: Hazard) -> None:
    if hazard.plan.owner:
        await hand(desk, hazard, hazard.plan.owner, wording.owner_card(hazard, desk.company, desk.now))


async def ask_verifiers(desk: Desk, hazard: Hazard) -> Sequence[UserId]:
    asked = [user for user in verifiers(hazard, desk.company) if user not in hazard.signed]
    for user in asked:
        await show_photos(desk, hazard, user)
        await hand(desk, hazard, user, wording.verifier_card(hazard, desk.company))
    return asked


async def hand(desk: Desk, hazard: Hazard, user: UserId, card: Card) -> None:
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=hazard.number, holder=user)
    desk.tell(ToPerson(user), replace(card, task_id=task_id))


def owners_for(desk: Desk, hazard: Hazard) -> Sequence[UserId]:
    """Who may be meant to put it right, the likeliest first."""
    return contacts_of(hazard, desk.company)[:MOST_OWNERS]


async def show_photos(desk: Desk, hazard: Hazard, user: UserId) -> None:
    """Before and after, for who verifies it."""
    photos = await desk.store.hazards.photos(hazard.number)
    for side, said in ((Side.BEFORE, "整改前"), (Side.AFTER, "整改后")):
        for page, photo in enumerate([each for each in photos if each.side is side][-SHOWN:], 1):
            name = f"{hazard.number}-{said}-{page}.jpg"
            plain = f"{hazard.number} {said}的照片第 {page} 张，这里发不了图片。"
            desk.tell(ToPerson(user), Attachment(Media.IMAGE, photo.file, name, plain=plain))
