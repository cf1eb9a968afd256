"""A suggestion goes on step by step and never back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.desk.idea import Idea, IdeaState, themes
from bot.errors import Defect
from bot.identifiers import UserId

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
IDEA = Idea("XJ-1", UserId("zhangsan"), "行政", "加一个面食窗口", NOW)


def test_to_its_end() -> None:
    considered = IDEA.moved(IdeaState.CONSIDERING, "", NOW)
    done = considered.moved(IdeaState.ADOPTED, "下个月", NOW).moved(IdeaState.DONE, "开了", NOW)
    assert (done.state, done.why, done.version) == (IdeaState.DONE, "开了", 4)
    assert not done.is_open
    with pytest.raises(Defect):
        done.moved(IdeaState.CONSIDERING, "", NOW)


def test_themes_are_counted() -> None:
    ideas = [IDEA, replace(IDEA, theme="人事"), replace(IDEA, theme="人事")]
    assert themes(ideas) == [("人事", 2), ("行政", 1)]
