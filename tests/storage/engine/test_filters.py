"""Every way to ask a column that the ORM would have written down is found, and nothing else is."""

import copy

import pytest
from tortoise.context import get_current_context
from tortoise.exceptions import FieldError
from tortoise.filters import get_filters_for_field
from tortoise.models import MetaInfo, Model

from bot.storage.engine.database import Database
from bot.storage.models.pipeline import Inbox
from bot.storage.models.timers import TimerRecord


def written_down(meta: MetaInfo) -> MetaInfo:
    """As the ORM has it where nobody stops it."""
    eager = copy.copy(meta)
    eager._filters, eager.filters = {}, {}
    for name, field in meta.fields_map.items():
        source = field.source_field or name
        eager._filters |= get_filters_for_field(name, field, source)
        if field.pk:
            eager._filters |= get_filters_for_field("pk", field, source)
    eager._generate_filters()
    return eager


async def test_they_are_the_orms_own(database: Database) -> None:
    context = get_current_context()
    assert context
    models: list[type[Model]] = [each for app in (context.apps or {}).values() for each in app.values()]
    assert len(models) > 100
    for model in models[::7]:  # all of them are made alike
        expected = written_down(model._meta).filters
        for key, found in expected.items():
            assert key in model._meta.filters
            assert repr(model._meta.get_filter(key)) == repr(found)


async def test_what_is_no_column_or_no_way_is_refused(database: Database) -> None:
    for wrong in ("nothing", "key__nearly", "_meta", "key__"):
        assert wrong not in Inbox._meta.filters
        with pytest.raises(KeyError):
            Inbox._meta.get_filter(wrong)
    with pytest.raises(FieldError):
        await Inbox.filter(nothing=1)
    assert not await TimerRecord.filter(rung_at__isnull=True, pk__in=[1], job=None)
