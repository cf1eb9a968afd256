"""Appoint who looks after a group: the office that its type names may (D7§5), nobody else.

Who looked after it before goes on doing so, unless 换成 is said. 副管 appoints a deputy. Where a title says who it is,
as the marketing manager in a marketing platform, anybody else needs a reason. WeCom lets no program make somebody an
administrator in the client: the answer says so.

Example:
    李娜> /任命群管 项目A工作群 @王强
    机器人→王强> 你现在是项目A工作群的群管理员，由集团行政人事部 李娜 任命。发 /群信息 项目A工作群 看这个群的情况。
    机器人→项目A工作群> 本群现在的群管理员是 王强、郑群。
    机器人> 已任命 王强。项目A工作群现在的群管理员是 王强、郑群。
    企业微信里的群管理员，机器人设置不了，请群主在群设置里也改一下。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.changed_groups import APPOINTERS, GroupToAppointFor
from bot.arguments.people import PersonNamed
from bot.arguments.reason import Reason
from bot.domain.company import Company
from bot.domain.groups.appointing import is_default, needs_reason
from bot.domain.groups.changing import ensure_may_appoint
from bot.domain.groups.group import Group
from bot.domain.groups.offices import office_of
from bot.domain.guards import ensure_here
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.patterns import regex
from bot.services.groups.registry.appointing import BY_HAND, KIND, appoint, keepers_named
from bot.services.groups.registry.holding import held
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

_INSTEAD: Final = regex(r"换成|换为|换|改成|改为|改由|更换为|接替|(?<!\S)[成为](?=\S)")
_DEPUTY: Final = regex(r"副(群管理员|管理员|群管|管)|副$|的副(?=\s|$)")
_WORDS: Final = regex(r"群管理员|管理员|群管|担任|来当|来做|(?<![\w])(当|做|任|为|由|让|从|把|将|给|的)(?=\s|@|$)|^的")
_AROUND: Final = "的把将从由让给， ,"


@dataclass(frozen=True, slots=True)
class Appointee(PersonNamed):
    """`deputy`: as a deputy. `instead`: in place of `former`, or of everybody who looks after it now."""

    wanted: ClassVar[str] = "任命谁？写上姓名，或 @ 对方。"

    deputy: bool = False
    instead: bool = False
    former: Person | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        deputy = words.take(_DEPUTY) is not None
        while words.take(_WORDS):
            pass
        before, instead = _parted(words)
        former = PersonNamed.read(Words(before), scene) if before else None
        found = PersonNamed.read(words, scene)
        if found is None:
            return None
        if "@" in words.narrow or scene.company.named(words.left.strip(" ，,、和与")):
            raise UserError(Code.CLARIFY, "一次只能任命一位同事，请只写一位，例如：/任命群管 项目A工作群 @王强")
        return cls(found.person, found.name, found.guess, deputy, instead, former.person if former else None)

    def explained(self) -> Mapping[str, Any]:
        marks = {"deputy": self.deputy, "instead": self.instead}
        return {"target": self.name, **{key: True for key, given in marks.items() if given}}


class WhyHim(Reason):
    wanted = "按规定这个群由专人管，任命别人是什么原因？"


def _parted(words: Words) -> tuple[str, bool]:
    """(what stands before the word 换成 and whether it is said); behind it stands who is to follow."""
    found = _INSTEAD.search(words.narrow)
    if found is None:
        return "", False
    before = words.cut(0, found.end())[: found.start()].strip(_AROUND)
    return before, True


def rules(scene: Scene, group: GroupToAppointFor, target: Appointee, reason: WhyHim | None = None) -> None:
    person, room, company = target.person, group.group, scene.company
    ensure_here(person)
    _ensure_not_himself(scene.sender, person, room, company)
    _ensure_new(target, room)
    if reason is None and needs_reason(person, room, company):
        usual = "、".join(office_of(room, company).titles)
        example = f"例如：/任命群管 {room.name} @{target.name} 原因"
        sentence = f"{room.name}的群管理员原则上由{usual}担任，任命别人要写原因。{example}"
        raise UserError(Code.MISSING_ARG, sentence, missing=("reason",))


def _ensure_not_himself(sender: Person | None, person: Person, room: Group, company: Company) -> None:
    """But for whom the title says so."""
    if sender and sender.user_id == person.user_id and not is_default(person, room, company):
        office = office_of(room, company).label
        raise UserError(Code.SELF_TARGET, f"不能任命自己，什么都没有改动。请{office}的另一位同事来任命。")


def _ensure_new(target: Appointee, room: Group) -> None:
    user, name = target.person.user_id, target.name
    if target.former and target.former.user_id not in room.keepers:
        raise UserError(Code.BAD_STATE, f"{target.former.name}不是{room.name}的群管理员，什么都没有改动。请核对姓名。")
    same = user in room.deputies if target.deputy else user in room.admins
    if same and not _outgoing(target, room):
        what = "副群管理员" if target.deputy else "群管理员"
        raise UserError(Code.DUPLICATE, f"{name} 已经是{room.name}的{what}，不用再任命。")
    if target.deputy and room.admins == {user}:
        raise UserError(
            Code.BAD_STATE, f"{name} 是{room.name}唯一的群管理员，改成副的就没人管了。请先任命新的群管理员。"
        )


def _outgoing(target: Appointee, room: Group) -> frozenset[UserId]:
    """Who looks after it no more: one who is named, or all of the same kind."""
    if not target.instead:
        return frozenset()
    if target.former:
        return frozenset({target.former.user_id})
    return (room.deputies if target.deputy else room.admins) - {target.person.user_id}


@command(
    KIND,
    aliases=("appoint", "rmqg", "指定群管", "任命群管理员", "设群管"),
    says=(
        "(任命|指定|安排|设置|提拔)…(为|当|做|担任|成)…[的](群管理员|群管|管理员)",
        "(把|将)…(设为|设成|设置为|设置成|升为|提为|定为)…[的](群管理员|群管|管理员)",
        "…[的](群管理员|群管|管理员)(换|改|更换)…",
        "(让|请|由)…(当|做|担任|来当)…[的](群管理员|群管)",
        "(把|将)…[的](群管理员|群管)…",
        "给…(任命|指定|换|增加|加)[一个|个|一位]群管[理员][，]…",
        "[给]…[要|想|需要|还缺](加|增加|添|配|设|补|任命)(一个|个|一位|一名)<副群管理员|副群管|副管理员|副管|群管理员|群管>[，][…]",
    ),
    summary="任命群管理员",
    audience=APPOINTERS,
    writes=True,
    rules=rules,
)
async def appoint_keeper(
    ctx: Context, group: GroupToAppointFor, target: Appointee, reason: WhyHim | None = None
) -> Reply:
    room = await held(ctx, group.group)
    ensure_may_appoint(ctx.sender.user_id, room, ctx.company)
    _ensure_new(target, room)
    after = await appoint(ctx, room, target.person, deputy=target.deputy, instead_of=_outgoing(target, room))
    let_in = "" if not room.members or target.person.user_id in room.members else "对方还不在群里，正在拉进群。"
    return Reply(f"已任命 {target.name}。{room.name}现在的{keepers_named(after, ctx.company)}。{let_in}\n{BY_HAND}")
