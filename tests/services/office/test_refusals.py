"""What is one person's refusal, and what it says."""

import pytest

from bot.services.office.refusals import OUT_OF_RANGE, is_of_one_alone, refusal_said
from bot.shapes.outgoing import Outcome, Verdict


def test_what_people_read() -> None:
    assert refusal_said(301079) == "和企业微信里已有的请假、出差时间冲突（301079）"
    assert refusal_said(99) == "企业微信不接受（99）"


@pytest.mark.parametrize(
    ("outcome", "alone"),
    [
        (Outcome(Verdict.REFUSED, errcode=301079), True),
        (Outcome(Verdict.UNKNOWN, errcode=OUT_OF_RANGE), True),
        (Outcome(Verdict.UNKNOWN), False),
    ],
)
def test_whom_it_concerns(outcome: Outcome, alone: bool) -> None:
    assert is_of_one_alone(outcome) is alone
