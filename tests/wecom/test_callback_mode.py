"""The AI bot by callback, the whole program against the sandbox: answers, presses, and nothing lost by a stop."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from .programs import free_port, running
from .sandboxed import Sandbox, sandboxed


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with sandboxed() as sandbox:
        yield sandbox


async def say(sandbox: Sandbox, text: str, *, to: str = "bot") -> str:
    wish = {"from": "zhangsan", "to": to, "text": text, "mention_bot": True}
    return str((await sandbox.do("say", **wish))["msgid"])


def told(entries: list[dict[str, Any]], msgid: str) -> list[str]:
    """What a reader sees in answer to that message: of an edited bubble its last state."""
    edited = {entry["edits"] for entry in entries if "edits" in entry}
    return [e["text"] for e in entries if e.get("in_reply_to") == msgid and e["seq"] not in edited]


async def test_a_quick_answer_leaves_with_the_response(sandbox: Sandbox, tmp_path: Path) -> None:
    async with running(sandbox, tmp_path, by_callback=True):
        msgid = await say(sandbox, "/没有")
        in_room = await say(sandbox, "@小助手 /没有", to="projecta")
        entries = await sandbox.log(at_least=3)
    assert told(entries, msgid) == ["没有「没有」这个命令。发 /帮助 看看我能做什么。"]
    assert told(entries, in_room) == told(entries, msgid)
    assert sorted(entry["text"][:2] for entry in entries) == ["你好", "没有", "没有"]  # the first words bring a welcome
    assert sandbox.world.calls.under("/cgi-bin/aibot/response") == []


async def test_a_card_is_the_response_and_its_press_changes_it(sandbox: Sandbox, tmp_path: Path) -> None:
    async with running(sandbox, tmp_path, by_callback=True):
        wish = {"from": "zhengqun", "to": "projecta", "text": "@小助手 /退订 安全提醒", "mention_bot": True}
        await sandbox.do("say", **wish)
        [asked] = await sandbox.log()
        keys = {button["text"]: button["key"] for button in asked["card"]["buttons"]}
        press = {"from": "zhengqun", "card": asked["card"]["task_id"], "key": keys["确认"]}
        await sandbox.do("press", **press)
        entries = await sandbox.log(at_least=2)
    [changed] = [entry for entry in entries if entry.get("edits") == asked["seq"]]
    assert changed["card"]["buttons"] == []
    assert sandbox.world.calls.under("/cgi-bin/aibot/response") == []


async def test_what_is_said_while_nobody_listens_is_answered_once(sandbox: Sandbox, tmp_path: Path) -> None:
    await sandbox.do("settings", callback_retry_spacing=0.1, callback_retries=50)
    port = free_port()
    async with running(sandbox, tmp_path, by_callback=True, port=port):
        pass
    msgid = await say(sandbox, "/没有")
    async with running(sandbox, tmp_path, by_callback=True, port=port):
        await sandbox.log(at_least=2)
        await asyncio.sleep(0.2)
    assert told(await sandbox.log(at_least=2), msgid) == ["没有「没有」这个命令。发 /帮助 看看我能做什么。"]
