"""What one key signed another doesn't, and a new key goes before the old one."""

import pytest

from bot.domain.audit.links import Keyring, UnknownKeyError, hash_of

OLD, NEW = b"o" * 32, b"n" * 32


def test_both_verify_and_the_first_signs() -> None:
    signature = Keyring([OLD]).sign(b"link", b"data")
    both = Keyring([NEW, OLD])
    assert both.signed(b"link", b"data", signature)
    assert Keyring([NEW]).signed(b"link", b"data", both.sign(b"link", b"data"))


@pytest.mark.parametrize(("what", "data"), [(b"entry", b"data"), (b"link", b"other")])
def test_it_is_good_for_one_thing(what: bytes, data: bytes) -> None:
    ring = Keyring([OLD])
    assert not ring.signed(what, data, ring.sign(b"link", b"data"))


def test_a_key_that_is_not_here_is_named() -> None:
    old = Keyring([OLD])
    with pytest.raises(UnknownKeyError, match=old.name):
        Keyring([NEW]).signed(b"link", b"data", old.sign(b"link", b"data"))


def test_what_people_see_of_it() -> None:
    assert len(hash_of(Keyring([OLD]).sign(b"link", b"data"))) == 64
