"""corpwechatbot: webhooks by requests. It prints every answer."""

import json
import sys

from corpwechatbot import CorpWechatBot

given = json.load(sys.stdin)
bot = CorpWechatBot(given["key"])
bot.webhook_send_api = bot.webhook_send_api.replace("https://qyapi.weixin.qq.com", given["base"])
bot._media_api = bot._media_api.replace("https://qyapi.weixin.qq.com", given["base"])
for answer in (
    bot.send_text("演练", mentioned_list=["lisi"]),
    bot.send_markdown("**演练**"),
    bot.send_image(given["picture"]),
    bot.send_news("新闻", "内容", "https://example.com", "https://example.com/a.png"),
    bot.send_file(given["file"]),
):
    print(json.dumps(answer))
