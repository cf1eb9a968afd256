"""Who may do what with a hazard. Everybody may report one; nobody verifies what he fixed himself."""

from bot.domain.company import Company
from bot.domain.rights import Role
from bot.domain.safety.areas import area_of, contacts
from bot.domain.safety.hazards.hazard import Hazard
from bot.errors import Code, UserError
from bot.identifiers import UserId

TOP = "总裁"  # answers for the whole unit (安全生产法 art. 5)
NOT_OFFICER = "核实和派单由安全管理员办。发「/隐患 地点 情况」你也可以随时报隐患。"
OWN_WORK = "整改责任人不能验收自己的整改，请安全管理员或区域负责人来验收。"


def officers(company: Company) -> tuple[UserId, ...]:
    """Who looks after hazards: the safety officers; where there is none, who looks after WeCom, then HR."""
    for role in (Role.SAFETY_ADMIN, Role.WECOM_ADMIN, Role.HR):
        if found := company.serving(role):
            return found
    return ()


def principals(company: Company) -> tuple[UserId, ...]:
    """Who answers for the unit (主要负责人): of those who head it the 总裁, else all of them."""
    found = company.serving(company.safety.accidents.unit_head)
    return tuple(each for each in company.titled(TOP) if each in found) or found


def ensure_officer(user: UserId, company: Company) -> None:
    """Raises UserError."""
    if user not in officers(company):
        raise UserError(Code.NO_PERMISSION, NOT_OFFICER)


def ensure_owner(user: UserId, hazard: Hazard, company: Company) -> None:
    """The owner, or an officer for him. Raises UserError."""
    if user == hazard.plan.owner or user in officers(company):
        return
    owner = hazard.plan.owner
    whose = f"{hazard.number} 由{company.name_of(owner)}整改" if owner else f"{hazard.number} 还没有派单"
    raise UserError(Code.NO_PERMISSION, f"{whose}，这一步要由责任人办。")


def verifiers(hazard: Hazard, company: Company) -> tuple[UserId, ...]:
    """Whose say is wanted: the officers and who answers for the area; of a major one the officers and the unit's head
    (both must agree). Never who fixed it."""
    others = principals(company) if hazard.is_major else contacts_of(hazard, company)
    found = dict.fromkeys([*officers(company), *others])
    return tuple(user for user in found if user not in hazard.fixers)


def ensure_may_verify(user: UserId, hazard: Hazard, company: Company) -> None:
    """Raises UserError."""
    if user in hazard.fixers:
        raise UserError(Code.SELF_TARGET, OWN_WORK)
    if user not in verifiers(hazard, company):
        who = "安全管理员和单位负责人" if hazard.is_major else "安全管理员或区域负责人"
        raise UserError(Code.NO_PERMISSION, f"{hazard.number} 由{who}验收。")


def is_enough(hazard: Hazard, by: UserId, company: Company) -> bool:
    """Whether it is closed once `by` agrees as well: of a major one a safety officer and the unit's head must."""
    if not hazard.is_major:
        return True
    signed = {*hazard.signed, by}
    heads, safety = set(principals(company)), set(officers(company))
    return any(one != other for one in signed & heads for other in signed & safety)


def contacts_of(hazard: Hazard, company: Company) -> tuple[UserId, ...]:
    """Who answers for the place."""
    return contacts(area_of(hazard.area or hazard.facts.place, company), company)
