"""Accounts in WeCom: what is to be done to them, and who leaves."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class AccountWorkRecord(Record):
    """Something that is to be done to an account. deed: Deed, state: WorkState, by their names.

    `told`: the value as JSON, under seal, with the mobile number in it, which goes once it is done; `mobile`: what
    stands for that number, by which it is found and not read.
    """

    number = fields.BigIntField(primary_key=True)
    deed = fields.CharField(max_length=16)
    user = fields.CharField(max_length=64)
    state = fields.CharField(max_length=16)
    cause = fields.CharField(max_length=32, default="")
    version = fields.IntField()
    mobile = fields.CharField(max_length=64, default="")
    told = fields.TextField()

    class Meta:
        table = "account_work"
        indexes = (
            OpenRows(
                fields=("number",),
                name="account_work_open",
                condition="state IN ('WAITING', 'TO_DO', 'ASKED', 'CHECKING')",
            ),
            Index(fields=("user",), name="account_work_user"),
            Index(fields=("mobile",), name="account_work_mobile"),
        )


class LeavingRecord(Record):
    """Somebody who leaves. state: LeavingState by its name; `told`: the value as JSON. Why he leaves stands nowhere."""

    number = fields.CharField(max_length=24, primary_key=True)
    user = fields.CharField(max_length=64)
    state = fields.CharField(max_length=16)
    version = fields.IntField()
    told = fields.TextField()

    class Meta:
        table = "leaving"
        indexes = (
            OpenRows(fields=("number",), name="leaving_open", condition="state IN ('OPEN', 'OFF')"),
            Index(fields=("user",), name="leaving_user"),
        )


class AccountRecord(Record):
    """An account as the bot came to know it. origin: Origin, employment: Employment, by their names."""

    user = fields.CharField(max_length=64, primary_key=True)
    origin = fields.CharField(max_length=8)
    seen_on = fields.DateField()
    employment = fields.CharField(max_length=16)
    until = fields.DateField(null=True)
    sponsor = fields.CharField(max_length=64, null=True)
    confirmed_on = fields.DateField(null=True)

    class Meta:
        table = "account"
        indexes = (
            Index(fields=("seen_on",), name="account_seen"),
            OpenRows(fields=("until",), name="account_until", condition="until IS NOT NULL"),
        )


class AccountDifferenceRecord(Record):
    """A difference between the list of human resources and the directory that somebody was told of; `skipped`: it is
    right as it is. `key` stands for what differs, which isn't kept."""

    key = fields.CharField(max_length=16, primary_key=True)
    skipped = fields.BooleanField(default=False)
    at = UtcDatetimeField()

    class Meta:
        table = "account_difference"
