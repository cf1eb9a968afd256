"""Both pairs of keys open the gate while one replaces the other, and an answer is readable to who asked."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.wecom.crypto import CallbackKeys, MessageCrypt
from bot.wecom.gate import CHECK, Gate, RefusedError
from tests.chat import StoppedClock as WrongClock

from .worlds import CORP, KEYS, OTHER_KEYS, STAMP, StoppedClock


def asked(keys: CallbackKeys, *, stamp: int = STAMP) -> tuple[dict[str, str], bytes]:
    sealed = MessageCrypt([keys], CORP).seal(b"hello", timestamp=str(stamp), nonce="n0nce")
    return {"msg_signature": sealed.signature, "timestamp": str(stamp), "nonce": "n0nce"}, sealed.encrypted


NEW_KEY, NEW_TOKEN = CallbackKeys(KEYS.token, OTHER_KEYS.aes_key), CallbackKeys(OTHER_KEYS.token, KEYS.aes_key)


@pytest.mark.parametrize("now", [OTHER_KEYS, NEW_KEY, NEW_TOKEN], ids=["both", "key alone", "token alone"])
@pytest.mark.parametrize("by_new", [False, True])
def test_each_of_two_pairs_is_good_and_is_answered_by_itself(now: CallbackKeys, *, by_new: bool) -> None:
    keys = now if by_new else KEYS
    gate = Gate(MessageCrypt([now, KEYS], CORP), StoppedClock())
    question = asked(keys)
    assert gate.open(*question) == b"hello"
    answer = gate.seal(b"well", *question)
    assert (answer.timestamp, answer.nonce) == (str(STAMP), "n0nce")
    assert MessageCrypt([keys], CORP).open(answer) == b"well"


def test_a_pair_that_was_taken_out_is_refused() -> None:
    with pytest.raises(RefusedError):
        Gate(MessageCrypt([OTHER_KEYS], CORP), StoppedClock()).open(*asked(KEYS))


@pytest.mark.parametrize("stamp", [STAMP - 301, STAMP + 301])
def test_an_old_stamp_is_refused(stamp: int) -> None:
    with pytest.raises(RefusedError):
        Gate(MessageCrypt([KEYS], CORP), StoppedClock()).open(*asked(KEYS, stamp=stamp))


@pytest.mark.parametrize("hours", [-24, -1, 1, 24])
def test_where_our_clock_is_wrong_wecoms_own_counts(hours: int) -> None:
    wrong = WrongClock(datetime.fromtimestamp(STAMP, UTC) + timedelta(hours=hours))
    gate = Gate(MessageCrypt([KEYS], CORP), wrong, their_time=lambda: STAMP + 2.0)
    assert gate.open(*asked(KEYS)) == b"hello"
    with pytest.raises(RefusedError):
        gate.open(*asked(KEYS, stamp=STAMP - 301))


def test_refusals_are_counted() -> None:
    gate = Gate(MessageCrypt([KEYS], CORP), StoppedClock())
    assert [gate.refuse().status for _ in range(3)] == [403] * 3
    assert gate.refused == 3


def test_our_administrator_learns_which_value_differs() -> None:
    gate = Gate(MessageCrypt([KEYS], CORP), StoppedClock())
    other_key = CallbackKeys(KEYS.token, OTHER_KEYS.aes_key)
    elsewhere = MessageCrypt([KEYS], "ww9").seal(b"hello", timestamp=str(STAMP), nonce="n0nce")
    query = {"msg_signature": elsewhere.signature, "timestamp": str(STAMP), "nonce": "n0nce"}
    for question in (asked(OTHER_KEYS), asked(other_key), (query, elsewhere.encrypted), asked(KEYS, stamp=STAMP - 301)):
        with pytest.raises(RefusedError):
            gate.open(*question)
        gate.refuse()
    gate.refuse()
    assert gate.refusals() == {"signature": 1, "key": 1, "receiver": 1, "stale": 1, "shape": 1}


def test_what_our_own_check_sends_with_other_values_is_counted_apart() -> None:
    gate = Gate(MessageCrypt([KEYS], CORP), StoppedClock())
    sealed = MessageCrypt([OTHER_KEYS], CORP).seal(b"hello", timestamp=str(STAMP), nonce=f"{CHECK}1")
    with pytest.raises(RefusedError):
        gate.open({"msg_signature": sealed.signature, "timestamp": str(STAMP), "nonce": f"{CHECK}1"}, sealed.encrypted)
    gate.refuse()
    assert gate.refusals() == {"check": 1}
