"""Which version of a group's rules is in force: a text that was changed in the configuration becomes the next one."""

from typing import Final

from bot.domain.groups.group import Group
from bot.domain.groups.rules import RulesVersion
from bot.domain.groups.rules_diff import is_the_same
from bot.services.approvals.kinds import Desk
from bot.shapes.act import Act

JOB: Final = "group-rules"
AT_ONCE: Final = 100  # groups whose texts are written down in one transaction


async def in_force(desk: Desk, group: Group) -> RulesVersion | None:
    """None: the group has no rules."""
    text = desk.company.group_rules.of(group)
    if not text:
        return None
    latest = await _latest(desk, group)
    if latest and _says(latest, text):
        return latest
    await desk.store.groups.hold(group.id)  # of two who see the new text one writes it down
    latest = await _latest(desk, group)
    return latest if latest and _says(latest, text) else await _publish(desk, group, text, before=latest)


async def note_texts(desk: Desk) -> bool:
    """Write down what the configuration says now; whether there may be more to write."""
    latest = await desk.store.rules.latest([group.id for group in desk.company.groups])
    texts = {group: text for group in desk.company.groups if (text := desk.company.group_rules.of(group))}
    news = [group for group, text in texts.items() if not ((known := latest.get(group.id)) and _says(known, text))]
    for group in news[:AT_ONCE]:
        await in_force(desk, group)
    return len(news) > AT_ONCE


async def _latest(desk: Desk, group: Group) -> RulesVersion | None:
    return (await desk.store.rules.latest([group.id])).get(group.id)


async def _publish(desk: Desk, group: Group, text: str, *, before: RulesVersion | None) -> RulesVersion:
    """Whoever noticed it, the configuration said it. Of the first version nobody is asked who was there before it."""
    by = Act("configuration", "rules", "配置", desk.act.cause, desk.act.at)
    if before:
        await desk.store.jobs.hasten(JOB, desk.now)
    return await desk.store.rules.publish(group.id, text, ask=before is not None, by=by)


def _says(version: RulesVersion, text: str) -> bool:
    return version.text == text or is_the_same(version.text, text)
