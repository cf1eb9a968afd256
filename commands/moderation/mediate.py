"""Help two to settle a dispute: both are invited in private, and somebody who is neither talks with them if they want.

Anybody for himself; of two others, whoever looks after the group, the management group or human resources, who then
mediates. Nothing of it is said in a group, it is no violation and counts nowhere (D12§三.2, D12§二.1). Harassment is
never mediated (女职工劳动保护特别规定 art. 11).

Example:
    郑群@项目A工作群> /调解 @张三 @李四 为排班的事吵起来了
    机器人→张三> [卡片] 想请你和李四谈一谈 TJ-20261122-001，郑群发起：为排班的事吵起来了。调解员是郑群。…
    机器人→李四> [卡片] 想请你和张三谈一谈 …
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> TJ-20261122-001 已私聊邀请 张三、李四，调解员是你。…
    张三> 按 [愿意谈]
    机器人> [卡片] 调解 TJ-20261122-001 已记下，等对方答复。
    李四> 按 [愿意谈]
    机器人→郑群> [卡片] 调解 TJ-20261122-001：张三、李四 双方都愿意谈：为排班的事吵起来了。…
    机器人→张三> 调解 TJ-20261122-001：双方都愿意谈，郑群会约你们。
    机器人> [卡片] 调解 TJ-20261122-001 双方都愿意谈，郑群会约你们。
"""

from bot.arguments.disputes import Matter, Parties
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.guards import ensure_not_self
from bot.domain.moderation.cases.gate import MODERATORS, OF_HR
from bot.domain.moderation.categories import category
from bot.domain.people import Person
from bot.domain.rights import right_of
from bot.errors import Code, UserError
from bot.services.moderation.mediating.inviting import invite
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.disputes import asks_mediation

ONLY_OWN = "别人之间的调解由群管理员或管理小组发起，什么都没有改动。和自己有关的，@ 对方就行。"


def _rules(scene: Scene, parties: Parties, reason: Matter) -> None:
    if scene.sender:
        _group_of(scene.sender, parties, scene.company, scene.group)
        if category(reason.category).of_hr_alone:
            raise UserError(Code.NO_PERMISSION, OF_HR, private=True)


def _both(sender: Person, parties: Parties) -> tuple[Person, Person]:
    first, second = (*parties.people, sender)[:2]
    ensure_not_self(first, second)
    return first, second


def _group_of(sender: Person, parties: Parties, company: Company, group: Group | None) -> Group | None:
    """Theirs: the one it was said in, else one of the sender's that one of them is in. Raises UserError."""
    both = _both(sender, parties)
    if sender in both:
        return group
    kept = [each for each in company.groups if sender.user_id in each.keepers]
    theirs = [group] if group else [each for each in kept if any(user.user_id in each.insiders for user in both)]
    room = theirs[0] if theirs else None
    if right_of(sender, MODERATORS, grants=company.grants, group=room) is None:
        raise UserError(Code.NO_PERMISSION, ONLY_OWN, private=True)
    return room


@command(
    "调解",
    aliases=("mediate", "申请调解"),
    says=(
        "[请|麻烦|帮我|帮忙|申请]调解[一下]…",
        "[我][想|要][请人|找人|请|麻烦]帮我(和|跟|与)…调解[一下]…",
        "…(麻烦|请|帮忙|需要|申请|能不能|能不能找人|请人|找人)调解[一下]",
    ),
    summary="请人调解两位同事的争议",
    writes=True,
    private=True,
    rules=_rules,
    hears=asks_mediation,
)
async def mediate(ctx: Context, parties: Parties, reason: Matter) -> Reply:
    group = _group_of(ctx.sender, parties, ctx.company, ctx.chat.group)
    first, second = _both(ctx.sender, parties)
    return Reply(await invite(ctx, (first.user_id, second.user_id), reason.text, group), private=True)
