"""The configuration as the running bot goes by it: the file, with what was changed in chat.

For calls that look without being the bot: no database is made or changed for them; without one the file alone counts.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.errors import ConfigError

if TYPE_CHECKING:
    from bot.config.settings import Settings

ALONE: Final = "注意：{}。聊天里改过的设置没有算进来，只按配置文件。"


def as_it_runs(path: Path) -> "Settings":
    """Raises ConfigError where the file is wrong, or what was changed in chat doesn't go with it any more."""
    return asyncio.run(_read(path))


@asynccontextmanager
async def looked_up(path: Path) -> "AsyncIterator[tuple[Settings, bool]]":
    """The settings, and whether the database is open; why it isn't is said on stderr. Raises ConfigError."""
    from bot.config.changes import with_changes
    from bot.config.loading import load

    file = load(path)
    async with AsyncExitStack() as stack:
        is_open = await _is_open(file.database.url, stack)
        yield (await with_changes(file)).settings if is_open else file, is_open


async def _is_open(url: str, stack: AsyncExitStack) -> bool:
    from bot.storage.engine.opening import looked_into

    try:
        await stack.enter_async_context(looked_into(url))
    except ConfigError as error:
        print(ALONE.format("；".join(error.problems)), file=sys.stderr)
        return False
    return True


async def _read(path: Path) -> "Settings":
    async with looked_up(path) as (settings, _):
        return settings
