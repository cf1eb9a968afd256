"""The sandbox's company has taken all policies through what makes them binding: a newcomer sees what they lead to."""

from pathlib import Path

from bot.config.loading import load
from bot.domain.moderation.shelf import shipped
from sandbox import bot_config
from tests.sandbox.town import Town


async def test_all_that_the_bot_brings_along_bind(town: Town, tmp_path: Path) -> None:
    path = tmp_path / "bot.toml"
    bot_config.write(town.world, path, bot_port=8899)
    now = town.world.company.now
    packs = load(path).moderation.rules("浙江").packs(now)
    assert {pack.id for pack in packs} == {pack.id for pack in shipped()}
    assert all(pack.procedure.binds(now.date()) for pack in packs)
