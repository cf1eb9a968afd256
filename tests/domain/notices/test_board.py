"""An item goes from step to step, and is published only once two sides have let it pass."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.notices.board import Item, Stage, advanced, answered, dropped, let_pass, published, sent_back
from bot.errors import Code, UserError
from bot.identifiers import UserId
from tests.arguments.reading import FILE
from tests.services.notices.editorial.publishing import EDITOR, OFFICE, SUPERVISOR, publishes

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
COMPANY = publishes(FILE.company)
ITEM = Item("XT-20261123-001", "公众号", "老师傅", EDITOR, NOW)
IN_REVIEW = replace(ITEM, stage=Stage.REVIEW)
PASSED = let_pass(let_pass(IN_REVIEW, OFFICE, COMPANY), SUPERVISOR, COMPANY)


def test_three_steps_to_the_review() -> None:
    assert advanced(advanced(advanced(ITEM))).stage is Stage.REVIEW
    with pytest.raises(UserError, match="等审稿"):
        advanced(IN_REVIEW)


def test_both_sides_let_it_pass() -> None:
    half = let_pass(IN_REVIEW, SUPERVISOR, COMPANY)
    assert half.stage is Stage.REVIEW
    assert let_pass(half, SUPERVISOR, COMPANY).stage is Stage.REVIEW
    assert PASSED.stage is Stage.PUBLISHING


@pytest.mark.parametrize(("user", "code"), [(EDITOR, Code.SELF_TARGET), (UserId("zhangsan"), Code.NO_PERMISSION)])
def test_who_lets_nothing_pass(user: UserId, code: Code) -> None:
    with pytest.raises(UserError) as said:
        let_pass(IN_REVIEW, user, COMPANY)
    assert said.value.code is code


def test_nothing_is_published_that_nobody_let_pass() -> None:
    with pytest.raises(UserError) as said:
        published(IN_REVIEW, "https://example.com/a", NOW)
    assert said.value.code is Code.APPROVAL_REQUIRED
    assert published(PASSED, "https://example.com/a", NOW).published_at == NOW


def test_what_goes_back_is_looked_at_anew() -> None:
    assert sent_back(PASSED, EDITOR, COMPANY) == replace(ITEM, stage=Stage.EDITING)
    with pytest.raises(UserError, match="由作者或"):
        sent_back(PASSED, UserId("zhangsan"), COMPANY)
    with pytest.raises(UserError, match="下一步"):
        sent_back(ITEM, EDITOR, COMPANY)


def test_it_ends_with_what_readers_said_or_is_dropped() -> None:
    out = published(PASSED, "https://example.com/a", NOW)
    assert answered(out, "留言 4 条").stage is Stage.DONE
    assert dropped(ITEM).stage is Stage.DROPPED
    with pytest.raises(UserError):
        dropped(out)
    with pytest.raises(UserError):
        answered(ITEM, "好")
    with pytest.raises(UserError):
        published(out, "x", NOW)
