"""Ask a group, a department or everybody for opinions or a vote, until a time, by name or anonymous.

`/征集 [对象] 主题 截止… [选项：A、B、C] [匿名]`. Without options people answer in words. Each gets a card; one press is
one vote, and may be changed until the end. Of an anonymous one nothing is shown before its end, nor if fewer than five
answered.

Example:
    郑群> /征集 项目A工作群 团建去哪 选项：羽毛球、爬山、烧烤 截止周五17:00
    机器人> [卡片] ZJ-20261122-001 发出之前看一看 团建去哪
    A. 羽毛球
    B. 爬山
    C. 烧烤
    发给：项目A工作群（9 人）
    截止：11月27日(周五) 17:00，记名投票 [发出] [不发了]
    郑群> 按 [发出]
    机器人→项目A工作群> 【投票】团建去哪…
    机器人→阿卜杜拉·买买提、何苗等9人> [卡片] 团建去哪 截止 11月27日(周五) 17:00，按一下就算，…
    机器人> [卡片] ZJ-20261122-001「团建去哪」 已发给 项目A工作群（9 人）。
"""

from bot.arguments.surveys import SurveySaid
from bot.domain.rights import NOTICE_AUTHORS
from bot.services.surveys.writing import write_survey
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "征集",
    aliases=("survey", "zj", "发起投票", "征集意见", "发起征集"),
    audience=NOTICE_AUTHORS,
    writes=True,
    says=("[请|帮我|帮忙](发起|弄|搞|做|来)[一][个|次](投票|意见征集)[：|，]…",),
    instead="要征集大家意见的事，请群管理员或部门负责人来发起。",
    summary="征集意见或投票，可匿名",
)
async def survey(ctx: Context, text: SurveySaid) -> Reply:
    return Reply(await write_survey(ctx, text), private=True)
