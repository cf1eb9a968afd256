"""What must hold before somebody comes into a group or goes out of it (D7§4, D7§6, D3§8). Each raises UserError."""

from typing import Final

from bot.domain.company import Company
from bot.domain.groups.composition import fits, is_mandatory, rule_of
from bot.domain.groups.group import Group
from bot.domain.people import Person
from bot.errors import Candidate, Code, UserError

EXCEPTION: Final = "例外申请"
KEEPERS_ADMIT: Final = "《企业微信工作群管理办法》第六条"


def ensure_outside(person: Person, group: Group, company: Company, *, oneself: bool) -> None:
    if person.user_id in group.insiders:
        who = "你" if oneself else company.told_apart(person)
        then = "不用再申请。" if oneself else "不用再邀请。"
        raise UserError(Code.DUPLICATE, f"{who}已经在{group.name}里，{then}")


def ensure_fits(person: Person, group: Group, company: Company, *, oneself: bool) -> None:
    """With the way that is open to him: an exception, approved for him alone."""
    if fits(person, group, company):
        return
    who = "你" if oneself else company.told_apart(person)
    sentence = f"{group.name}的{rule_of(group, company)}{clause_of(group, company)}，{who}不在其中，不能直接进群。"
    whom = "" if oneself else f" @{company.told_apart(person)}"
    offer = Candidate("申请例外", put=f"/{EXCEPTION} {group.name}{whom}")
    raise UserError(Code.NOT_ELIGIBLE, f"{sentence}确有需要可以申请例外。", offer=offer)


def ensure_takes_guests(group: Group, company: Company) -> None:
    """Customers belong in the groups that are made for them (D7§4.5)."""
    type_ = company.group_type(group.kind)
    if type_ and type_.composition.guests:
        return
    others = "、".join(each.name for each in company.group_types if each.composition.guests)
    where = f"外部成员只能进{others}。" if others else "公司的工作群都不收外部成员。"
    rule = rule_of(group, company) or "成员限公司同事"
    raise UserError(Code.NOT_ELIGIBLE, f"{group.name}的{rule}{clause_of(group, company)}。{where}")


def ensure_may_quit(person: Person, group: Group, company: Company) -> None:
    if is_mandatory(group, company):
        rule = rule_of(group, company) or "成员由公司规定"
        sentence = f"{group.name}的{rule}{clause_of(group, company)}，不能自己退出。确有需要，请找群管理员。"
        raise UserError(Code.MANDATORY_GROUP, sentence)
    if person.user_id == group.owner:
        sentence = f"你是{group.name}的群主，要先把群交出去才能退：发 /转让群主 {group.name} @接手的同事"
        raise UserError(Code.OWNER_TRANSFER_FIRST, sentence)
    if person.user_id in group.admins and not any(map(company.is_here, group.admins - {person.user_id})):
        sentence = (
            f"你是{group.name}唯一的群管理员，要先有人接手才能退：请任命部门发 /任命群管 {group.name} @接手的同事"
        )
        raise UserError(Code.OWNER_TRANSFER_FIRST, sentence)
    if group.members and person.user_id not in group.insiders:
        raise UserError(Code.BAD_STATE, f"你不在{group.name}里，不用退。发 /我的群 看你在哪些群里。")


def ensure_no_owner(person: Person, group: Group) -> None:
    """WeCom lets nobody remove the owner of a group."""
    if person.user_id == group.owner:
        sentence = f"{person.name}是{group.name}的群主，要先换群主才能移出：发 /转让群主 {group.name} @接手的同事"
        raise UserError(Code.OWNER_TRANSFER_FIRST, sentence)


def clause_of(group: Group, company: Company) -> str:
    """`（《…》第四条）`, empty where the type cites none."""
    type_ = company.group_type(group.kind)
    return f"（{type_.clause}）" if type_ and type_.clause else ""
