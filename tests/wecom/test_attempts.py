"""What an earlier attempt may have done."""

import pytest

from bot.identifiers import UserId
from bot.shapes.outgoing import Outcome, Parcel, Text, ToPerson, Verdict
from bot.wecom.attempts import Attempts


@pytest.mark.parametrize(
    ("verdicts", "unsure"),
    [
        ([], False),
        ([Verdict.RETRY], False),
        ([Verdict.UNKNOWN], True),
        ([Verdict.UNKNOWN, Verdict.RETRY], True),
        ([Verdict.UNKNOWN, Verdict.REFUSED], False),  # that was the end of it
    ],
)
def test_only_what_had_no_answer_may_have_passed(verdicts: list[Verdict], unsure: bool) -> None:
    attempts, parcel = Attempts(), Parcel(7, ToPerson(UserId("a")), Text("好"))
    for verdict in verdicts:
        outcome = Outcome(verdict)
        assert attempts.note(parcel, outcome) is outcome
    assert attempts.may_have_passed(parcel) is unsure


def test_of_another_process_the_parcel_tells_until_we_know_better() -> None:
    attempts, parcel = Attempts(), Parcel(7, ToPerson(UserId("a")), Text("好"), repeated=True)
    assert attempts.may_have_passed(parcel)
    attempts.note(parcel, Outcome(Verdict.RETRY))
    assert not attempts.may_have_passed(parcel)
