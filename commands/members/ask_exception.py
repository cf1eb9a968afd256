"""Ask to be let into a group in which I don't belong by its rule, or, as its keeper, to let a colleague in.

The keepers agree, then who approves groups of this type; it counts for this person and this group, and no later check
takes him for a mistake.

Example:
    王五> /例外申请 项目A工作群 借调到项目A三个月
    机器人→郑群> [卡片] 王五 申请例外入群：项目A工作群 RQ-20261122-001 部门：研发部 范围：不符合，要例外批准 …
    机器人> 已提交 RQ-20261122-001：例外入群：项目A工作群。等 郑群 审批。
"""

from typing import ClassVar, Self

from bot.arguments.asked_groups import GroupAskedFor
from bot.arguments.people import PersonNamed
from bot.arguments.reason import Reason
from bot.domain.company import Company
from bot.domain.groups.admission import EXCEPTION, KEEPERS_ADMIT, ensure_outside
from bot.domain.groups.composition import fits
from bot.domain.groups.errands import Deed
from bot.domain.groups.group import Group
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import waiting_names
from bot.services.groups.registry.holding import held
from bot.services.groups.requests.screening import screened
from bot.services.groups.requests.wanting_in import ensure_not_under_way, exception
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


class ForColleague(PersonNamed):
    """Only behind an @: a name in the reason is somebody else."""

    wanted: ClassVar[str] = "替谁申请？@ 对方。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return super().read(words, scene) if "@" in words.narrow else None


class WhyException(Reason):
    wanted: ClassVar[str] = "为什么要例外进这个群？"


def _rules(scene: Scene, group: GroupAskedFor, reason: Reason, target: PersonNamed | None = None) -> None:
    if scene.sender:
        person = target.person if target else scene.sender
        _ensure_may_ask(scene.sender, person, group.group, scene.company)


@command(
    EXCEPTION,
    aliases=("exception", "lwsq"),
    summary="不符合成员范围时，申请例外进群",
    writes=True,
    hidden=True,
    rules=_rules,
)
async def ask_exception(
    ctx: Context,
    approvals: Approvals,
    group: GroupAskedFor,
    target: ForColleague | None = None,
    *,
    reason: WhyException,
) -> Reply:
    room, person = await held(ctx, group.group), target.person if target else ctx.sender
    _ensure_may_ask(ctx.sender, person, room, ctx.company)
    await ensure_not_under_way(ctx, [person.user_id], room, Deed.ADD)
    details = await screened(ctx, person, room, reason.text)
    request = await approvals.open(ctx, exception(ctx.sender, person, room, ctx.company, details))
    waiting = waiting_names(request, ctx.company)
    return Reply(f"已提交 {request.number}：{request.text}。等 {waiting} 审批。")


def _ensure_may_ask(applicant: Person, person: Person, group: Group, company: Company) -> None:
    own = applicant.user_id == person.user_id
    if not own and applicant.user_id not in group.keepers:
        sentence = f"替别人申请要由{group.name}的群管理员来办（{KEEPERS_ADMIT}）。请对方自己来申请。"
        raise UserError(Code.NO_PERMISSION, sentence)
    ensure_outside(person, group, company, oneself=own)
    if fits(person, group, company):
        way = f"直接发 /入群 {group.name} 就行" if own else f"直接发 /邀请 @{person.name} {group.name} 就行"
        raise UserError(Code.BAD_STATE, f"本来就在{group.name}的成员范围里，不用申请例外，{way}。")
