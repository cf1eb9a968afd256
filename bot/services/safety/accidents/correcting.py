"""A number or the grade of an accident is to be lowered: somebody else who keeps the case has to agree."""

import json
from collections.abc import Sequence
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.rights import Role
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.statements import Topic
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.accidents.cases import find
from bot.services.safety.accidents.stating import Item, keep, supplement
from bot.services.safety.accidents.wording import VALUE, value_said

KIND: Final = "事故更正"


def draft(case: Case, items: Sequence[Item], why: str, applicant: UserId, desk: Desk) -> Draft:
    """The unit's head decides; where he asks for it himself, whoever is in charge of safety."""
    changes = [
        f"{item.topic} {value_said(item.topic, case.shown(item.topic), desk.now)}→"
        f"{value_said(item.topic, item.value, desk.now)}"
        for item in items
    ]
    details = [("更正", shown("，".join(changes), VALUE)), ("原因", shown(why, VALUE))]
    return Draft(
        kind=KIND,
        applicant=applicant,
        text=f"更正 {case.number}：{shown('，'.join(changes), 60)}",
        steps=(_step(applicant, desk.company),),
        payload={
            "number": case.number,
            "why": why,
            "items": json.dumps([[item.topic.name, item.value, case.shown(item.topic)] for item in items]),
        },
        details=tuple(details),
    )


class CorrectingKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return "记录没有改动。" if request.state is RequestState.REJECTED else ""
        payload = request.draft.payload
        before = await find(desk, payload["number"], hold=True)
        if before.is_closed:
            return f"不过 {before.number} 已经关闭，没有改动。"
        changes = [(Item(Topic[name], value), was) for name, value, was in json.loads(payload["items"])]
        if any(before.shown(item.topic) != was for item, was in changes):  # not the numbers that were agreed to
            return f"不过 {before.number} 的数字后来又改过，所以没有更正。还要更正，请看过现在的数字再发一次。"
        items = [item for item, _ in changes]
        decision = request.last_decision
        agreed = decision.by if decision else None
        after = await keep(desk, before, items, by=request.applicant, why=payload["why"], agreed_by=agreed)
        return f"已更正，原来的数字还留着。{supplement(before, after, desk)}"


def _step(applicant: UserId, company: Company) -> Step:
    head = company.safety.accidents.unit_head
    others = [user for user in company.serving(head) if user != applicant]
    return Step((Selector.role(head if others else Role.SAFETY_ADMIN),))
