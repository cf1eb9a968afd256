"""Strangers at the address that the whole world can reach."""

import zlib
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from .programs import free_port, running
from .sandboxed import Sandbox, sandboxed


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with sandboxed() as sandbox:
        yield sandbox


async def test_what_is_compressed_is_not_unpacked(sandbox: Sandbox, tmp_path: Path) -> None:
    """Unpacked it would be longer than a callback may be, and answered by 413."""
    port = free_port()
    packed = zlib.compress(bytes(200_000))
    async with (
        running(sandbox, tmp_path, port=port),
        aiohttp.ClientSession() as session,
        session.post(
            f"http://127.0.0.1:{port}/wecom/app", data=packed, headers={"Content-Encoding": "deflate"}
        ) as answer,
    ):
        assert answer.status == 403
