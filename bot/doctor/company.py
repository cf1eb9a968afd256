"""Whether the configuration and the directory agree: people, departments, roles, and a way into each group."""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.doctor._finding import Area, Finding, ok, warn
from bot.doctor._patient import Patient
from bot.domain.company import Company
from bot.domain.people import Department, Person
from bot.domain.rights import Role

AREA: Final = Area.COMPANY
PEOPLE, ROLES, GROUPS = "人员", "角色", "群"
SHOWN: Final = 5


async def check(patient: Patient) -> list[Finding]:
    company = patient.settings.configured_company()
    return [*await _directory(patient, company), *_administrators(company), _ways(company)]


async def _directory(patient: Patient, company: Company) -> list[Finding]:
    if patient.diagnosis is None:
        return []
    try:
        departments, people = await patient.diagnosis.directory()
    except Exception:  # the check of the database says what is wrong with it
        return []
    if not people:
        return [warn(PEOPLE, "还没有人员", "启动机器人后会自己读通讯录；只有智能机器人时用 qunwu import 导入")]
    return [*_homeless(departments, people), *_unknown(company, people)]


def _homeless(departments: Sequence[Department], people: Sequence[Person]) -> list[Finding]:
    known = {department.id for department in departments}
    without = [person for person in people if person.main_department not in known]
    if without:
        return [
            warn(PEOPLE, f"{len(without)} 人没有部门：{_few(each.name for each in without)}", "在通讯录里给他们分部门")
        ]
    return [ok(PEOPLE, f"{len(people)} 人，{len(departments)} 个部门")]


def _unknown(company: Company, people: Sequence[Person]) -> list[Finding]:
    known = {person.user_id for person in people}
    named = {
        **{f"[roles] {role}": users for role, users in company.grants.items()},
        **{f"群「{group.name}」": group.admins | group.members for group in company.groups},
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


def _administrators(company: Company) -> list[Finding]:
    if company.grants.get(Role.WECOM_ADMIN):
        return []
    return [warn(ROLES, "没有人是 wecom_admin，消息送不到时没人会知道", "在 [roles] 里写上 wecom_admin 的账号")]


def _ways(company: Company) -> Finding:
    closed = [group.name for group in company.groups if not (group.bot_chat or group.app_chat or group.webhook)]
    if closed:
        advice = "给它写上 bot_chat_id、app_chat_id 或 webhook_key 之一"
        return warn(GROUPS, f"{len(closed)} 个群没有发送的途径：{_few(closed)}", advice)
    return ok(GROUPS, f"{len(company.groups)} 个，都有发送的途径" if company.groups else "没有登记群，群里照样能用")


def _few(names: Iterable[str]) -> str:
    listed = list(names)
    return "、".join(listed[:SHOWN]) + ("等" if len(listed) > SHOWN else "")
