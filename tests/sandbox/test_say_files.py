"""Files and voices: only the AI bot hears them, and only in a private chat (D-100719)."""

import base64

from sandbox.crypto import decrypt_bytes
from tests.sandbox.town import Town

REPORT = base64.b64encode(b"report of the drill").decode()


async def test_a_file_is_encrypted_behind_an_address(town: Town) -> None:
    bot = await town.bot()
    await town.say("lisi", "bot", "", file=REPORT, filename="月报.txt")
    body = (await bot.receive())["body"]
    assert body["msgtype"] == "file"
    async with town.http.get(body["file"]["url"]) as response:
        sealed = await response.read()
    assert decrypt_bytes(base64.b64decode(body["file"]["aeskey"]), sealed) == b"report of the drill"
    assert (await town.feed("said"))[0]["text"] == "[文件] 月报.txt"
    await bot.socket.close()


async def test_a_voice_comes_as_what_was_said(town: Town) -> None:
    bot = await town.bot()
    await town.say("lisi", "bot", "", voice="我要请假")
    body = (await bot.receive())["body"]
    assert (body["msgtype"], body["voice"]) == ("voice", {"content": "我要请假"})
    await bot.socket.close()


async def test_elsewhere_nobody_hears_them(town: Town) -> None:
    for to in ("app", "projecta"):
        said = {"from": "zhangsan", "to": to, "file": REPORT}
        assert (await town.refusal("/sandbox/say", said))[0] == 400
    assert (await town.refusal("/sandbox/say", {"from": "zhangsan", "to": "bot", "file": "?"}))[0] == 400
