"""What was said by the safety calendar, who did what it asked for, and what people asked and answered."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class SafetyShownRecord(Record):
    """An entry of the calendar, said once to one reader on one day. topic: the text of the library that came along."""

    id = fields.BigIntField(primary_key=True)
    reader = fields.CharField(max_length=128)
    entry = fields.CharField(max_length=64)
    on_day = fields.DateField()
    topic = fields.CharField(max_length=128, null=True)

    class Meta:
        table = "safety_shown"
        unique_together = (("reader", "entry", "on_day"),)
        indexes = (Index(fields=("on_day",), name="safety_shown_day"),)


class SafetyReceiptRecord(Record):
    """Somebody pressed that he has done what an entry asked of him that day."""

    id = fields.BigIntField(primary_key=True)
    entry = fields.CharField(max_length=64)
    on_day = fields.DateField()
    user = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "safety_receipt"
        unique_together = (("entry", "on_day", "user"),)
        indexes = (Index(fields=("user",), name="safety_receipt_of"),)


class SafetyQuestionRecord(Record):
    """A question about safety that the library had no answer to. state: a QuestionState."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24, unique=True)
    state = fields.CharField(max_length=8)
    text = fields.TextField()
    asker = fields.CharField(max_length=64)
    asked_on = fields.DateField()
    answer = fields.TextField(null=True)
    answered_by = fields.CharField(max_length=64, null=True)
    answered_on = fields.DateField(null=True)

    class Meta:
        table = "safety_question"
        indexes = (Index(fields=("asker",), name="safety_question_of"),)


class QuizAnswerRecord(Record):
    """What somebody answered to a question of a day: the first answer counts."""

    id = fields.BigIntField(primary_key=True)
    user = fields.CharField(max_length=64)
    on_day = fields.DateField()
    topic = fields.CharField(max_length=128)
    right = fields.BooleanField()

    class Meta:
        table = "quiz_answer"
        unique_together = (("user", "on_day"),)


class QuizHabitRecord(Record):
    """Somebody who wants a question a day, or wanted it once; how many working days in a row he has answered."""

    user = fields.CharField(primary_key=True, max_length=64)
    wanted = fields.BooleanField()
    streak = fields.IntField()
    best = fields.IntField()
    last_day = fields.DateField(null=True)

    class Meta:
        table = "quiz_habit"
