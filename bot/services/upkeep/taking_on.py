"""A change of the configuration is kept, whoever it concerns is told, and the list of changes has it."""

from collections.abc import Sequence

from bot.domain.company import Company
from bot.domain.upkeep.changing import come_to
from bot.domain.upkeep.configuration import Configuration, SettingChange
from bot.domain.upkeep.parameters import Parameter
from bot.domain.upkeep.typed_values import said
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.upkeep.weighing import as_it_would_be, now_and_then
from bot.shapes.outgoing import Text, ToPerson


async def take_on(desk: Desk, change: SettingChange, parameter: Parameter, before: Configuration) -> str:
    """It is kept, and whoever it concerns is told. Every process follows within a second."""
    await desk.store.settings.add(change, by=desk.act)
    after = before.changed(await desk.store.settings.overlay())
    old, new = now_and_then(parameter, before, after, desk.company)
    if parameter.role:
        came = come_to(parameter.role, desk.company, as_it_would_be(desk.company, after))
        for user in sorted(came - {change.by}):
            _tell_of_role(desk, user, parameter, change)
    if change.undoes and change.by == change.approved and (first := await desk.store.settings.get(change.undoes)):
        name = desk.company.name_of(change.by)
        words = f"{name} 撤回了你提出的 {change.undoes}：「{parameter.label}」现在是 {shown(new)}。"
        desk.tell(ToPerson(first.by), Text(words))
    when = "，下次重启生效" if parameter.at_restart else "，已经生效"
    return f"「{parameter.label}」从 {shown(old)} 改成 {shown(new)}{when}（{change.number}）。"


def _tell_of_role(desk: Desk, user: UserId, parameter: Parameter, change: SettingChange) -> None:
    if desk.company.is_here(user):
        name = desk.company.name_of(change.by)
        words = (
            f"{name} 把你设为{parameter.label}（{change.number}）。发 /我的权限 看能做什么；不对请告诉企业微信管理员。"
        )
        desk.tell(ToPerson(user), Text(words))


def told(change: SettingChange, parameter: Parameter | None, company: Company) -> str:
    """A line of the list of changes."""
    label = parameter.label if parameter else change.key
    values: Sequence[str] = [
        "配置文件里的" if value is None else said(parameter, value, company.name_of) if parameter else str(value)
        for value in (change.before, change.value)
    ]
    who = f"{company.name_of(change.by)}改的"
    if change.approved and change.approved != change.by:
        who = f"{company.name_of(change.by)}提出，{company.name_of(change.approved)}同意"
    back = f"，撤回 {change.undoes}" if change.undoes else ""
    return f"{change.number} {label}：{shown(values[0])} → {shown(values[1])}（{who}{back}）"
