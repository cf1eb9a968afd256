"""Hand in who is in a group that the bot can't read: names or nicknames below the command, one a line.

The list is compared with the registry; the first one of a group is taken over as it is. Whoever is doubtful is put to
the group's keepers on a card. A long list may come in several messages, the later ones with 补充.

Example:
    郑群> /群名单 项目A工作群
    张三、何苗、王强、郑群、赵国强、欧阳静、阿卜杜拉·买买提
    刘洋(0086)、刘洋(0213)
    王五
    路人甲
    机器人→郑群> [卡片] 梳理项目A工作群：谁留下？ 勾上的留下，没勾的移出。11月27日(周五)…
    机器人> 收到项目A工作群的名单，对上 10 人。
    · 没有入群审批 1 人：王五（现在在研发部）。
    · 不再符合成员范围 1 人：欧阳静（现在在财务部）。
    · 应在群里，还没进 2 人：李四（现在在生产部）、钱卫东（现在在总裁办）。
    新的疑问已用卡片请群管理员核对。
    没认出「路人甲」。
    写清楚再发：/群名单 项目A工作群 补充 部门-姓名
"""

from bot.arguments.rosters import ListedGroup, PastedMembers
from bot.domain.groups.handed_in import read_names
from bot.domain.rights import OVERSEERS
from bot.errors import Code, UserError
from bot.services.groups.registry.holding import held
from bot.services.groups.rosters.handing_in import compare, ensure_useful, ensure_whole
from bot.services.groups.rosters.wording import compared, taken_over, unread
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "群名单",
    aliases=("roster", "qmd", "成员名单", "群成员名单", "贴名单"),
    says=("(这是|这里是|下面是|以下是)…的(成员|群成员)[名单]…", "(上传|提交|登记|更新)[一下]…的(成员|群成员)名单…"),
    summary="把群成员名单发给我核对",
    audience=OVERSEERS,
    writes=True,
)
async def hand_in_list(ctx: Context, group: ListedGroup, names: PastedMembers) -> Reply:
    about = await held(ctx, group.group)
    await ensure_useful(ctx, about)
    read = read_names(names.names, about, ctx.company)
    if not read.roster.members and not read.roster.guests:
        raise UserError(Code.NOT_FOUND, f"这些名字一个都没对上{about.name}。写姓名或「部门-姓名」，一行一个。")
    roster = read.roster
    before = await ctx.store.rosters.get(about.id)
    if names.more and before.roster:
        roster = read.with_more(before.roster)
    elif not names.whole:
        ensure_whole(about, roster)
    now = await compare(ctx, about, roster, told_by=ctx.sender.user_id)
    words = taken_over(now.group)
    if about.members:
        words = compared(now.group, roster, now.found, ctx.company, asked=bool(now.asked))
    return Reply("\n".join([words, *unread(now.group, read.unclear, read.unknown, ctx.company)]), private=True)
