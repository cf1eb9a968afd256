"""An AI bot that listens by callback, as other people build one: on wechatpy's crypto, which knows JSON by halves."""

import base64
import json
from collections.abc import Callable

from aiohttp import web
from wechatpy.crypto import PrpCrypto, WeChatSigner

from tests.sandbox.town import Json, Town

Reply = Callable[[Json], Json | None]


class CallbackBot:
    """`replies` are taken from the front, one per callback; the last one stays. None is an empty answer."""

    def __init__(self, town: Town) -> None:
        own = town.world.credentials
        self.token = own.token
        self.key = base64.b64decode(own.encoding_aes_key + "=")
        self.got: list[Json] = []
        self.replies: list[Json | None] = [None]
        self.wrong_nonce = False
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        query, crypto = request.query, PrpCrypto(self.key)
        if request.method == "GET":
            assert query["msg_signature"] == self._sign(query["timestamp"], query["nonce"], query["echostr"])
            return web.Response(text=crypto.decrypt(query["echostr"], ""))
        outer = await request.json()
        assert set(outer) == {"encrypt"}
        assert query["msg_signature"] == self._sign(query["timestamp"], query["nonce"], outer["encrypt"])
        self.got.append(json.loads(crypto.decrypt(outer["encrypt"], "")))
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        return web.Response() if reply is None else web.json_response(self._sealed(reply, query["nonce"]))

    def _sealed(self, reply: Json, nonce: str) -> Json:
        cipher = PrpCrypto(self.key).encrypt(json.dumps(reply), "").decode()
        signature = self._sign("1764050501", nonce, cipher)
        nonce = "other" if self.wrong_nonce else nonce
        return {"encrypt": cipher, "msgsignature": signature, "timestamp": 1764050501, "nonce": nonce}

    def _sign(self, timestamp: str, nonce: str, cipher: str) -> str:
        signer = WeChatSigner()
        signer.add_data(self.token, timestamp, nonce, cipher)
        return str(signer.signature)


def stream(content: str, *, finish: bool, **more: object) -> Json:
    return {"msgtype": "stream", "stream": {"id": "s", "finish": finish, "content": content} | more}
