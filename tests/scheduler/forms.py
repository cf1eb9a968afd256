"""WeCom's own 审批, as a fake that takes forms, refuses them, or leaves in doubt whether it did."""

from dataclasses import dataclass, field, replace

from bot.domain.office.forms import Filing, FilingState
from bot.shapes.job import Job
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import OfficeRefused, Sources
from bot.storage.engine.database import Database
from bot.wecom.office.refusals import refused
from scheduler.leave_forms import file_leaves
from scheduler.leave_forms_check import check_forms
from tests.chat import Chat

LOST = Outcome(Verdict.UNKNOWN, why="timeout")
BUSY = Outcome(Verdict.RETRY, -1, "busy")
JOBS = (file_leaves, check_forms)
NUMBER = "QJ-20261122-001"
AGREED = """
    张三> /请假 年假 12.1-12.2
    机器人→王强> …
    机器人> …
    王强> /同意申请 QJ-20261122-001
    机器人→张三> …
    机器人> …"""


class Died(BaseException):
    """The process is gone: nothing of ours comes after it."""


@dataclass
class Forms:
    """`trouble`: of the next calls of `file`, one each, before it is taken; `lost`: how many are taken, and the answer
    never comes."""

    taken: dict[str, Filing] = field(default_factory=dict)
    trouble: list[Exception | BaseException] = field(default_factory=list)
    lost: int = 0
    dies: bool = False
    states: dict[str, FilingState] = field(default_factory=dict)
    unreadable: bool = False
    closed: bool = False
    searches: int = 0

    async def ready(self) -> None:
        if self.closed:
            raise OfficeRefused(Outcome(Verdict.MISCONFIGURED, why="no template"))

    async def file(self, filing: Filing) -> str:
        if self.trouble:
            raise self.trouble.pop(0)
        sp_no = f"20261122{len(self.taken) + 1:04}"
        self.taken[sp_no] = filing
        if self.dies:
            self.dies = False
            raise Died
        if self.lost:
            self.lost -= 1
            raise OfficeRefused(LOST)
        return sp_no

    async def find(self, filing: Filing) -> str | None:
        self.searches += 1
        if self.unreadable:
            raise refused(Outcome(Verdict.REFUSED, 301026, "301026"))
        return next((sp_no for sp_no, each in self.taken.items() if each.number == filing.number), None)

    async def state(self, sp_no: str) -> FilingState:
        return self.states.get(sp_no, FilingState.FILED)


async def filing(database: Database, forms: Forms, *more: Job, decider: bool = False, kind: str = "年假") -> Chat:
    """A chat in a company that files leaves of one kind in WeCom."""
    return await Chat.open(
        database,
        jobs=[*JOBS, *more],
        sources=Sources(forms=forms),
        company=lambda each: replace(each, wecom_forms={kind: kind}, forms_to_decider=decider),
    )
