"""The check lists that there are; with a name, what is looked at and what counts as 不合格.

Example:
    张三> /检查表 有限空间
    机器人> 有限空间检查表，9 项，括号里是不合格：
    1. 有作业票，进之前逐项确认签字了吗？（无票作业或没确认）
    …
"""

from bot.arguments.inspections import ListNamed
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "检查表",
    aliases=("checklist", "安全检查表"),
    says=("[我们|公司][有|都有](哪些|什么)[安全]检查表", "[看一下|看看]…检查表[里](查什么|查哪些|有哪些项|有什么)"),
    summary="看检查表里查什么",
)
async def checklists(ctx: Context, checklist: ListNamed | None = None) -> Reply:
    lists = ctx.company.safety.inspections.lists
    if checklist is None:
        names = "、".join(f"{each.name}（{len(each.items)} 项）" for each in lists.values())
        return Reply(f"检查表有：{names}。看内容发 /检查表 消防，去查发 /检查 3号车间 消防。")
    items = checklist.checklist.items
    lines = (f"{place}. {item.look}（{item.fault}）" for place, item in enumerate(items, 1))
    return Reply("\n".join([f"{checklist.checklist.name}检查表，{len(items)} 项，括号里是不合格：", *lines]))
