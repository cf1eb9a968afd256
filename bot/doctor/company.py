"""Whether the configuration and the directory agree: people, departments, roles, and a way into each group."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from bot.doctor import _coverage
from bot.doctor._finding import Area, Finding, ok, warn
from bot.doctor._group_types import findings
from bot.doctor._patient import Patient
from bot.domain.company import Company
from bot.domain.granting import conflicts
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.identifiers import UserId

AREA: Final = Area.COMPANY
PEOPLE, ROLES, GROUPS = "人员", "角色", "群"
SHOWN: Final = 5


async def check(patient: Patient) -> list[Finding]:
    company = patient.settings.configured_company()
    people = await _people(patient)
    if people:
        company = replace(company, departments=people[0], people=people[1])
    return [*_directory(company, read=people is not None), *_administrators(company), *_roles(company), _ways(company)]


async def _people(patient: Patient) -> tuple[tuple[Department, ...], tuple[Person, ...]] | None:
    """The directory as it was last read; None where the check of the database says what is wrong with it."""
    if patient.diagnosis is None:
        return None
    try:
        departments, people = await patient.diagnosis.directory()
    except Exception:
        return None
    return tuple(departments), tuple(people)


def _directory(company: Company, *, read: bool) -> list[Finding]:
    if not read:
        return []
    if not company.people:
        return [warn(PEOPLE, "还没有人员", "启动机器人后会自己读通讯录；只有智能机器人时用 qunwu import 导入")]
    teams = _coverage.findings(company)
    homeless = _homeless(company.departments, company.people)
    return [*homeless, *_unknown(company), *_vain(company), *findings(company), *teams]


def _homeless(departments: Sequence[Department], people: Sequence[Person]) -> list[Finding]:
    known = {department.id for department in departments}
    without = [person for person in people if person.main_department not in known]
    if without:
        return [
            warn(PEOPLE, f"{len(without)} 人没有部门：{_few(each.name for each in without)}", "在通讯录里给他们分部门")
        ]
    return [ok(PEOPLE, f"{len(people)} 人，{len(departments)} 个部门")]


def _unknown(company: Company) -> list[Finding]:
    known = {person.user_id for person in company.people}
    named = {
        **{f"[roles] {role}": rule.people for role, rule in company.role_rules.items()},
        **{f"群「{group.name}」": group.insiders for group in company.groups},
    }
    wrong = {where: sorted(set(users) - known) for where, users in named.items()}
    return [
        warn(
            ROLES if where.startswith("[") else GROUPS,
            f"{where} 里有通讯录没有的账号：{_few(users)}",
            "改成通讯录里的账号",
        )
        for where, users in wrong.items()
        if users
    ]


def _vain(company: Company) -> list[Finding]:
    """Rules that give a role to nobody: a misspelt title or department looks like any other."""
    vain = [role for role in company.role_rules if not company.grants.get(role)]
    return [
        warn(ROLES, f"[roles] {role}（{role.label}）现在没有人", "核对里面的账号、职务、部门、标签和群名")
        for role in vain
    ]


def _roles(company: Company) -> list[Finding]:
    """Who checks himself (D1§1)."""
    return [
        warn(
            ROLES,
            f"{_name(company, each.user)} 同时是{each.roles[0].label}和{each.roles[1].label}：{each.why}",
            "分给两个人；分不开就不用处理",
        )
        for each in conflicts(company.grants, company.groups)
    ]


def _name(company: Company, user: UserId) -> str:
    person = company.person(user)
    return person.name if person else user


def _administrators(company: Company) -> list[Finding]:
    if company.grants.get(Role.WECOM_ADMIN):
        return []
    return [warn(ROLES, "没有人是 wecom_admin，消息送不到时没人会知道", "在 [roles] 里写上 wecom_admin 的账号")]


def _ways(company: Company) -> Finding:
    closed = [group.name for group in company.groups if not (group.bot_chat or group.app_chat or group.webhook)]
    if closed:
        advice = "在群里 @机器人 发 /登记群，或给它写上 bot_chat_id、app_chat_id、webhook_key 之一"
        return warn(GROUPS, f"{len(closed)} 个群没有发送的途径：{_few(closed)}", advice)
    return ok(GROUPS, f"{len(company.groups)} 个，都有发送的途径" if company.groups else "没有登记群，群里照样能用")


def _few(names: Iterable[str]) -> str:
    listed = list(names)
    return "、".join(listed[:SHOWN]) + ("等" if len(listed) > SHOWN else "")
