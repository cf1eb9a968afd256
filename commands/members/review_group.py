"""Look through who is in a group: its keeper ticks who stays; who is doubtful is marked, with the reason.

It begins by itself on the first working day of the month, and keepers may begin one at any time. Who sees no cards
writes which numbers go. Whoever appoints the keepers, or keeps the registry, names no group and sees how all stand.

Example:
    郑群> /梳理 项目A工作群
    机器人→郑群> [卡片] 梳理项目A工作群：谁留下？ 勾上的留下，没勾的移出；「应进群」的勾上就拉进来。11月27日(周五)…
    机器人> SL-20261122-001 开始梳理项目A工作群：3 人要核对，11月27日(周五) 18:00 前。名单发给了 郑群。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Final, Self

from bot.arguments.groups import GroupKnown
from bot.arguments.kept_groups import the_one_kept
from bot.domain.groups.group import Group
from bot.domain.groups.keeping import keepers_of
from bot.domain.groups.knowing import keeps_registry, oversees
from bot.domain.groups.reviews import ReviewCause
from bot.domain.rights import OVERSEERS
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.groups.registry.holding import held
from bot.services.groups.reviews import in_words
from bot.services.groups.reviews.deciding import hold
from bot.services.groups.reviews.doubting import doubts_about, known
from bot.services.groups.reviews.history import history
from bot.services.groups.reviews.opening import open_review
from bot.services.groups.reviews.overview import overview, standing
from bot.services.groups.reviews.wording import opened
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

NAME: Final = "梳理"
NO_LIST: Final = "还没有成员名单，没法梳理。请先把名单发我：/群名单 {name}，下面一行一个姓名。"


class ReviewedGroup(GroupKnown):
    """One that the sender oversees. Where none is named, in private: the only one that he looks after."""

    kept: ClassVar[bool] = True  # a review of it may begin; how all of them stand is only told

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        named = super().read(words, scene)
        if named is None:
            return cls._own(scene)
        if not oversees(scene.sender, named.group, scene.company):
            raise UserError(Code.NO_PERMISSION, f"{named.group.name}的成员由它的群管理员核对，请找他们。")
        return named

    @classmethod
    def _own(cls, scene: Scene) -> Self | None:
        """None for those who oversee all: they see how these stand. Raises UserError for who looks after several."""
        if scene.sender is None or keeps_registry(scene.sender, scene.company):
            return None
        kept = the_one_kept(scene)
        return cls(kept) if kept else None


class Wish(StrEnum):
    HISTORY = "历史"
    CONFIRM = "确认移出"
    REMOVE = "移出"
    KEEP_ALL = "都留下"
    FOLLOW = "按建议办"


_WISHES: Final = (
    (Wish.HISTORY, regex(r"(以前的|历史|过去的|往期的|往期)(梳理|)(记录|情况|结果|)|记录")),
    (Wish.CONFIRM, regex(r"确认移出|确定移出")),
    (Wish.REMOVE, regex(r"(移出|移除|请出|踢出)(了|)\s?(?P<whom>\S.*)$")),
    (Wish.KEEP_ALL, regex(r"(全部|全都|都|所有人都|所有人)(留下|保留|留着|不动)")),
    (Wish.FOLLOW, regex(r"(就|)(按|照)(着|)(你的|)(建议|你说的)(办|处理|来|)")),
)


@dataclass(frozen=True, slots=True)
class WhatToDo:
    """With the review; nothing said: begin it, or show what is open. `whom`: numbers on the list, or names."""

    wanted: ClassVar[str] = ""

    wish: Wish
    whom: str = ""

    @property
    def looked_up(self) -> bool:
        """Who goes is asked back with the names, which only the open review knows."""
        return self.wish in (Wish.REMOVE, Wish.FOLLOW)

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        for wish, pattern in _WISHES:
            if found := words.take(pattern):
                return cls(wish, found.groupdict().get("whom") or "")
        return None

    def explained(self) -> Mapping[str, Any]:
        return {"wish": str(self.wish)}


@command(
    NAME,
    aliases=("groom", "shuli", "梳理成员", "成员梳理", "群梳理"),
    says=(
        "[我要|我想|帮我][定期]梳理[一下|下]…[的](成员|名单|人员)[一下|一遍]",
        "[我要|我想|帮我][定期]梳理[一下|下](本群|这个群|群)[的]成员",
        "[把]…[的](成员|名单|成员名单|人员)(定期梳理|梳理|核对|清理|过)(一下|一遍|下)",
        "…(定期梳理|成员梳理|梳理成员)[一下]",
        "[我要|我想|帮我|麻烦](核对|清理|清点)[一下|下]…[的](成员|名单|成员名单)",
        "[我要|我想|帮我|麻烦](清理|清掉|清一下|清理一下)…(里|中|里面)[不该在的|多余的|离职的|无关的](人|成员|人员)",
        "[看看|看下|帮我看看](谁|哪些人)(该|应该|还该|还应该|不该|不应该)[留](在)…[里]",
        "[这个月|本月|上个月][的][各个|各|所有][群][的]梳理[得|的](怎么样|怎样|如何|进度|情况|到哪了)[了]",
        "[这个月|本月](哪些|哪几个|还有哪些|有哪些|多少|几个)群[还](没|没有|没做|没完成)梳理[完]",
    ),
    summary="核对群里谁该留下",
    audience=OVERSEERS,
    instead="群里谁该留下由群管理员核对，有情况请告诉他们。",
)
async def review_group(ctx: Context, group: ReviewedGroup | None = None, what: WhatToDo | None = None) -> Reply:
    if group is None:
        return await overview(ctx)
    if what and what.wish is Wish.HISTORY:
        return await history(ctx, group.group)
    if ctx.sender.user_id not in keepers_of(group.group, ctx.company):
        return await standing(ctx, group.group)
    return await (_decide(ctx, group.group, what) if what else _begin(ctx, group.group))


async def _begin(ctx: Context, group: Group) -> Reply:
    group = await held(ctx, group)
    if review := await ctx.store.reviews.open_of(group.id):
        return await in_words.show(ctx, review, group)
    doubts = await doubts_about(ctx, group, await known(ctx, [group]))
    review = await open_review(ctx, group, doubts, ReviewCause.ASKED)
    if review is None:
        raise UserError(Code.BAD_STATE, f"{group.name}{NO_LIST.format(name=group.name)}")
    return Reply(opened(review, group, ctx.company, ctx.now, keepers_of(group, ctx.company)), private=True)


async def _decide(ctx: Context, group: Group, what: WhatToDo) -> Reply:
    open_one = await ctx.store.reviews.open_of(group.id)
    if open_one is None:
        raise UserError(Code.BAD_STATE, f"{group.name}现在没有进行中的梳理。要开始，发 /梳理 {group.name}。")
    review, group = await hold(ctx, open_one.number)
    match what.wish:
        case Wish.REMOVE:
            return await in_words.remove(ctx, review, group, what.whom)
        case Wish.KEEP_ALL:
            return await in_words.keep_all(ctx, review, group)
        case Wish.FOLLOW:
            return await in_words.follow_proposals(ctx, review, group)
        case _:
            return await in_words.confirm(ctx, review, group)
