"""Every code has one meaning, and errmsg none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.shapes.outgoing import Verdict
from bot.wecom.api.errcodes import MEANINGS, outcome_of


@pytest.mark.parametrize(
    ("errcode", "verdict", "wait", "form"),
    [
        (0, Verdict.DONE, 0, False),
        (-1, Verdict.RETRY, 2, False),
        (6000, Verdict.RETRY, 1, False),
        (45009, Verdict.RETRY, 60, False),
        (45033, Verdict.RETRY, 1, False),
        (40001, Verdict.MISCONFIGURED, 0, False),
        (60011, Verdict.MISCONFIGURED, 0, False),
        (93000, Verdict.REFUSED, 0, False),
        (853000, Verdict.MISCONFIGURED, 0, False),
        (43012, Verdict.REFUSED, 0, True),
        (45002, Verdict.REFUSED, 0, True),
        (42014, Verdict.REFUSED, 0, True),
        (81013, Verdict.REFUSED, 0, False),
        (86008, Verdict.REFUSED, 0, False),
        (301025, Verdict.REFUSED, 0, False),
        (846605, Verdict.REFUSED, 0, False),
    ],
)
def test_meanings(errcode: int, verdict: Verdict, wait: float, form: bool) -> None:
    outcome = outcome_of(errcode)
    assert (outcome.verdict, outcome.wait, outcome.form) == (verdict, wait, form)


def test_an_unknown_code_is_refused_and_says_so() -> None:
    outcome = outcome_of(999999)
    assert outcome.verdict is Verdict.REFUSED
    assert outcome.why == "999999 unknown code, counted as refused"


def test_the_address_to_be_trusted_is_told() -> None:
    errmsg = "not allow to access from your ip, hint: [1764050400230612130918001], from ip: 203.0.113.7, more info at x"
    assert outcome_of(60020, errmsg).why.endswith("trusted IPs: add 203.0.113.7 to them")
    assert "203" not in outcome_of(60011, errmsg).why


@given(st.sampled_from([0, *MEANINGS]), st.text())
def test_errmsg_changes_nothing(errcode: int, errmsg: str) -> None:
    assert outcome_of(errcode, errmsg).verdict is outcome_of(errcode).verdict


@pytest.mark.parametrize("meaning", [MEANINGS[code] for code in sorted(MEANINGS)], ids=sorted(MEANINGS))
def test_meanings_are_sound(meaning: object) -> None:
    outcome = next(outcome_of(code) for code, known in MEANINGS.items() if known is meaning)
    assert outcome.verdict is not Verdict.DONE
    assert (outcome.wait > 0) == (outcome.verdict is Verdict.RETRY)
    assert not outcome.form or outcome.verdict is Verdict.REFUSED
