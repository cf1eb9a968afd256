"""A table's model is not looked up in its own source."""

import inspect

import pytest
from tortoise import fields

from bot.storage.engine.record import Record


def test_no_source_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_: object) -> str:
        raise AssertionError("read")

    monkeypatch.setattr(inspect, "getsource", read)

    class Noted(Record):
        """What it holds."""

        id = fields.IntField(primary_key=True)

        class Meta:
            table = "noted"

    assert Noted._meta.table_description == "What it holds."
    assert list(Noted._meta.fields_map) == ["id"]
