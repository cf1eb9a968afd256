"""Templates for what is announced again and again: choose one, fill in its blanks, send it back.

Some come along (放假 停电 停水 会议 安全提示 演练 检修 活动), the configuration adds a company's own
(`[[notices.templates]]`), and so do those who plan what is posted: `保存 名称 内容`, `删除 名称`. What stands in 〔〕
is a blank, and nothing goes out while one is left.

Example:
    郑群> /公告模板 停水通知
    机器人> 【停水通知】
    〔几月几日几点〕至〔几点〕，〔哪些地方〕停水，原因：〔原因〕。
    请提前存水，关好水龙头；消防用水照常，不要动用。联系人：〔姓名和分机〕。
"""

from bot.arguments.notice_templates import TemplateStep, TemplateWish
from bot.services.notices.writing import templates
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "公告模板",
    aliases=("noticetemplate", "ggmb", "通知模板"),
    says=("(有|有没有|看看)[哪些|什么](公告|通知)模板", "(给我|要|找)[一]个(公告|通知)模板"),
    summary="用模板写公告，存自己的模板",
)
async def notice_template(ctx: Context, do: TemplateWish | None = None) -> Reply:
    if do is None:
        return Reply(await templates.card(ctx), private=True)
    match do.do:
        case TemplateStep.KEEP:
            return Reply(await templates.keep(ctx, do.name, do.text), private=True)
        case TemplateStep.DROP:
            return Reply(await templates.drop(ctx, do.name), private=True)
    return Reply(await templates.use(ctx, do.name), private=True)
