"""Ask for what is kept about me to be deleted: what may go goes once a person agreed; what has to stay is said first.

Example:
    张三> /删除申请
    机器人> [卡片] 确定要删除申请吗？ 能删的：现在没有。…
    张三> 按 [确认]
    机器人→吴管> [卡片] 张三 要求删除个人信息 SJ-20261122-001 …
    机器人→李娜> [卡片] 张三 要求删除个人信息 SJ-20261122-001 …
    机器人→周敏> [卡片] 张三 要求删除个人信息 SJ-20261122-001 …
    机器人> [卡片] 已确认：删除申请 已提交 SJ-20261122-001，…
"""

from bot.arguments.data_wishes import WishWords
from bot.domain.privacy.wishes import Wanted
from bot.services.privacy.wishing import ask, what_goes
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

ALL = "能删的都删"


async def _ahead(ctx: Context, text: WishWords | None = None) -> str:
    goes, stays = await what_goes(ctx)
    return f"能删的：{goes or '现在没有'}。按规定要留的：{stays or '没有'}。同意后由人核对再删，删了找不回来。"


@command(
    "删除申请",
    aliases=("delete-my-data", "删除我的数据", "删除我的信息", "注销我的数据"),
    says=(
        "[请|麻烦|能不能|可以|我想|我要|想|要][帮我|你](把|将)[你们|这里|公司][存的|保存的]我的(信息|数据|资料|个人信息|个人数据|个人资料)[都|全|全部|统统](删掉|删了|删除|删除掉|清掉|清空|清除|注销|抹掉)[一下|吗|了]",
        "[请|麻烦|能不能|可以|我想|我要|想|要][帮我|你](删除|删掉|清除|清空|注销|抹掉)[一下][你们|这里|公司][存的|保存的]我的[所有|全部](信息|数据|资料|个人信息|个人数据|个人资料)",
        "[我]要求[你们|公司](删除|清除|注销)我的[所有|全部](信息|数据|资料|个人信息|个人数据|个人资料)",
        "我的(信息|数据|资料|个人信息|个人数据|个人资料)(能|能不能|可以|可不可以)(删掉|删了|删除|清掉|注销)[吗|么]",
        "[我]不(想|要|愿意)[让|给](你们|公司|机器人)[再](存|留|保存|留着|存着)我的(信息|数据|资料|个人信息|个人数据|个人资料)[了]",
    ),
    summary="申请删除存着的我的资料",
    destructive=True,
    private=True,
    ahead=_ahead,
)
async def delete_my_data(ctx: Context, text: WishWords | None = None) -> Reply:
    return Reply(await ask(ctx, Wanted.DELETION, text.text if text else ALL), private=True)
