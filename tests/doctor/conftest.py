"""Every test of the doctor has a WeCom of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.doctor.clinic import Clinic, opened


@pytest.fixture
async def clinic(tmp_path: Path) -> AsyncIterator[Clinic]:
    async with opened(tmp_path) as clinic:
        yield clinic
