"""Appeal against what was decided about oneself, within its deadline. Somebody who had no part in it looks at it.

The management group does; of what one of it decided, those of it who had no part, else whoever is above. They answer
within five working days and uphold it, make it milder or take it back: then the count is right again, both sides read
why, and the number is corrected in the group in which it was said. What the policy says is put off meanwhile. Whoever
is muted or suspended may appeal, too (requirements 4, rules 5 and 6; D12§二.1).

Example:
    郑群@项目A工作群> /警告 @张三 刷广告
    机器人→张三> …
    机器人→郑群> …
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。
    张三> /申诉 WG-20261122-001 我是转发客户的问题
    机器人→王强> [卡片] 申诉：张三 WG-20261122-001 郑群 11月22日(周日)在项目A工作群警告「广告和刷屏」第 1 次，…
    机器人→周敏> [卡片] 申诉：张三 WG-20261122-001 …
    机器人→郑群> WG-20261122-001：张三 提出了申诉，由没有参与的同事来看，有结果告诉你。…
    机器人> 收到，WG-20261122-001 的申诉由没有参与的 王强、周敏 来看，11月27日(周五)前答复你。
    周敏> /裁定 WG-20261122-001 撤销 确实是客户问题
    机器人→张三> 你对 WG-20261122-001 的申诉有结果：撤销，这次不算数，也不计次数（周敏）。理由：确实是客户问题。
    机器人→郑群> WG-20261122-001 张三 的申诉有结果：撤销，这次不算数，也不计次数（周敏）。理由：确实是客户问题。
    机器人→项目A工作群> 更正：WG-20261122-001 的处理已撤销。
    机器人> WG-20261122-001 撤销，这次不算数，也不计次数，已私聊告诉 张三 和当时处理的同事。
"""

from bot.arguments.appeals import OwnCase, WhyAppealed
from bot.services.moderation.appeals.filing import file, which
from bot.services.moderation.appeals.wording import REPORT_IT_TOO
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.objections import objects


@command(
    "申诉",
    aliases=("appeal", "ss", "我要申诉", "提出申诉"),
    says=(
        "[我](要|想)[对]<WG>…申诉…",
        "[我](不服|不同意|不接受)<WG>…",
        "[我](不服|不同意|不接受)[这次|这个|对我的](警告|禁言|处罚|处理|处分|移出|停用)[，]…",
        "[我]对<WG>…(不服|不同意|不接受|有异议)…",
        "…我(要|想)申诉[一下]",
        "我…(要|想)申诉[一下]",
        "<WG>…(我不服|我不同意|我不接受|有异议|我不认|我不认可|冤枉)…",
        "<WG>…(我不服|我不同意|我不接受|有异议|我不认|我不认可|冤枉)",
        "(警告|禁言|处罚|处分|处理)[我](不服|不公平|冤枉|搞错了|弄错了)…",
    ),
    summary="对自己的处理申诉",
    writes=True,
    private=True,
    hears=objects,
)
async def appeal(ctx: Context, id: OwnCase, reason: WhyAppealed) -> Reply:
    if id.looked_up:
        raise await which(ctx, reason.text)
    said = await file(ctx, id.number, reason.text)
    return Reply(f"{said}{REPORT_IT_TOO}" if reason.also else said, private=True)
