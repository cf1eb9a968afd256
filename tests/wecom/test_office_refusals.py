"""What is one person's refusal, and what it says."""

import pytest

from bot.shapes.outgoing import Outcome, Verdict
from bot.wecom.office.refusals import OUT_OF_RANGE, refused


@pytest.mark.parametrize(
    ("outcome", "alone", "said"),
    [
        (Outcome(Verdict.REFUSED, errcode=301079), True, "和企业微信里已有的请假、出差时间冲突（301079）"),
        (
            Outcome(Verdict.UNKNOWN, errcode=OUT_OF_RANGE),
            True,
            "申请人或审批人不在应用的可见范围，或者没有审批权限（301055）",
        ),
        (Outcome(Verdict.UNKNOWN, errcode=99), False, "企业微信不接受（99）"),
    ],
)
def test_whom_it_concerns_and_what_people_read(outcome: Outcome, alone: bool, said: str) -> None:
    assert (refused(outcome).of_one, refused(outcome).said) == (alone, said)
