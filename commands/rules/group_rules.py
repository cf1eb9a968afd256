"""Show the rules of a group, since when they are in force, and in private what you said to them.

Whoever oversees the group also reads, in private, how many agreed, how many are silent, and who is left, with a table
of many.

Example:
    张三> /群规 项目A工作群
    机器人> 项目A工作群的群规（第 1 版）：
    1. 群昵称用「部门-姓名」，姓名用真名。
    2. 只谈与工作有关的事；群里交办的事按时回复、按时办。
    3. 进群和出群由群管理员办，不要自己拉人。
    4. 工作资料和聊天内容不外传，不截图发到群外。
    5. 不骂人，不骚扰，不刷屏；不发广告、谣言和来历不明的链接。
    6. 报告事故、反映隐患随时可以说，谁都不得因此为难报告的人。
    7. 违反群规由群管理员按公司制度处理，不服可以申诉。
    你还没表态。同意就回复「/同意 群规 项目A工作群」。
"""

from bot.arguments.groups import GroupKnown
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import oversees
from bot.domain.groups.rules import RulesVersion
from bot.services.groups.rules.numbers import attach, tally, told
from bot.services.groups.rules.versions import in_force
from bot.services.groups.rules.wording import standing, titled
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply


@command(
    "群规",
    aliases=("grouprules", "群规则", "群公约"),
    says=(
        "群规[都|是|有|里](什么|啥|哪些|哪几条|写了什么|写了啥|说了什么|有什么|有哪些|有啥)",
        "(看|看看|看一下|看下|查|查看|查一下|发|发一下|想看|想看看)[的]群规",
        "[把]群规(发一下|发我|发给我|给我看看|看一下|发出来)",
        "[看|看看|看一下|看下|查|查看|查一下|发|发一下](本群|这个群|我们群|咱们群)[的](规矩|规则|规定|规范|群规|公约)",
        "(本群|这个群|我们群|咱们群|群里)[的][有](规矩|规则|规定|规范|群规|公约)[是|有|都有](什么|啥|哪些)",
        "(本群|这个群|我们群|咱们群|群里)有(什么|啥|哪些)(规矩|规则|规定|规范|要求)",
        "…群[里]有(什么|啥|哪些)(规矩|规则|规定|规范|要求)",
        "(看|看看|看一下|看下|查|查看|查一下|发|发一下)…的(群规|群规则|群公约)",
        "…的(群规|群规则|群公约)(是什么|是啥|有哪些|有什么|有啥)",
        "(谁|哪些人|还有谁)[还](没|没有|未)同意[本群|这个群][的]群规",
        "[本群|这个群]群规[的](同意|表态)(情况|统计)",
        "(收回|撤回|取消)[我][对][本群|这个群][的][群规][的]同意",
    ),
    summary="看一个群的群规和自己的表态",
)
async def group_rules(ctx: Context, group: GroupKnown) -> Reply:
    about = group.group
    version = await in_force(ctx, about)
    if version is None:
        return Reply(f"{about.name}没有设群规。")
    text = f"{titled(about, version)}：\n{version.text}"
    if ctx.chat.is_group and about == ctx.chat.group:
        if ctx.chat.private_way and oversees(ctx.sender, about, ctx.company):
            ctx.tell(ToPerson(ctx.sender.user_id), Text("\n".join(await _own(ctx, about, version))))
        return Reply(f"{text}\n同意就 @我 发「同意」。")
    return Reply("\n".join([text, *await _own(ctx, about, version)]), private=True)


async def _own(ctx: Context, group: Group, version: RulesVersion) -> list[str]:
    """What only he may read."""
    lines: list[str] = []
    if ctx.sender.user_id in group.insiders:
        said = await ctx.store.consents.of_user(ctx.sender.user_id, group.id)
        lines.append(standing(said, version, group, ctx.now))
    if oversees(ctx.sender, group, ctx.company):
        found = await tally(ctx, group, version)
        await attach(found, ctx)
        lines.append(told(found, ctx.company))
    return lines
