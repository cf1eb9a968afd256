"""py-wecom-toolkit: webhooks, app messages and media by httpx. It prints every answer."""

import json
import sys

from py_wecom_toolkit.server.cache import AccessTokenMemoryCache
from py_wecom_toolkit.server.message.client import Client as Messages
from py_wecom_toolkit.webhook.client import Client as Webhook

given = json.load(sys.stdin)


def say(answer):
    print(answer.model_dump_json())


with Webhook(given["key"], base_url=given["base"]) as hook:
    say(hook.send_text("演练", mentioned_list=["@all"]))
    say(hook.send_markdown_v2("# 演练"))
    uploaded = hook.upload_media("file", given["file"])
    say(uploaded)
    say(hook.send_file(uploaded.media_id))

own = {"corpid": given["corp_id"], "corpsecret": given["app_secret"], "agentid": given["agent_id"]}
with Messages(**own, cache=AccessTokenMemoryCache(), base_url=given["base"]) as app:
    say(app.get_access_token())
