"""Show what the asker may do here; with a command's name, how to use it.

Example:
    张三> /帮助 昵称检查
    机器人> /昵称检查：看群昵称是否规范
    用法：/昵称检查 生产部-张三
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.rights import EVERYBODY
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import Command, CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.understand import BRIEFLY, refusal_sentence, usable


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """What the asker wants to know about; `brief` when he only mentioned the bot."""

    wanted: ClassVar[str] = "想了解哪个命令？"

    topic: str = ""
    brief: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        topic = narrow(words.rest()).removeprefix("/")
        if topic == BRIEFLY:
            return cls(brief=True)
        return cls(topic) if topic else None

    def explained(self) -> Mapping[str, Any]:
        return {"brief": True} if self.brief else {"topic": self.topic}


@command(
    "帮助",
    aliases=("help", "bz", "?", "？"),
    says=(
        "你[都](能|会|可以)[帮我|替我](做|干|办)(什么|啥|哪些|些什么)[事]",
        "你[都](能|会|可以)[帮我|替我](做|干|办)(什么|啥|哪些|些什么)[事][呀|啊|呢][，](给我|跟我)(说|讲|介绍)[一说|说|一下|下]",
        "[你][都]有(什么|哪些|啥)(功能|命令|指令)",
        "[看看|查看](功能|命令|指令)(列表|清单|大全|有哪些)",
        "(怎么|如何)(用|使用)[你|机器人|小助手]",
        "使用(说明|方法|手册)",
    ),
    summary="看有哪些命令、怎么用",
    audience=EVERYBODY,
)
async def show_help(ctx: Context, book: CommandBook, topic: HelpTopic | None = None) -> Reply:
    if topic and topic.brief:
        return Reply("我在。发 /帮助 看看我能做什么。")
    asker = ctx.company.person(ctx.sender.user_id)
    mine = usable(book, asker, ctx.company, ctx.chat.group)
    if topic and topic.topic:
        scene = Scene(asker, ctx.company, ctx.now, in_group=ctx.chat.is_group, group=ctx.chat.group)
        return _about(topic.topic, mine, book, scene)
    return Reply(_overview(mine))


def _overview(mine: Iterable[Command]) -> str:
    lines = ["在这里你可以用："]
    area = ""
    for each in mine:
        if each.hidden:
            continue
        if each.area != area:
            area = each.area
            lines.append(f"【{area}】")
        lines.append(f"/{each.name} {each.summary}")
    lines.append("发 /帮助 加命令名，看用法。")
    return "\n".join(lines)


def _about(topic: str, mine: Collection[Command], book: CommandBook, scene: Scene) -> Reply:
    for each in book:
        if topic.casefold() in {name.casefold() for name in each.names}:
            used = f"/{each.name}：{each.summary}\n用法：{each.usage}"
            return Reply(used if each in mine else refusal_sentence(each, scene))
    return Reply(f"这里没有「{shown(topic)}」可用。发 /帮助 看看你能用什么。")
