"""A charge becomes a case: one act, one pack, one step; its evidence is sealed, whom it is about is told in private."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.moderation.cases.case import (
    COMMANDS,
    MADE,
    PREFIX,
    SAME_WITHIN,
    Case,
    Charge,
    Evidence,
    appeal_until,
)
from bot.domain.moderation.cases.gate import REAL_DANGER, SAFETY_FIRST
from bot.domain.moderation.cases.lawful import ones_right
from bot.domain.moderation.ladder import Standing, step_for
from bot.domain.moderation.pack import Pack, StepKind
from bot.errors import Candidate, Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.moderation import wording
from bot.services.moderation.correcting import follow
from bot.services.privacy.briefly import keep_briefly
from bot.shapes.outgoing import Text, ToPerson
from bot.understanding.emergency.called import ACCIDENT, UNMEANT
from bot.understanding.emergency.heed import Cry, heed
from bot.understanding.hazards.sentences import speaks_of_hazard


@dataclass(frozen=True, slots=True)
class Imposed:
    """`standing`: what the ladder said of it, which its maker may have gone beyond or stayed below."""

    case: Case
    standing: Standing
    evidence: Sequence[Evidence] = ()


def ensure_no_report(quote: str, reason: str = "") -> None:
    """Nobody is charged with having said that something is dangerous (安全生产法 art. 54), nor with what is anybody's
    right; and where the reason itself tells of a danger, whether it is one comes first. Raises UserError."""
    if quote and (heed(quote) or speaks_of_hazard(quote)):
        raise UserError(Code.NOT_ELIGIBLE, SAFETY_FIRST)
    if right := ones_right(reason):
        raise UserError(Code.NOT_ELIGIBLE, right, private=True)
    told = heed(reason) if reason and not UNMEANT.search(reason) else None
    if told and told.cry is Cry.ALARM:
        raise UserError(Code.CLARIFY, REAL_DANGER, offer=Candidate("报险情", put=f"/{ACCIDENT} {reason}"))


async def ensure_new(desk: Desk, charge: Charge) -> None:
    """One act, one case: a quoted message is judged once, and what two administrators see at once is seen once. Nobody
    else decides about him until the transaction ends. Raises UserError."""
    await desk.store.cases.hold(charge.target)
    for case in reversed(await desk.store.cases.of(charge.target, desk.now)):
        if not case.stands:
            continue
        if charge.act and case.act == charge.act:
            raise UserError(Code.DUPLICATE, f"这条消息已经处理过了，编号 {case.number}。一件事只处理一次。")
        if _is_same(case, charge) and _is_close(case, charge, desk.now):
            raise _seen_already(desk, case, charge)


def _is_same(case: Case, charge: Charge) -> bool:
    """Without a quote of its own, or a word of it, nobody can tell that it is about something else."""
    told_apart = charge.is_again or (charge.act and case.act)
    return not told_apart and (case.category, case.group) == (charge.category, charge.group)


def _is_close(case: Case, charge: Charge, now: datetime) -> bool:
    """Decided just now, or done at the same time: what a check found at ten may be judged at noon."""
    since_then = abs((charge.acted_at or now) - case.acted_at)
    return min(since_then, now - case.confirmed_at) < SAME_WITHIN


def _seen_already(desk: Desk, case: Case, charge: Charge) -> UserError:
    """With the way on where it is another act after all."""
    at = f"{case.confirmed_at:%H:%M}"
    sentence = f"{at} 已经为「{case.about.name}」{MADE[case.kind]}过（{case.number}），一件事只处理一次。"
    return UserError(Code.DUPLICATE, sentence, offer=Candidate("另记一次", put=_another(desk, charge)))


def _another(desk: Desk, charge: Charge) -> str:
    group = desk.company.group(charge.group) if charge.group else None
    lasts = f"{int((charge.until - desk.now).total_seconds()) // 60}分钟" if charge.until else ""
    line = [f"/{COMMANDS[charge.kind]}", f"@{desk.company.name_of(charge.target)}", lasts, f"又{charge.reason}"]
    return " ".join(filter(None, [*line, group.name if group else ""]))


async def impose(
    desk: Desk, charge: Charge, actor: UserId, *, approver: UserId | None = None, quoted: Sequence[Evidence] = ()
) -> Imposed:
    """Keep it and tell whom it is about; `quoted`: what was kept before it had a number of its own."""
    standing = await standing_of(desk, charge)
    case = case_of(desk, charge, standing, actor, approver, await desk.store.numbers.next(PREFIX, desk.now.date()))
    await desk.store.cases.add(case, charge.reason, by=desk.act)
    if charge.quote and not quoted:
        quoted = (wording.quoted(case, actor, desk.now, charge.quote),)
    evidence = [replace(each, number=case.number) for each in quoted]
    for each in evidence:
        await desk.store.cases.prove(each, by=desk.act)
    imposed = Imposed(case, standing, evidence)
    if desk.company.is_here(case.target):
        words = wording.for_target(case, standing, charge.reason, evidence, desk.company, desk.now)
        desk.tell(ToPerson(case.target), Text(words))
        await keep_briefly(desk, case.target)
    await follow(desk, case, standing)
    return imposed


async def standing_of(desk: Desk, charge: Charge) -> Standing:
    """By the text that goes first, as it was when he did it. What is done for somebody everywhere, and that one doesn't
    know, by the first that knows it: D3§16(2) is about accounts, whichever text is about the chats."""
    at = charge.acted_at or desk.now
    past = [each.past for each in await desk.store.cases.of(charge.target, desk.now)]
    group = desk.company.group(charge.group) if charge.group else None
    rules = desk.company.moderation

    def by(pack: Pack) -> Standing:
        return step_for(past, charge.about, charge.severity, at, pack)

    first = by(rules.pack_of(group, at, charge.about))
    if charge.kind is not StepKind.SUSPEND_ACCOUNT or first.allows(charge.kind):
        return first
    return next((each for each in map(by, rules.packs(at)) if each.allows(charge.kind)), first)


def case_of(
    desk: Desk, charge: Charge, standing: Standing, actor: UserId, approver: UserId | None, number: str
) -> Case:
    return Case(
        number,
        charge.target,
        actor,
        charge.group,
        charge.kind,
        charge.category,
        standing.severity,
        standing.pack.id,
        standing.pack.version,
        standing.count,
        acted_at=standing.at,
        confirmed_at=desk.now,
        appeal_until=appeal_until(desk.now, standing.pack.appeal_days, desk.company.pace.calendar),
        approver=approver,
        until=charge.until,
        act=charge.act,
    )
