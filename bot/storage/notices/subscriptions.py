"""Which groups chose to get which notices."""

from collections.abc import Mapping

from bot.domain.notices.topics import Topic
from bot.identifiers import GroupId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.groups import SubscriptionRecord


class SubscriptionTable:
    async def chosen(self, topic: Topic) -> Mapping[GroupId, bool]:
        rows = await SubscriptionRecord.filter(topic=topic).values_list("group_id", "active")
        return {GroupId(group): active for group, active in rows}

    async def choose(self, group: GroupId, topic: Topic, *, active: bool, by: Act) -> None:
        await SubscriptionRecord.update_or_create(
            {"active": active, "since": by.at, "by": by.actor}, group_id=group, topic=topic
        )
        await trail.record(by, "subscription.set", f"group:{group}", topic=topic, active=active)
