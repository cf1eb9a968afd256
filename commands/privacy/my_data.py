"""Tell what is kept about me, since when and until when, and who looked at the private part of it, and what for. No
table is left out: each is on a register that says what it holds of people.

Example:
    张三> /我的数据
    机器人> 这里存着你的：
    · 和机器人的消息：你发给我的消息、我发给你的消息；180 天后删除，私密的内容 1 小时后删除。
    · 群和昵称：所在的群 2 个；在群里时保留，表态和昵称最晚离职当年结束 2 年后删除。
    · 操作记录：你办过什么、谁办过和你有关的事，这份记录谁都改不了；至少保存 6 个月，离职当年结束 2 年后去掉姓名。
    还没有人看过你的请假原因、材料、假期资料和违规记录。
    带走一份发 /导出我的数据；有错发 /更正资料；要删发 /删除申请；怎么用这些资料发 /隐私。
"""

from bot.services.privacy.own_data import held, viewed
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "我的数据",
    aliases=("my-data", "wdsj", "我的个人信息"),
    private=True,
    says=(
        "[你|你们|这里](存了|保存了|存着|记了|收集了)[我的|我](哪些|什么|多少)(数据|信息|个人信息|资料)",
        "(公司|你|你们|这里|机器人|系统|系统里|机器人里)[都|到底](存了|保存了|存着|记了|记着|收集了|保存着)我[的](哪些|什么|多少|啥)[数据|信息|个人信息|资料|东西]",
        "我的(数据|信息|个人信息|个人数据|资料|个人资料)[都|到底]有(哪些|什么|多少|啥)",
        "我有(哪些|什么|多少)(数据|信息|个人信息|个人数据|资料)[在|存在|被存在](你们|你|这里|公司|系统|机器人)[系统里|系统|那里|这里|里]",
        "我(在这里|在这儿|在你这|在你这里)[都]有(哪些|什么|多少)(数据|信息|资料|记录)",
        "(谁|哪些人|有没有人|有人)[都](看过|查过|看了|查了)我的(数据|信息|个人信息|资料|请假原因|病假原因|材料|病假条)[吗]",
        "(看|查|查看|看看|查一下)我的(数据|个人信息)",
        "[我想|想|我要](看看|看一下|知道|查查|了解)[公司|你们|系统|你](留了|存了|保存了|记录了|收集了)[我的|我](什么|哪些)(数据|信息|个人信息|资料)",
        "我[都|还]有(哪些|什么|多少)(数据|信息|个人信息|资料)[存|放|留|记](在)(你|你这|你这儿|你这里|你那|你那里|你们|你们这|系统|这里)[里|那|这里]",
    ),
    summary="看这里存了我的什么、谁看过",
)
async def my_data(ctx: Context) -> Reply:
    return Reply("\n".join([*await held(ctx), *await viewed(ctx)]), private=True)
