"""Tokens of calendars, and whether their owner may still see what they show."""

from datetime import UTC, datetime

import pytest

from bot.domain.leave.seeing.feeds import Feed, digest, fresh_token, team_seen
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {fresh_token() for _ in range(100)}
    assert len(tokens) == 100
    assert {len(each) for each in tokens} == {43}
    assert len({digest(each) for each in tokens}) == 100


@pytest.mark.parametrize(
    ("user", "team", "seen"),
    [("zhangsan", 5, "生产部"), ("zhangsan", 6, None), ("lina", 6, "研发部"), ("nobody", 5, None), ("lina", 99, None)],
)
def test_what_its_owner_may_see_now(user: str, team: int, seen: str | None) -> None:
    found = team_seen(Feed(1, UserId(user), team, NOW), COMPANY)
    assert (found.name if found else None) == seen
