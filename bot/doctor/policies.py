"""Whether the policies that are used bind anybody, and whether somebody is there who may decide by them."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Final

from bot.doctor._finding import Area, Finding, ok, warn
from bot.doctor._patient import Patient
from bot.domain.moderation.pack import Pack, Step
from bot.domain.moderation.rules import ModerationRules
from bot.domain.rights import Role

AREA: Final = Area.COMPANY
NAME: Final = "处理违规的制度"
_BY_ITSELF: Final = frozenset({Role.GROUP_ADMIN, Role.DEPT_HEAD})  # the registry and the directory say who


async def check(patient: Patient) -> list[Finding]:
    company = patient.settings.configured_company()
    return list(of_rules(company.moderation, company.role_rules, await patient.now()))


def of_rules(rules: ModerationRules, given: Collection[Role], now: datetime) -> Iterator[Finding]:
    """`given`: the roles that the configuration gives to anybody."""
    named = dict.fromkeys((rules.usual, *rules.by_type.values(), *rules.by_group.values()))
    yield from _bound([rules.named(pack, now) for pack in named], now)
    binding = [pack for pack in rules.packs(now) if pack.procedure.binds(now.date())]
    for pack, step in [(each, step) for each in binding for step in each.steps.values()]:
        if not _BY_ITSELF.intersection(step.decides) and not set(step.decides) & set(given):
            yield _vacant(pack, step)


def _bound(used: list[Pack], now: datetime) -> Iterator[Finding]:
    hints = [pack for pack in used if not pack.procedure.binds(now.date())]
    begun = [pack for pack in hints if pack.procedure.published or pack.procedure.discussed]
    for pack in begun:
        says = f"{pack.id}《{pack.document}》还缺{'、'.join(pack.procedure.missing) or '生效'}，只作提示"
        yield warn(NAME, says, f"办完补在 [moderation.adopted.{pack.id}]")
    if not begun:
        names = "、".join(f"{pack.id}《{pack.document}》" for pack in used)
        yield ok(NAME, f"用 {names}{'，还没有公示，只维持群里秩序' if hints else ''}")


def _vacant(pack: Pack, step: Step) -> Finding:
    says = f"{pack.id} 的「{step.name}」由{'、'.join(role.label for role in step.decides)}定，现在没有人担任"
    return warn(NAME, says, f"在 [roles] 里给出 {' 或 '.join(step.decides)}")
