"""What chats about security incidents begin with."""

from typing import Final

TOLD: Final = """
    张三> /账号异常 有人用我的号发消息
    机器人→吴管> [卡片] 紧急！账号异常 WA-20261122-001 …
    机器人> [卡片] 先这样做 …"""
TAKEN: Final = f"""{TOLD}
    吴管> 按 [我来处理]
    机器人→张三> WA-20261122-001：吴管 在处理，会打电话找你。
    机器人> [卡片] 账号异常 WA-20261122-001 做完的打勾…"""
LEAKED: Final = """
    李四> 客户名单发错群了
    机器人→吴管> [卡片] 紧急！信息泄露 WA-20261122-001 …
    机器人> [卡片] 先这样做 1. 还能撤回就马上撤回…"""
