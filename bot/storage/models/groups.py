"""Work groups: what is known of each, who is in it, what is to be done to it, which notices it wants."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class WorkGroupRecord(Record):
    """A work group. state: a GroupState. `version` grows with every change to it or to who is in it.

    `declared`: what the configuration said of it when it was last read.
    """

    id = fields.CharField(max_length=64, primary_key=True)
    version = fields.IntField(default=1)
    state = fields.CharField(max_length=8)
    name = fields.CharField(max_length=128)
    kind = fields.CharField(max_length=16, default="")
    aliases: fields.JSONField[list[str]] = fields.JSONField(default=list)
    purpose = fields.CharField(max_length=500, default="")
    departments: fields.JSONField[list[str]] = fields.JSONField(default=list)
    owner = fields.CharField(max_length=64, null=True)
    admins: fields.JSONField[list[str]] = fields.JSONField(default=list)
    deputies: fields.JSONField[list[str]] = fields.JSONField(default=list)
    mandatory = fields.BooleanField(null=True)
    bot_chat = fields.CharField(max_length=128, null=True, unique=True)
    app_chat = fields.CharField(max_length=64, null=True, unique=True)
    subscribes: fields.JSONField[list[str]] = fields.JSONField(default=list)
    founding = fields.CharField(max_length=24, default="")
    declared: fields.JSONField[dict[str, Any] | None] = fields.JSONField(null=True)

    class Meta:
        table = "work_group"
        indexes = (Index(fields=("name",), name="work_group_name"),)


class MembershipRecord(Record):
    """Somebody of the company who is in a group. `cause`: the number of the request, or how the bot learnt of it."""

    id = fields.BigIntField(primary_key=True)
    group_id = fields.CharField(max_length=64)
    user = fields.CharField(max_length=64)
    exempt = fields.BooleanField(default=False)
    cause = fields.CharField(max_length=255)
    since = UtcDatetimeField()

    class Meta:
        table = "membership"
        unique_together = (("group_id", "user"),)
        indexes = (
            Index(fields=("user",), name="membership_user"),
            Index(fields=("since",), name="membership_since"),
        )


class GuestRecord(Record):
    """Somebody from outside who is in a group; `sponsor` answers for him until `expires_on`."""

    id = fields.BigIntField(primary_key=True)
    group_id = fields.CharField(max_length=64)
    name = fields.CharField(max_length=64)
    sponsor = fields.CharField(max_length=64, null=True)
    expires_on = fields.DateField(null=True)
    cause = fields.CharField(max_length=255)
    since = UtcDatetimeField()

    class Meta:
        table = "guest"
        unique_together = (("group_id", "name"),)


class ErrandRecord(Record):
    """Something that is to be done to a group, thought of at `at`. state: an ErrandState; `checked`: whether WeCom's
    list agrees."""

    number = fields.BigIntField(primary_key=True)
    at = UtcDatetimeField()
    group_id = fields.CharField(max_length=64)
    deed = fields.CharField(max_length=16)
    cause = fields.CharField(max_length=32)
    asker = fields.CharField(max_length=64)
    people: fields.JSONField[list[str]] = fields.JSONField(default=list)
    guest = fields.CharField(max_length=64, default="")
    wish = fields.CharField(max_length=128, default="")
    reason = fields.CharField(max_length=500, default="")
    exempt = fields.BooleanField(default=False)
    expires_on = fields.DateField(null=True)
    helper = fields.CharField(max_length=64, null=True)
    state = fields.CharField(max_length=8)
    by = fields.CharField(max_length=64, null=True)
    due_at = UtcDatetimeField(null=True)
    checked = fields.BooleanField(null=True)

    class Meta:
        table = "errand"
        indexes = (
            OpenRows(fields=("number",), name="errand_open", condition="state IN ('待办', '等人处理')"),
            Index(fields=("group_id",), name="errand_group"),
        )


class UnkeptGroupRecord(Record):
    """A group that nobody here looks after. `told_at`: when whoever appoints for it last heard of that."""

    group_id = fields.CharField(max_length=64, primary_key=True)
    since = UtcDatetimeField()
    told_at = UtcDatetimeField(null=True)

    class Meta:
        table = "unkept_group"


class SubscriptionRecord(Record):
    """Whether a group wants a kind of notice; a row with active=false outlives the configured default."""

    id = fields.BigIntField(primary_key=True)
    group_id = fields.CharField(max_length=64)
    topic = fields.CharField(max_length=32)
    active = fields.BooleanField()
    since = UtcDatetimeField()
    by = fields.CharField(max_length=64)

    class Meta:
        table = "subscription"
        unique_together = (("group_id", "topic"),)


class GroupWatchRecord(Record):
    """When something was last seen in a group, and what its keepers said of it. `asked`: a month as 2026-12."""

    group_id = fields.CharField(max_length=64, primary_key=True)
    since = fields.DateField()
    seen = fields.DateField(null=True)
    asked = fields.CharField(max_length=7, default="")
    answer = fields.CharField(max_length=8, null=True)
    answered_on = fields.DateField(null=True)

    class Meta:
        table = "group_watch"
