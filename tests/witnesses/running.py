"""Foreign code in a process of its own: it may print, warn, log and serve as it likes."""

import asyncio
import json
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from subprocess import PIPE
from typing import Any

CLIENTS = Path(__file__).with_name("clients")
PATIENCE = 10.0


async def run(client: str, **given: Any) -> list[Any]:
    """What a client prints, line by line as JSON; it gets what it needs as JSON on its standard input."""
    process = await _start(client)
    try:
        out, err = await asyncio.wait_for(process.communicate(json.dumps(given).encode()), PATIENCE)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    assert process.returncode == 0, err.decode()
    return [json.loads(line) for line in out.decode().splitlines() if line.startswith(("{", "[", '"'))]


@asynccontextmanager
async def serving(client: str, **given: Any) -> AsyncIterator[str]:
    """The address of a server, once it accepts connections; it is ended afterwards."""
    port = free_port()
    process = await _start(client)
    assert process.stdin is not None
    process.stdin.write(json.dumps(given | {"port": port}).encode())
    process.stdin.close()
    try:
        await _accepts(port)
        yield f"http://127.0.0.1:{port}/callback"
    finally:
        process.kill()
        await process.communicate()


async def _start(client: str) -> asyncio.subprocess.Process:
    script = str(CLIENTS / f"{client}.py")
    return await asyncio.create_subprocess_exec(sys.executable, script, stdin=PIPE, stdout=PIPE, stderr=PIPE)


async def _accepts(port: int) -> None:
    for _ in range(200):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
            continue
        writer.close()
        await writer.wait_closed()
        return
    raise AssertionError("the server did not start")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
