import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wechatpy.work.crypto import PrpCrypto

from sandbox.crypto import CryptoError, Envelope, decrypt_bytes, encrypt_bytes, unpad

KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
OFFICIAL = Envelope("QDG6eK", KEY, "wx5823bf96d3bd56c7")
POSTED = (
    "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvu"
    "JTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwG"
    "c2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9"
    "EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0"
    "lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q=="
)


def test_official_url_check() -> None:
    echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=="
    signature = "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3"
    assert OFFICIAL.open_signed(signature, "1409659589", "263014780", echo) == "1616140317555161061"


def test_official_post() -> None:
    signature = "477715d11cdb4164915debcba66cb864d751f3e6"
    assert "hello" in OFFICIAL.open_signed(signature, "1409659813", "1372623149", POSTED)


def test_refuses_what_is_not_ours() -> None:
    with pytest.raises(CryptoError, match="signature"):
        OFFICIAL.open_signed("0" * 40, "1409659813", "1372623149", POSTED)
    with pytest.raises(CryptoError, match="receiveid"):
        Envelope("QDG6eK", KEY, "another").open(POSTED)
    with pytest.raises(CryptoError):
        OFFICIAL.open("no base64!")
    with pytest.raises(CryptoError):
        OFFICIAL.open("")
    with pytest.raises(CryptoError):
        unpad(b"\x00" * 32)
    with pytest.raises(CryptoError):
        Envelope("QDG6eK", "short", "")


@given(st.text(max_size=200))
def test_agrees_with_wechatpy(text: str) -> None:
    other = PrpCrypto(base64.b64decode(KEY + "="))
    assert other.decrypt(OFFICIAL.seal(text), "wx5823bf96d3bd56c7") == text
    assert OFFICIAL.open(other.encrypt(text, "wx5823bf96d3bd56c7").decode()) == text


@given(st.binary(max_size=100))
def test_bytes_come_back(data: bytes) -> None:
    key = bytes(range(32))
    assert decrypt_bytes(key, encrypt_bytes(key, data)) == data
