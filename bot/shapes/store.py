"""All that handlers keep and look up, in one hand."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from bot.shapes.records.accident_cases import AccidentCases
from bot.shapes.records.accounts import AccountDifferences, AccountsSeen, AccountWorks, Leavings
from bot.shapes.records.approvals import Delegations, Requests
from bot.shapes.records.attendance import MissedPunches, PunchFixes, Trips
from bot.shapes.records.audit import Audit
from bot.shapes.records.board import Board
from bot.shapes.records.calendar import CalendarDays
from bot.shapes.records.calls import Calls
from bot.shapes.records.content import ContentItems
from bot.shapes.records.contingency import Contingencies
from bot.shapes.records.dept_reports import DeptReports
from bot.shapes.records.desk import Enquiries, Ideas
from bot.shapes.records.digests import Digests
from bot.shapes.records.drills import Drills
from bot.shapes.records.duties import Duties
from bot.shapes.records.duty_roster import DutyRoster
from bot.shapes.records.equipment import EquipmentList
from bot.shapes.records.exchange import Experiences
from bot.shapes.records.fairness import Appeals, Disputes, Praises
from bot.shapes.records.figures import Figures
from bot.shapes.records.group_checks import GroupChecks
from bot.shapes.records.groups import Errands, Groups, GroupWatches, Subscriptions, UnkeptGroups
from bot.shapes.records.hazards import HazardDrafts, Hazards
from bot.shapes.records.inbound import InboundItems
from bot.shapes.records.inspections import Inspections
from bot.shapes.records.leave import LeaveLedgers, Leaves
from bot.shapes.records.leave_facts import LeaveFacts
from bot.shapes.records.leave_feeds import LeaveFeeds
from bot.shapes.records.leave_papers import LeaveAccounts, LeavePapers, Overtimes
from bot.shapes.records.matters import Holds, Matters
from bot.shapes.records.moderation import Cases, Measures
from bot.shapes.records.nicknames import NicknameCases, Nicknames
from bot.shapes.records.notice_templates import NoticeTemplates
from bot.shapes.records.notices import Notices
from bot.shapes.records.office import Filings, Quotas
from bot.shapes.records.operating import Jobs, Numbers
from bot.shapes.records.pairing import Pairings, UnknownChats
from bot.shapes.records.people import Directory, NameDoubts, RoleHolders
from bot.shapes.records.pipeline import Files, Messages, Peers
from bot.shapes.records.platform import PlatformChanges
from bot.shapes.records.policies import Releases
from bot.shapes.records.privacy import DataViews, DataWishes, OwnRows, PrivateWords, SickWarnings
from bot.shapes.records.proofs import LeaveProofs
from bot.shapes.records.publishing import Publishing
from bot.shapes.records.pushes import Pushes
from bot.shapes.records.receipts import Deliveries, Postings, Recalls, Receipts
from bot.shapes.records.recounts import Recounts
from bot.shapes.records.reminders import Reminders
from bot.shapes.records.reports import Reports
from bot.shapes.records.retention import OldCases, OldRecords
from bot.shapes.records.reviews import Reviews
from bot.shapes.records.rosters import Rosters
from bot.shapes.records.rules import Consents, RulesVersions
from bot.shapes.records.safety import Accidents
from bot.shapes.records.safety_calendar import Quizzes, SafetyCalendar, SafetyQuestions
from bot.shapes.records.security import Incidents, SecurityReceipts
from bot.shapes.records.settings import Settings, Setup
from bot.shapes.records.sign_in import SignIn
from bot.shapes.records.surveys import Activities, Surveys
from bot.shapes.records.tags import WorkTags
from bot.shapes.records.talking import Cards, Confirmations, Dialogues, Refusals
from bot.shapes.records.timers import Timers
from bot.shapes.records.training import Certificates, Trainings
from bot.shapes.records.upkeep import Backups

T = TypeVar("T")


class Store(Protocol):
    async def attempt(self, work: Callable[[], Awaitable[T]]) -> T:
        """If `work` raises, what it changed is taken back, and the rest of the transaction stands."""
        ...

    @property
    def subscriptions(self) -> Subscriptions: ...

    @property
    def confirmations(self) -> Confirmations: ...

    @property
    def dialogues(self) -> Dialogues: ...

    @property
    def cards(self) -> Cards: ...

    @property
    def directory(self) -> Directory: ...

    @property
    def peers(self) -> Peers: ...

    @property
    def messages(self) -> Messages: ...

    @property
    def files(self) -> Files: ...

    @property
    def refusals(self) -> Refusals: ...

    @property
    def role_holders(self) -> RoleHolders: ...

    @property
    def jobs(self) -> Jobs: ...

    @property
    def name_doubts(self) -> NameDoubts: ...

    @property
    def nicknames(self) -> Nicknames: ...

    @property
    def nickname_cases(self) -> NicknameCases: ...

    @property
    def numbers(self) -> Numbers: ...

    @property
    def backups(self) -> Backups: ...

    @property
    def duty_roster(self) -> DutyRoster: ...

    @property
    def work_tags(self) -> WorkTags: ...

    @property
    def reminders(self) -> Reminders: ...

    @property
    def group_watches(self) -> GroupWatches: ...

    @property
    def releases(self) -> Releases: ...

    @property
    def settings(self) -> Settings: ...

    @property
    def setup(self) -> Setup: ...

    @property
    def platform_changes(self) -> PlatformChanges: ...

    @property
    def timers(self) -> Timers: ...

    @property
    def notices(self) -> Notices: ...

    @property
    def notice_templates(self) -> NoticeTemplates: ...

    @property
    def accidents(self) -> Accidents: ...

    @property
    def accident_cases(self) -> AccidentCases: ...

    @property
    def hazards(self) -> Hazards: ...

    @property
    def hazard_drafts(self) -> HazardDrafts: ...

    @property
    def cases(self) -> Cases: ...

    @property
    def measures(self) -> Measures: ...

    @property
    def content_items(self) -> ContentItems: ...

    @property
    def reports(self) -> Reports: ...

    @property
    def incidents(self) -> Incidents: ...

    @property
    def security_receipts(self) -> SecurityReceipts: ...

    @property
    def appeals(self) -> Appeals: ...

    @property
    def disputes(self) -> Disputes: ...

    @property
    def praises(self) -> Praises: ...

    @property
    def matters(self) -> Matters: ...

    @property
    def holds(self) -> Holds: ...

    @property
    def inspections(self) -> Inspections: ...

    @property
    def drills(self) -> Drills: ...

    @property
    def contingencies(self) -> Contingencies: ...

    @property
    def group_checks(self) -> GroupChecks: ...

    @property
    def dept_reports(self) -> DeptReports: ...

    @property
    def calls(self) -> Calls: ...

    @property
    def requests(self) -> Requests: ...

    @property
    def groups(self) -> Groups: ...

    @property
    def errands(self) -> Errands: ...

    @property
    def unkept_groups(self) -> UnkeptGroups: ...

    @property
    def rules(self) -> RulesVersions: ...

    @property
    def consents(self) -> Consents: ...

    @property
    def rosters(self) -> Rosters: ...

    @property
    def reviews(self) -> Reviews: ...

    @property
    def delegations(self) -> Delegations: ...

    @property
    def pairings(self) -> Pairings: ...

    @property
    def unknown_chats(self) -> UnknownChats: ...

    @property
    def leaves(self) -> Leaves: ...

    @property
    def leave_ledgers(self) -> LeaveLedgers: ...

    @property
    def leave_papers(self) -> LeavePapers: ...

    @property
    def leave_accounts(self) -> LeaveAccounts: ...

    @property
    def overtimes(self) -> Overtimes: ...

    @property
    def leave_facts(self) -> LeaveFacts: ...

    @property
    def duties(self) -> Duties: ...

    @property
    def leave_feeds(self) -> LeaveFeeds: ...

    @property
    def calendar(self) -> CalendarDays: ...

    @property
    def recounts(self) -> Recounts: ...

    @property
    def trips(self) -> Trips: ...

    @property
    def punch_fixes(self) -> PunchFixes: ...

    @property
    def missed_punches(self) -> MissedPunches: ...

    @property
    def quotas(self) -> Quotas: ...

    @property
    def filings(self) -> Filings: ...

    @property
    def data_views(self) -> DataViews: ...

    @property
    def data_wishes(self) -> DataWishes: ...

    @property
    def own_rows(self) -> OwnRows: ...

    @property
    def figures(self) -> Figures: ...

    @property
    def private_words(self) -> PrivateWords: ...

    @property
    def audit(self) -> Audit: ...

    @property
    def sick_warnings(self) -> SickWarnings: ...

    @property
    def leave_proofs(self) -> LeaveProofs: ...

    @property
    def old_records(self) -> OldRecords: ...

    @property
    def old_cases(self) -> OldCases: ...

    @property
    def sign_in(self) -> SignIn: ...

    @property
    def trainings(self) -> Trainings: ...

    @property
    def certificates(self) -> Certificates: ...

    @property
    def equipment(self) -> EquipmentList: ...

    @property
    def experiences(self) -> Experiences: ...

    @property
    def safety_calendar(self) -> SafetyCalendar: ...

    @property
    def safety_questions(self) -> SafetyQuestions: ...

    @property
    def quizzes(self) -> Quizzes: ...

    @property
    def ideas(self) -> Ideas: ...

    @property
    def enquiries(self) -> Enquiries: ...

    @property
    def postings(self) -> Postings: ...

    @property
    def receipts(self) -> Receipts: ...

    @property
    def digests(self) -> Digests: ...

    @property
    def pushes(self) -> Pushes: ...

    @property
    def board(self) -> Board: ...

    @property
    def inbound(self) -> InboundItems: ...

    @property
    def surveys(self) -> Surveys: ...

    @property
    def activities(self) -> Activities: ...

    @property
    def publishing(self) -> Publishing: ...

    @property
    def deliveries(self) -> Deliveries: ...

    @property
    def recalls(self) -> Recalls: ...

    @property
    def account_works(self) -> AccountWorks: ...

    @property
    def leavings(self) -> Leavings: ...

    @property
    def accounts(self) -> AccountsSeen: ...

    @property
    def differences(self) -> AccountDifferences: ...
