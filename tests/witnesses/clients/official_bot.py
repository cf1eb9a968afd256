"""wecom-aibot-python-sdk, the vendor's own: the long connection, always over TLS. It prints what it saw."""

import asyncio
import json
import sys

from aibot import WSClient, WSClientOptions, ws

given = json.load(sys.stdin)
ws._SSL_CONTEXT.load_verify_locations(given["certificate"])


class Quiet:
    def __getattr__(self, name):
        return lambda *words: None


async def main():
    client = WSClient(WSClientOptions(given["bot_id"], given["bot_secret"], ws_url=given["ws_url"], logger=Quiet()))
    done = asyncio.Event()

    async def answer(frame):
        userid = frame["body"]["from"]["userid"]
        print(json.dumps(frame["body"]["text"], ensure_ascii=False), flush=True)
        await client.reply_stream(frame, "s-1", "查询中", False)
        await client.reply_stream(frame, "s-1", "还剩 5 天", True)
        ack = await client.send_message(userid, {"msgtype": "markdown", "markdown": {"content": "以上"}})
        print(json.dumps({"errcode": ack["errcode"]}))
        done.set()

    client.on("message.text", lambda frame: asyncio.ensure_future(answer(frame)))
    await client.connect()
    await asyncio.wait_for(done.wait(), 8)
    client.disconnect()
    await asyncio.sleep(0.05)


asyncio.run(main())
