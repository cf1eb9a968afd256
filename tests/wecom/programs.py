"""The whole program in this process, as the bot of a sandbox."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.app import serving
from bot.config.settings import Settings
from bot.core import Core

from .sandboxed import Sandbox


@asynccontextmanager
async def running(
    sandbox: Sandbox, folder: Path, *, by_callback: bool = False, with_app: bool = True, port: int = 0
) -> AsyncIterator[Core]:
    """With the directory read, and its callbacks saved in the sandbox's console. The same folder: the same bot."""
    port = port or free_port()
    async with serving(_settings(sandbox, folder, port, by_callback=by_callback, with_app=with_app)) as core:
        await core.tick()
        for kind, used in (("app", with_app), ("bot", by_callback)):
            if used:
                saved = await sandbox.do("callback", kind=kind, url=f"http://127.0.0.1:{port}/wecom/{kind}")
                assert saved == {"verified": True}
        yield core


def _settings(sandbox: Sandbox, folder: Path, port: int, *, by_callback: bool, with_app: bool) -> Settings:
    world, given = sandbox.world, sandbox.world.credentials
    keys = {"token": given.token, "encoding_aes_key": given.encoding_aes_key}
    line = {"secret": given.bot_secret, "ws_url": world.ws_url}
    wecom: dict[str, Any] = {"api_base": world.api_base, "corp_id": given.corp_id}
    wecom["bot"] = {"id": given.bot_id} | (keys if by_callback else line)
    if with_app:
        wecom["app"] = {"agent_id": given.agent_id, "secret": given.app_secret} | keys
    return Settings(  # type: ignore[arg-type]
        clock="sandbox",
        database={"url": f"sqlite:///{folder / 'bot.sqlite3'}"},
        server={"port": port},
        wecom=wecom,
        groups=[_group(sandbox, room) for room in world.directory.rooms],
    )


def _group(sandbox: Sandbox, room_id: str) -> dict[str, Any]:
    room, given = sandbox.world.directory.rooms[room_id], sandbox.world.credentials
    return {
        "id": room_id,
        "name": room.name,
        "type": room.type,
        "admins": [room.admin] if room.admin else [],
        "bot_chat_id": given.chat_ids.get(room_id),
        "app_chat_id": given.appchats.get(room_id),
        "subscribes": ["安全提醒"],
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
