"""What the app is told, as wechatpy's own parser reads it; and its replies, as the sandbox reads them."""

import base64

from wechatpy.work import parse_message
from wechatpy.work.replies import ArticlesReply, TextReply

from tests.sandbox.test_approvals import _form
from tests.sandbox.test_webhook import PNG
from tests.sandbox.town import App, Json, Town


class Reading(App):
    """Keeps the messages as wechatpy's classes; answers with its replies."""

    def __init__(self, town: Town) -> None:
        super().__init__(town)
        self.read: list[object] = []
        self.decrypt = self.crypto.decrypt_message
        self.crypto.decrypt_message = self._keep
        self.reply = self._answer

    def _keep(self, *given: str) -> str:
        text = self.decrypt(*given)
        self.read.append(parse_message(text))
        return text

    def _answer(self, message: Json) -> str:
        parsed = self.read[-1]
        if message.get("Content") == "news":
            reply = ArticlesReply(message=parsed)
            reply.add_article({"title": "新闻", "description": "内容", "image": "", "url": "https://example.com"})
            return reply.render()
        return TextReply(content=f"收到 {message['MsgType']}", message=parsed).render() if "MsgId" in message else ""


async def _listening(town: Town) -> Reading:
    app = Reading(town)
    app.url = await town.serve(app.handle)
    assert await town.post("/sandbox/callback", {"kind": "app", "url": app.url}) == {"verified": True}
    return app


async def test_messages_and_replies(town: Town) -> None:
    app = await _listening(town)
    for said in ({"text": "请假"}, {"text": "", "image": base64.b64encode(PNG).decode()}, {"text": "news"}):
        await town.say("lisi", "app", said.pop("text"), **said)
        await town.settled()
    text, image, _ = app.read
    assert (text.type, text.source, text.content, text.agent) == ("text", "lisi", "请假", 1000017)
    assert (image.type, image.media_id != "") == ("image", True)
    texts = [entry["text"] for entry in await town.log()]
    assert texts == ["收到 text", "收到 image", "新闻\n内容\nhttps://example.com"]


async def test_events(town: Town) -> None:
    app = await _listening(town)
    town.world.settings.report_enter_agent = True
    await town.post("/sandbox/open", {"from": "lisi", "to": "app"})
    await town.settled()
    sp_no = (await town.api("oa/applyevent", _form()))["sp_no"]
    await town.settled()
    opened, approval = app.read
    assert (opened.event, opened.source) == ("enter_agent", "lisi")
    assert (approval.event, approval.sp_no, approval.sp_status) == ("sys_approval_change", sp_no, "1")
