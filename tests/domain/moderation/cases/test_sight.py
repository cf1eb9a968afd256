"""Whose record is whose affair."""

from datetime import UTC, datetime

import pytest

from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.cases.sight import may_look, seen_by
from bot.domain.moderation.categories import Severity
from bot.domain.moderation.pack import StepKind
from bot.files.company import load
from bot.identifiers import GroupId, UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def case(group: str | None, category: str) -> Case:
    whom, by, room = UserId("zhangsan"), UserId("x"), GroupId(group) if group else None
    return Case("WG-1", whom, by, room, StepKind.WARNING, category, Severity.MILD, "D8", "1", 1, NOW, NOW, NOW)


@pytest.mark.parametrize(
    ("name", "looks", "here", "elsewhere", "harassment"),
    [
        ("李四", False, False, False, False),
        ("王五", False, False, False, False),
        ("郑群", True, True, False, False),
        ("冯销", True, False, False, False),
        ("王强", True, True, True, False),
        ("林宓", True, True, True, False),
        ("李娜", True, True, True, True),
        ("吴管", False, False, False, False),
    ],
)
def test_who_sees_what(name: str, looks: bool, here: bool, elsewhere: bool, harassment: bool) -> None:
    (viewer,) = COMPANY.named(name)
    assert may_look(viewer, COMPANY) is looks
    assert seen_by(viewer, case("projecta", "C15"), COMPANY) is here
    assert seen_by(viewer, case("projectb", "C15"), COMPANY) is elsewhere
    assert seen_by(viewer, case("projecta", "C17"), COMPANY) is harassment
