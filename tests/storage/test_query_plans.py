"""What is looked for while somebody waits is found by an index, however much has been finished before."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from tortoise.queryset import QuerySet

from bot.domain.notices.posting import PostingState
from bot.domain.safety.calls.turns import Phone
from bot.identifiers import UserId
from bot.storage.engine.database import Database
from bot.storage.models.approvals import RequestRecord
from bot.storage.models.calls import CallTurnRecord
from bot.storage.models.figures import ActiveRecord, LeftRecord
from bot.storage.models.groups import MembershipRecord
from bot.storage.models.hazards import HazardRecord
from bot.storage.models.leave import LeaveRecord
from bot.storage.models.moderation import CaseRecord
from bot.storage.models.receipts import PostingRecord, RecallRecord
from bot.storage.models.safety import AccidentRecord
from bot.storage.models.sign_in import MarkRecord
from bot.storage.models.timers import TimerRecord
from bot.storage.schema.upgrading import upgrade

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (lambda: HazardRecord.filter(is_open=True).order_by("reported_at", "number"), "hazard_open"),
        (lambda: HazardRecord.filter(is_open=True, owner=UserId("zhangsan")), "hazard_open"),
        (lambda: CallTurnRecord.filter(phone=Phone.RINGING).order_by("rang_at", "id"), "call_turn_phone"),
        (lambda: PostingRecord.filter(state=PostingState.GOING).order_by("id"), "notice_posting_going"),
        (lambda: RecallRecord.filter(state="waiting").order_by("id"), "notice_recall_open"),
        (lambda: CaseRecord.filter(confirmed_at__gte=NOW, confirmed_at__lt=NOW), "moderation_case_lately"),
        (lambda: LeaveRecord.filter(begins__gte=NOW, begins__lt=NOW), "leave_begins"),
        (lambda: RequestRecord.filter(opened_at__gte=NOW, opened_at__lt=NOW), "request_opened"),
        (lambda: RequestRecord.filter(closed_at__gte=NOW, closed_at__lt=NOW), "request_closed"),
        (lambda: MembershipRecord.filter(since__gte=NOW, since__lt=NOW), "membership_since"),
        (lambda: AccidentRecord.filter(reported_at__gte=NOW, reported_at__lt=NOW), "accident_reported"),
        (lambda: ActiveRecord.filter(period="2026-11"), "sqlite_autoindex_active_user"),
        (lambda: LeftRecord.filter(day__gte=NOW.date(), day__lte=NOW.date()), "group_left_day"),
        (lambda: MarkRecord.filter(number="PX-1", user=UserId("zhangsan")).order_by("id"), "sign_in_mark_user"),
        (
            lambda: TimerRecord.filter(job="x", rung_at__isnull=True, called_off_at__isnull=True, try_at__lte=NOW),
            "timer_waiting",
        ),
    ],
)
async def test_found_by_an_index(query: Any, index: str) -> None:
    database = await Database.open("sqlite://:memory:")
    try:
        await upgrade(database)
        assert any(f" INDEX {index}" in step for step in await plan(database, query()))
    finally:
        await database.close()


async def plan(database: Database, query: QuerySet[Any]) -> Sequence[str]:
    """As SQLite says it for the very statement, its values bound and not written out."""
    query._make_query()
    sql, values = query.query.get_parameterized_sql()
    numbered = "".join(f"?{place}{part}" if place else part for place, part in enumerate(sql.split("?")))
    return [row["detail"] for row in await database.fetch(f"EXPLAIN QUERY PLAN {numbered}", *values)]
