"""Who is here: the directory as it was last read, and what is known of the people in it."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class DepartmentRecord(Record):
    id = fields.IntField(primary_key=True, generated=False)
    name = fields.CharField(max_length=64)
    parent = fields.IntField(null=True)
    leaders: fields.JSONField[list[str]] = fields.JSONField(default=list)

    class Meta:
        table = "department"


class PersonRecord(Record):
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


class DepartmentMoveRecord(Record):
    """A department's name that stood in nicknames until then: of one person, or of the department that was renamed."""

    id = fields.BigIntField(primary_key=True)
    user_id = fields.CharField(max_length=64, null=True)
    department = fields.IntField(null=True)
    former = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "department_move"
        indexes = (
            Index(fields=("at",), name="department_move_at"),
            Index(fields=("user_id",), name="department_move_of"),
        )


class NameDoubtRecord(Record):
    """Something odd in somebody's directory entry; `told`: an administrator knows."""

    id = fields.BigIntField(primary_key=True)
    user_id = fields.CharField(max_length=64)
    field = fields.CharField(max_length=8)
    doubt = fields.CharField(max_length=16)
    told = fields.BooleanField(default=False)

    class Meta:
        table = "name_doubt"
        unique_together = (("user_id", "field"),)


class RoleHolderRecord(Record):
    """Who held a role when it was last looked at."""

    id = fields.BigIntField(primary_key=True)
    role = fields.CharField(max_length=32)
    user_id = fields.CharField(max_length=64)

    class Meta:
        table = "role_holder"
        unique_together = (("role", "user_id"),)
        indexes = (Index(fields=("user_id",), name="role_holder_of"),)


class IdentityRecord(Record):
    """Whom an encrypted id of the AI bot stands for. how: converted, imported."""

    bot_id = fields.CharField(max_length=128, primary_key=True)
    user_id = fields.CharField(max_length=64)
    how = fields.CharField(max_length=16)
    at = UtcDatetimeField()

    class Meta:
        table = "identity"
