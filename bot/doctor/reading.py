"""Whether the contacts can be read, by which secret, and whether names and positions come along (D-90195, D-90200)."""

from collections.abc import Sequence
from typing import Any, Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import OWNERS, RANGE, REMEDIES, refused
from bot.shapes.outgoing import Outcome

AREA: Final = Area.APP
NAME: Final = "读通讯录"
DEPARTMENTS: Final = 8  # are looked into until somebody is found
SAID_ELSEWHERE: Final = frozenset({0, 40001, 40013, 40056, 41002, 41004, 60020, 301002})  # by the check of credentials


async def check(patient: Patient) -> list[Finding]:
    found = {secret: await _members(patient, secret) for secret in patient.settings.wecom.secrets}
    if not found:
        return []
    read = {secret: members for secret, members in found.items() if not isinstance(members, Outcome)}
    if not read:
        return _nobody_reads(found)
    return [*_passed_over(found), *_seen(*next(iter(read.items())))]


async def _members(patient: Patient, secret: str) -> Sequence[dict[str, Any]] | Outcome:
    """Those of the first department that has any."""
    answer = await patient.call(secret, "department/list")
    if isinstance(answer, Outcome):
        return answer
    for department in (answer.get("department") or [])[:DEPARTMENTS]:
        listed = await patient.call(secret, "user/list", department_id=str(department["id"]))
        if isinstance(listed, Outcome):
            return listed
        if listed.get("userlist"):
            return list(listed["userlist"])
    return []


def _nobody_reads(found: dict[str, Sequence[dict[str, Any]] | Outcome]) -> list[Finding]:
    outcomes = {secret: each for secret, each in found.items() if isinstance(each, Outcome)}
    if "app" in outcomes and outcomes["app"].errcode in SAID_ELSEWHERE:
        return []  # once the app is put right, it reads where the contacts secret may not
    return [
        refused(f"{NAME}（{OWNERS[secret]}）", outcome, owner=secret)
        for secret, outcome in outcomes.items()
        if outcome.errcode not in SAID_ELSEWHERE
    ]


def _passed_over(found: dict[str, Sequence[dict[str, Any]] | Outcome]) -> list[Finding]:
    """The contacts secret may not read, but the app's may: worth knowing, nothing is broken."""
    outcome = found.get("contacts")
    if not isinstance(outcome, Outcome) or outcome.errcode in SAID_ELSEWHERE:
        return []
    remedy = REMEDIES.get(outcome.errcode)
    says = f"{remedy.says if remedy else '没有权限'}（{outcome.errcode}），机器人改用应用的 Secret"
    advice = "只要应用的可见范围是全公司，就不用处理"
    return [warn(f"{NAME}（{OWNERS['contacts']}）", says, advice, errcode=outcome.errcode)]


def _seen(secret: str, members: Sequence[dict[str, Any]]) -> list[Finding]:
    name = f"{NAME}（{OWNERS[secret]}）"
    if not members:
        return [fail(name, "一个成员也看不到", f"{RANGE} 加上部门")]
    if not any(member.get("name") and member["name"] != member.get("userid") for member in members):
        return [fail(name, "看不到姓名", "用自建应用的 Secret；第三方应用和部分代开发应用读不到姓名")]
    if not any(member.get("position") for member in members):
        return [warn(name, "读得到姓名，但没有人填职务", "要按职务找审批人，就在通讯录里填上职务")]
    return [ok(name, "读得到姓名和职务")]
