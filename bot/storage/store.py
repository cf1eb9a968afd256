"""Everything that handlers keep, in one place."""

from dataclasses import dataclass, field
from typing import Self

from bot.storage.accident_cases import AccidentCaseTable
from bot.storage.accidents import AccidentTable
from bot.storage.attendance import MissedPunchTable, PunchFixTable, TripTable
from bot.storage.board import BoardTable
from bot.storage.calendar import CalendarTable
from bot.storage.calls import CallTable
from bot.storage.cards import CardTable
from bot.storage.certificates import CertificateTable
from bot.storage.confirmations import ConfirmationTable
from bot.storage.data_views import DataViewTable
from bot.storage.delegations import DelegationTable
from bot.storage.deliveries import DeliveryTable, RecallTable
from bot.storage.dialogues import DialogueTable
from bot.storage.digests import DigestTable
from bot.storage.directory import DirectoryTable
from bot.storage.drills import DrillTable
from bot.storage.duties import DutyTable
from bot.storage.errands import ErrandTable
from bot.storage.experiences import ExperienceTable
from bot.storage.files import FileTable
from bot.storage.filings import FilingTable
from bot.storage.groups import GroupTable
from bot.storage.hazard_drafts import HazardDraftTable
from bot.storage.hazards import HazardTable
from bot.storage.identities import IdentityTable
from bot.storage.inspections import InspectionTable
from bot.storage.jobs import JobTable
from bot.storage.leave import LeaveLedgerTable, LeaveTable
from bot.storage.leave_facts import LeaveFactTable
from bot.storage.leave_feeds import LeaveFeedTable
from bot.storage.leave_papers import LeaveAccountTable, LeavePaperTable
from bot.storage.leave_proofs import LeaveProofTable
from bot.storage.name_doubts import NameDoubtTable
from bot.storage.nickname_cases import NicknameCaseTable
from bot.storage.nicknames import NicknameTable
from bot.storage.notices import NoticeTable
from bot.storage.numbers import NumberTable
from bot.storage.office import QuotaTable
from bot.storage.overtime import OvertimeTable
from bot.storage.pairing import PairingTable, UnknownChatTable
from bot.storage.peers import PeerTable
from bot.storage.private_words import PrivateWordsTable
from bot.storage.pushes import PushTable
from bot.storage.receipts import PostingTable, ReceiptTable
from bot.storage.recounts import RecountTable
from bot.storage.refusals import RefusalTable
from bot.storage.requests import RequestTable
from bot.storage.retention import OldRecordTable
from bot.storage.reviews import ReviewTable
from bot.storage.role_holders import RoleHolderTable
from bot.storage.rosters import RosterTable
from bot.storage.rules import ConsentTable, RulesTable
from bot.storage.safety_calendar import SafetyCalendarTable
from bot.storage.safety_questions import QuizTable, SafetyQuestionTable
from bot.storage.sealing import Seal
from bot.storage.sick_warnings import SickWarningTable
from bot.storage.sign_in import SignInTable
from bot.storage.subscriptions import SubscriptionTable
from bot.storage.timers import TimerTable
from bot.storage.trainings import TrainingTable
from bot.storage.unkept_groups import UnkeptGroupTable


@dataclass(frozen=True, slots=True)
class Records:
    """The port `Store`, on the database that is open."""

    subscriptions: SubscriptionTable = field(default_factory=SubscriptionTable)
    confirmations: ConfirmationTable = field(default_factory=ConfirmationTable)
    dialogues: DialogueTable = field(default_factory=DialogueTable)
    cards: CardTable = field(default_factory=CardTable)
    directory: DirectoryTable = field(default_factory=DirectoryTable)
    peers: PeerTable = field(default_factory=PeerTable)
    identities: IdentityTable = field(default_factory=IdentityTable)
    files: FileTable = field(default_factory=FileTable)
    refusals: RefusalTable = field(default_factory=RefusalTable)
    role_holders: RoleHolderTable = field(default_factory=RoleHolderTable)
    jobs: JobTable = field(default_factory=JobTable)
    name_doubts: NameDoubtTable = field(default_factory=NameDoubtTable)
    nicknames: NicknameTable = field(default_factory=NicknameTable)
    nickname_cases: NicknameCaseTable = field(default_factory=NicknameCaseTable)
    numbers: NumberTable = field(default_factory=NumberTable)
    timers: TimerTable = field(default_factory=TimerTable)
    postings: PostingTable = field(default_factory=PostingTable)
    receipts: ReceiptTable = field(default_factory=ReceiptTable)
    digests: DigestTable = field(default_factory=DigestTable)
    pushes: PushTable = field(default_factory=PushTable)
    board: BoardTable = field(default_factory=BoardTable)
    deliveries: DeliveryTable = field(default_factory=DeliveryTable)
    recalls: RecallTable = field(default_factory=RecallTable)
    notices: NoticeTable = field(default_factory=NoticeTable)
    accidents: AccidentTable = field(default_factory=AccidentTable)
    accident_cases: AccidentCaseTable = field(default_factory=AccidentCaseTable)
    hazards: HazardTable = field(default_factory=HazardTable)
    hazard_drafts: HazardDraftTable = field(default_factory=HazardDraftTable)
    inspections: InspectionTable = field(default_factory=InspectionTable)
    drills: DrillTable = field(default_factory=DrillTable)
    calls: CallTable = field(default_factory=CallTable)
    requests: RequestTable = field(default_factory=RequestTable)
    groups: GroupTable = field(default_factory=GroupTable)
    errands: ErrandTable = field(default_factory=ErrandTable)
    unkept_groups: UnkeptGroupTable = field(default_factory=UnkeptGroupTable)
    rules: RulesTable = field(default_factory=RulesTable)
    consents: ConsentTable = field(default_factory=ConsentTable)
    rosters: RosterTable = field(default_factory=RosterTable)
    reviews: ReviewTable = field(default_factory=ReviewTable)
    delegations: DelegationTable = field(default_factory=DelegationTable)
    pairings: PairingTable = field(default_factory=PairingTable)
    unknown_chats: UnknownChatTable = field(default_factory=UnknownChatTable)
    data_views: DataViewTable = field(default_factory=DataViewTable)
    private_words: PrivateWordsTable = field(default_factory=PrivateWordsTable)
    sick_warnings: SickWarningTable = field(default_factory=SickWarningTable)
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
    filings: FilingTable = field(default_factory=FilingTable)
    sign_in: SignInTable = field(default_factory=SignInTable)
    trainings: TrainingTable = field(default_factory=TrainingTable)
    certificates: CertificateTable = field(default_factory=CertificateTable)
    experiences: ExperienceTable = field(default_factory=ExperienceTable)
    safety_calendar: SafetyCalendarTable = field(default_factory=SafetyCalendarTable)
    safety_questions: SafetyQuestionTable = field(default_factory=SafetyQuestionTable)
    quizzes: QuizTable = field(default_factory=QuizTable)

    @classmethod
    def sealed(cls, seal: Seal) -> Self:
        """What is private can be read by whoever has the key of `seal`, in other processes and after a restart too."""
        return cls(
            files=FileTable(seal),
            leaves=LeaveTable(seal),
            leave_papers=LeavePaperTable(seal),
            hazards=HazardTable(seal),
        )
