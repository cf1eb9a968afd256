"""[backup]."""

import base64

import pytest
from pydantic import ValidationError

from bot.config.backup import BackupSection
from bot.domain.upkeep.backups import BackupRules

KEY = base64.b64encode(b"k" * 32).decode()


def test_by_default_every_night() -> None:
    assert BackupSection().rules() == BackupRules(nightly=True, at=2, rehearse=True, days=7, weeks=5)
    assert BackupSection().keys == ()


def test_a_new_key_goes_first() -> None:
    other = base64.b64encode(b"o" * 32).decode()
    assert BackupSection.model_validate({"secret": f"{KEY}\n{other}"}).keys == (b"k" * 32, b"o" * 32)


@pytest.mark.parametrize(
    "values", [{"secret": "abc"}, {"at": 24}, {"days": 0}, {"weeks": -1}, {"days": 61}, {"hour": 2}]
)
def test_what_makes_no_sense(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        BackupSection.model_validate(values)
