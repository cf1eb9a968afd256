"""wecom-app-svr: a callback server of a self-built app, on Flask."""

import json
import sys

from wecom_app_svr import RspTextMsg, WecomAppServer

given = json.load(sys.stdin)
server = WecomAppServer(
    "witness", "127.0.0.1", given["port"], "/callback", given["token"], given["encoding_aes_key"], given["corp_id"]
)


def answer(message):
    reply = RspTextMsg()
    reply.content = f"{message.from_user} said {getattr(message, 'content', message.msg_type)}"
    reply.from_user_name, reply.to_user_name = message.from_user, message.to_user
    return reply


server.set_message_handler(answer)
server.set_event_handler(answer)
server.run()
