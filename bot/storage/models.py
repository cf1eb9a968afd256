"""The tables. Models never leave `bot.storage`; hot ones are read and written by hand-written SQL.

Times of the pipeline are integers, milliseconds since 1970 UTC; times of records are UTC datetimes.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class UtcDatetimeField(fields.DatetimeField[datetime]):
    """SQLite compares datetimes as text: every value, in filters too, becomes UTC; a naive one is a defect."""

    def to_db_value(self, value: Any, instance: type[Model] | Model) -> Any:
        if isinstance(value, datetime):
            if value.tzinfo is None:
                raise ValueError(f"{self.model_field_name}: a naive datetime")
            value = value.astimezone(UTC)
        return super().to_db_value(value, instance)


class OpenRows(Index):
    """An index over the rows that still wait: a million finished ones cost nothing."""

    def __init__(self, *, fields: Sequence[str], name: str, condition: str) -> None:
        super().__init__(fields=tuple(fields), name=name)
        self.extra = f" WHERE {condition}"


class Inbox(Model):
    """Every message received, once. state: waiting, done, parked, again (a human wants it tried once more)."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(max_length=255, unique=True)
    sender = fields.CharField(max_length=64)
    urgent = fields.BooleanField(default=False)
    state = fields.CharField(max_length=8, default="waiting")
    received_at = fields.BigIntField()
    retry_at = fields.BigIntField(default=0)
    attempts = fields.IntField(default=0)
    done_at = fields.BigIntField(null=True)
    ticket = fields.CharField(max_length=16, null=True)
    why = fields.CharField(max_length=200, null=True)
    payload = fields.TextField()

    class Meta:
        table = "inbox"
        indexes = (
            OpenRows(fields=("id",), name="inbox_waiting", condition="state <> 'done'"),
            OpenRows(fields=("sender", "id"), name="inbox_lane", condition="state <> 'done'"),
        )


class Outbox(Model):
    """Everything said or to be said. state: waiting, sending, done, refused, unknown, parked, again.

    `owner`: which of several processes sends it, on PostgreSQL.
    """

    id = fields.BigIntField(primary_key=True)
    cause = fields.CharField(max_length=255)
    lane = fields.CharField(max_length=160)
    urgent = fields.BooleanField(default=False)
    state = fields.CharField(max_length=8, default="waiting")
    created_at = fields.BigIntField()
    retry_at = fields.BigIntField(default=0)
    attempts = fields.IntField(default=0)
    step = fields.IntField(default=0)
    route = fields.CharField(max_length=160, null=True)
    check_duplicates = fields.BooleanField(default=False)
    claimed_at = fields.BigIntField(null=True)
    doubtful_since = fields.BigIntField(null=True)
    settled_at = fields.BigIntField(null=True)
    errcode = fields.IntField(default=0)
    why = fields.CharField(max_length=200, null=True)
    receipt = fields.TextField(null=True)
    owner = fields.BigIntField(null=True)
    address = fields.TextField()
    content = fields.TextField()

    class Meta:
        table = "outbox"
        indexes = (
            OpenRows(fields=("id",), name="outbox_open", condition="state NOT IN ('done', 'refused')"),
            OpenRows(fields=("lane", "id"), name="outbox_lane", condition="state NOT IN ('done', 'refused')"),
            Index(fields=("cause",), name="outbox_cause"),
        )


class Ledger(Model):
    """One row per call that WeCom counts against a limit: who was sent how much, and what."""

    id = fields.BigIntField(primary_key=True)
    route = fields.CharField(max_length=160)
    at = fields.BigIntField()
    outbox_id = fields.BigIntField()
    digest = fields.CharField(max_length=32)

    class Meta:
        table = "ledger"
        indexes = (Index(fields=("route", "at"), name="ledger_route"),)


class Peer(Model):
    """Somebody or some group that has addressed the AI bot: only those can be pushed to."""

    id = fields.BigIntField(primary_key=True)
    peer = fields.CharField(max_length=128, unique=True)
    first_heard = UtcDatetimeField()

    class Meta:
        table = "peer"


class IdentityRecord(Model):
    """Whom an encrypted id of the AI bot stands for. how: converted, imported."""

    bot_id = fields.CharField(max_length=128, primary_key=True)
    user_id = fields.CharField(max_length=64)
    how = fields.CharField(max_length=16)
    at = UtcDatetimeField()

    class Meta:
        table = "identity"


class FileRecord(Model):
    """Bytes of a picture or file; the id is their digest."""

    id = fields.CharField(max_length=64, primary_key=True)
    data = fields.BinaryField()
    kept_at = UtcDatetimeField()

    class Meta:
        table = "file"
        indexes = (Index(fields=("kept_at", "id"), name="file_age"),)  # without reading through the bytes


class CardRecord(Model):
    """A card that somebody holds: what it stands for, and whether it can still be pressed."""

    task_id = fields.CharField(max_length=128, primary_key=True)
    topic = fields.CharField(max_length=32)
    subject = fields.CharField(max_length=64)
    holder = fields.CharField(max_length=64)

    class Meta:
        table = "card"


class ConfirmationRecord(Model):
    """A command that waits for its asker's yes. state: open, done, dropped."""

    id = fields.BigIntField(primary_key=True)
    asker = fields.CharField(max_length=64)
    chat = fields.CharField(max_length=128, null=True)
    line = fields.TextField()
    asked_at = UtcDatetimeField()
    closes_at = UtcDatetimeField()
    quote = fields.TextField(null=True)
    state = fields.CharField(max_length=8, default="open")

    class Meta:
        table = "confirmation"
        indexes = (Index(fields=("asker", "state"), name="confirmation_asker"),)


class DialogueRecord(Model):
    """A question that waits for its asker's answer. state: open, answered, dropped, lapsed; chat: "" in private."""

    id = fields.BigIntField(primary_key=True)
    asker = fields.CharField(max_length=64)
    via = fields.CharField(max_length=8)
    chat = fields.CharField(max_length=128)
    line = fields.TextField()
    question = fields.TextField()
    typed = fields.TextField(default="")
    options: fields.JSONField[list[list[str]]] = fields.JSONField(default=list)
    guessed = fields.BooleanField(default=False)
    quote = fields.TextField(null=True)
    asked_at = UtcDatetimeField()
    closes_at = UtcDatetimeField()
    state = fields.CharField(max_length=8, default="open")

    class Meta:
        table = "dialogue"
        indexes = (OpenRows(fields=("asker", "id"), name="dialogue_open", condition="state = 'open'"),)


class Trail(Model):
    """Who did what to what by which right, and on which message. Only ever appended to."""

    id = fields.BigIntField(primary_key=True)
    at = UtcDatetimeField()
    actor = fields.CharField(max_length=64)
    action = fields.CharField(max_length=64)
    subject = fields.CharField(max_length=128)
    authority = fields.CharField(max_length=128)
    cause = fields.CharField(max_length=255)
    details: fields.JSONField[dict[str, Any]] = fields.JSONField(default=dict)

    class Meta:
        table = "trail"
        indexes = (Index(fields=("subject",), name="trail_subject"),)


class RefusalRecord(Model):
    """What somebody was refused, and by which rule; nothing of what he typed. chat: null in private."""

    id = fields.BigIntField(primary_key=True)
    at = UtcDatetimeField()
    user_id = fields.CharField(max_length=64)
    command = fields.CharField(max_length=64)
    code = fields.CharField(max_length=32)
    chat = fields.CharField(max_length=128, null=True)

    class Meta:
        table = "refusal"
        indexes = (Index(fields=("user_id", "at"), name="refusal_user"),)


class RoleHolderRecord(Model):
    """Who held a role when it was last looked at."""

    id = fields.BigIntField(primary_key=True)
    role = fields.CharField(max_length=32)
    user_id = fields.CharField(max_length=64)

    class Meta:
        table = "role_holder"
        unique_together = (("role", "user_id"),)


class DepartmentRecord(Model):
    id = fields.IntField(primary_key=True, generated=False)
    name = fields.CharField(max_length=64)
    parent = fields.IntField(null=True)
    leaders: fields.JSONField[list[str]] = fields.JSONField(default=list)

    class Meta:
        table = "department"


class PersonRecord(Model):
    user_id = fields.CharField(max_length=64, primary_key=True)
    name = fields.CharField(max_length=64)
    main_department = fields.IntField()
    departments: fields.JSONField[list[int]] = fields.JSONField(default=list)
    position = fields.CharField(max_length=128, default="")
    alias = fields.CharField(max_length=64, default="")
    staff_no = fields.CharField(max_length=32, null=True)
    active = fields.BooleanField(default=True)
    tags: fields.JSONField[list[str]] = fields.JSONField(default=list)
    leaders: fields.JSONField[list[str]] = fields.JSONField(default=list)

    class Meta:
        table = "person"


class SubscriptionRecord(Model):
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


class JobRecord(Model):
    """When a job falls due next; claiming moves it on."""

    name = fields.CharField(max_length=64, primary_key=True)
    due_at = UtcDatetimeField()

    class Meta:
        table = "job"


class JobRun(Model):
    """One slot of a job. state: ran, missed."""

    id = fields.BigIntField(primary_key=True)
    job = fields.CharField(max_length=64)
    slot = UtcDatetimeField()
    state = fields.CharField(max_length=8)
    at = UtcDatetimeField()
    note = fields.CharField(max_length=200, default="")

    class Meta:
        table = "job_run"
        unique_together = (("job", "slot"),)


class ProcessRecord(Model):
    """A process that shares the database, as long as it says so. Its number is never given out again."""

    id = fields.BigIntField(primary_key=True)
    seen_at = fields.BigIntField()

    class Meta:
        table = "process"


class LeaseRecord(Model):
    """What one process at a time may do; it is free when its holder is gone."""

    name = fields.CharField(max_length=32, primary_key=True)
    holder = fields.BigIntField()

    class Meta:
        table = "lease"


class NicknameRecord(Model):
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


class NicknameReadingRecord(Model):
    """When the nicknames of a customer group were last read from WeCom, and whether it let us."""

    group_id = fields.CharField(max_length=64, primary_key=True)
    at = UtcDatetimeField()
    granted = fields.BooleanField()

    class Meta:
        table = "nickname_reading"


class NicknameWishRecord(Model):
    """Somebody who waits for a customer group's nicknames to be read."""

    id = fields.BigIntField(primary_key=True)
    group_id = fields.CharField(max_length=64)
    user_id = fields.CharField(max_length=64)

    class Meta:
        table = "nickname_wish"
        unique_together = (("group_id", "user_id"),)


class NicknameCaseRecord(Model):
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


class NameDoubtRecord(Model):
    """Something odd in somebody's directory entry; `told`: an administrator knows."""

    id = fields.BigIntField(primary_key=True)
    user_id = fields.CharField(max_length=64)
    field = fields.CharField(max_length=8)
    doubt = fields.CharField(max_length=16)
    told = fields.BooleanField(default=False)

    class Meta:
        table = "name_doubt"
        unique_together = (("user_id", "field"),)


class DepartmentMoveRecord(Model):
    """A department's name that stood in nicknames until then: of one person, or of the department that was renamed."""

    id = fields.BigIntField(primary_key=True)
    user_id = fields.CharField(max_length=64, null=True)
    department = fields.IntField(null=True)
    former = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "department_move"
        indexes = (Index(fields=("at",), name="department_move_at"),)


class NumberRecord(Model):
    """How many numbers of a series (`RQ-20261122`) were given out."""

    series = fields.CharField(max_length=16, primary_key=True)
    given = fields.IntField()

    class Meta:
        table = "number"


class AccidentRecord(Model):
    """A report of an accident, as it was first told. state: an AccidentState."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24, unique=True)
    state = fields.CharField(max_length=8)
    kind = fields.CharField(max_length=8)
    level = fields.CharField(max_length=8, null=True)
    urgent = fields.BooleanField()
    place = fields.CharField(max_length=64, null=True)
    injured = fields.IntField(null=True)
    happened_at = UtcDatetimeField(null=True)
    text = fields.TextField()
    reporter = fields.CharField(max_length=128)
    chat = fields.CharField(max_length=128, null=True)
    reported_at = UtcDatetimeField()
    last_heard = UtcDatetimeField()
    taken_by = fields.CharField(max_length=64, null=True)
    taken_at = UtcDatetimeField(null=True)
    closed_by = fields.CharField(max_length=64, null=True)
    closed_at = UtcDatetimeField(null=True)

    class Meta:
        table = "accident"
        indexes = (Index(fields=("last_heard",), name="accident_heard"),)


class AccidentNoteRecord(Model):
    """What was added to a report; only ever appended to. kind: a NoteKind."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)
    kind = fields.CharField(max_length=16)
    text = fields.TextField()

    class Meta:
        table = "accident_note"
        indexes = (Index(fields=("number",), name="accident_note_number"),)


class RequestRecord(Model):
    """Something that others decide on. `body` is the whole of it; the rest is what it is looked up by."""

    number = fields.CharField(max_length=24, primary_key=True)
    kind = fields.CharField(max_length=32)
    applicant = fields.CharField(max_length=64)
    text = fields.TextField()
    state = fields.CharField(max_length=8)
    version = fields.IntField()
    opened_at = UtcDatetimeField()
    due_at = UtcDatetimeField()
    closed_at = UtcDatetimeField(null=True)
    body = fields.TextField()

    class Meta:
        table = "request"
        indexes = (
            OpenRows(fields=("due_at",), name="request_open", condition="closed_at IS NULL"),
            Index(fields=("applicant", "opened_at"), name="request_applicant"),
        )


class AskRecord(Model):
    """Somebody who was asked about a request, by the card `task_id`. `cause`: the message that made it be sent."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    user = fields.CharField(max_length=64)
    version = fields.IntField()
    task_id = fields.CharField(max_length=128)
    cause = fields.CharField(max_length=255)
    waits = fields.BooleanField()

    class Meta:
        table = "request_ask"
        indexes = (
            OpenRows(fields=("user", "id"), name="request_ask_user", condition="waits"),
            Index(fields=("number",), name="request_ask_number"),
        )


class DelegationRecord(Model):
    """Who decides for whom from day to day; state: a DelegationState."""

    id = fields.BigIntField(primary_key=True)
    principal = fields.CharField(max_length=64)
    deputy = fields.CharField(max_length=64)
    start = fields.DateField()
    end = fields.DateField()
    state = fields.CharField(max_length=8)

    class Meta:
        table = "delegation"
        indexes = (Index(fields=("end",), name="delegation_end"),)


class FoundingRecord(Model):
    """A group that was approved and is to be made. state: a FoundingState."""

    number = fields.CharField(max_length=24, primary_key=True)
    type = fields.CharField(max_length=8)
    name = fields.CharField(max_length=128)
    owner = fields.CharField(max_length=64)
    members: fields.JSONField[list[str]] = fields.JSONField(default=list)
    chat = fields.CharField(max_length=32, unique=True)
    state = fields.CharField(max_length=8)
    by = fields.CharField(max_length=64, null=True)
    due_at = UtcDatetimeField(null=True)
    greeted = fields.BooleanField(default=False)

    class Meta:
        table = "founding"
        indexes = (Index(fields=("name",), name="founding_name"),)
