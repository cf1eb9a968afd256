"""Tell how personal information is used here: what for, which kinds, how long, and what everybody may want of it.

Example:
    张三> /隐私
    机器人> 小助手怎么用你的个人信息：…
"""

from bot.services.privacy.notice import notice
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "隐私",
    aliases=("privacy", "隐私声明", "隐私说明", "个人信息保护"),
    says=("[你们|机器人|这里](怎么|如何|会不会)(使用|用|处理|保护)[我|我们|大家](的)[个人](信息|隐私|数据)",),
    summary="怎么用你的个人信息",
)
async def privacy_notice(ctx: Context) -> Reply:
    return Reply(notice(ctx.company), private=True)
