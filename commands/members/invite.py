"""Let people into a group that I look after: colleagues who belong there, and, where the type has them, customers.

Only who looks after a group brings people in (D7§6). A customer is named with his company, whoever invites him answers
for him, and his stay has an end, a year away at most; the same command with another day lengthens it. WeCom lets no
program add customers, so the keeper is asked to do it.

Example:
    郑群@项目A工作群> /邀请 @李四
    机器人@项目A工作群> YQ-20261122-001 已受理：拉 李四 进项目A工作群，办好了告诉你。
"""

from bot.arguments.expiry import Expiry
from bot.arguments.invited import Invited
from bot.arguments.kept_groups import KeptGroup
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.rights import Role
from bot.services.groups.registry.holding import held
from bot.services.groups.requests.inviting import Wanted, bring_in, sifted
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


def _rules(scene: Scene, group: KeptGroup, target: Invited, expires: Expiry | None = None) -> None:
    _sifted(target, expires, group.group, scene.company)


@command(
    "邀请",
    aliases=("invite", "yq", "拉人"),
    says=(
        "(拉|邀请|邀)[一下]…(进入|加入|进|入)…",
        "(把|将)…(拉|邀请|加|带)(进入|进到|进|入)…",
        "(把|将)…(拉|加|邀请|请|带)(进群|入群|进来)",
        "(把|将)…(加到|拉到|加进|拉进|带进|加入)…",
        "(邀请|拉|请)…(入群|进群)",
        "[把|将]…的有效期(延长|延|改|续)(到|至|为)…",
        "(客户|外部成员|外部)…(延期|续期|延长)(到|至)…",
    ),
    summary="邀请同事或客户进我管的群",
    audience=frozenset({Role.GROUP_ADMIN}),
    writes=True,
    rules=_rules,
    instead="人员进出由群管理员办，可以让对方自己发 /入群 群名。",
)
async def invite(ctx: Context, group: KeptGroup, expires: Expiry | None = None, *, target: Invited) -> Reply:
    room = await held(ctx, group.group)
    return Reply(await bring_in(ctx, _sifted(target, expires, room, ctx.company), room))


def _sifted(target: Invited, expires: Expiry | None, group: Group, company: Company) -> Wanted:
    people = tuple(each.person for each in target.people)
    wanted = Wanted(people, target.guests, target.strangers, expires.day if expires else None)
    return sifted(wanted, group, company)
