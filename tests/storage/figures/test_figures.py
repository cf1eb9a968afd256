"""What figures are counted from comes out alike on both databases, of the days that were asked for."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from bot.domain.figures.counts import Decided, Read, Some
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine.database import Database
from bot.storage.engine.times import to_ms
from bot.storage.figures.figures import FigureTable
from bot.storage.models.approvals import RequestRecord
from bot.storage.models.figures import ActiveRecord
from bot.storage.models.groups import MembershipRecord
from bot.storage.models.leave import LeaveRecord
from bot.storage.models.people import IdentityRecord
from bot.storage.models.pipeline import Inbox
from bot.storage.models.receipts import ReceiptRecord

BEGINS, ENDS = datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)
ZHANG, LI = UserId("zhangsan"), UserId("lisi")
TABLE = FigureTable()

pytestmark = pytest.mark.usefixtures("database")


async def leave(number: str, user: UserId, at: datetime, *, state: str = "已批准", kind: str = "年假") -> None:
    await LeaveRecord.create(
        number=number,
        user=user,
        type=kind,
        shape="x",
        period="{}",
        amount=Decimal(1),
        unused=Decimal(0),
        begins=at,
        ends=at,
        submitted_at=at,
        state=state,
        retro=False,
        provisional=False,
        version=1,
        reason="",
    )


async def request(number: str, opened: datetime, closed: datetime | None, *, state: str = "已同意") -> None:
    await RequestRecord.create(
        number=number,
        kind="请假",
        applicant=ZHANG,
        text="",
        state=state,
        version=1,
        opened_at=opened,
        due_at=opened + timedelta(hours=4),
        closed_at=closed,
        body="{}",
    )


async def test_leaves_that_were_approved_and_begin_then() -> None:
    for number, at in (("1", BEGINS), ("2", BEGINS + timedelta(days=9)), ("3", ENDS)):
        await leave(number, ZHANG, at)
    await leave("4", LI, BEGINS, state="已驳回")
    await leave("5", LI, BEGINS, kind="病假")
    found = await TABLE.leaves(BEGINS, ENDS)
    assert sorted(found, key=lambda each: each.user) == [Some(LI, "病假", 1), Some(ZHANG, "年假", 2)]


async def test_requests_and_how_long_they_took() -> None:
    await request("1", BEGINS, BEGINS + timedelta(hours=2))
    await request("2", BEGINS, BEGINS + timedelta(hours=6))
    await request("3", BEGINS, ENDS)
    await request("4", BEGINS, BEGINS + timedelta(hours=1), state="已撤回")
    await request("5", BEGINS - timedelta(days=1), None, state="待审批")
    assert await TABLE.requests(BEGINS, ENDS) == [Some(ZHANG, "请假", 4)]
    decided = sorted(await TABLE.decided(BEGINS, ENDS), key=lambda each: each.took)
    two, six = timedelta(hours=2), timedelta(hours=6)
    assert decided == [Decided(ZHANG, two, late=False), Decided(ZHANG, six, late=True)]
    assert await TABLE.overdue_requests(BEGINS) == 1
    assert await TABLE.overdue_requests(BEGINS - timedelta(days=1)) == 0


async def test_who_came_into_a_group() -> None:
    for user, at in ((ZHANG, BEGINS), (LI, ENDS)):
        await MembershipRecord.create(group_id="a", user=user, exempt=False, cause="", since=at)
    assert await TABLE.joined(BEGINS, ENDS) == [Some(ZHANG, "a", 1)]


async def test_who_confirmed() -> None:
    for posting, user, at in ((1, ZHANG, BEGINS), (2, ZHANG, None), (1, LI, None), (3, LI, BEGINS)):
        await ReceiptRecord.create(posting=posting, user=user, confirmed_at=at, wrong=0, late=False)
    found = sorted(await TABLE.read([1, 2]), key=lambda each: each.user)
    assert found == [Read(LI, 1, 0), Read(ZHANG, 2, 1)]
    assert await TABLE.read([]) == ()


async def test_a_day_is_noted_once(database: Database) -> None:
    day = datetime(2026, 10, 12, tzinfo=UTC)
    await IdentityRecord.create(bot_id="enc-1", user_id=LI, how="api", at=day)
    moments = ((ZHANG, day - timedelta(hours=1)), (ZHANG, day), ("enc-1", day + timedelta(hours=3)))
    later = (("wangqiang", day + timedelta(days=1)),)
    for number, (sender, at) in enumerate((*moments, *later), 1):
        await Inbox.create(
            key=f"k{number}",
            sender=sender,
            urgent=False,
            state="done",
            received_at=to_ms(at),
            retry_at=0,
            attempts=0,
            payload="{}",
        )
    for at, people in ((day, [LI]), (day + timedelta(hours=2), [ZHANG, LI]), (day + timedelta(days=1), [LI])):
        await trail.record(Act("wuguan", "移出", "x", "test:1", at), "group.left", "group:a", people=people)
    for _ in range(2):
        await TABLE.note_day(day, day + timedelta(days=1), ("2026-W42", "2026-10"))
    assert sorted(await TABLE.active("2026-10")) == [LI, ZHANG]
    assert sorted(await TABLE.active("2026-W42")) == [LI, ZHANG]
    left = sorted(await TABLE.left(day.date(), day.date()), key=lambda each: each.user)
    assert left == [Some(LI, "a", 2), Some(ZHANG, "a", 1)]


async def test_what_was_noted_long_ago_goes(database: Database) -> None:
    by = Act("", "figure-days", "", "job:1", ENDS)
    for period in ("2023-12", "2023-W52", "2023", "2024", "2024-01"):
        await ActiveRecord.create(period=period, user=ZHANG)
    await TABLE.forget(date(2024, 1, 1), by=by)
    kept = sorted(map(str, await ActiveRecord.all().values_list("period", flat=True)))
    assert kept == ["2024", "2024-01"]
