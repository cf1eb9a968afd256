"""How heavy something is, by the words of whoever says so."""

import pytest

from bot.domain.moderation.cases.weighing import severity_of
from bot.domain.moderation.categories import Severity, category


@pytest.mark.parametrize(
    ("code", "reason", "expected"),
    [
        ("C15", "刷广告", Severity.MILD),
        ("C15", "刷广告，情节较重", Severity.SERIOUS),
        ("C15", "刷广告，情节特别严重", Severity.SERIOUS),  # advertising never gets heavier than that
        ("C12", "骂人", Severity.SERIOUS),
        ("C12", "骂人，情节轻微", Severity.MILD),
        ("C12", "骂人，性质恶劣", Severity.SERIOUS),
        ("C07", "闲聊，影响很恶劣", Severity.MILD),
        ("C05", "发赌博链接", Severity.CRITICAL),
        ("C05", "发赌博链接，较轻", Severity.MILD),
        ("C99", "不像话", Severity.HUMAN),
        ("C99", "不像话，情节轻微", Severity.MILD),
        ("C99", "不像话，比较严重", Severity.SERIOUS),
        ("C99", "不像话，后果很严重", Severity.CRITICAL),
        ("C16", "散布恐慌，情节较轻", Severity.MILD),
    ],
)
def test_as_usual_unless_somebody_says_otherwise(code: str, reason: str, expected: Severity) -> None:
    assert severity_of(category(code), reason) is expected
