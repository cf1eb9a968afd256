"""Two ids of one room, the whole program in the sandbox: the code shows where the app speaks, and comes back."""

import re
from pathlib import Path
from typing import Any

from bot.identifiers import GroupId

from .programs import running
from .sandboxed import Sandbox, sandboxed

ROOM = "projecta"  # made by the app, with the AI bot in it


async def say(sandbox: Sandbox, text: str, *, to: str = "app") -> None:
    """By 郑群, who looks after it."""
    await sandbox.do("say", **{"from": "zhengqun", "to": to, "text": text, "mention_bot": to != "app"})


async def heard(sandbox: Sandbox, words: str) -> dict[str, Any]:
    """The first that was sent with these words in it, once it was."""
    number = 1
    while True:
        entries = await sandbox.log(at_least=number)
        if found := [each for each in entries if words in each["text"]]:
            return found[0]
        number = len(entries) + 1


async def test_the_code_comes_back_from_the_same_room(tmp_path: Path) -> None:
    async with sandboxed() as sandbox, running(sandbox, tmp_path) as core:
        await say(sandbox, "/绑定 项目A工作群 解除")
        asked = await heard(sandbox, "你是想")
        await sandbox.do("press", **{"from": "zhengqun", "card": asked["card"]["task_id"], "key": "yes"})
        await heard(sandbox, "解除了。")
        await say(sandbox, "/绑定 项目A工作群")
        posted = await heard(sandbox, "前有效。请群管理员")
        assert (posted["via"], posted["to"]["group"]) == ("appchat", ROOM)
        code = re.search(r"/绑定 (\S+)$", posted["text"])
        assert code
        await say(sandbox, f"/绑定 {code[1]}", to=ROOM)
        answer = await heard(sandbox, "接通了：这里就是项目A工作群")
        assert (answer["via"], answer["to"]["group"]) == ("bot", ROOM)
        group = await core.records.groups.get(GroupId(ROOM))
    assert group
    assert group.bot_chat == sandbox.world.credentials.chat_ids[ROOM]
