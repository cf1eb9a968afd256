"""Who serves what, in one place: the buttons of a card, and what somebody sends along; a new topic is a line here."""

from collections.abc import Mapping
from typing import Any

from bot.services import documents
from bot.services.accounts import papers as account_papers
from bot.services.accounts.doors import HIS_OWN as OWN_ACCOUNT
from bot.services.accounts.doors import OF_OFFICE as ACCOUNTS
from bot.services.accounts.drifting import TOPIC as STAFF_LIST
from bot.services.accounts.mending import Repairing
from bot.services.approvals import delegating
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.delegating import TOPIC as DELEGATION
from bot.services.approvals.pressing import Pressing
from bot.services.approvals.telling import TOPIC as APPROVAL
from bot.services.desk import pressing as desk
from bot.services.desk import suggesting
from bot.services.desk.telling import OWN_TOPIC as OWN_ENQUIRY
from bot.services.desk.telling import TOPIC as ENQUIRY
from bot.services.figures import reports as figure_reports
from bot.services.groups.cleaning.answering import Cleaning
from bot.services.groups.cleaning.asking import TOPIC as IDLE_GROUP
from bot.services.groups.errands import by_hand
from bot.services.groups.errands.by_hand import TOPIC as ERRAND
from bot.services.groups.requests import guest_stays
from bot.services.groups.requests.guest_stays import TOPIC as GUEST_STAY
from bot.services.groups.reviews import pressing as reviewing
from bot.services.groups.reviews.asking import TOPIC as REVIEW
from bot.services.groups.rules import pressing as rules_pressing
from bot.services.groups.rules.asking import TOPIC as RULES
from bot.services.leave.facts import facts_import
from bot.services.leave.facts.facts_import import TOPIC as LEAVE_FACTS
from bot.services.leave.ledgers import carrying, forfeits
from bot.services.leave.private import proof_office, proofs
from bot.services.leave.working_time import duties_import
from bot.services.leave.working_time.duties_import import TOPIC as DUTIES
from bot.services.moderation import accounts, correcting, teaching, weekly
from bot.services.moderation import tasks as moderation_tasks
from bot.services.moderation.appeals import asking as appeals
from bot.services.moderation.content.answering import Answering
from bot.services.moderation.content.raising import TOPIC as CONTENT_ITEM
from bot.services.moderation.heeding import unless_suspended
from bot.services.moderation.mediating import inviting as mediating
from bot.services.moderation.reports import proofs as report_proofs
from bot.services.moderation.reports import relaying as report_relaying
from bot.services.moderation.reports.pressing import Handling
from bot.services.moderation.reports.telling import OWN_TOPIC as OWN_REPORT
from bot.services.moderation.reports.telling import TOPIC as REPORT
from bot.services.notices.editorial import board, collecting, pushes
from bot.services.notices.looking_through.pressing import Deciding
from bot.services.notices.looking_through.showing import TOPIC as ANNOUNCEMENT
from bot.services.notices.publishing import plan_card
from bot.services.notices.publishing.posting import TOPIC as NOTICE
from bot.services.notices.receipts import confirming as notice_confirming
from bot.services.notices.replies import answering as notice_replies
from bot.services.notices.replies.taking import TOPIC as REPLIES
from bot.services.notices.writing import templates
from bot.services.notices.writing.taking import TOPIC as NOTICE_FILE
from bot.services.notices.writing.taking import Enclosing
from bot.services.people import vanishing
from bot.services.privacy import wishing
from bot.services.reminders import reminding as reminders
from bot.services.requestable import approvals
from bot.services.safety.accidents import evidence
from bot.services.safety.accidents.doors import PRESSES as ACCIDENT_CASES
from bot.services.safety.calendar import asking, confirming
from bot.services.safety.contingency import issuing as plan_issuing
from bot.services.safety.contingency import showing as plan_showing
from bot.services.safety.dept_reports import telling as dept_reports
from bot.services.safety.drills import judging as drill_judging
from bot.services.safety.drills.planning import TOPIC as DRILL
from bot.services.safety.equipment import checking as equipment_checking
from bot.services.safety.equipment import noting as equipment_noting
from bot.services.safety.hazards import looking_back, photos, reminding, stopping
from bot.services.safety.hazards import pressing as hazard_pressing
from bot.services.safety.hazards.telling import TOPIC as HAZARD
from bot.services.safety.inspections import photos as inspection_photos
from bot.services.safety.inspections import pressing as inspection_pressing
from bot.services.safety.inspections.rounds import TOPIC as INSPECTION
from bot.services.safety.learning import PRESSES as LEARNING
from bot.services.safety.learning import TAKERS as LEARNERS
from bot.services.safety.library import answering, keeping
from bot.services.safety.workspace import showing as safety_workspace
from bot.services.security import asking_who
from bot.services.security import assessing as leak_notices
from bot.services.security import filing as incidents
from bot.services.security import pressing as handling_incidents
from bot.services.security import reminding as security_reminding
from bot.services.security.telling import OWN_TOPIC as OWN_INCIDENT
from bot.services.security.telling import TOPIC as INCIDENT
from bot.services.surveys import asking_needs, signing_up
from bot.services.surveys import voting as survey_voting
from bot.services.surveys.releasing import Releasing
from bot.services.surveys.topics import ACTIVITY_TOPIC, DRAFT_TOPIC, SURVEY_TOPIC
from bot.services.tags import following as tag_following
from bot.services.upkeep import backing_up, duty, parameters, platform
from bot.services.upkeep.setup.cards import TOPIC as SETUP
from bot.services.upkeep.setup.guiding import Guiding
from bot.services.upkeep.system import TOPIC as SYSTEM
from bot.services.upkeep.system import System
from bot.shapes.serving import Pressed, Taker

# By these somebody acts for an office: whoever is suspended doesn't, until it is over.
_OF_OFFICE: Mapping[str, Pressed] = {
    ERRAND: by_hand.pressed,
    REVIEW: reviewing.pressed,
    GUEST_STAY: guest_stays.pressed,
    forfeits.TOPIC: forfeits.pressed,
    LEAVE_FACTS: facts_import.pressed,
    DUTIES: duties_import.pressed,
    proof_office.TOPIC: proof_office.pressed,
    DELEGATION: delegating.pressed,
    plan_card.TOPIC: plan_card.pressed,
    REPLIES: notice_replies.pressed,
    asking_needs.TOPIC: asking_needs.pressed,
    templates.TOPIC: templates.pressed,
    board.TOPIC: board.pressed,
    collecting.FORM_TOPIC: collecting.answered,
    collecting.TOPIC: collecting.pressed,
    pushes.TOPIC: pushes.pressed,
    backing_up.TOPIC: backing_up.pressed,
    duty.TOPIC: duty.pressed,
    platform.TOPIC: platform.pressed,
    vanishing.TOPIC: vanishing.pressed,
    tag_following.TOPIC: tag_following.pressed,
    parameters.TOPIC: parameters.pressed,
    moderation_tasks.TOPIC: moderation_tasks.pressed,
    accounts.TOPIC: accounts.pressed,
    appeals.TOPIC: appeals.pressed,
    weekly.TOPIC: weekly.pressed,
    figure_reports.TOPIC: figure_reports.pressed,
    wishing.TOPIC: wishing.pressed,
    **ACCOUNTS,
    ENQUIRY: desk.pressed,
    INCIDENT: handling_incidents.pressed,
    leak_notices.TOPIC: leak_notices.pressed,
    suggesting.TOPIC: suggesting.pressed,
}
# These are his own: what he owes or is owed as an employee, what he told, what he is asked about himself.
_HIS_OWN: Mapping[str, Pressed] = {
    RULES: rules_pressing.pressed,
    carrying.TOPIC: carrying.pressed,
    proofs.TOPIC: proofs.pressed,
    NOTICE: notice_confirming.pressed,
    SURVEY_TOPIC: survey_voting.pressed,
    ACTIVITY_TOPIC: signing_up.pressed,
    OWN_REPORT: report_relaying.pressed,
    OWN_ENQUIRY: desk.pressed_own,
    OWN_INCIDENT: incidents.pressed,
    asking_who.TOPIC: asking_who.pressed,
    security_reminding.TOPIC: security_reminding.pressed,
    mediating.TOPIC: mediating.pressed,
    reminders.TOPIC: reminders.pressed,
    **OWN_ACCOUNT,
    correcting.TOPIC: correcting.pressed,
    teaching.TOPIC: teaching.pressed,
}
# Nobody is kept from these (安全生产法 art. 54).
_OF_SAFETY: Mapping[str, Pressed] = {
    **ACCIDENT_CASES,
    HAZARD: hazard_pressing.pressed,
    photos.TOPIC: photos.pressed,
    stopping.TOPIC: stopping.pressed,
    looking_back.TOPIC: looking_back.pressed,
    reminding.TOPIC: reminding.pressed,
    INSPECTION: inspection_pressing.pressed,
    inspection_photos.TOPIC: inspection_photos.pressed,
    DRILL: drill_judging.pressed,
    plan_issuing.TOPIC: plan_issuing.pressed,
    plan_showing.TOPIC: plan_showing.pressed,
    dept_reports.TOPIC: dept_reports.pressed,
    safety_workspace.TOPIC: safety_workspace.pressed,
    equipment_noting.TOPIC: equipment_noting.pressed,
    equipment_checking.TOPIC: equipment_checking.pressed,
    **LEARNING,
    asking.TOPIC: asking.pressed,
    confirming.TOPIC: confirming.pressed,
    answering.TOPIC: keeping.pressed,
}


def capabilities(system: System) -> tuple[Mapping[type, Any], Mapping[str, Pressed]]:
    """What commands may name in their signatures, and who serves the buttons of which cards, by topic."""
    requests = approvals()
    deciding = Deciding(requests)
    of_office = {
        **_OF_OFFICE,
        APPROVAL: Pressing(requests).pressed,
        ANNOUNCEMENT: deciding.pressed,
        NOTICE_FILE: Enclosing(requests).pressed,
        DRAFT_TOPIC: Releasing(requests).pressed,
        CONTENT_ITEM: Answering(requests).pressed,
        REPORT: Handling(requests).pressed,
        STAFF_LIST: Repairing(requests).pressed,
        IDLE_GROUP: Cleaning(requests).pressed,
        SETUP: Guiding(requests).pressed,
        SYSTEM: system.pressed,
    }
    return {Approvals: requests, Deciding: deciding, System: system}, {
        **{topic: unless_suspended(serve) for topic, serve in of_office.items()},
        **_HIS_OWN,
        **_OF_SAFETY,
    }


def takers() -> tuple[Taker, ...]:
    """Who may want a picture or a document that somebody sends; the first one that takes it has it."""
    told = (evidence.of_accident, report_proofs.of_report, inspection_photos.of_round)
    reported = (Enclosing(approvals()).take, photos.of_report)
    return (
        *told,
        *reported,
        proofs.take,
        photos.of_work,
        *LEARNERS,
        plan_issuing.take,
        account_papers.take,
        documents.taken_up,
        photos.ask_what,
    )
