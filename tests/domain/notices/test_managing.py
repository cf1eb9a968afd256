"""Who may do something about a notice: hold it back, or call it off once it is out."""

from datetime import UTC, datetime

import pytest

from bot.domain.notices.audience import Audience
from bot.domain.notices.managing import may_manage, may_plan
from bot.domain.notices.notice import Draft, Notice
from bot.domain.notices.topics import Topic
from bot.identifiers import GroupId, UserId
from tests.arguments.reading import FILE

COMPANY = FILE.company
A, B = GroupId("projecta"), GroupId("projectb")
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def of(audience: Audience) -> Notice:
    return Notice("GG-20261122-001", UserId("wangqiang"), Draft("停电", audience), NOW)


@pytest.mark.parametrize(
    ("user", "audience", "plans", "manages"),
    [
        ("wangqiang", Audience(everybody=True), True, True),  # its author
        ("zhengqun", Audience(groups=(A,)), True, True),  # keeps that group
        ("zhengqun", Audience(groups=(A,), everybody=True), False, False),  # and not everybody else's
        ("chenan", Audience(topic=Topic.SAFETY), True, False),
        ("zhangsan", Audience(groups=(A, B)), False, False),
    ],
)
def test_who_may(user: str, audience: Audience, *, plans: bool, manages: bool) -> None:
    assert may_plan(UserId(user), of(audience), COMPANY) is plans
    assert may_manage(UserId(user), of(audience), COMPANY) is manages
