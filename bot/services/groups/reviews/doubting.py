"""What there is to ask about a group by the registry, the directory and the nicknames; lists of WeCom's come apart."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.domain.company import Company
from bot.domain.groups.doubts import Doubt, DoubtKind, doubts
from bot.domain.groups.errands import Errand
from bot.domain.groups.group import Group
from bot.domain.nicknames.cases import NicknameCase
from bot.services.approvals.kinds import Desk


async def doubts_now(desk: Desk, group: Group) -> Sequence[Doubt]:
    """Of one group, as it is at this moment."""
    cases = await desk.store.nickname_cases.open_ones()
    errands = await desk.store.errands.open_ones(group.id)
    return doubts_about(group, desk.company, errands, cases, desk.now.date())


def doubts_about(
    group: Group, company: Company, errands: Collection[Errand], cases: Collection[NicknameCase], today: date
) -> Sequence[Doubt]:
    """What an errand is about is under way already, and nobody is asked about it."""
    own = [errand for errand in errands if errand.group == group.id]
    users = frozenset(user for errand in own for user in errand.people)
    guests = frozenset(errand.guest for errand in own if errand.guest)
    found = doubts(group, company, None, today, under_way=users, guests_under_way=guests)
    doubted = {each.user for each in found}
    misnamed = sorted({case.user for case in cases if case.group == group.id} & group.insiders - doubted - users)
    return [*found, *(Doubt(DoubtKind.UNNAMED, user) for user in misnamed)]
