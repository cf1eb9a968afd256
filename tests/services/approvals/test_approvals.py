"""Requests of several steps and several deciders, by a kind of the test's own: on both databases, also at once."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.domain.approvals.delegations import Delegation, DelegationState
from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.company import Company
from bot.errors import Overtaken, UserError
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.approvals.upkeep import look_after
from bot.shapes.act import Act
from bot.shapes.outgoing import Address, Card, Content, ToPerson
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.store import Records
from tests.domain.approvals.office import BOTH, CLERK_A, CLERK_B, COMPANY, HEAD, HR, LEADER, MATE, MONDAY, WORKER


@dataclass
class Room:
    """A kind: lending the meeting room. `broken`: what follows fails."""

    name: str = "借会议室"
    prefix: str = "RQ"
    broken: bool = False
    lent: list[str] = field(default_factory=list)

    async def settled(self, desk: Desk, request: Request) -> str:
        if self.broken:
            raise RuntimeError("the key is lost")
        if request.state is RequestState.APPROVED:
            self.lent.append(request.number)
            return "钥匙在前台。"
        return ""


@dataclass
class Table:
    """A desk that writes down what is said at it."""

    now: datetime = MONDAY
    company: Company = COMPANY
    store: Records = field(default_factory=Records)
    told: list[tuple[Address, Content]] = field(default_factory=list)
    act: Act = field(default_factory=lambda: Act(WORKER, "test", "员工", "test:1", MONDAY))

    @property
    def tell(self) -> Callable[[Address, Content], None]:
        return lambda address, content: self.told.append((address, content))

    def heard(self) -> list[str]:
        """`userid: words`, in order; forgotten afterwards."""
        said = [f"{address.user}: {_words(content)}" for address, content in self.told if isinstance(address, ToPerson)]
        self.told.clear()
        return said


def _words(content: Content) -> str:
    return f"[{content.title}]" if isinstance(content, Card) else str(getattr(content, "text", ""))


def wish(*steps: Step) -> Draft:
    return Draft("借会议室", WORKER, "借会议室", steps)


async def opened(database: Database, approvals: Approvals, desk: Table, *steps: Step) -> Request:
    return await database.transact(lambda: approvals.open(desk, wish(*steps)))


async def agree(database: Database, approvals: Approvals, desk: Table, request: Request, by: UserId) -> Request:
    return await database.transact(lambda: approvals.decide(desk, request, by, agree=True))


async def test_step_after_step(database: Database) -> None:
    room, desk = Room(), Table()
    approvals = Approvals((room,))
    request = await opened(database, approvals, desk, LEADER, BOTH)
    assert desk.heard() == ["head: [张三 申请借会议室]"]
    request = await agree(database, approvals, desk, request, HEAD)
    assert desk.heard() == [
        "clerka: [张三 申请借会议室]",
        "clerkb: [张三 申请借会议室]",
        "worker: RQ-20261123-001 王强同意了。现在等 周敏、李娜 审批。",
    ]
    request = await agree(database, approvals, desk, request, CLERK_B)
    assert (room.lent, request.state) == ([], RequestState.PENDING)
    assert desk.heard() == []
    await agree(database, approvals, desk, request, CLERK_A)
    rights = await Trail.filter(action__contains="request.a").order_by("id").values_list("action", "authority")
    assert rights == [
        ("test:request.agreed", "审批人"),
        ("test:request.agreed", "审批人"),
        ("test:request.approved", "审批人"),
    ]
    assert room.lent == ["RQ-20261123-001"]
    assert desk.heard()[-1] == "worker: RQ-20261123-001 借会议室：已同意（周敏，09:00）。钥匙在前台。"


async def test_two_at_once_one_decides(database: Database) -> None:
    room, desk = Room(), Table()
    approvals = Approvals((room,))
    request = await opened(database, approvals, desk, HR)
    outcomes = await asyncio.gather(
        agree(database, approvals, desk, request, CLERK_A),
        agree(database, approvals, desk, request, CLERK_B),
        return_exceptions=True,
    )
    (refused,) = [each for each in outcomes if isinstance(each, BaseException)]
    assert isinstance(refused, Overtaken)  # heard anew, he is told how it stands
    with pytest.raises(UserError) as told:
        await agree(database, approvals, desk, await approvals.find(desk, request.number), CLERK_B)
    assert told.value.sentence.startswith("RQ-20261123-001 已同意（")
    assert len(room.lent) == 1
    assert await Trail.filter(action__endswith="request.approved").count() == 1


async def test_withdrawn_while_somebody_decides(database: Database) -> None:
    desk = Table()
    approvals = Approvals((Room(),))
    request = await opened(database, approvals, desk, HR)
    outcomes = await asyncio.gather(
        database.transact(lambda: approvals.withdraw(desk, request, WORKER)),
        agree(database, approvals, desk, request, CLERK_B),
        return_exceptions=True,
    )
    kept = await desk.store.requests.get(request.number)
    assert kept
    assert sum(isinstance(each, Overtaken) for each in outcomes) == 1
    assert kept.state in (RequestState.APPROVED, RequestState.WITHDRAWN)


async def test_if_what_follows_fails_nothing_was_decided(database: Database) -> None:
    room, desk = Room(broken=True), Table()
    approvals = Approvals((room,))
    request = await opened(database, approvals, desk, LEADER)
    with pytest.raises(RuntimeError):
        await agree(database, approvals, desk, request, HEAD)
    kept = await desk.store.requests.get(request.number)
    assert kept == request
    assert await desk.store.requests.waiting_for(HEAD) == [request]


async def test_looking_after_many_tells_each_person_once(database: Database) -> None:
    desk = Table()
    approvals = Approvals((Room(),))
    for number in range(3):
        draft = Draft("借会议室", WORKER, f"借{number}号会议室", (LEADER,))
        await database.transact(lambda draft=draft: approvals.open(desk, draft))  # type: ignore[misc]
    desk.told.clear()
    desk.now = MONDAY + timedelta(hours=6)
    await database.transact(lambda: look_after(approvals, desk))
    (reminder,) = desk.heard()
    assert reminder.startswith("head: 还有 3 条申请等你审批：")
    await database.transact(lambda: look_after(approvals, desk))
    assert desk.heard() == []


async def test_the_trail_says_in_whose_stead(database: Database) -> None:
    desk = Table()
    approvals = Approvals((Room(),))
    lent = Delegation(HEAD, MATE, MONDAY.date(), MONDAY.date(), DelegationState.ACCEPTED)
    await database.transact(lambda: desk.store.delegations.add(lent, by=desk.act))
    request = await opened(database, approvals, desk, LEADER)
    await agree(database, approvals, desk, request, MATE)
    decided = await Trail.get(action__endswith="request.approved")
    assert decided.authority == "代 head 审批"
