"""The papers are for those who decide, never for whom they are about, and each look is written down."""

from bot.explaining import Utterance, explain
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE


async def test_not_what_is_about_oneself(chat: Chat) -> None:
    await chat.play("""
    周敏> /解除劳动合同 李娜 长期旷工
    机器人→钱卫东> [卡片] …
    机器人> …
    李娜> /移交单
    机器人> 没有等你们处理的移交。
    李娜> /移交单 YJ-20261122-001
    机器人> 没有编号是 YJ-20261122-001、等你们办的移交。发 /移交单 看全部。
    """)


async def test_each_look_is_shown_to_him(chat: Chat) -> None:
    await chat.play("""
    王强> /罚款 @张三 刷广告
    机器人→李娜> [卡片] …
    机器人→周敏> [卡片] …
    机器人> …
    李娜> /移交单
    机器人> 等你们处理的移交 1 件：
    · YJ-20261122-001 张三 违规处理；王强 11月22日(周日)提出，等确认
    发 /移交单 编号 看材料。
    李娜> /移交单 YJ-20261122-001
    机器人> YJ-20261122-001 张三 违规处理；…
    张三> /我的数据
    机器人> 这里存着你的：
    · 移交人力资源、法务的材料 1 份，最早 11月22日(周日)；加密保存，办结 2 年后删除。
    · 和机器人的消息：你发给我的消息、我发给你的消息；180 天后删除，私密的内容 1 小时后删除。
    · 群和昵称：所在的群 2 个；在群里时保留，表态和昵称最晚离职当年结束 2 年后删除。
    · 谁看过：别人看你资料的记录 1 次；当年结束 2 年后删除。
    · 操作记录：你办过什么、谁办过和你有关的事，这份记录谁都改不了；至少保存 6 个月，离职当年结束 2 年后去掉姓名。
    看过你的资料 1 次：
    · 李娜看了移交材料 YJ-20261122-001（10:00）
    带走一份发 /导出我的数据；有错发 /更正资料；要删发 /删除申请；怎么用这些资料发 /隐私。
    """)


def test_for_nobody_else() -> None:
    for who in ("张三", "王强", "郑群", "吴管"):
        assert explain(Utterance("/移交单", sender=who), FILE, BOOK)["error"] == "E_NO_PERMISSION"
