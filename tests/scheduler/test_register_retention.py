"""Each table that names people gives them up in its time, as the register says, and none of what is held goes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

import pytest
from tortoise import Tortoise, fields
from tortoise.models import Model

from bot.domain.company import Company
from bot.domain.privacy.keeping import How, Kept
from bot.domain.privacy.register import REGISTER
from bot.domain.retention import Retention
from bot.identifiers import UserId
from bot.storage.engine.database import Database
from bot.storage.models.receipts import PostingRecord
from bot.storage.models.recounts import RecountRecord
from bot.storage.models.retention import LeaverRecord
from scheduler.case_retention import forget_cases
from scheduler.content_retention import forget_findings
from scheduler.data_wishes import data_wishes
from scheduler.figure_days import note_days
from scheduler.message_retention import forget_messages
from scheduler.notice_retention import forget_notices
from scheduler.privacy_retention import forget_private
from scheduler.record_retention import forget_records
from scheduler.refusal_retention import forget_refusals
from tests.chat import Chat

NIGHTLY: Final = [
    *(forget_cases, forget_findings, data_wishes, note_days, forget_messages, forget_notices, forget_private),
    *(forget_records, forget_refusals),
]
LONG_AGO: Final = datetime(2015, 6, 1, tzinfo=UTC)
GONE: Final = UserId("gone")
NUMBER: Final = "QJ-1"
COLUMNS: Final = ("principal", "applicant", "asker", "user", "user_id", "holder", "target", "person", "teller", "whose")
WHO: Final = (*COLUMNS, "peer", "author", "inspector", "voter", "owner", "sender")
ROWS: Final[Mapping[str, Mapping[str, Any]]] = {
    "active_user": {"period": "2015-06"},
    "content_item": {"state": "已处理"},
    "errand": {"state": "已办好", "asker": GONE},
    "idea": {"state": "不采纳", "text": "x"},
    "leave_fact": {"what": "入职", "value": "2010-01-01"},
    "leaving": {"state": "DELETED"},
    "notice_receipt": {"posting": 1},
    "recounted": {"recount_id": 1},
    "sick_warning": {"since": LONG_AGO.date()},
}
# What the nightly jobs don't look at, and why. Where it goes by a timer of its own, a test of that clock shows it.
ELSEWHERE: Final[Mapping[str, str]] = {
    "enquiry": "desk-clock: tests/scheduler/test_desk_clock.py",
    "moderation_case": "it counts as long as others do: tests/scheduler/test_case_retention.py",
    "moderation_measure": "with its case",
}
# Not told to people, but about them.
UNTOLD: Final = {
    "card": "holder",
    "errand": "asker",
    "leaving": "user",
    "name_doubt": "user_id",
    "identity": "user_id",
    "peer": "peer",
}
# About what somebody did for the company: by the date alone.
DATED: Final = (
    "board_item",
    "dept_news",
    "dept_report",
    "drill",
    "hazard_step",
    "notice_version",
    "request_ask",
    "review",
)
STAYS: Final = {Kept.ACCIDENTS, Kept.COMPANY, Kept.TRAIL, Kept.MOMENT}


def whose(name: str) -> tuple[str, ...]:
    if name in UNTOLD:
        return (UNTOLD[name],)
    entry = REGISTER[name]
    return entry.by if entry.how in (How.SHOWN, How.COUNTED) and entry.kept not in STAYS else ()


def row(model: type[Model], name: str) -> Mapping[str, Any]:
    """Something old of somebody who has left."""
    values: dict[str, Any] = {}
    for column, field in model._meta.fields_map.items():
        if column in WHO:
            values[column] = GONE
        elif column == "number" and isinstance(field, fields.CharField):
            values[column] = NUMBER
        elif not field.generated:
            values[column] = _old(field)
    return {**values, **ROWS.get(name, {})}


def _old(field: fields.Field[Any]) -> Any:
    match field:
        case fields.DatetimeField():
            return LONG_AGO
        case fields.DateField():
            return LONG_AGO.date()
        case fields.BooleanField():
            return False
        case fields.DecimalField():
            return Decimal(0)
        case fields.IntField() | fields.BigIntField():
            return 0
        case fields.JSONField():
            return []
    return "x" if field.pk or field.unique else ""


def models() -> Mapping[str, type[Model]]:
    assert Tortoise.apps
    return {str(each._meta.db_table): each for found in Tortoise.apps.values() for each in found.values()}


async def left(tables: Sequence[str]) -> set[str]:
    known = models()
    return {name for name in tables if await known[name].filter(**{f"{whose(name)[0]}__in": [GONE]}).exists()}


@pytest.mark.parametrize("held", [frozenset(), frozenset({str(GONE)})])
async def test_in_their_time_and_not_while_they_are_held(database: Database, held: frozenset[str]) -> None:
    def changed(company: Company) -> Company:
        left = replace(company.people[0], user_id=GONE, name="柳去", active=False)
        return replace(company, retention=Retention(held=held), people=(*company.people, left))

    chat = await Chat.open(database, jobs=NIGHTLY, company=changed)
    tables = [name for name in REGISTER if whose(name) and name not in ELSEWHERE]
    await RecountRecord.create(**row(RecountRecord, "recount"), id=1)
    await PostingRecord.create(**row(PostingRecord, "notice_posting"), id=1)
    for name in (*tables, *DATED):
        await models()[name].create(**row(models()[name], name))
    await LeaverRecord.create(user=GONE, since=LONG_AGO, erased=True)
    for _ in range(3):
        chat.clock.time += timedelta(days=1)
        await chat.core.settle()
    assert await left(tables) == (set(tables) if held else set())
    assert held or [name for name in DATED if await models()[name].all().exists()] == []
    await chat.close()
