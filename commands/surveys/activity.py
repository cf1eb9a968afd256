"""Ask people to come to something: they sign up by a card until a time, the first ones have the places, the rest wait.

`/活动 [对象] 名称 时间 [地点：…] [名额：30] [报名截止…]`. Who gives up his place makes room for whoever waited longest.
Its author gets the list when signing up ends, and by `/活动名单` at any time; who comes is reminded the evening before.

Example:
    郑群> /活动 项目A工作群 羽毛球赛 12月5日14:00 地点：体育馆 名额：2 报名截止12月3日12:00
    机器人> [卡片] HD-20261122-001 发出之前看一看 羽毛球赛
    时间：12月5日(周六) 14:00
    地点：体育馆
    名额：2 人，报满了排候补
    报名截止：12月3日(周四) 12:00，自愿参加
    发给：项目A工作群（9 人） [发出] [不发了]
    郑群> 按 [发出]
    机器人→项目A工作群> 【活动】羽毛球赛…
    机器人→阿卜杜拉·买买提、何苗等9人> [卡片] 羽毛球赛 时间：12月5日(周六) 14:00…
    机器人> [卡片] HD-20261122-001「羽毛球赛」 已发给 项目A工作群（9 人）。
    张三> 按 [报名]
    机器人> [卡片] 羽毛球赛 报上了，还剩 1 个名额。12月5日(周六) 14:00 见。…
"""

from bot.arguments.activities import ActivitySaid
from bot.domain.rights import NOTICE_AUTHORS
from bot.services.surveys.writing import write_activity
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "活动",
    aliases=("activity", "hd", "发起活动", "组织活动"),
    audience=NOTICE_AUTHORS,
    writes=True,
    instead="要组织大家参加的事，请群管理员或部门负责人来发起。",
    summary="发活动，收报名、候补和名单",
)
async def activity(ctx: Context, text: ActivitySaid) -> Reply:
    return Reply(await write_activity(ctx, text), private=True)
