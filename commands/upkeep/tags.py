"""Tags of people's work: which there are, who bears one, to give and to take one (D11§二.9, D9§7).

They say nothing but what somebody does here: his post, shift, site, licence. A tag by which somebody has a right in
this bot is never changed in chat. Where `[tags] write` is on, WeCom's own tags follow, and rules give tags by
themselves: docs/tags.md.

Example:
    吴管> /标签 加 高处作业证 @张三 @李四
    机器人> 已打上「高处作业证」：张三、李四。只记在我这里，没有写进企业微信。
    吴管> /标签 去 高处作业证 @李四
    机器人> 已去掉「高处作业证」：李四。只记在我这里，没有写进企业微信。
    吴管> /标签
    机器人> 标签
    高处作业证 1 人
    看是谁发 /标签 谁 标签名。
    吴管> /标签 谁 高处作业证
    机器人> 高处作业证（1 人）：张三。
"""

from bot.arguments.tags import TagDeed, TagWish
from bot.domain.rights import TAG_KEEPERS
from bot.services.tags.keeping import give, listed, of, take, who
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.tags import speaks_of_tags


@command(
    "标签",
    aliases=("tags", "bq", "标签管理"),
    says=(
        "[现在|目前|咱们|公司][一共|总共](有|都有)(哪些|什么)标签",
        "…标签[现在][都](有谁|有哪些人|是谁)",
        "看[一下]标签",
    ),
    summary="看标签，给同事打上或去掉",
    audience=TAG_KEEPERS,
    writes=True,
    private=True,
    hears=speaks_of_tags,
)
async def tags(ctx: Context, do: TagWish | None = None) -> Reply:
    return Reply(await _done(ctx, do), private=True)


async def _done(ctx: Context, do: TagWish | None) -> str:
    if do is None or (do.deed is TagDeed.WHO and not do.name and not do.people):
        return await listed(ctx)
    if do.deed is TagDeed.WHO:
        return "\n".join([await of(ctx, each) for each in do.people]) if do.people else await who(ctx, do.name)
    act = give if do.deed is TagDeed.GIVE else take
    return await act(ctx, do.name, do.people)
