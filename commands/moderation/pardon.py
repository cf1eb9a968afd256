"""Forgive what was decided about a colleague: it counts no more and is undone, with an appeal or without, at any time.

By the management group, the president's office and the executives, as high as whoever decided; harassment by human
resources. Who decided may be milder himself. Nobody forgives himself.

Example:
    郑群@项目A工作群> /警告 @张三 刷广告
    机器人→张三> …
    机器人→郑群> …
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。
    王强> /赦免 WG-20261122-001 第一次，已经改了
    机器人→张三> WG-20261122-001 已免除（王强）：第一次，已经改了。这次不再计次数。
    机器人→郑群> WG-20261122-001 张三 已免除（王强）。理由：第一次，已经改了。
    机器人> WG-20261122-001 已免除，这次不再计次数，已私聊告诉 张三。
"""

from bot.arguments.appeals import CaseNumber
from bot.arguments.reason import Reason
from bot.domain.rights import Role
from bot.services.moderation.appeals.pardoning import pardon
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


class WhyForgiven(Reason):
    wanted = "为什么免除？对方会看到。"


@command(
    "赦免",
    aliases=("pardon", "免除"),
    says=(
        "[请|麻烦|帮我](把|将)<WG>…(免了|免除|免掉|赦免)[吧|了|掉]…",
        "[请|麻烦|帮我](把|将)<WG>…(免了|免除|免掉|赦免)[吧|了|掉]",
    ),
    summary="免除对同事的处理",
    audience=frozenset({Role.MGMT_GROUP, Role.PRESIDENT_OFFICE, Role.EXECUTIVE, Role.HR, Role.GROUP_HR, Role.LEGAL}),
    writes=True,
    private=True,
    instead="免除归管理小组。自己的处理请发 /申诉。",
)
async def forgive(ctx: Context, id: CaseNumber, reason: WhyForgiven) -> Reply:
    return Reply(await pardon(ctx, id.number, reason.text), private=True)
