"""Departments whose affair a violation is hear what was done about it, where the text says so (D15§八.3, S193): which
kind, which department, which step; not who, since they need to know what happens and not to whom.
"""

from bot.domain.moderation.cases.case import MADE, Case
from bot.domain.moderation.cases.reprimand import said_of
from bot.domain.moderation.ladder import Standing
from bot.domain.moderation.pack import ORDER
from bot.services.approvals.kinds import Desk
from bot.services.moderation.wording import name_of_group
from bot.shapes.outgoing import Text, ToPerson


def circulate(desk: Desk, case: Case, standing: Standing) -> None:
    """Nobody of what human resources alone handle, nor of a step that only keeps order where the text doesn't bind."""
    roles = standing.pack.told_of(case.about)
    if not roles or case.about.of_hr_alone or (standing.advisory and case.kind not in ORDER):
        return
    knows = (case.target, case.actor, case.approver)
    words = _words(desk, case, standing)
    for user in desk.company.in_office(*roles):
        if user not in knows:
            desk.tell(ToPerson(user), Text(words))


def _words(desk: Desk, case: Case, standing: Standing) -> str:
    person = desk.company.person(case.target)
    whose = said_of(person, desk.company) if person else "一名同事"
    where = name_of_group(case, desk.company)
    what = f"{case.number} {whose}因「{case.about.name}」{MADE[case.kind]}（{where}）"
    why = f"按《{standing.pack.document}》通报相关部门"
    return f"{what}。{why}，请看看要不要补救和提醒；不转发，不打听是谁。"
