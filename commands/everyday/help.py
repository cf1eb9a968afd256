"""Show what the asker may do here; with a command's name, how to use it.

Example:
    张三> /帮助 昵称检查
    机器人> /昵称检查：看群昵称是否规范
    用法：/昵称检查 生产部-张三
"""

import functools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, ClassVar, Final, NamedTuple, Self

from bot.domain.rights import EVERYBODY
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import Command, CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.understand import BRIEFLY, refusal_sentence, usable

HERE: Final = "在这里你可以用："
HOW: Final = "发 /帮助 加命令名，看用法。"
HOW_LONG: Final = "发 /帮助 加一类的名字看这一类，例如 /帮助 安全；加命令名看用法。"
SHORT: Final = 1200  # bytes of a list that can still be read through
ROOM: Final = 1500  # bytes for what is explained: with the names of the rest it fits into any message
FOREMOST: Final = 4  # of a kind
_FIRST: Final = """
请假 销假 假期余额 我的请假 补卡 出差 外出 待办 驳回 撤回 入群 退群 我的群 群信息 建群 昵称检查 改昵称 公告 更正
推送计划 举报 申诉 违规记录 调解 事故 隐患 隐患进度 整改 账号异常 泄露 钓鱼举报 求助 建议 求证 制度 我的数据 更正资料
报名 征集 活动 我的活动 值班 替班 转派 提醒 我的提醒 我的权限 为什么
"""
FIRST: Final = tuple(_FIRST.split())  # of its kind, what most people want most
PLAIN: Final = {"请假": "明天下午请年假", "隐患": "三楼的消防通道被堵了", "提醒": "明天9点提醒我交巡检表"}


class _Listed(NamedTuple):
    area: str
    name: str
    summary: str


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


def _overview(mine: Collection[Command]) -> str:
    """All of them where they are few, else what there is of each kind: a list of two hundred nobody reads."""
    return _written(tuple(_Listed(each.area, each.name, each.summary) for each in mine if not each.hidden))


@functools.lru_cache(maxsize=64)
def _written(listed: Sequence[_Listed]) -> str:
    whole = "\n".join([HERE, *_by_area(listed, _summaries), HOW])
    return (
        whole if len(whole.encode()) <= SHORT else "\n".join([_plainly(listed), *_by_area(listed, _foremost), HOW_LONG])
    )


def _by_area(commands: Iterable[_Listed], said: Callable[[str, Sequence[_Listed]], list[str]]) -> list[str]:
    areas = groupby(commands, attrgetter("area"))
    return [line for area, found in areas for line in said(area, list(found))]


def _summaries(area: str, commands: Sequence[_Listed]) -> list[str]:
    return [f"【{area}】", *(_line(each) for each in commands)]


def _foremost(area: str, commands: Sequence[_Listed]) -> list[str]:
    names = sorted(
        (each.name for each in commands), key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST)
    )
    more = f"等 {len(names)} 个" if len(names) > FOREMOST else ""
    return [f"【{area}】{'、'.join(names[:FOREMOST])}{more}"]


def _plainly(mine: Iterable[_Listed]) -> str:
    names = {each.name for each in mine}
    sentences = [f"「{sentence}」" for name, sentence in PLAIN.items() if name in names]
    return f"不用记命令，直接说就行{'，比如' if sentences else ''}{'、'.join(sentences)}。也可以发命令："


def _line(command: Command | _Listed) -> str:
    return f"/{command.name} {command.summary}"


def _about(topic: str, mine: Collection[Command], book: CommandBook, scene: Scene) -> Reply:
    kin = [each for each in mine if each.area == topic and not each.hidden]
    for each in book:
        if topic.casefold() in {name.casefold() for name in each.names}:
            used = f"/{each.name}：{each.summary}\n用法：{each.usage}"
            others = [f"/{one.name}" for one in kin if one is not each]
            more = f"\n这一类还有：{'、'.join(others)}。" if others else ""
            return Reply(f"{used}{more}" if each in mine else refusal_sentence(each, scene))
    if kin:
        return Reply(_area(topic, kin))
    return Reply(f"这里没有「{shown(topic)}」可用。发 /帮助 看看你能用什么。")


def _area(area: str, commands: Sequence[Command]) -> str:
    """With what each is for, as far as that fits; of the rest the names."""
    lines, left = [f"【{area}】"], list(commands)
    while left and len("\n".join([*lines, _line(left[0])]).encode()) <= ROOM:
        lines.append(_line(left.pop(0)))
    if left:
        lines.append(f"还有：{'、'.join(f'/{each.name}' for each in left)}。")
    return "\n".join([*lines, HOW])
