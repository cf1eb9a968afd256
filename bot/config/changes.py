"""The configuration as the file and the database say it together."""

from typing import Final

from bot.config.configured import Configured
from bot.config.settings import Settings
from bot.errors import ConfigError
from bot.storage.upkeep.settings import SettingTable

DROP: Final = "聊天里改过的设置和现在的配置文件对不上：改文件，或者用 qunwu config drop 名字 撤掉聊天里的那一项"


async def with_changes(file: Settings) -> Configured:
    """With what was changed in chat, out of the open database. Raises ConfigError where they don't go together."""
    try:
        return Configured.at_start(file, await SettingTable().overlay())
    except ConfigError as error:
        raise ConfigError([*error.problems, DROP]) from None
