"""Everything that can be asked for, in one place: a new kind of request is a line here."""

from bot.domain.attendance.trips import Away
from bot.services.accounts.applying import OpeningKind
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Kind
from bot.services.attendance.fixing import FixingKind
from bot.services.attendance.going_away import AwayKind
from bot.services.calendar.importing import YearKind
from bot.services.groups.registry.registering import RegisteringKind
from bot.services.groups.requests.dissolving import DissolvingKind
from bot.services.groups.requests.founding import FoundingKind, QuestionKind
from bot.services.groups.requests.renaming import RenamingKind
from bot.services.groups.requests.wanting_in import EXCEPTION, JOINING, JoiningKind
from bot.services.leave.ledgers.overtime import OvertimeKind
from bot.services.leave.ledgers.waiving import WaiverKind
from bot.services.leave.requests.kind import LeaveKind
from bot.services.moderation import reprimanding
from bot.services.moderation.agreeing import SanctionKind
from bot.services.moderation.longer import ProlongingKind
from bot.services.moderation.matters.handing import MatterKind
from bot.services.moderation.praising.proposing import PraiseKind
from bot.services.moderation.suspending import RestoringKind
from bot.services.notices.looking_through.reviewing import ReviewKind
from bot.services.safety.accidents.doors import KINDS as OF_ACCIDENTS
from bot.services.safety.hazards.extending import ExtendingKind
from bot.services.surveys.releasing import CallingKind
from bot.services.upkeep.proposing import ChangeKind


def approvals() -> Approvals:
    return Approvals(
        (
            *_of_groups(),
            *_ways_in(),
            LeaveKind(),
            OvertimeKind(),
            WaiverKind(),
            YearKind(),
            ReviewKind(reprimanding.let_pass),
            SanctionKind(),
            ProlongingKind(),
            RestoringKind(),
            PraiseKind(),
            MatterKind(),
            *_of_attendance(),
            *OF_ACCIDENTS,
            ExtendingKind(),
            OpeningKind(),
            CallingKind(),
            ChangeKind(),
        )
    )


def _of_groups() -> tuple[Kind, ...]:
    return FoundingKind(), QuestionKind(), RegisteringKind(), RenamingKind(), DissolvingKind()


def _ways_in() -> tuple[JoiningKind, ...]:
    return JoiningKind(JOINING), JoiningKind(EXCEPTION)


def _of_attendance() -> tuple[Kind, ...]:
    return FixingKind(), AwayKind(Away.TRIP), AwayKind(Away.OUTING)
