"""What proves why somebody was off, and who looked at what is private."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class DataViewRecord(Record):
    """See DataView. Only ever added to, until it is old."""

    id = fields.BigIntField(primary_key=True)
    at = UtcDatetimeField()
    viewer = fields.CharField(max_length=64)
    whose = fields.CharField(max_length=64)
    what = fields.CharField(max_length=16)
    about = fields.CharField(max_length=24)
    why = fields.TextField()

    class Meta:
        table = "data_view"
        indexes = (Index(fields=("whose", "id"), name="data_view_whose"), Index(fields=("at",), name="data_view_at"))


class LeaveProofRecord(Record):
    """See Proof."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    user = fields.CharField(max_length=64)
    file = fields.CharField(max_length=64)
    ending = fields.CharField(max_length=8)
    handed_at = UtcDatetimeField()
    checked_at = UtcDatetimeField(null=True)
    checked_by = fields.CharField(max_length=64, null=True)

    class Meta:
        table = "leave_proof"
        indexes = (
            Index(fields=("number", "id"), name="leave_proof_number"),
            Index(fields=("user", "id"), name="leave_proof_user"),
            Index(fields=("file",), name="leave_proof_file"),
        )


class ProofReminderRecord(Record):
    """Somebody was reminded that what proves a leave is missing: once."""

    number = fields.CharField(max_length=24, primary_key=True)
    at = UtcDatetimeField()

    class Meta:
        table = "leave_proof_reminder"


class PrivateMessageRecord(Record):
    """A message, by its key, whose words go soon, and what `user` was told because of it: he said it to a private
    command, or what he was told is private."""

    id = fields.BigIntField(primary_key=True)
    cause = fields.CharField(max_length=255)
    user = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "private_message"
        unique_together = (("cause", "user"),)
        indexes = (Index(fields=("at",), name="private_message_at"),)


class SickWarningRecord(Record):
    """The human resources were told how much of the protected time that began on a day is used."""

    id = fields.BigIntField(primary_key=True)
    user = fields.CharField(max_length=64)
    since = fields.DateField()
    at = UtcDatetimeField()

    class Meta:
        table = "sick_warning"
        unique_together = (("user", "since"),)
