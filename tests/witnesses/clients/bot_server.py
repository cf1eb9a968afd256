"""wecom-new-bot-svr: a callback server of an AI bot, on Flask. It streams in three steps and sends cards.

As published it cannot answer at all: its crypto package wants bytes and gets text. `encoded` is what it takes.
"""

import json
import sys

from wecom_new_bot_svr import (
    RspEmptyMsg,
    RspStreamMsg,
    RspStreamWithCardMsg,
    RspTextMsg,
    RspUpdateTemplateCardMsg,
    StreamReqMsg,
    WecomNewBotServer,
)

given = json.load(sys.stdin)
own = (given["token"], given["encoding_aes_key"], given["bot_id"])
server = WecomNewBotServer("witness", "127.0.0.1", given["port"], "/callback", *own)
polls = []


def encoded(reply):
    text = reply.to_json_str()
    reply.to_json_str = text.encode
    return reply


def on_message(message):
    if isinstance(message, StreamReqMsg):
        polls.append(message.stream_id)
        step = f"step {len(polls)}"
        return encoded(RspStreamMsg(stream_id=message.stream_id, content=step, finish=len(polls) == 2))
    if "stream" in message.content:
        return encoded(RspStreamMsg(stream_id="s-1", content="step 0", finish=False, feedback_id="f-1"))
    if "card" in message.content:
        both = RspStreamWithCardMsg(stream_id="s-2", content="choose", finish=True, template_card=given["card"])
        return encoded(both)
    return encoded(RspEmptyMsg())


def on_event(message):
    if message.raw["event"]["eventtype"] == "enter_chat":
        return encoded(RspTextMsg(content="welcome"))
    return encoded(RspUpdateTemplateCardMsg(template_card=given["update"]))


server.set_message_handler(on_message)
server.set_event_handler(on_event)
server.run()
