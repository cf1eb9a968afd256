"""Whoever looks at an appeal gets a card with what both sides say; a button asks for the reasons, then it is ruled."""

from dataclasses import replace
from typing import Final

from bot.domain.data_views import What
from bot.domain.moderation.appeals.appeal import Appeal, Ruling
from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.praising.praise import COUNTS
from bot.domain.rights import Role
from bot.errors import unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.moderation.appeals import wording
from bot.services.moderation.appeals.judging import asked, ensure_lighter, title
from bot.services.privacy.briefly import keep_briefly
from bot.services.privacy.viewing import note_view
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Text
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "moderation-appeal"
COMMAND: Final = "裁定"
BY_BUTTON: Final = {"upheld": Ruling.UPHELD, "mitigated": Ruling.MITIGATED, "overturned": Ruling.OVERTURNED}


async def hand(desk: Desk, case: Case, appeal: Appeal, user: UserId, *, again: str = "") -> None:
    """`again`: why he is asked once more."""
    said = wording.Said(
        reason=await desk.store.cases.reason(case.number),
        appeal=await desk.store.appeals.reason(case.number),
        evidence=await desk.store.cases.evidence(case.number),
        statements=await desk.store.appeals.statements(case.number, desk.now),
        merits=await _merits(desk, case),
        again=again,
    )
    card = wording.judge_card(case, appeal, said, desk.company, desk.now)
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=case.number, holder=user)
    desk.tell(wording.to(user), replace(card, task_id=task_id))
    await keep_briefly(desk, user)


def nobody_judges(desk: Desk, case: Case) -> None:
    """Whoever is highest, and human resources, see to it outside."""
    for user in desk.company.serving(Role.EXECUTIVE, Role.HR):
        if user != case.target:
            words = f"{case.number} 有人申诉，可是没有合适的同事来看。请另外安排人处理。"
            desk.tell(wording.to(user), Text(words))


async def _merits(desk: Desk, case: Case) -> str:
    """What he was praised for weighs in where the policy says so."""
    pack = desk.company.moderation.pack(case.pack, case.pack_version)
    if pack is None or not pack.rewards:
        return ""
    praised = await desk.store.praises.of(case.target, desk.now - COUNTS, desk.now)
    return f"一年内受过 {len(praised)} 次表彰，可以从轻（{pack.cite(pack.rewards)}）。" if praised else ""


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Nothing is ruled yet: the next thing he says here are the reasons. Raises UserError."""
    ruling = BY_BUTTON.get(press.key)
    if ruling is None:
        raise unknown_button()
    case, appeal = await asked(ctx, number)
    if appeal.ruling:
        return outcome(title(case, ctx.company), wording.how_it_ended(appeal, ctx.company))
    ensure_lighter(case, ruling)
    await note_view(ctx, case.target, What.CASES, about=number)
    question = f"{ruling}的理由是什么？双方都会看到。"
    await listen(ctx, f"/{COMMAND} {number} {ruling}", question, action=COMMAND)
    later = f"现在还没有裁定；想改主意，以后发 /{COMMAND} {number} 维持（或减轻、撤销）加理由。"
    return outcome(title(case, ctx.company), f"{question}直接回复就行。{later}")
