"""Go through a place with a check list now: tick what is wrong, hand it in. Each thing that is wrong becomes a hazard.

For the safety officers, heads of departments, whoever answers for the place, and whom a plan names.

Example:
    陈安> /检查 3号车间 消防
    机器人> [卡片] 3号车间 消防检查 JC-20261122-001 看到哪样勾哪样，都没有就直接按下一步 …
"""

from bot.arguments.inspections import InspectedPlace, ListNamed
from bot.services.safety.inspections.rounds import start
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import OtherSense, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.hazards.sentences import speaks_of_hazard


def _tells_what_was_found(line: str, words: str, scene: Scene) -> bool:
    """No list is named, and something is wrong: as in `检查发现3号车间灭火器过期了`."""
    if line.startswith("/") or ListNamed.read(Words(words), scene):
        return False
    return speaks_of_hazard(line) or speaks_of_hazard(words)


KINDS = "<消防|用电|设备|危化|危化品|高处|有限空间|节前|开工|安全>"  # 去医院做个检查 is none


@command(
    "检查",
    aliases=("round", "安全检查", "现场检查", "开始检查"),
    writes=True,
    private=True,
    other_sense=OtherSense("隐患", _tells_what_was_found),
    says=(
        f"[我|我们][现在|马上|今天][要|想](去|到|对)…(做|进行|开展|搞)[一次|一下|个]{KINDS}检查",
        "[我|我们][今天|刚才|刚刚|刚|上午|下午](检查|巡查|巡检|查)了…[，][想|要|帮我|请|需要](登记|记录|记|录)[一下|下来]",
    ),
    summary="按检查表查一个地方，不合格的登记成隐患",
)
async def inspection(ctx: Context, checklist: ListNamed, place: InspectedPlace) -> Reply:
    reply = await start(ctx, checklist.checklist, place.place)
    return Reply(reply.content, private=True)
