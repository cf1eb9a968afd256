"""The configuration with a change in it, read whole before anybody is asked: does it hold, and what comes with it."""

from typing import Final

from bot.domain.company import Company
from bot.domain.rights import Role
from bot.domain.upkeep.changing import left_empty, new_conflicts
from bot.domain.upkeep.configuration import Configuration, Origin, Overlay, Plain
from bot.domain.upkeep.parameters import Parameter, found
from bot.domain.upkeep.typed_values import said
from bot.domain.wording import shown
from bot.errors import Code, ConfigError, UserError
from bot.services.approvals.kinds import Desk

LONGEST_WHY: Final = 120  # characters
NOTHING: Final = "什么都没有改动。"


def now_and_then(
    parameter: Parameter, before: Configuration, after: Configuration, company: Company
) -> tuple[str, str]:
    """What it is, and what it would be, as people read it."""
    old, new = before.value(parameter.key), after.value(parameter.key)
    return said(parameter, old, company.name_of), said(parameter, new, company.name_of)


def both(
    desk: Desk, overlay: Overlay, parameter: Parameter, value: Plain | None
) -> tuple[Configuration, Configuration]:
    """The configuration as it is kept, and with the change in it. Raises UserError."""
    configuration = desk.company.configuration
    if configuration.origin(parameter.key) is Origin.VARIABLE:
        sentence = f"「{parameter.label}」是机器上的环境变量定的，聊天里改不了。请改那个变量，再重启。"
        raise UserError(Code.UNSUPPORTED, sentence)
    wanted = {key: each for key, each in overlay.items() if key != parameter.key}
    if value is not None:
        wanted[parameter.key] = value
    try:
        before, after = configuration.changed(overlay), configuration.changed(wanted)
    except ConfigError as error:
        raise UserError(Code.UNSUPPORTED, _refused(parameter, value, error, desk.company)) from None
    _ensure_looked_after(desk.company, after)
    return before, after


def _refused(parameter: Parameter, value: Plain | None, error: ConfigError, company: Company) -> str:
    why = "；".join(each.partition("：")[2] or each for each in error.problems).rstrip("。")
    wanted = shown(said(parameter, value, company.name_of))
    return f"「{parameter.label}」不能设成 {wanted}：{shown(why, LONGEST_WHY)}。{NOTHING}"


def _ensure_looked_after(company: Company, after: Configuration) -> None:
    """Raises UserError."""
    role = left_empty(company, as_it_would_be(company, after), (Role.WECOM_ADMIN, after.signer))
    if role:
        raise UserError(
            Code.UNSUPPORTED, f"这样就没有人担任{role.label}了，以后谁也改不了设置。{NOTHING}请至少留一位。"
        )


def as_it_would_be(company: Company, after: Configuration) -> Company:
    rules = after.company().role_rules
    return company if rules == company.role_rules else company.with_roles(rules)


def warned_of(company: Company, after: Configuration) -> str:
    found = new_conflicts(company, as_it_would_be(company, after))
    return "".join(
        f"请留意：{company.name_of(each.user)} 会同时是{each.roles[0].label}和{each.roles[1].label}，{each.why}。"
        for each in found
    )


def known(company: Company, key: str) -> Parameter:
    """Raises UserError for what this version no longer lets be changed in chat."""
    parameter = found(company, key)
    if parameter is None:
        raise UserError(Code.UNSUPPORTED, f"{key} 现在不能在聊天里改了。请改配置文件。")
    return parameter
