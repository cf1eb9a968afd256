"""What is read of a body before anybody has vouched for it."""

import time

import pytest

from bot.wecom.envelope import encrypted_member, encrypted_part, query_of


@pytest.mark.parametrize(
    "body",
    [
        b"<xml><ToUserName><![CDATA[ww]]></ToUserName><Encrypt><![CDATA[AB+/=]]></Encrypt></xml>",
        b"<xml><Encrypt>AB+/=</Encrypt></xml>",
        b"<xml>\n<Encrypt>\n  <![CDATA[AB+/=]]>\n</Encrypt>\n</xml>",
    ],
)
def test_encrypt_is_found(body: bytes) -> None:
    assert encrypted_part(body) == b"AB+/="


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<xml/>",
        b"<Encrypt></Encrypt>",
        b"<Encrypt>a<b/></Encrypt>",
        b"<Encrypt>&lol9;</Encrypt>",
        b"\xff\xfe<\x00",
    ],
)
def test_anything_else_is_nothing(body: bytes) -> None:
    assert encrypted_part(body) is None


@pytest.mark.parametrize(
    "unit", [b"<Encrypt>", b"<Encrypt>A", b"<Encrypt>   ", b"<Encrypt><![CDATA[", b"<a>", b"A", b" "]
)
def test_the_scan_is_linear(unit: bytes) -> None:
    body = (unit * (64 * 1024 // len(unit)))[: 64 * 1024]
    started = time.thread_time()
    assert encrypted_part(body) is None
    assert time.thread_time() - started < 0.1


@pytest.mark.parametrize(
    "body",
    [
        b'{"encrypt":"AB+/="}',
        b'{"encrypt" :\n "AB+/=", "more": {}}',
        b'{"agentid": 1, "encrypt": "AB+\\/\\u003D"}',
    ],
)
def test_encrypt_is_found_in_json(body: bytes) -> None:
    assert encrypted_member(body) == b"AB+/="


@pytest.mark.parametrize(
    "body", [b"", b"{}", b'{"encrypt": 5}', b'{"encrypt": ""}', b'{"encrypt": "a\xff"}', b"[" * 60_000]
)
def test_any_other_json_is_nothing(body: bytes) -> None:
    assert encrypted_member(body) is None


@pytest.mark.parametrize("unit", [b'"encrypt":"', b'"encrypt":"A', b'"encrypt"   ', b"\\u00", b"[", b'"'])
def test_the_scan_of_json_is_linear(unit: bytes) -> None:
    body = (unit * (64 * 1024 // len(unit)))[: 64 * 1024]
    started = time.thread_time()
    encrypted_member(body)
    assert time.thread_time() - started < 0.1


def test_a_plus_stays_a_plus() -> None:
    query = query_of("/wecom/app?msg_signature=ab&timestamp=1&nonce=2&echostr=a+b%2Bc%2F%3D")
    assert query == {"msg_signature": "ab", "timestamp": "1", "nonce": "2", "echostr": "a+b+c/="}


def test_no_query() -> None:
    assert query_of("/wecom/app") == {"": ""}
