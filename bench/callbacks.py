"""Callbacks as WeCom sends them to an app (D-90238): each another message, encrypted and signed, as whole requests."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.people import user
from bot.wecom.crypto import CallbackKeys, MessageCrypt

CORP_ID = "wwbenchmark0000000"
TOKEN = "benchtoken"
AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
TEXTS = ("/帮助", "帮助", "/帮助 昵称检查", "/昵称检查 生产部-张三", "谢谢")

_INNER = (
    "<xml><ToUserName><![CDATA[{corp}]]></ToUserName><FromUserName><![CDATA[{sender}]]></FromUserName>"
    "<CreateTime>{now}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{text}]]></Content>"
    "<MsgId>{msg_id}</MsgId><AgentID>1000002</AgentID></xml>"
)
_OUTER = (
    "<xml><ToUserName><![CDATA[{corp}]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt>"
    "<AgentID><![CDATA[1000002]]></AgentID></xml>"
)
_HEAD = (
    "POST /wecom/app?msg_signature={signature}&timestamp={now}&nonce={nonce} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    "User-Agent: Mozilla/4.0\r\nAccept: */*\r\nContent-Type: text/xml\r\nContent-Length: {length}\r\n\r\n"
)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who writes: `people` employees in turn, with the texts in turn."""

    people: int = 2000
    texts: Sequence[str] = TEXTS

    def requests(self, count: int, first: int = 0) -> Iterator[bytes]:
        """Those from number `first` on: no two numbers are one message."""
        crypt = MessageCrypt([CallbackKeys(TOKEN, AES_KEY)], CORP_ID)
        now = str(int(time.time()))
        for number in range(first, first + count):
            text = self.texts[number % len(self.texts)]
            yield _request(crypt, number, now, sender=user(number % self.people), text=text)


def _request(crypt: MessageCrypt, number: int, now: str, *, sender: str, text: str) -> bytes:
    inner = _INNER.format(corp=CORP_ID, sender=sender, now=now, text=text, msg_id=7_000_000_000 + number)
    sealed = crypt.seal(inner.encode(), timestamp=now, nonce=str(1_000_000 + number))
    body = _OUTER.format(corp=CORP_ID, encrypted=sealed.encrypted.decode()).encode()
    head = _HEAD.format(signature=sealed.signature, now=now, nonce=sealed.nonce, length=len(body))
    return head.encode() + body
