"""Give a group another name. Who looks after it asks; the office that appoints for it decides, or does it at once.

The old name goes on as another name of the group, so that people who write it are understood.

Example:
    郑群> /改群名 项目A工作群 项目A施工群
    机器人→李娜> [卡片] 郑群 申请把项目A工作群改名为「项目A施工群」 RQ-20261122-001 [同意] [驳回]
    机器人→周敏> [卡片] 郑群 申请把项目A工作群改名为「项目A施工群」 RQ-20261122-001 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：把项目A工作群改名为「项目A施工群」。等 李娜 或 周敏 审批。
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final, Self

from bot.arguments.changed_groups import CHANGERS, GroupToChange
from bot.domain.finding.groups import HERE
from bot.domain.groups.changing import ensure_may_change, right_over
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import may_hear_of
from bot.domain.groups.names import ensure_name, ensure_no_twin, tidy
from bot.domain.groups.numbers import Series
from bot.domain.groups.offices import appointers
from bot.domain.width import narrow
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import waiting_names
from bot.services.groups.errands.carrying_out import assign
from bot.services.groups.registry.holding import held, waiting
from bot.services.groups.registry.naming import ensure_free
from bot.services.groups.requests.renaming import KIND, draft
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

_WHAT: Final = r"(的{0,1}(群名称|群名|名字|名称))"
_TO: Final = regex(rf"{_WHAT}?\s?(改名|更名|重命名|改|换)(为|成|叫|到)[了：:]?\s?|{_WHAT}\s|\s?(→|->|=>)\s?")
_AROUND: Final = " 「」“”\"'‘’：:，,。"


class RenamedGroup(GroupToChange):
    """What stands before the word 改为 or before the first blank; nothing: the room that it is said in."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        called, name = _parted(words.left, scene)
        first = Words(called)
        found = super().read(first, scene)
        words.left = f"{first.left} {name}".strip()
        return found


@dataclass(frozen=True, slots=True)
class NewGroupName:
    wanted: ClassVar[str] = "新群名叫什么？"

    name: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        name = tidy(words.rest().strip(_AROUND))
        return cls(name) if name else None

    def explained(self) -> Mapping[str, Any]:
        return {"name": self.name}


def rules(scene: Scene, group: RenamedGroup, name: NewGroupName) -> None:
    ensure_name(name.name, scene.company, scene.company.group_type(group.group.kind))
    if name.name == group.group.name:
        raise UserError(Code.DUPLICATE, f"它就叫「{name.name}」，不用改。要改成别的，请写新的群名。")
    ensure_no_twin(name.name, scene.sender, scene.company, of=group.group)


@command(
    KIND,
    aliases=("renamegroup", "群改名", "修改群名", "更改群名"),
    says=(
        "[把|将][本群|我们群|这个群][的](群名称|群名)(改成|改为|换成|改叫)…",
        "(把|将)…[的](群名|名字|群名称)(改一下|换一下|改改|改了|改掉)",
        "(给|帮)…改[个|一个|一下](名字|名|群名)",
        "(把|将)(本群|我们群|这个群)(改名为|改名叫|改叫|更名为|改名成)…",
        "(把|将)…(改名为|改名叫|改名成|更名为)…",
        "(把|将)(本群|我们群|这个群)(改成|改为)…",
        "(把|将)…(群|平台)(改成|改为|改叫)…",
        "(把|将)…[的](群名|名字|群名称)(改成|改为|换成)…",
        "(给|帮)…改[个|一个|一下]名[字][，](叫|叫做|改成|改为)…",
        "[群名]…(改名为|更名为|改名叫)…",
        "(本群|我们群|这个群)(改名叫|改名为|改叫)…",
    ),
    summary="给群改名",
    audience=CHANGERS,
    instead="请找那个群的群主或群管理员。",
    writes=True,
    rules=rules,
)
async def rename_group(ctx: Context, approvals: Approvals, group: RenamedGroup, name: NewGroupName) -> Reply:
    now = await held(ctx, group.group)
    ensure_may_change(ctx.sender.user_id, now, ctx.company)
    await ensure_free(ctx, name.name, of=now)
    if before := await waiting(ctx, now, Deed.RENAME):
        raise UserError(Code.DUPLICATE, f"{now.name}正在改名为「{before.wish}」，等它办完再改。")
    if ctx.sender.user_id in appointers(now, ctx.company):
        return await _at_once(ctx, now, name.name)
    request = await approvals.open(ctx, draft(ctx.sender.user_id, now, name.name, ctx.company))
    return Reply(f"已提交 {request.number}：{request.text}。等 {waiting_names(request, ctx.company)} 审批。")


async def _at_once(ctx: Context, group: Group, name: str) -> Reply:
    user = ctx.sender.user_id
    by = replace(ctx.act, authority=right_over(user, group, ctx.company) or ctx.act.authority)
    number = await ctx.store.numbers.next(Series.RENAMED, ctx.now.date())
    await assign(replace(ctx, act=by), Errand(group.id, Deed.RENAME, number, user, wish=name))
    return Reply(f"{number} 正在把{group.name}改名为「{name}」，办好了告诉你。")


def _parted(line: str, scene: Scene) -> tuple[str, str]:
    """(the group as it was called, the new name); a new name that begins like a group's is not taken apart."""
    if said := _TO.search(narrow(line)):
        return line[: said.start()], line[said.end() :]
    find = scene.company.finder.groups
    spotted = find.spot(line, lambda _: False)
    if spotted and not line[: spotted.start].strip() and line[spotted.end : spotted.end + 1] in (" ", "，", ","):
        return line[: spotted.end], line[spotted.end :]
    called, blank, name = line.partition(" ")
    if blank or HERE.fullmatch(called):
        return called, name
    found = find.spot(called, lambda group: may_hear_of(scene.sender, group, scene.company))
    meant = found.groups if found else ()
    return (called, "") if (scene.group in meant if scene.in_group else meant) else ("", called)
