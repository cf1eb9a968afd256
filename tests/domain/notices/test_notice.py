"""An approval belongs to what was looked at: whatever is changed afterwards voids it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import (
    Approval,
    Category,
    Draft,
    Enclosure,
    Notice,
    NoticeState,
    Quiz,
)
from bot.domain.notices.on_holiday import OnHoliday
from bot.identifiers import FileId, GroupId, UserId

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
DRAFT = Draft("明天停电", Audience(groups=(GroupId("projecta"),)), at=NOW + timedelta(days=1))
APPROVED = Notice("GG-1", UserId("zhengqun"), DRAFT, NOW, approval=Approval(DRAFT.digest, (UserId("linmi"),), NOW))


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "后天停电"},
        {"title": "停电"},
        {"audience": Audience(everybody=True)},
        {"at": NOW + timedelta(days=2)},
        {"at": None},
        {"recurrence": "WEEKLY;MO;08:00"},
        {"on_holiday": OnHoliday.SKIP},
        {"wants_confirmation": True},
        {"quiz": Quiz("几点？", ("八点", "九点"), 0)},
        {"urgent": True},
        {"category": Category.SAFETY},
        {"enclosure": Enclosure(FileId("f"), "图.png", is_picture=True)},
        {"expires_at": NOW},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_any_change_voids_an_approval(changed: dict[str, Any]) -> None:
    assert APPROVED.is_approved
    assert not replace(APPROVED, draft=replace(DRAFT, **changed)).is_approved


def test_a_time_is_the_same_in_any_zone() -> None:
    elsewhere = replace(DRAFT, at=DRAFT.at.astimezone(UTC) if DRAFT.at else None)
    assert elsewhere.digest == DRAFT.digest


def test_nothing_is_approved_by_itself() -> None:
    assert not Notice("GG-2", UserId("zhengqun"), DRAFT, NOW, NoticeState.SCHEDULED).is_approved


def test_it_is_called_by_its_title_else_by_its_first_line() -> None:
    assert Draft("一\n二", Audience()).headline == "一"
    assert Draft("一", Audience(), title="标题").headline == "标题"
