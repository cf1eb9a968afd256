"""A bot of a dozen lines over the long connection (D-101463): what it answers depends on a word in the message."""

import asyncio
import contextlib
import itertools
from typing import Any, Self

from aiohttp import ClientSession, ClientWebSocketResponse

Frame = dict[str, Any]

CARD: Frame = {
    "card_type": "button_interaction",
    "source": {"desc": "请假审批"},
    "main_title": {"title": "张三 申请年假", "desc": "0.5 天"},
    "horizontal_content_list": [{"keyname": "编号", "value": "QJ-20261122-001"}],
    "button_selection": {
        "question_key": "deputy",
        "title": "代理人",
        "option_list": [{"id": "lisi", "text": "李四"}, {"id": "wangwu", "text": "王五"}],
    },
    "button_list": [{"text": "同意", "style": 1, "key": "yes"}, {"text": "驳回", "style": 3, "key": "no"}],
}
VOTE: Frame = {
    "card_type": "vote_interaction",
    "main_title": {"title": "周五吃什么"},
    "checkbox": {
        "question_key": "food",
        "mode": 1,
        "option_list": [
            {"id": "pot", "text": "火锅"},
            {"id": "grill", "text": "烧烤"},
            {"id": "canteen", "text": "食堂"},
        ],
    },
    "submit_button": {"text": "提交", "key": "submit"},
}


class ScriptedBot:
    """Echoes as a stream of two frames; 卡片 and 投票 bring a card, a press replaces its buttons.

    `heard` keeps every callback.
    """

    def __init__(self, session: ClientSession, credentials: Frame) -> None:
        self.heard: list[Frame] = []
        self.replies: dict[str, str] = {}  # text -> markdown, instead of the echo
        self.greets = False
        self._session = session
        self._credentials = credentials
        self._numbers = itertools.count(1)
        self._listener: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._socket = await self._session.ws_connect(self._credentials["ws_url"])
        login = {"bot_id": self._credentials["bot_id"], "secret": self._credentials["bot_secret"]}
        await self._send("aibot_subscribe", "aibot_subscribe_1", login)
        assert (await self._socket.receive_json())["errcode"] == 0
        self._listener = asyncio.create_task(self._listen(self._socket))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.hang_up()

    async def hang_up(self) -> None:
        assert self._listener is not None
        self._listener.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._listener
        await self._socket.close()

    async def push(self, chat_id: str, text: str) -> None:
        body = {"chatid": chat_id, "chat_type": 1, "msgtype": "markdown", "markdown": {"content": text}}
        await self._send("aibot_send_msg", f"aibot_send_msg_{next(self._numbers)}", body)

    async def _listen(self, socket: ClientWebSocketResponse) -> None:
        async for message in socket:
            frame = message.json()
            if "cmd" in frame:
                self.heard.append(frame["body"])
                await self._answer(frame["headers"]["req_id"], frame["body"])

    async def _answer(self, req_id: str, body: Frame) -> None:
        if body["msgtype"] == "event":
            kind = body["event"]["eventtype"]
            await (self._pressed(req_id, body) if kind == "template_card_event" else self._greet(req_id, body))
            return
        text = _text_of(body)
        for word, card in (("卡片", CARD), ("投票", VOTE)):
            if word in text:
                await self._card(req_id, card)
                return
        await self._stream(req_id, "正在处理……", finish=False)
        await self._stream(req_id, self.replies.get(text, f"你说：{text}"), finish=True)

    async def _greet(self, req_id: str, body: Frame) -> None:
        """Only where the test is about it: elsewhere a greeting would be one message too many."""
        if self.greets:
            welcome = {"msgtype": "text", "text": {"content": "你好，我是小助手"}}
            await self._send("aibot_respond_welcome_msg", req_id, welcome)

    async def _pressed(self, req_id: str, body: Frame) -> None:
        event = body["event"]["template_card_event"]
        card = CARD if event["card_type"] == CARD["card_type"] else VOTE
        chosen = event.get("selected_items", {}).get("selected_item", [])
        words = "、".join(option for item in chosen for option in item["option_ids"]["option_id"])
        update = {**card, "task_id": event["task_id"], "replace_text": f"已处理：{event['event_key']} {words}"}
        answer = {"response_type": "update_template_card", "template_card": update}
        await self._send("aibot_respond_update_msg", req_id, answer)

    async def _card(self, req_id: str, card: Frame) -> None:
        body = {"msgtype": "template_card", "template_card": {**card, "task_id": f"task-{next(self._numbers)}"}}
        await self._send("aibot_respond_msg", req_id, body)

    async def _stream(self, req_id: str, content: str, *, finish: bool) -> None:
        stream = {"id": f"stream-{req_id}", "finish": finish, "content": content}
        await self._send("aibot_respond_msg", req_id, {"msgtype": "stream", "stream": stream})

    async def _send(self, cmd: str, req_id: str, body: Frame) -> None:
        await self._socket.send_json({"cmd": cmd, "headers": {"req_id": req_id}, "body": body})


def _text_of(body: Frame) -> str:
    if body["msgtype"] == "mixed":
        return "".join(item["text"]["content"] for item in body["mixed"]["msg_item"] if item["msgtype"] == "text")
    return str(body.get("text", {}).get("content", "[图片]"))
