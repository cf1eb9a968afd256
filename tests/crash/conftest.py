"""Databases to begin from, made once; and no log lines of a thousand lives."""

import functools
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
import structlog

from tests.crash.explore import empty_database, used_database
from tests.crash.flows import Flow


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return empty_database(tmp_path_factory.mktemp("crash"))


@pytest.fixture(scope="session")
def used(empty: bytes, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Flow], bytes]:
    """One that a bot has run on: what its first start writes, not every flow need die in."""
    folder = tmp_path_factory.mktemp("used")

    @functools.cache
    def begun(begins: datetime) -> bytes:
        return used_database(folder, empty, begins)

    return lambda flow: begun(flow.begins)


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("critical"))
    yield
    structlog.configure(**before)
