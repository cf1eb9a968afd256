"""Which command carries what the bot says, and what happens when it is too late for it."""

import asyncio
import base64
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from bot.identifiers import ChatId, FileId, GroupId, TaskId, UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import (
    Address,
    Attachment,
    Button,
    Card,
    Content,
    Markdown,
    Media,
    Outcome,
    Parcel,
    Text,
    ToAsker,
    ToCard,
    ToGroup,
    ToPerson,
    Verdict,
)
from bot.wecom.aibot.channel import BotChannel
from bot.wecom.aibot.frames import Body
from bot.wecom.aibot.receipts import Receipts
from bot.wecom.api.errcodes import outcome_of

from .worlds import MemoryFiles

FILES = MemoryFiles({FileId("f0"): b"x" * (512 * 1024 + 5)})
LIN, ROOM = UserId("lin.mei"), ChatId("wr1")
ASK = Card("同意吗？", plain="同意吗？", buttons=(Button("同意", "yes"),), task_id=TaskId("t-1"))
TOLD = Card("已同意", plain="已同意", task_id=TaskId("t-1"))
TOLD_BY = {"aibot_upload_media_init": {"upload_id": "u1"}, "aibot_upload_media_finish": {"media_id": "M1"}}
SHOT = Attachment(Media.IMAGE, FileId("f0"), "现场.png", plain="现场照片一张")


@dataclass
class Line:
    """Writes down what is said; `answers` by command, errcode 0 where none is left."""

    answers: dict[str, list[int]] = field(default_factory=dict)
    said: list[tuple[str, str, Body]] = field(default_factory=list)
    up: bool = True

    async def exchange(self, cmd: str, body: Body | None = None, *, req_id: str = "") -> Outcome:
        self.said.append((cmd, req_id, body or {}))
        left = self.answers.get(cmd)
        return replace(outcome_of(left.pop(0) if left else 0), receipt=TOLD_BY.get(cmd, {}))

    def commands(self) -> list[str]:
        return [cmd for cmd, _, _ in self.said]


def parcel(content: Content, address: Address, **fields: Any) -> Parcel:
    return Parcel(7, address, content, **fields)


def asker(handle: str | None = "msg||srv-1", *, chat: ChatId | None = None) -> ToAsker:
    return ToAsker(Via.BOT, LIN, chat, handle)


def holder(handle: str | None = "press|t-1|srv-2", *, chat: ChatId | None = None) -> ToCard:
    return ToCard(Via.BOT, LIN, TaskId("t-1"), chat, handle)


async def test_an_answer_is_a_finished_stream_with_a_name_of_its_own() -> None:
    line = Line()
    channel = BotChannel(line, FILES)
    for number in (7, 7, 8):
        outcome = await channel.send(Parcel(number, asker(), Text("1. 用 <好>\n# 二")))
        assert outcome == Outcome(Verdict.DONE)
    names = [body["stream"].pop("id") for _, _, body in line.said]
    assert names[0] == names[1] != names[2]  # a resend replaces the bubble, a second answer is another
    assert line.said[0] == (
        "aibot_respond_msg",
        "srv-1",
        {"msgtype": "stream", "stream": {"finish": True, "content": "1. 用 ＜好＞\n＃ 二"}},
    )


async def test_markdown_goes_as_it_is() -> None:
    line = Line()
    await BotChannel(line, FILES).send(parcel(Markdown("**好**", plain="好"), asker()))
    assert line.said[0][2]["stream"]["content"] == "**好**"


async def test_long_answers_are_cut() -> None:
    line = Line()
    await BotChannel(line, FILES).send(parcel(Text("字" * 10_000), asker()))
    assert len(line.said[0][2]["stream"]["content"].encode()) <= 20480


async def test_a_card_answers_too() -> None:
    line = Line()
    await BotChannel(line, FILES).send(parcel(ASK, asker()))
    [(cmd, req_id, body)] = line.said
    assert (cmd, req_id, body["msgtype"], body["template_card"]["task_id"]) == (
        "aibot_respond_msg",
        "srv-1",
        "template_card",
        "t-1",
    )


@pytest.mark.parametrize("chat", [None, ROOM])
@pytest.mark.parametrize("content", [Text("好"), ASK])
async def test_too_late_to_answer_is_pushed(content: Content, chat: ChatId | None) -> None:
    line = Line({"aibot_respond_msg": [846605]})
    assert (await BotChannel(line, FILES).send(parcel(content, asker(chat=chat)))).verdict is Verdict.DONE
    cmd, req_id, body = line.said[-1]
    assert (cmd, req_id) == ("aibot_send_msg", "")
    assert (body["chatid"], body["chat_type"]) == (("wr1", 2) if chat else ("lin.mei", 1))


async def test_too_late_and_in_doubt_whether_it_was_said_before_is_not_pushed() -> None:
    line = Line({"aibot_respond_msg": [846605]})
    outcome = await BotChannel(line, FILES).send(parcel(Text("好"), asker(), repeated=True))
    assert outcome.verdict is Verdict.REFUSED
    assert line.commands() == ["aibot_respond_msg"]


async def test_a_stream_of_this_parcel_that_has_ended_ended_with_these_words() -> None:
    line = Line({"aibot_respond_msg": [846608]})
    outcome = await BotChannel(line, FILES).send(parcel(Text("好"), asker()))
    assert outcome.verdict is Verdict.DONE
    assert line.commands() == ["aibot_respond_msg"]


@pytest.mark.parametrize("errcode", [45009, 40058, 853000])
async def test_other_troubles_are_told(errcode: int) -> None:
    line = Line({"aibot_respond_msg": [errcode]})
    assert await BotChannel(line, FILES).send(parcel(Text("好"), asker())) == outcome_of(errcode)
    assert line.commands() == ["aibot_respond_msg"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (Text("<欢迎>"), {"msgtype": "text", "text": {"content": "＜欢迎＞"}}),
        (Markdown("**欢迎**", plain="欢迎"), {"msgtype": "text", "text": {"content": "欢迎"}}),
    ],
)
async def test_a_welcome_is_plain_words(content: Content, said: Body) -> None:
    line = Line()
    await BotChannel(line, FILES).send(parcel(content, asker("enter||srv-3")))
    assert line.said == [("aibot_respond_welcome_msg", "srv-3", said)]


async def test_a_late_welcome_is_pushed() -> None:
    line = Line({"aibot_respond_welcome_msg": [846605]})
    await BotChannel(line, FILES).send(parcel(ASK, asker("enter||srv-3")))
    assert line.commands() == ["aibot_respond_welcome_msg", "aibot_send_msg"]


@pytest.mark.parametrize("handle", ["press|t-1|srv-2", None, "RC_of_the_app"])
async def test_words_after_a_press_are_pushed(handle: str | None) -> None:
    line = Line()
    await BotChannel(line, FILES).send(parcel(Text("好"), asker(handle, chat=ROOM)))
    assert line.said == [
        ("aibot_send_msg", "", {"chatid": "wr1", "chat_type": 2, "msgtype": "markdown", "markdown": {"content": "好"}})
    ]


async def test_a_pressed_card_changes_its_face_under_the_name_it_has_on_the_wire() -> None:
    line = Line()
    await BotChannel(line, FILES).send(parcel(TOLD, holder("press|t-1@@3|srv-2")))
    [(cmd, req_id, body)] = line.said
    assert (cmd, req_id, body["response_type"]) == ("aibot_respond_update_msg", "srv-2", "update_template_card")
    assert body["template_card"]["task_id"] == "t-1@@3"


@pytest.mark.parametrize("handle", ["press|t-1|srv-2", "msg||srv-1", None])
async def test_too_late_for_the_face_a_new_card_comes(handle: str | None) -> None:
    line = Line({"aibot_respond_update_msg": [846605]})
    assert (await BotChannel(line, FILES).send(parcel(ASK, holder(handle, chat=ROOM)))).verdict is Verdict.DONE
    cmd, _, body = line.said[-1]
    assert (cmd, body["chatid"], body["template_card"]["task_id"]) == ("aibot_send_msg", "wr1", "t-1@@7")


async def test_but_not_where_an_earlier_attempt_may_have_changed_it() -> None:
    line = Line({"aibot_respond_update_msg": [846605]})
    assert (await BotChannel(line, FILES).send(parcel(TOLD, holder(), repeated=True))).verdict is Verdict.DONE
    assert line.commands() == ["aibot_respond_update_msg"]


async def test_pushes() -> None:
    line = Line()
    channel = BotChannel(line, FILES)
    await channel.send(parcel(Text("好"), ToPerson(LIN)))
    await channel.send(parcel(ASK, ToGroup(GroupId("projecta")), chat=ROOM))
    [(_, _, private), (_, _, group)] = line.said
    assert (private["chatid"], private["chat_type"], private["markdown"]["content"]) == ("lin.mei", 1, "好")
    assert (group["chatid"], group["chat_type"], group["template_card"]["task_id"]) == ("wr1", 2, "t-1")


async def test_a_group_that_the_bot_is_not_in() -> None:
    line = Line()
    outcome = await BotChannel(line, FILES).send(parcel(Text("好"), ToGroup(GroupId("projecta"))))
    assert outcome.verdict is Verdict.REFUSED
    assert line.said == []


def test_open_as_long_as_the_line_is_up() -> None:
    assert BotChannel(Line(), FILES).open()
    assert not BotChannel(Line(up=False), FILES).open()


# ---- with receipts ---------------------------------------------------------------------------------------


async def always(_key: str) -> bool:
    return True


async def received(line: Line) -> Receipts:
    """The receipt of srv-1 has gone out."""
    receipts = Receipts(line.exchange, always, after=0.0)
    receipts.watch("bot:m-1", "srv-1")
    for _ in range(10):
        await asyncio.sleep(0)
    assert line.commands() == ["aibot_respond_msg"]
    return receipts


async def test_an_answer_takes_the_place_of_the_receipt_and_a_second_one_stands_below() -> None:
    line = Line()
    channel = BotChannel(line, FILES, receipts=await received(line))
    for number in (7, 8, 7):
        await channel.send(Parcel(number, asker(), Text("好")))
    streams = [body["stream"] for _, _, body in line.said]
    assert [(stream["finish"], stream["content"]) for stream in streams] == [
        (False, "收到，正在办…"),
        (True, "好"),
        (True, "好"),
        (True, "好"),
    ]
    receipt, first, second, again = (stream["id"] for stream in streams)
    assert receipt == first == again != second


async def test_a_receipt_that_ended_by_itself_leaves_room_for_the_answer() -> None:
    line = Line({"aibot_respond_msg": [0, 846608]})
    channel = BotChannel(line, FILES, receipts=await received(line))
    assert (await channel.send(parcel(Text("好"), asker()))).verdict is Verdict.DONE
    names = [body["stream"]["id"] for _, _, body in line.said]
    assert names[0] == names[1] != names[2]


async def test_or_it_ended_with_the_answer_before() -> None:
    line = Line({"aibot_respond_msg": [0, 846608]})
    channel = BotChannel(line, FILES, receipts=await received(line))
    assert (await channel.send(parcel(Text("好"), asker(), repeated=True))).verdict is Verdict.DONE
    assert len(line.said) == 2


async def test_a_card_closes_the_receipt_below_it() -> None:
    line = Line()
    channel = BotChannel(line, FILES, receipts=await received(line))
    await channel.send(parcel(ASK, asker()))
    assert [body["msgtype"] for _, _, body in line.said] == ["stream", "template_card", "stream"]
    assert line.said[-1][2]["stream"]["finish"]


async def test_a_person_is_pushed_to_by_the_id_that_the_bot_knows() -> None:
    line = Line()
    channel = BotChannel(line, FILES, bot_id_of={LIN: "woAJ2GCA"}.__getitem__)
    await channel.send(parcel(Text("好"), ToPerson(LIN)))
    await channel.send(parcel(Text("好"), ToGroup(GroupId("a")), chat=ROOM))
    assert [body["chatid"] for _, _, body in line.said] == ["woAJ2GCA", ROOM]


# ---- pictures and files


async def test_a_picture_is_uploaded_in_pieces_and_shown_in_the_answer() -> None:
    line = Line()
    assert (await BotChannel(line, FILES).send(parcel(SHOT, asker()))).verdict is Verdict.DONE
    assert [cmd.removeprefix("aibot_") for cmd in line.commands()] == [
        "upload_media_init",
        "upload_media_chunk",
        "upload_media_chunk",
        "upload_media_finish",
        "respond_msg",
    ]
    announced, first, second, finished, shown = [body for _, _, body in line.said]
    size = 512 * 1024 + 5
    assert {"filename": "现场.png", "total_size": size, "total_chunks": 2}.items() <= announced.items()
    pieces = [base64.b64decode(each["base64_data"]) for each in (first, second)]
    assert (b"".join(pieces), [each["chunk_index"] for each in (first, second)]) == (b"x" * size, [0, 1])
    assert {each["upload_id"] for each in (first, second, finished)} == {"u1"}
    assert shown == {"msgtype": "image", "image": {"media_id": "M1"}}


async def test_a_picture_is_pushed_too_and_a_welcome_says_it_in_words() -> None:
    line = Line()
    await BotChannel(line, FILES).send(parcel(SHOT, ToPerson(LIN)))
    assert {"msgtype": "image", "chatid": "lin.mei"}.items() <= line.said[-1][2].items()
    await BotChannel(line, FILES).send(parcel(SHOT, asker("enter||srv-3")))
    assert line.said[-1][2]["text"] == {"content": "现场照片一张"}


@pytest.mark.parametrize(
    ("errcode", "verdict", "form"), [(45001, Verdict.REFUSED, True), (45009, Verdict.RETRY, False)]
)
async def test_what_is_not_uploaded_is_not_shown(errcode: int, verdict: Verdict, *, form: bool) -> None:
    line = Line({"aibot_upload_media_finish": [errcode]})
    outcome = await BotChannel(line, FILES).send(parcel(SHOT, asker()))
    assert (outcome.verdict, outcome.form) == (verdict, form)
    assert line.commands()[-1] == "aibot_upload_media_finish"


async def test_what_is_not_kept_any_more_goes_out_as_words() -> None:
    outcome = await BotChannel(Line(), MemoryFiles()).send(parcel(SHOT, asker()))
    assert (outcome.verdict, outcome.form) == (Verdict.REFUSED, True)
