"""aibot_send_msg and uploads over the long connection (D-101463)."""

import base64
import hashlib

import pytest

from tests.sandbox.test_messages import BUTTONS
from tests.sandbox.test_webhook import PNG
from tests.sandbox.town import BotClient, Json, Town

MARKDOWN = {"msgtype": "markdown", "markdown": {"content": "## 提醒"}}


async def _push(bot: BotClient, chat_id: str, chat_type: int | None, message: Json = MARKDOWN) -> int:
    kind = {} if chat_type is None else {"chat_type": chat_type}
    return (await bot.command("aibot_send_msg", {"chatid": chat_id} | kind | message))["errcode"]


async def test_only_where_somebody_has_spoken_to_the_bot(town: Town) -> None:
    bot = await town.bot()
    room = town.world.credentials.chat_ids["projecta"]
    assert await _push(bot, "lisi", 1) == 93006
    assert await _push(bot, room, 2) == 93006
    await town.say("lisi", "bot", "x")
    await bot.receive()
    await town.say("zhangsan", "projecta", "@小助手 x", mention_bot=True)
    await bot.receive()
    assert await _push(bot, "lisi", 1) == 0
    assert await _push(bot, room, 2) == 0
    assert await _push(bot, room, None) == 0
    assert await _push(bot, "lisi", 0) == 0
    assert [entry["to"] for entry in await town.log()] == [
        {"user": "lisi"},
        {"group": "projecta"},
        {"group": "projecta"},
        {"user": "lisi"},
    ]
    assert all("in_reply_to" not in entry for entry in await town.log())
    assert await _push(bot, "projecta", 2) == 93006, "the room's own id is not the bot's"
    assert await _push(bot, room, 1) == 93006
    assert await _push(bot, "lisi", 2) == 93006
    assert await _push(bot, "lisi", 7) == 40058
    card = {"msgtype": "template_card", "template_card": BUTTONS}
    assert await _push(bot, room, 2, card) == 40058
    town.world.settings.group_card_pushes = True
    assert await _push(bot, room, 2, card) == 0
    await bot.socket.close()


async def test_encrypted_userids(town: Town) -> None:
    town.world.settings.encrypted_userids = True
    bot = await town.bot()
    await town.say("lisi", "bot", "x")
    given = (await bot.receive())["body"]["from"]["userid"]
    assert given != "lisi"
    assert await _push(bot, "lisi", 1) == 93006
    assert await _push(bot, given, 1) == 0
    plain = await town.api("batch/openuserid_to_userid", {"open_userid_list": [given]})
    assert plain["userid_list"][0]["userid"] == "lisi"
    await bot.socket.close()


async def test_types(town: Town) -> None:
    bot = await town.bot()
    await town.say("lisi", "bot", "x")
    await bot.receive()
    assert await _push(bot, "lisi", 1, {"msgtype": "text", "text": {"content": "x"}}) == 40008
    assert await _push(bot, "lisi", 1, {"msgtype": "stream", "stream": {}}) == 40008
    assert await _push(bot, "lisi", 1, {"msgtype": "template_card", "template_card": BUTTONS}) == 0
    assert await _push(bot, "lisi", 1, {"msgtype": "image", "image": {"media_id": "none"}}) == 40007
    await bot.socket.close()


async def _upload(bot: BotClient, data: bytes, chunks: list[bytes], **wish: object) -> Json:
    """Chunks go backwards, the first of them twice."""
    announced = {
        "type": "image",
        "filename": "p.png",
        "total_size": len(data),
        "total_chunks": len(chunks),
        "md5": hashlib.md5(data, usedforsecurity=False).hexdigest(),
    }
    ack = await bot.command("aibot_upload_media_init", announced | wish)
    if ack["errcode"]:
        return ack
    upload_id = ack["body"]["upload_id"]
    pieces = list(enumerate(chunks))
    for index, piece in [*reversed(pieces), *pieces[:1]]:
        body = {"upload_id": upload_id, "chunk_index": index, "base64_data": base64.b64encode(piece).decode()}
        ack = await bot.command("aibot_upload_media_chunk", body)
        if ack["errcode"]:
            return ack
    return await bot.command("aibot_upload_media_finish", {"upload_id": upload_id})


async def test_an_upload_in_pieces_can_be_sent(town: Town) -> None:
    bot = await town.bot()
    await town.say("lisi", "bot", "x")
    callback = await bot.receive()
    ack = await _upload(bot, PNG, [PNG[:10], PNG[10:]])
    assert (ack["errcode"], ack["body"]["type"], type(ack["body"]["created_at"])) == (0, "image", int)
    message = {"msgtype": "image", "image": {"media_id": ack["body"]["media_id"]}}
    assert await _push(bot, "lisi", 1, message) == 0
    assert (await bot.answer(callback, message))["errcode"] == 0
    (item, _) = await town.feed("sent")
    async with town.http.get(town.base + item["url"]) as response:
        assert await response.read() == PNG
    await bot.socket.close()


@pytest.mark.parametrize(
    ("wish", "errcode"),
    [
        ({"md5": "0" * 32}, 40058),
        ({"total_size": 27}, 40058),
        ({"total_size": 4}, 40058),
        ({"total_chunks": 3}, 40058),
        ({"total_chunks": 101}, 40058),
        ({"type": "poem"}, 40058),
        ({"filename": "长" * 86}, 40058),
        ({"total_size": 3 * 1024 * 1024}, 45001),
        ({"type": "voice", "total_size": 3 * 1024 * 1024}, 45001),
    ],
)
async def test_uploads_that_are_refused(town: Town, wish: Json, errcode: int) -> None:
    bot = await town.bot()
    assert (await _upload(bot, PNG, [PNG], **wish))["errcode"] == errcode
    await bot.socket.close()


async def test_upload_sessions_end(town: Town) -> None:
    bot = await town.bot()
    assert (await bot.command("aibot_upload_media_finish", {"upload_id": "none"}))["errcode"] == 40058
    big = b"\x89PNG\r\n\x1a\n" + b"0" * (512 * 1024)
    assert (await _upload(bot, big, [big]))["errcode"] == 40058, "a piece is at most 512 KB"
    body = {"type": "file", "filename": "a", "total_size": 9, "total_chunks": 1}
    codes = [(await bot.command("aibot_upload_media_init", body))["errcode"] for _ in range(30)]
    assert codes == [0] * 29 + [45009]
    await bot.socket.close()
