"""All of it together against the sandbox: hear by every door, answer by every channel."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.identifiers import FileId, GroupId, TaskId, UserId
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.outgoing import (
    Address,
    Attachment,
    Button,
    Card,
    Content,
    Media,
    Outcome,
    Parcel,
    Select,
    Text,
    ToAsker,
    ToCard,
    ToGroup,
    ToPerson,
    Verdict,
)
from bot.shapes.ports import Channel
from bot.wecom.aibot.channel import BotChannel
from bot.wecom.aibot.long_connection import LongConnection
from bot.wecom.api.media import AppMedia
from bot.wecom.app.callback import AppCallback
from bot.wecom.app.channel import AppChannel
from bot.wecom.crypto import CallbackKeys, MessageCrypt
from bot.wecom.gate import Gate
from bot.wecom.groups.webhook import WebhookChannel

from .platforms import Ticking
from .sandboxed import Sandbox, sandboxed, until
from .worlds import MemoryFiles, MemoryIntake

ZHANG = UserId("zhangsan")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


@dataclass
class Office:
    """A bot without a brain: it hears by both doors, and says what the test tells it to."""

    sandbox: Sandbox
    channels: dict[Via, Channel]
    intake: MemoryIntake
    parcels: list[Parcel] = field(default_factory=list)

    async def heard(self, kind: Kind, *, number: int = 1) -> Incoming:
        await until(lambda: len(self.of(kind)) >= number)
        return self.of(kind)[number - 1]

    def of(self, kind: Kind) -> list[Incoming]:
        return [taken for taken in self.intake.taken if taken.kind is kind]

    async def say(self, via: Via, content: Content, address: Address, **fields: str) -> Outcome:
        self.parcels.append(Parcel(len(self.parcels) + 1, address, content, **fields))  # type: ignore[arg-type]
        return await self.channels[via].send(self.parcels[-1])


@dataclass
class SandboxTime:
    sandbox: Sandbox

    def now(self) -> datetime:
        return self.sandbox.world.clock.now()


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with AsyncExitStack() as stack:
        sandbox = await stack.enter_async_context(sandboxed())
        given, clock, intake = sandbox.world.credentials, SandboxTime(sandbox), MemoryIntake()
        rest = await stack.enter_async_context(sandbox.rest())
        line = LongConnection(sandbox.session, sandbox.bot, intake=intake, clock=clock)
        line.start()
        stack.push_async_callback(line.stop)

        crypt = MessageCrypt([CallbackKeys(given.token, given.encoding_aes_key)], given.corp_id)
        app = web.Application()
        app.add_routes(AppCallback(Gate(crypt, clock), intake=intake, clock=clock).routes())
        server = await stack.enter_async_context(TestServer(app))
        saved = await sandbox.do("callback", kind="app", url=str(server.make_url("/wecom/app")))
        assert saved == {"verified": True}
        await until(lambda: line.up)
        files = MemoryFiles({FileId("f0"): PNG})
        media = AppMedia(rest, files, monotonic=Ticking())
        channels: dict[Via, Channel] = {
            Via.APP: AppChannel(rest, agent_id=1000017, media=media),
            Via.BOT: BotChannel(line, files, receipts=line.receipts),
            Via.WEBHOOK: WebhookChannel(rest, files),
        }
        yield Office(sandbox, channels, intake)


def ask(task_id: str) -> Card:
    return Card(
        "请假申请",
        plain="同意吗？",
        desc="张三 · 2 天",
        fields=(("从", "12-01 上午"),),
        buttons=(Button("同意", "approve"), Button("驳回", "reject", style=2)),
        select=Select("why", "理由", {"ok": "合规", "late": "太晚"}),
        task_id=TaskId(task_id),
    )


def done(task_id: str) -> Card:
    return Card("已同意", plain="已同意", task_id=TaskId(task_id))


async def test_words_to_the_app_and_back(office: Office) -> None:
    said = await office.sandbox.do("say", **{"from": "zhangsan", "to": "app", "text": "/帮助 <@all>"})
    heard = await office.heard(Kind.TEXT)
    assert (heard.key, heard.sender, heard.text) == (f"app:{said['msgid']}", "zhangsan", "/帮助 <@all>")
    outcome = await office.say(Via.APP, Text(f"没有「{heard.text}」。"), ToAsker(Via.APP, heard.sender))
    assert (outcome.verdict, bool(outcome.receipt["msgid"])) == (Verdict.DONE, True)
    [entry] = await office.sandbox.log()
    assert (entry["via"], entry["to"], entry["text"]) == ("app", {"user": "zhangsan"}, "没有「/帮助 ＜@all＞」。")


@pytest.mark.parametrize("via", [Via.APP, Via.BOT])
async def test_a_card_is_pressed_and_changes_its_face(office: Office, via: Via) -> None:
    if via is Via.BOT:  # which pushes only to whoever has spoken to it
        await office.sandbox.do("say", **{"from": "zhangsan", "to": "bot", "text": "在吗"})
        await office.heard(Kind.TEXT)
    assert (await office.say(via, ask("leave-1"), ToPerson(ZHANG))).verdict is Verdict.DONE
    press = {"from": "zhangsan", "card": "leave-1", "key": "approve", "selected": {"why": ["late"]}}
    await office.sandbox.do("press", **press)
    heard = await office.heard(Kind.PRESS)
    assert heard.press is not None
    assert (heard.press.task_id, heard.press.key, heard.press.selected) == ("leave-1", "approve", {"why": ("late",)})
    holder = ToCard(via, ZHANG, TaskId("leave-1"), handle=heard.handle)
    assert (await office.say(via, done("leave-1"), holder)).verdict is Verdict.DONE
    first, changed = await office.sandbox.log(at_least=2)
    assert (changed["edits"], changed["card"]["title"], changed["card"]["buttons"]) == (first["seq"], "已同意", [])


@pytest.mark.parametrize("via", [Via.APP, Via.BOT])
async def test_a_press_answered_twice_brings_a_new_card_that_can_be_pressed(office: Office, via: Via) -> None:
    await office.sandbox.do("say", **{"from": "zhangsan", "to": "bot", "text": "在吗"})
    await office.heard(Kind.TEXT)
    await office.say(via, ask("leave-1"), ToPerson(ZHANG))
    await office.sandbox.do("press", **{"from": "zhangsan", "card": "leave-1", "key": "approve"})
    holder = ToCard(via, ZHANG, TaskId("leave-1"), handle=(await office.heard(Kind.PRESS)).handle)
    for _ in range(2):
        assert (await office.say(via, ask("leave-1"), holder)).verdict is Verdict.DONE
    entries = await office.sandbox.log(at_least=3)
    assert ["edits" in entry for entry in entries] == [False, True, False]
    await office.sandbox.do("press", **{"from": "zhangsan", "card": entries[-1]["card"]["task_id"], "key": "reject"})
    heard = await office.heard(Kind.PRESS, number=2)
    assert heard.press is not None
    assert (heard.press.task_id, heard.press.key) == ("leave-1", "reject")


async def test_words_in_a_group_are_answered_there(office: Office) -> None:
    wish = {"from": "zhangsan", "to": "projecta", "text": "@小助手 /帮助", "mention_bot": True, "quote": "泵坏了"}
    said = await office.sandbox.do("say", **wish)
    heard = await office.heard(Kind.TEXT)
    assert (heard.in_group, heard.text, heard.quote) == (True, "@小助手 /帮助", "泵坏了")
    asker = ToAsker(Via.BOT, heard.sender, heard.chat, heard.handle)
    assert (await office.say(Via.BOT, Text("1. /请假\n2. <@all>"), asker)).verdict is Verdict.DONE
    assert (await office.say(Via.BOT, Text("还有一条"), asker)).verdict is Verdict.DONE
    office.parcels.clear()
    assert (await office.say(Via.BOT, Text("1. /请假\n2. <@all>"), asker)).verdict is Verdict.DONE  # parcel 1 again
    answered, other = await office.sandbox.log(at_least=2)
    assert (answered["to"], answered["in_reply_to"]) == ({"group": "projecta"}, said["msgid"])
    assert (answered["text"], other["text"]) == ("1. /请假\n2. ＜@all＞", "还有一条")


async def test_opening_the_chat_is_welcomed(office: Office) -> None:
    await office.sandbox.do("say", **{"from": "zhangsan", "to": "bot", "text": "你好"})
    heard = await office.heard(Kind.ENTER)
    asker = ToAsker(Via.BOT, heard.sender, handle=heard.handle)
    assert (await office.say(Via.BOT, Text("欢迎"), asker)).verdict is Verdict.DONE
    assert (await office.say(Via.BOT, Text("欢迎"), asker)).verdict is Verdict.DONE  # too late: pushed
    entries = await office.sandbox.log(at_least=2)
    assert [(entry["text"], "in_reply_to" in entry) for entry in entries] == [("欢迎", True), ("欢迎", False)]


async def test_groups_by_webhook_and_by_push(office: Office) -> None:
    given = office.sandbox.world.credentials
    group = ToGroup(GroupId("projecta"))
    assert (await office.say(Via.WEBHOOK, Text("演练"), group, webhook=given.webhooks["projecta"])).errcode == 0
    assert (await office.say(Via.WEBHOOK, Text("演练"), group, webhook="wrong")).errcode == 93000
    stranger = await office.say(Via.BOT, Text("演练"), group, chat=given.chat_ids["projecta"])
    assert (stranger.verdict, stranger.errcode) == (Verdict.REFUSED, 93006)
    [entry] = await office.sandbox.log()
    assert (entry["via"], entry["to"], entry["text"]) == ("webhook", {"group": "projecta"}, "演练")


async def test_a_token_that_ends_early_is_not_noticed_by_anybody(office: Office) -> None:
    await office.sandbox.do("faults", path="/cgi-bin/message/send", errcode=42001, times=1)
    assert (await office.say(Via.APP, Text("好"), ToPerson(ZHANG))).verdict is Verdict.DONE


@pytest.mark.parametrize("drop", ["request", "response"])
async def test_a_broken_connection_leaves_it_unknown_and_the_check_keeps_it_single(office: Office, drop: str) -> None:
    await office.sandbox.do("faults", path="/cgi-bin/message/send", drop=drop, times=1)
    parcel = Parcel(1, ToPerson(ZHANG), Text("好"), check_duplicates=True)
    app = office.channels[Via.APP]
    assert (await app.send(parcel)).verdict is Verdict.UNKNOWN
    assert (await app.send(parcel)).verdict is Verdict.DONE
    assert len(await office.sandbox.log()) == 1


@pytest.mark.parametrize("via", [Via.APP, Via.BOT, Via.WEBHOOK])
@pytest.mark.parametrize("media", [Media.IMAGE, Media.FILE])
async def test_pictures_and_files_are_seen(office: Office, via: Via, media: Media) -> None:
    await office.sandbox.do("say", **{"from": "zhangsan", "to": "bot", "text": "在吗"})
    await office.heard(Kind.TEXT)
    webhook = office.sandbox.world.credentials.webhooks["projecta"]
    address: Address = ToGroup(GroupId("projecta")) if via is Via.WEBHOOK else ToPerson(ZHANG)
    shot = Attachment(media, FileId("f0"), "现场.png", plain="现场照片")
    assert (await office.say(via, shot, address, webhook=webhook)).verdict is Verdict.DONE
    [entry] = await office.sandbox.log()
    assert (entry["via"], entry["msgtype"]) == (via, media)
