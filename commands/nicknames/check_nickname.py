"""Check a group nickname against the directory: department and real name (D7§7), with the string to copy.

Without anything it says what yours must be; with @somebody, what theirs must be; with a group's name, how yours stands
there.

Example:
    张三> /昵称检查 生产部-张三
    机器人> 「生产部-张三」符合规范。
    张三> /昵称检查
    机器人> 你的群昵称应当是：生产部-张三
    在群里点右上角「…」→「我在本群的昵称」粘贴即可。
"""

from typing import ClassVar, Self

from bot.arguments.groups import GroupNamed
from bot.arguments.people import PersonNamed
from bot.domain.groups.group import Group
from bot.domain.nicknames.judging import judge
from bot.domain.nicknames.labels import label
from bot.domain.nicknames.survey import newest
from bot.domain.rights import may_know_of
from bot.domain.wording import shown
from bot.services.nicknames.asked import Nickname, judged
from bot.services.nicknames.wording import HOW_TO_CHANGE
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


class Mentioned(PersonNamed):
    """Somebody behind an @; a plain name is a nickname to be checked."""

    wanted: ClassVar[str] = "查谁的？@ 对方。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return super().read(words, scene) if words.narrow.lstrip().startswith("@") else None


class WholeGroup(GroupNamed):
    """A group that the asker may know of, where its name is all that was typed; else it is a nickname to be checked."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = scene.company.finder.groups.spot(words.left, lambda _: False)
        if found is None or f"{words.left[: found.start]}{words.left[found.end :]}".strip():
            return None
        known = (may_know_of(scene.sender, each, grants=scene.company.grants) for each in found.groups)
        return super().read(words, scene) if any(known) else None


@command(
    "昵称检查",
    aliases=("nick", "ncjc", "检查昵称"),
    says=(
        "我[的][群]昵称[应][该](对不对|规范吗|合不合规范|怎么写|叫什么)",
        "(看看|查查|看一下|查一下|检查一下)我的[群]昵称(对不对|规不规范|合不合规范|行不行)",
        "…(这个|这)昵称(行|可以|对|规范|合规)(吗|不)",
        "(查|看|检查)[一]下昵称…",
        "[帮我](看看|看一下|查查|检查)昵称…(行不行|可以吗|对不对|规不规范)",
        "[帮我](检查|看看|看一下|检查一下)我的[群]昵称",
        "[我的|我|我这个|我在群里的][群]昵称[想](写成|写|叫|改成|设成|用|是|叫做)…(对不对|行不行|好不好|行吗|可以吗|合规吗|规范吗|行不|可以不|对吗|对不|成不)",
        "[我的|我|我这个][群]昵称(这样写|这么写|这样|这么叫|写成这样)(对不对|行不行|行吗|可以吗|合规吗|规范吗|行不|可以不|对吗|对不)[：|:]…",
        "[我的]群昵称(应该|要|该)叫什么",
    ),
    summary="看群昵称是否规范",
)
async def check_nickname(
    ctx: Context, person: Mentioned | None = None, group: WholeGroup | None = None, nickname: Nickname | None = None
) -> Reply:
    if person is not None:
        return Reply(f"{person.name}的群昵称应当是：{ctx.company.register.proper(person.person)}")
    if group is not None:
        return Reply(await _mine_in(group.group, ctx), private=True)
    if nickname is not None:
        return Reply(judged(nickname.verdict))
    return Reply(f"你的群昵称应当是：{ctx.company.register.proper(ctx.sender)}\n{HOW_TO_CHANGE}")


async def _mine_in(group: Group, ctx: Context) -> str:
    known = newest(await ctx.store.nicknames.of_groups([group.id]), group).get(ctx.sender.user_id)
    proper = ctx.company.register.proper(ctx.sender)
    if known is None:
        return f"我还不知道你在{group.name}的昵称，应当是：{proper}\n改好后到群里 @我 发 /改昵称 {proper}"
    verdict = judge(known.nickname, ctx.sender, ctx.company.register, ctx.now)
    told = f"你在{group.name}的昵称是「{shown(known.nickname)}」（{known.source}），{label(verdict.outcome)}。"
    return f"{told}请改成：{verdict.suggest}\n{HOW_TO_CHANGE}" if verdict.suggest else told
