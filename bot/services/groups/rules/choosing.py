"""Whose rules are meant where no group is named: those that somebody was asked about."""

from collections.abc import Sequence

from bot.domain.groups.group import Group
from bot.domain.groups.rules import ConsentState, RulesVersion
from bot.domain.rights import Role
from bot.errors import Candidate, Code, UserError
from bot.services.groups.rules.versions import in_force
from bot.services.talking.confirming import Confirming
from bot.shapes.command import Command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.understand import Understood


async def asked_about(ctx: Context) -> Sequence[Group]:
    """Groups whose rules wait for his word."""
    said = await ctx.store.consents.of_user(ctx.sender.user_id)
    waiting = [ctx.company.group(each.group) for each in said if each.state is ConsentState.ASKED]
    return [group for group in waiting if group]


async def rules_of(ctx: Context, group: Group) -> RulesVersion:
    """Those to say yes or no to. Raises UserError where there are none."""
    version = await in_force(ctx, group)
    if version is None:
        raise UserError(Code.BAD_STATE, f"{group.name}没有设群规，不用表态。")
    return version


async def which_rules(ctx: Context, command: Command, confirming: Confirming, groups: Sequence[Group]) -> Reply:
    """One is asked back, of several one is chosen. Raises UserError."""
    line = f"/{command.name} 群规"
    if len(groups) != 1:
        sentence = f"有 {len(groups)} 个群的群规等你表态，是哪一个？"
        candidates = [Candidate(group.name) for group in groups]
        raise UserError(Code.AMBIGUOUS_GROUP, sentence, candidates=candidates, command=command.name, line=line)
    (group,) = groups
    understood = Understood(command, {}, Role.EMPLOYEE, f"{line} {group.name}", guessed=True)
    return await confirming.ask(ctx, understood, about=f"全文发 /群规 {group.name}")
