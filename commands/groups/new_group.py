"""Ask for a new work group: its type decides who approves (D7§4); then the app makes it, or a person is asked to.

Behind type and name may stand whose group it is (生产部), who is to be in it (`@张三`, `成员 张三、李四` or
`生产部全体`), who is to look after it (`群管 @郑群`; else whoever asks), and what it is for (`用途 …`). Who doesn't
belong in a group of that type is shown to the approver: agreeing to the group is agreeing to him. Where the policy
leaves open who approves, the president's office is asked about this one group.

Example:
    周敏> /建群 项目公司工作群 项目C
    机器人→赵国强> [卡片] 周敏 申请建群：项目C工作群（项目公司工作群） RQ-20261122-001 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：建群：项目C工作群（项目公司工作群）。等 赵国强 审批。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.new_groups import Members, NamedAdmin, OwnDepartments, Purpose, type_and_name
from bot.domain.company import Company
from bot.domain.groups.names import ensure_name, ensure_no_twin, tidy
from bot.domain.groups.plan import Plan
from bot.domain.groups.types import GroupType, type_called
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import waiting_names
from bot.services.groups.registry.naming import ensure_free
from bot.services.groups.requests.founding import KIND, draft, left_open, outside, undecided
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

ASKERS: Final = frozenset({Role.HR, Role.DEPT_HEAD, Role.EXECUTIVE, Role.PRESIDENT_OFFICE, Role.OPS, Role.WECOM_ADMIN})
_OF: Final = regex(r"的(?=(工作|微信)*群$|工作$|营销|高管|推动)")  # 项目C的工作群
_BESIDE_A_DEPARTMENT: Final = regex(r"的{0,1}(部门|工作|群)*$")  # of 生产部的工作群
_OURS: Final = regex(r"(我们|咱们|本|我)部门{0,1}(的|工作|群)*")
_SAID: Final = regex(r"^(我们|咱们|大家|我(?=\s))\s?|^(叫做|叫|名叫|名为|名字叫|群名|名称|名字)[是为：:]*\s?")


@dataclass(frozen=True, slots=True)
class NewName:
    """The name of the group, completed by its type: 项目C → 项目C工作群. It leaves the type's word to `GroupKind`."""

    wanted: ClassVar[str] = "群叫什么名字？"

    name: str
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        called, written = type_and_name(words.left, scene.company.group_types)
        type_ = type_called(called, scene.company.group_types) if called else None
        if type_ is None and (found := cls._of_a_department(written, words, scene)):
            return found
        if not written:
            return cls._by_department(type_, scene)
        _ensure_no_stranger(written, scene)
        name = tidy(_OF.sub("", _SAID.sub("", written)).strip('「」“”"：:，,、。 '))
        words.left = called
        return cls(type_.named(name) if type_ else name)

    @classmethod
    def _by_department(cls, type_: GroupType | None, scene: Scene) -> Self | None:
        """A department's group that nobody gave a name to is that of the asker's own."""
        own = scene.company.department_of(scene.sender) if scene.sender else None
        if type_ is None or own is None or not _is_for_one_department(type_):
            return None
        name = type_.named(own.name)
        return cls(name, f"群名是{name}")

    @classmethod
    def _of_a_department(cls, written: str, words: Words, scene: Scene) -> Self | None:
        """Of 生产部的群 the kind goes without saying."""
        called = _BESIDE_A_DEPARTMENT.sub("", _SAID.sub("", written))
        own = scene.company.department_of(scene.sender) if scene.sender and _OURS.fullmatch(written) else None
        names = [own.name] if own else [each.name for each in scene.company.departments if each.name == called]
        type_ = next((each for each in scene.company.group_types if _is_for_one_department(each)), None)
        if type_ is None or not names:
            return None
        words.left = type_.name
        return cls(type_.named(names[0]), f"群类型是{type_.name}")

    def explained(self) -> Mapping[str, Any]:
        return {"name": self.name}


@dataclass(frozen=True, slots=True)
class GroupKind:
    """One of the types of D7, by its key or a name of it."""

    wanted: ClassVar[str] = "哪一类群？高管工作群、运营推动群、集团工作群、项目公司工作群或营销微信平台。"
    asked_first: ClassVar[bool] = True

    type: GroupType

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest()
        if not written:
            return None
        found = type_called(written, scene.company.group_types)
        if found is None or not found.enabled:
            known = "、".join(each.name for each in scene.company.group_types if each.approver and each.enabled)
            raise UserError(Code.UNKNOWN_TYPE, f"没有「{shown(written)}」这类群。可以建的有：{known}。")
        _ensure_may_ask(scene, found)
        return cls(found)

    def explained(self) -> Mapping[str, Any]:
        return {"type": self.type.key, "approver": self.type.approver}


def rules(scene: Scene, name: NewName, type: GroupKind, **others: object) -> None:
    ensure_name(name.name, scene.company, type.type)
    ensure_no_twin(name.name, scene.sender, scene.company)
    if type.type.approver is None and not scene.may_ask_policy:
        raise undecided(type.type, scene.company)


@command(
    KIND,
    aliases=("newgroup", "新建群", "创建群", "申请建群"),
    says=(
        "(新建|创建|成立|组建|建立)[一][个]…群[：][，]…",
        "(新建|创建|成立|组建|建立)[一][个]…群",
        "[我](要|想|申请)[新](建|拉|建立)[一]个…群[，]…",
        "[我](要|想|申请)[新](建|拉|建立)[一][个]…群",
        "[帮我|帮忙|请帮我|请|给我们|给我][新](建|拉|建立)[一]个…群[，]…",
        "[帮我|帮忙|请帮我|请|给我们|给我][新](建|拉|建立)[一]个…群",
        "[我|请][要|想](给|为|帮)…[新](建|拉|建立)[一]个…群",
        "[我|请][要|想](给|为|帮)…[新](建|拉|建立)[一]个[工作]群",
        "[我|请][要|想](给|为|帮)…[新](建|建立|创建|新建)[一]个<营销微信平台|营销平台>",
        "[帮我|帮忙|我|我要|我想|申请][新](建|建立|创建)[一]个…<营销微信平台|营销平台>",
        "[我|我们|请][要|想|申请|帮我|帮忙|给我们|给我][新](建|拉|建立|创建|新建)[一]个[工作|新]群",
    ),
    summary="申请建一个工作群",
    audience=ASKERS,
    writes=True,
    rules=rules,
)
async def found_group(
    ctx: Context,
    approvals: Approvals,
    purpose: Purpose | None = None,
    admin: NamedAdmin | None = None,
    members: Members | None = None,
    departments: OwnDepartments | None = None,
    *,
    name: NewName,
    type: GroupKind,
) -> Reply:
    await ensure_free(ctx, name.name)
    members, named = members or Members(), departments.names if departments else ()
    plan = Plan(
        ctx.sender.user_id,
        type.type.key,
        name.name,
        departments=_own(type.type, name.name, named, ctx.company),
        members=members.users,
        staff=(*members.staff, *(() if type.type.composition.own_departments else named)),
        admin=admin.person.user_id if admin else None,
        purpose=purpose.text if purpose else "",
    )
    request = await approvals.open(ctx, draft(plan, ctx.company))
    waiting = waiting_names(request, ctx.company)
    more = outside(plan.group(ctx.company), ctx.company)
    if type.type.approver is None:
        asked = f"已请示总裁办 {request.number}，等 {waiting} 答复：同意了就接着建，不同意也会告诉你。"
        return Reply(f"{left_open(type.type)}。{asked}{more}")
    return Reply(f"已提交 {request.number}：{request.text}。等 {waiting} 审批。{more}")


def _is_for_one_department(type_: GroupType) -> bool:
    rule = type_.composition
    return rule.own_departments and not (rule.everybody or rule.titles)


def _own(type_: GroupType, name: str, named: tuple[str, ...], company: Company) -> tuple[str, ...]:
    """Whose group it is: as it was said; else the department that the name is: 生产部 in 生产部工作群."""
    if not type_.composition.own_departments:
        return ()
    core = name.removesuffix(type_.ending)
    return named or tuple(each.name for each in company.departments if each.name == core)


def _ensure_no_stranger(written: str, scene: Scene) -> None:
    """A word behind the name that looks like somebody nobody here is."""
    for word in written.split()[1:]:
        stranger = scene.company.finder.people.unknown(word)
        if stranger and not stranger.people:
            sentence = (
                f"通讯录里没有找到「{shown(word)}」。是成员就写全名或 @ 对方；是群名的一部分就连着写，中间不空格。"
            )
            raise UserError(Code.NOT_FOUND, sentence, typed=word)


def _ensure_may_ask(scene: Scene, type_: GroupType) -> None:
    user = scene.sender.user_id if scene.sender else None
    if not any(user in scene.company.grants.get(role, ()) for role in type_.askers):
        who = "、".join(role.label for role in Role if role in type_.askers)
        raise UserError(Code.NO_PERMISSION, f"{type_.name}由{who}申请（{type_.clause}）。请找他们申请。")
