"""How hazards stand: one by its number, those of an area or a department, or those that are one's own affair.

That a hazard is there and how far it is put right every employee may know; who has to do with it, and each step, only
those whom it concerns. In a group there are no names.

Example:
    张三> /隐患进度
    机器人> 你没有报过还没销号的隐患，也没有要整改的。看区域发 /隐患进度 生产部，看全公司发 /隐患看板。
    张三> /隐患进度 生产部
    机器人> 生产部没有未销号的隐患。
"""

from bot.arguments.hazard_scope import HazardScope, asks_of_one
from bot.services.safety.hazards.looking import listed, told
from bot.services.safety.hazards.showing import Business, business_of, counted, drawn_figures, figures_of, in_area
from bot.services.safety.hazards.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST = 10  # of each list
NOTHING = "你没有报过还没销号的隐患，也没有要整改的。看区域发 /隐患进度 生产部，看全公司发 /隐患看板。"


@command(
    "隐患进度",
    aliases=("hazards", "yhjd", "隐患情况", "隐患列表"),
    says=(
        "[帮我][查一下|查下|查|看看|看一下|看|问一下][…][的]隐患[的][整改|处理](进度|进展|情况)[怎么样了|如何了|怎么样]",
        "[…]隐患[现在|都|还](处理得怎么样|整改得怎么样|处理到哪一步|整改到哪一步|处理到哪|怎么样|怎样|如何|咋样|咋样了|啥情况|什么情况|有消息|到哪一步|到哪步)[了|啦|吗|没]",
        "[…]隐患[现在|都|还][有](处理|整改|解决|处理完|整改完|解决完|处理好|弄好|弄完|改好|改完|改|修好|修|人管|人处理|结果|进展)[了|完了](吗|没|没有|没呢)",
        "[…](还有|有)(多少|几个|几条|哪些)隐患[没整改|没有整改|没改完|没改|没销号|没处理|没闭环|未整改|未销号|超期][的|了]",
        "我(负责|要整改|要改|名下|手上|手里)[的]隐患[有哪些|有几条|有多少|还有哪些]",
        "(看看|看一下|看下|查一下|查下|查查)…(部|车间|仓库|中心|车队|分厂)[的]隐患",
    ),
    recognises=asks_of_one,
    summary="看隐患整改到哪一步",
)
async def hazard_progress(ctx: Context, scope: HazardScope) -> Reply:
    if scope.number:
        return Reply(await told(ctx, await find(ctx, scope.number)))
    if scope.month:
        first, today = ctx.now.date().replace(day=1), ctx.now.date()
        return Reply(drawn_figures(await figures_of(ctx, first, today), first, today, today).plain)
    if scope.area or scope.place or scope.all:
        where = scope.area or scope.place or "全公司"
        found = await in_area(ctx, scope.area, scope.place)
        if not found:
            return Reply(f"{where}没有未销号的隐患。")
        head = f"{where}未销号 {len(found)} 条：{counted(found, ctx.now)}。"
        return Reply("\n".join([head, *listed(found, ctx.now, MOST)]))
    return Reply(_own(ctx, await business_of(ctx)), private=True)


def _own(ctx: Context, business: Business) -> str:
    parts = (
        ("要你整改的", business.own),
        ("你报的", business.reported),
        ("归你管的区域", [each for each in business.area if each not in (*business.own, *business.reported)]),
    )
    said = [
        "\n".join([f"{name} {len(found)} 条：{counted(found, ctx.now)}。", *listed(found, ctx.now, MOST)])
        for name, found in parts
        if found
    ]
    return "\n".join(said) or NOTHING
