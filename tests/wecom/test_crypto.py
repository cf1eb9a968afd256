"""Our crypto against the official vectors, and against wechatpy's, both ways."""

import base64
import json
import struct

import pytest
import xmltodict
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given
from hypothesis import strategies as st
from wechatpy.utils import WeChatSigner
from wechatpy.work.crypto import WeChatCrypto as Oracle

from bot.wecom.crypto import CallbackKeys, CryptoError, MessageCrypt, Signed

from .worlds import CORP, KEYS, OTHER_KEYS

OURS = MessageCrypt([KEYS], CORP)
ORACLE = Oracle(KEYS.token, KEYS.aes_key, CORP)

URL_CHECK = Signed(
    "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3",
    "1409659589",
    "263014780",
    b"P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==",
)
POST = Signed(
    "477715d11cdb4164915debcba66cb864d751f3e6",
    "1409659813",
    "1372623149",
    b"RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/s"
    b"YYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJ"
    b"YuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGU"
    b"callcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDY"
    b"A5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==",
)


def test_official_vectors_open_in_any_order() -> None:
    for _ in range(2):  # the cipher's context is used again
        assert OURS.open(URL_CHECK) == b"1616140317555161061"
        assert b"<![CDATA[hello]]>" in OURS.open(POST)


@given(st.text(max_size=300), st.from_regex(r"[0-9]{1,10}", fullmatch=True), st.from_regex(r"\w{1,20}", fullmatch=True))
def test_what_wechatpy_seals_opens_here(text: str, timestamp: str, nonce: str) -> None:
    sealed = xmltodict.parse(ORACLE.encrypt_message(text, nonce, timestamp))["xml"]
    signed = Signed(sealed["MsgSignature"], timestamp, nonce, sealed["Encrypt"].encode())
    assert OURS.open(signed).decode() == text


@given(st.text(max_size=300), st.from_regex(r"[0-9]{1,10}", fullmatch=True), st.from_regex(r"\w{1,20}", fullmatch=True))
def test_what_is_sealed_here_opens_in_wechatpy(text: str, timestamp: str, nonce: str) -> None:
    signed = OURS.seal(text.encode(), timestamp=timestamp, nonce=nonce)
    body = {"Encrypt": signed.encrypted.decode()}
    assert ORACLE.decrypt_message(body, signed.signature, timestamp, nonce) == text


def test_the_ai_bot_has_no_receive_id() -> None:
    ours, oracle = MessageCrypt([KEYS], ""), Oracle(KEYS.token, KEYS.aes_key, "")
    message = json.dumps({"msgtype": "text"}).encode()
    signed = ours.seal(message, timestamp="1", nonce="2")
    assert (
        oracle.decrypt_message({"Encrypt": signed.encrypted.decode()}, signed.signature, "1", "2") == message.decode()
    )
    with pytest.raises(CryptoError):
        OURS.open(signed)


def test_while_keys_are_rotated_both_open_and_the_first_seals() -> None:
    both = MessageCrypt([OTHER_KEYS, KEYS], CORP)
    assert both.open(URL_CHECK) == b"1616140317555161061"
    assert both.open(MessageCrypt([OTHER_KEYS], CORP).seal(b"new", timestamp="1", nonce="2")) == b"new"
    assert MessageCrypt([OTHER_KEYS], CORP).open(both.seal(b"reply", timestamp="1", nonce="2")) == b"reply"


def test_one_token_with_two_aes_keys_opens_by_whichever_fits() -> None:
    twin = CallbackKeys(KEYS.token, OTHER_KEYS.aes_key)
    assert MessageCrypt([twin, KEYS], CORP).open(URL_CHECK) == b"1616140317555161061"


def raw_signed(padded: bytes) -> Signed:
    """Any plaintext, encrypted and signed rightly."""
    key = base64.b64decode(KEYS.aes_key + "=")
    encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return signed_text(base64.b64encode(encryptor.update(padded) + encryptor.finalize()))


def signed_text(encrypted: bytes) -> Signed:
    signer = WeChatSigner()
    signer.add_data(KEYS.token, "1", "2", encrypted.decode("latin-1"))
    return Signed(signer.signature, "1", "2", encrypted)


def framed(message: bytes, *, length: int | None = None, receive_id: bytes = CORP.encode()) -> bytes:
    size = len(message) if length is None else length
    return bytes(16) + struct.pack(">I", size) + message + receive_id


def padded(plain: bytes) -> bytes:
    missing = 32 - len(plain) % 32
    return plain + bytes([missing]) * missing


DAMAGED = {
    "wrong signature": Signed("0" * 40, POST.timestamp, POST.nonce, POST.encrypted),
    "upper case signature": Signed(POST.signature.upper(), POST.timestamp, POST.nonce, POST.encrypted),
    "no signature": Signed("", POST.timestamp, POST.nonce, POST.encrypted),
    "signature not ascii": Signed("签名\udce4", POST.timestamp, POST.nonce, POST.encrypted),
    "another timestamp": Signed(POST.signature, "1409659814", POST.nonce, POST.encrypted),
    "nothing encrypted": signed_text(b""),
    "not base64": signed_text(b"****"),
    "bad base64 length": signed_text(b"AAAAA"),
    "half a block": signed_text(base64.b64encode(bytes(24))),
    "padding 0": raw_signed(framed(b"x" * 9) + bytes(17)),
    "padding 33": raw_signed(framed(b"x" * 9) + bytes([33]) * 17),
    "padding 255": raw_signed(bytes([255]) * 64),
    "padding not uniform": raw_signed(padded(framed(b"hello"))[:-2] + bytes([9, 22])),
    "nothing but padding": raw_signed(bytes([32]) * 32),
    "length beyond the end": raw_signed(padded(framed(b"hello", length=6000))),
    "length negative": raw_signed(padded(framed(b"hello", length=2**32 - 1))),
    "length too short": raw_signed(padded(framed(b"hello", length=4))),
    "another corp": raw_signed(padded(framed(b"hello", receive_id=b"ww0000000000000000"))),
    "no corp": raw_signed(padded(framed(b"hello", receive_id=b""))),
    "corp in another case": raw_signed(padded(framed(b"hello", receive_id=CORP.upper().encode()))),
}


@pytest.mark.parametrize("signed", DAMAGED.values(), ids=DAMAGED)
def test_whatever_is_wrong_is_the_same_error(signed: Signed) -> None:
    with pytest.raises(CryptoError) as caught:
        OURS.open(signed)
    assert str(caught.value) == "not an authentic WeCom message"
    assert OURS.open(URL_CHECK) == b"1616140317555161061"  # and the next one is not harmed


def test_the_way_the_damaged_ones_are_made_makes_good_ones_too() -> None:
    assert OURS.open(raw_signed(padded(framed(b"hello")))) == b"hello"


@given(st.binary(max_size=200))
def test_random_bytes_are_refused(noise: bytes) -> None:
    with pytest.raises(CryptoError):
        OURS.open(raw_signed(noise + bytes(-len(noise) % 16)))


@pytest.mark.parametrize("key", ["", "short", "a" * 44, "!" * 43, "密" * 43])
def test_an_impossible_aes_key_is_told_without_showing_it(key: str) -> None:
    with pytest.raises(ValueError, match="43 letters and digits") as caught:
        MessageCrypt([CallbackKeys("token", key)], CORP)
    assert not key or key not in str(caught.value)


def test_keys_do_not_show() -> None:
    assert KEYS.token not in repr(KEYS)
    assert KEYS.aes_key not in repr(KEYS)


def test_an_answer_is_sealed_with_the_keys_of_its_question() -> None:
    rotating = MessageCrypt([OTHER_KEYS, KEYS], CORP)
    question = MessageCrypt([KEYS], CORP).seal(b"?", timestamp="1", nonce="n")
    assert rotating.open(question) == b"?"
    answer = rotating.seal(b"!", timestamp="2", nonce="n", question=question)
    assert MessageCrypt([KEYS], CORP).open(answer) == b"!"
    assert MessageCrypt([OTHER_KEYS], CORP).open(rotating.seal(b"!", timestamp="2", nonce="n")) == b"!"
