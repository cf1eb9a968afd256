"""Everything that handlers keep, in one place."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Self, TypeVar

from tortoise.transactions import in_transaction

from bot.storage.accounts.accounts import AccountTable, DifferenceTable
from bot.storage.accounts.leavings import LeavingTable
from bot.storage.accounts.works import WorkTable
from bot.storage.approvals.delegations import DelegationTable
from bot.storage.approvals.requests import RequestTable
from bot.storage.audit.audit import AuditTable
from bot.storage.backups.table import BackupTable
from bot.storage.desk.enquiries import EnquiryTable
from bot.storage.desk.ideas import IdeaTable
from bot.storage.figures.figures import FigureTable
from bot.storage.groups.errands import ErrandTable
from bot.storage.groups.group_checks import GroupCheckTable
from bot.storage.groups.groups import GroupTable
from bot.storage.groups.name_doubts import NameDoubtTable
from bot.storage.groups.nickname_cases import NicknameCaseTable
from bot.storage.groups.nicknames import NicknameTable
from bot.storage.groups.pairing import PairingTable, UnknownChatTable
from bot.storage.groups.reviews import ReviewTable
from bot.storage.groups.rosters import RosterTable
from bot.storage.groups.rules import ConsentTable, RulesTable
from bot.storage.groups.unkept_groups import UnkeptGroupTable
from bot.storage.groups.watches import GroupWatchTable
from bot.storage.leave.attendance import MissedPunchTable, PunchFixTable, TripTable
from bot.storage.leave.calendar import CalendarTable
from bot.storage.leave.duties import DutyTable
from bot.storage.leave.filings import FilingTable
from bot.storage.leave.leave import LeaveLedgerTable, LeaveTable
from bot.storage.leave.leave_facts import LeaveFactTable
from bot.storage.leave.leave_feeds import LeaveFeedTable
from bot.storage.leave.leave_papers import LeaveAccountTable, LeavePaperTable
from bot.storage.leave.leave_proofs import LeaveProofTable
from bot.storage.leave.office import QuotaTable
from bot.storage.leave.overtime import OvertimeTable
from bot.storage.leave.recounts import RecountTable
from bot.storage.leave.sick_warnings import SickWarningTable
from bot.storage.moderation.cases import CaseTable
from bot.storage.moderation.content import ContentItemTable
from bot.storage.moderation.fairness import AppealTable, DisputeTable, PraiseTable
from bot.storage.moderation.matters import HoldTable, MatterTable
from bot.storage.moderation.measures import MeasureTable
from bot.storage.moderation.old_cases import OldCaseTable
from bot.storage.moderation.reports import ReportTable
from bot.storage.notices.board import BoardTable
from bot.storage.notices.deliveries import DeliveryTable, RecallTable
from bot.storage.notices.digests import DigestTable
from bot.storage.notices.inbound import InboundTable
from bot.storage.notices.notice_templates import NoticeTemplateTable
from bot.storage.notices.notices import NoticeTable
from bot.storage.notices.publishing import PublishingTable
from bot.storage.notices.pushes import PushTable
from bot.storage.notices.receipts import PostingTable, ReceiptTable
from bot.storage.notices.subscriptions import SubscriptionTable
from bot.storage.numbers import NumberTable
from bot.storage.people.directory import DirectoryTable
from bot.storage.people.identities import IdentityTable
from bot.storage.people.role_holders import RoleHolderTable
from bot.storage.policies.releases import ReleaseTable
from bot.storage.privacy.data_views import DataViewTable
from bot.storage.privacy.data_wishes import DataWishTable
from bot.storage.privacy.own_rows import OwnRowTable
from bot.storage.privacy.private_words import PrivateWordsTable
from bot.storage.privacy.retention import OldRecordTable
from bot.storage.privacy.sealing import Seal
from bot.storage.queues.jobs import JobTable
from bot.storage.queues.timers import TimerTable
from bot.storage.reminders.reminders import ReminderTable
from bot.storage.safety.accident_cases import AccidentCaseTable
from bot.storage.safety.accidents import AccidentTable
from bot.storage.safety.calls import CallTable
from bot.storage.safety.certificates import CertificateTable
from bot.storage.safety.contingency import ContingencyTable
from bot.storage.safety.dept_reports import DeptReportTable
from bot.storage.safety.drills import DrillTable
from bot.storage.safety.equipment import EquipmentTable
from bot.storage.safety.experiences import ExperienceTable
from bot.storage.safety.hazard_drafts import HazardDraftTable
from bot.storage.safety.hazards import HazardTable
from bot.storage.safety.inspections import InspectionTable
from bot.storage.safety.safety_calendar import SafetyCalendarTable
from bot.storage.safety.safety_questions import QuizTable, SafetyQuestionTable
from bot.storage.safety.sign_in import SignInTable
from bot.storage.safety.trainings import TrainingTable
from bot.storage.security.incidents import IncidentTable
from bot.storage.security.receipts import SecurityReceiptTable
from bot.storage.surveys.activities import ActivityTable
from bot.storage.surveys.surveys import SurveyTable
from bot.storage.tags.work_tags import WorkTagTable
from bot.storage.talking.cards import CardTable
from bot.storage.talking.confirmations import ConfirmationTable
from bot.storage.talking.dialogues import DialogueTable
from bot.storage.talking.files import FileTable
from bot.storage.talking.messages import MessageTable
from bot.storage.talking.peers import PeerTable
from bot.storage.talking.refusals import RefusalTable
from bot.storage.upkeep.duty_roster import DutyRosterTable
from bot.storage.upkeep.platform_changes import PlatformChangeTable
from bot.storage.upkeep.settings import SettingTable, SetupTable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Records:
    """The port `Store`, on the database that is open."""

    subscriptions: SubscriptionTable = field(default_factory=SubscriptionTable)
    confirmations: ConfirmationTable = field(default_factory=ConfirmationTable)
    dialogues: DialogueTable = field(default_factory=DialogueTable)
    cards: CardTable = field(default_factory=CardTable)
    directory: DirectoryTable = field(default_factory=DirectoryTable)
    peers: PeerTable = field(default_factory=PeerTable)
    messages: MessageTable = field(default_factory=MessageTable)
    identities: IdentityTable = field(default_factory=IdentityTable)
    files: FileTable = field(default_factory=FileTable)
    refusals: RefusalTable = field(default_factory=RefusalTable)
    account_works: WorkTable = field(default_factory=WorkTable)
    leavings: LeavingTable = field(default_factory=LeavingTable)
    accounts: AccountTable = field(default_factory=AccountTable)
    differences: DifferenceTable = field(default_factory=DifferenceTable)
    role_holders: RoleHolderTable = field(default_factory=RoleHolderTable)
    jobs: JobTable = field(default_factory=JobTable)
    name_doubts: NameDoubtTable = field(default_factory=NameDoubtTable)
    nicknames: NicknameTable = field(default_factory=NicknameTable)
    nickname_cases: NicknameCaseTable = field(default_factory=NicknameCaseTable)
    numbers: NumberTable = field(default_factory=NumberTable)
    backups: BackupTable = field(default_factory=BackupTable)
    releases: ReleaseTable = field(default_factory=ReleaseTable)
    duty_roster: DutyRosterTable = field(default_factory=DutyRosterTable)
    work_tags: WorkTagTable = field(default_factory=WorkTagTable)
    reminders: ReminderTable = field(default_factory=ReminderTable)
    settings: SettingTable = field(default_factory=SettingTable)
    setup: SetupTable = field(default_factory=SetupTable)
    platform_changes: PlatformChangeTable = field(default_factory=PlatformChangeTable)
    timers: TimerTable = field(default_factory=TimerTable)
    postings: PostingTable = field(default_factory=PostingTable)
    receipts: ReceiptTable = field(default_factory=ReceiptTable)
    digests: DigestTable = field(default_factory=DigestTable)
    pushes: PushTable = field(default_factory=PushTable)
    board: BoardTable = field(default_factory=BoardTable)
    inbound: InboundTable = field(default_factory=InboundTable)
    surveys: SurveyTable = field(default_factory=SurveyTable)
    activities: ActivityTable = field(default_factory=ActivityTable)
    publishing: PublishingTable = field(default_factory=PublishingTable)
    deliveries: DeliveryTable = field(default_factory=DeliveryTable)
    recalls: RecallTable = field(default_factory=RecallTable)
    notices: NoticeTable = field(default_factory=NoticeTable)
    notice_templates: NoticeTemplateTable = field(default_factory=NoticeTemplateTable)
    accidents: AccidentTable = field(default_factory=AccidentTable)
    accident_cases: AccidentCaseTable = field(default_factory=AccidentCaseTable)
    hazards: HazardTable = field(default_factory=HazardTable)
    hazard_drafts: HazardDraftTable = field(default_factory=HazardDraftTable)
    cases: CaseTable = field(default_factory=CaseTable)
    measures: MeasureTable = field(default_factory=MeasureTable)
    content_items: ContentItemTable = field(default_factory=ContentItemTable)
    reports: ReportTable = field(default_factory=ReportTable)
    incidents: IncidentTable = field(default_factory=IncidentTable)
    security_receipts: SecurityReceiptTable = field(default_factory=SecurityReceiptTable)
    matters: MatterTable = field(default_factory=MatterTable)
    holds: HoldTable = field(default_factory=HoldTable)
    appeals: AppealTable = field(default_factory=AppealTable)
    disputes: DisputeTable = field(default_factory=DisputeTable)
    praises: PraiseTable = field(default_factory=PraiseTable)
    inspections: InspectionTable = field(default_factory=InspectionTable)
    drills: DrillTable = field(default_factory=DrillTable)
    equipment: EquipmentTable = field(default_factory=EquipmentTable)
    contingencies: ContingencyTable = field(default_factory=ContingencyTable)
    group_checks: GroupCheckTable = field(default_factory=GroupCheckTable)
    dept_reports: DeptReportTable = field(default_factory=DeptReportTable)
    calls: CallTable = field(default_factory=CallTable)
    requests: RequestTable = field(default_factory=RequestTable)
    groups: GroupTable = field(default_factory=GroupTable)
    errands: ErrandTable = field(default_factory=ErrandTable)
    unkept_groups: UnkeptGroupTable = field(default_factory=UnkeptGroupTable)
    group_watches: GroupWatchTable = field(default_factory=GroupWatchTable)
    rules: RulesTable = field(default_factory=RulesTable)
    consents: ConsentTable = field(default_factory=ConsentTable)
    rosters: RosterTable = field(default_factory=RosterTable)
    reviews: ReviewTable = field(default_factory=ReviewTable)
    delegations: DelegationTable = field(default_factory=DelegationTable)
    pairings: PairingTable = field(default_factory=PairingTable)
    unknown_chats: UnknownChatTable = field(default_factory=UnknownChatTable)
    data_views: DataViewTable = field(default_factory=DataViewTable)
    data_wishes: DataWishTable = field(default_factory=DataWishTable)
    own_rows: OwnRowTable = field(default_factory=OwnRowTable)
    private_words: PrivateWordsTable = field(default_factory=PrivateWordsTable)
    sick_warnings: SickWarningTable = field(default_factory=SickWarningTable)
    audit: AuditTable = field(default_factory=AuditTable)
    figures: FigureTable = field(default_factory=FigureTable)
    leave_proofs: LeaveProofTable = field(default_factory=LeaveProofTable)
    leaves: LeaveTable = field(default_factory=LeaveTable)
    leave_ledgers: LeaveLedgerTable = field(default_factory=LeaveLedgerTable)
    leave_papers: LeavePaperTable = field(default_factory=LeavePaperTable)
    leave_accounts: LeaveAccountTable = field(default_factory=LeaveAccountTable)
    overtimes: OvertimeTable = field(default_factory=OvertimeTable)
    leave_facts: LeaveFactTable = field(default_factory=LeaveFactTable)
    duties: DutyTable = field(default_factory=DutyTable)
    leave_feeds: LeaveFeedTable = field(default_factory=LeaveFeedTable)
    calendar: CalendarTable = field(default_factory=CalendarTable)
    recounts: RecountTable = field(default_factory=RecountTable)
    trips: TripTable = field(default_factory=TripTable)
    punch_fixes: PunchFixTable = field(default_factory=PunchFixTable)
    missed_punches: MissedPunchTable = field(default_factory=MissedPunchTable)
    quotas: QuotaTable = field(default_factory=QuotaTable)
    old_records: OldRecordTable = field(default_factory=OldRecordTable)
    old_cases: OldCaseTable = field(default_factory=OldCaseTable)
    filings: FilingTable = field(default_factory=FilingTable)
    sign_in: SignInTable = field(default_factory=SignInTable)
    trainings: TrainingTable = field(default_factory=TrainingTable)
    certificates: CertificateTable = field(default_factory=CertificateTable)
    experiences: ExperienceTable = field(default_factory=ExperienceTable)
    safety_calendar: SafetyCalendarTable = field(default_factory=SafetyCalendarTable)
    safety_questions: SafetyQuestionTable = field(default_factory=SafetyQuestionTable)
    quizzes: QuizTable = field(default_factory=QuizTable)
    enquiries: EnquiryTable = field(default_factory=EnquiryTable)
    ideas: IdeaTable = field(default_factory=IdeaTable)

    @classmethod
    def sealed(cls, seal: Seal) -> Self:
        """What is private can be read by whoever has the key of `seal`, in other processes and after a restart too."""
        return cls(
            files=FileTable(seal),
            leaves=LeaveTable(seal),
            leave_papers=LeavePaperTable(seal),
            hazards=HazardTable(seal),
            cases=CaseTable(seal),
            content_items=ContentItemTable(seal),
            reports=ReportTable(seal),
            incidents=IncidentTable(seal),
            matters=MatterTable(seal),
            appeals=AppealTable(seal),
            disputes=DisputeTable(seal),
            data_wishes=DataWishTable(seal),
            account_works=WorkTable(seal),
            enquiries=EnquiryTable(seal),
            surveys=SurveyTable(seal),
            ideas=IdeaTable(seal),
            reminders=ReminderTable(seal),
        )

    async def attempt(self, work: Callable[[], Awaitable[T]]) -> T:
        async with in_transaction():
            return await work()
