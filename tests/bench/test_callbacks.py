"""What the benchmark sends is what the bot takes from WeCom: each another message, from many people."""

from urllib.parse import parse_qs, urlsplit

from bench.callbacks import AES_KEY, CORP_ID, TOKEN, Crowd
from bot.wecom.app import xml
from bot.wecom.crypto import CallbackKeys, MessageCrypt, Signed
from bot.wecom.envelope import encrypted_part


def opened(request: bytes) -> xml.Tree:
    head, _, body = request.partition(b"\r\n\r\n")
    query = parse_qs(urlsplit(head.split()[1].decode()).query)
    signature, timestamp, nonce = (query[name][0] for name in ("msg_signature", "timestamp", "nonce"))
    crypt = MessageCrypt([CallbackKeys(TOKEN, AES_KEY)], CORP_ID)
    return xml.parse(crypt.open(Signed(signature, timestamp, nonce, encrypted_part(body) or b"")))


def test_every_request_is_another_message_that_can_be_opened() -> None:
    messages = [opened(request) for request in Crowd(people=3, texts=("/帮助", "谢谢")).requests(6)]
    assert len({str(message["MsgId"]) for message in messages}) == 6
    assert [message["Content"] for message in messages[:3]] == ["/帮助", "谢谢", "/帮助"]
    assert len({str(message["FromUserName"]) for message in messages}) == 3


def test_the_length_is_that_of_the_body() -> None:
    head, _, body = next(Crowd().requests(1)).partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head
