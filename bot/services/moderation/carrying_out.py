"""A case is carried out by its kind; a warning is told, and that is all."""

from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.pack import StepKind
from bot.services.approvals.kinds import Desk
from bot.services.moderation import muting, removing, suspending


async def carry_out(desk: Desk, case: Case) -> None:
    match case.kind:
        case StepKind.MUTE:
            await muting.begin(desk, case)
        case StepKind.REMOVE:
            await removing.begin(desk, case)
        case StepKind.SUSPEND_ACCOUNT:
            await suspending.begin(desk, case)
