"""What people call themselves in groups, when that was read, and what is wrong with it."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class NicknameRecord(Record):
    """What somebody calls himself in a group, and who says so; group_id is "" where it is said of all groups.

    `key` is the nickname as names are compared.
    """

    id = fields.BigIntField(primary_key=True)
    holder = fields.CharField(max_length=64)
    group_id = fields.CharField(max_length=64, default="")
    source = fields.CharField(max_length=16)
    nickname = fields.CharField(max_length=128)
    key = fields.CharField(max_length=128)
    outsider = fields.BooleanField(default=False)
    at = UtcDatetimeField()

    class Meta:
        table = "nickname"
        unique_together = (("holder", "group_id", "source"),)
        indexes = (
            Index(fields=("group_id",), name="nickname_group"),
            Index(fields=("key",), name="nickname_key"),
        )


class NicknameReadingRecord(Record):
    """When the nicknames of a customer group were last read from WeCom, and whether it let us."""

    group_id = fields.CharField(max_length=64, primary_key=True)
    at = UtcDatetimeField()
    granted = fields.BooleanField()

    class Meta:
        table = "nickname_reading"


class NicknameWishRecord(Record):
    """Somebody who waits for a customer group's nicknames to be read."""

    id = fields.BigIntField(primary_key=True)
    group_id = fields.CharField(max_length=64)
    user_id = fields.CharField(max_length=64)

    class Meta:
        table = "nickname_wish"
        unique_together = (("group_id", "user_id"),)


class NicknameCaseRecord(Record):
    """A nickname that is wrong, from the day it was found until it is put right; group_id as in `nickname`."""

    id = fields.BigIntField(primary_key=True)
    user_id = fields.CharField(max_length=64)
    group_id = fields.CharField(max_length=64, default="")
    nickname = fields.CharField(max_length=128)
    found_at = UtcDatetimeField()
    reminded = fields.IntField(default=0)
    reminded_at = UtcDatetimeField(null=True)
    listed_at = UtcDatetimeField(null=True)

    class Meta:
        table = "nickname_case"
        unique_together = (("user_id", "group_id"),)
