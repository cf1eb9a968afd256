"""Starting alone: the command line, and the configuration it writes for a bot."""

import asyncio
import json
import socket
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import ClientSession, web

from sandbox import bot_config
from sandbox.cli import main
from sandbox.credentials import Credentials
from tests.sandbox.callback_bot import CallbackBot
from tests.sandbox.town import App, Json, Town


async def test_the_configuration_of_a_bot(town: Town, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "bot.toml"
    bot_config.write(town.world, path, bot_port=8899)
    assert path.stat().st_mode & 0o777 == 0o600
    config = tomllib.loads(path.read_text(encoding="utf-8"))
    own = town.world.credentials
    assert config["clock"] == "sandbox"
    assert config["database"]["url"] == f"sqlite:///{path.parent}/bot.sqlite3"
    assert config["server"] == {"host": "127.0.0.1", "port": 8899}
    assert (config["wecom"]["api_base"], config["wecom"]["corp_id"]) == (town.base, own.corp_id)
    assert config["wecom"]["app"]["agent_id"] == own.agent_id
    assert config["wecom"]["bot"] == {"id": own.bot_id, "secret": own.bot_secret, "ws_url": town.world.ws_url}
    assert config["company"]["department_aliases"]["行政人事部"] == ["人事部", "HR", "人力"]
    assert config["roles"]["safety_admin"] == ["chenan"]
    assert config["roles"]["mgmt_group"] == ["zhoumin", "wangqiang"]
    assert config["roles"]["intern"] == ["hemiao"]
    assert "employee" not in config["roles"]
    assert config["leave"]["region"] == "浙江"
    assert config["moderation"]["adopted"]["D8"]["published"] == "2026-01-20"
    people = config["leave"]["people"]
    assert people["hemiao"]["began"] == people["hemiao"]["joined"] == "2026-08-01"
    assert people["lisi"]["days"] == {"2026": {"年假": 0}}
    assert [user for user, facts in people.items() if "shift" in facts] == ["abdulla"]
    groups = {group["id"]: group for group in config["groups"]}
    assert groups["projecta"]["bot_chat_id"] == own.chat_ids["projecta"]
    assert groups["projecta"]["app_chat_id"] == own.appchats["projecta"]
    assert "app_chat_id" not in groups["projectb"]
    assert groups["projecta"]["admins"] == ["zhengqun"]
    assert groups["projecta"]["subscribes"] == ["安全提醒"]
    assert "subscribes" not in groups["executives"]
    assert not {"bot_chat_id", "webhook_key"} & set(groups["marketinga"])
    assert len(groups["headquarters"]["members"]) == 24
    assert groups["projectb"]["departments"] == ["生产部", "研发部"]
    assert "departments" not in groups["executives"]
    assert groups["headquarters"]["mandatory"] is True
    assert "mandatory" not in groups["projecta"]


async def test_the_configuration_of_a_bot_in_callback_mode(town: Town, tmp_path: Path) -> None:
    bot_config.write(town.world, tmp_path / "bot.toml", bot_port=8899, by_callback=True)
    config = tomllib.loads((tmp_path / "bot.toml").read_text(encoding="utf-8"))
    own = town.world.credentials
    assert config["wecom"]["bot"] == {"id": own.bot_id, "token": own.token, "encoding_aes_key": own.encoding_aes_key}


def test_wrong_usage(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--port", "many"])
    assert left.value.code == 2
    assert main(["--company", str(tmp_path / "none.json")]) == 1
    assert main(["--set", "no_such=1"]) == 1
    assert main(["--port", str(_free_port()), "--tls-port", str(_free_port())]) == 1
    assert "could not start" in capsys.readouterr().err


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_started_alone_it_registers_the_bot_that_it_configured(town: Town, tmp_path: Path) -> None:
    """The bot answers only after a while, as a bot that starts at the same time does."""
    port, bot_port = _free_port(), _free_port()
    config = tmp_path / "bot.toml"
    options = [
        f"--port={port}",
        f"--bot-port={bot_port}",
        f"--write-config={config}",
        "--people=5",
        "--bot-mode=callback",
    ]
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "sandbox", *options, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert (await process.stdout.readline()).decode() == f"sandbox: http://127.0.0.1:{port}/\n"
        wecom = tomllib.loads(config.read_text(encoding="utf-8"))["wecom"]
        town.world.credentials = _credentials_of(town, wecom)
        app = App(town)
        bot = CallbackBot(town)
        runner = await _serve(app, bot, bot_port)
        async with ClientSession() as http:
            state = await _registered(http, port)
        await runner.cleanup()
    finally:
        process.terminate()
        await process.communicate()
    assert len(state["people"]) == 29


def _credentials_of(town: Town, wecom: Json) -> Credentials:
    app = wecom["app"]
    return replace(
        town.world.credentials,
        corp_id=wecom["corp_id"],
        token=app["token"],
        encoding_aes_key=app["encoding_aes_key"],
    )


async def _serve(app: App, bot: CallbackBot, port: int) -> web.AppRunner:
    server = web.Application()
    server.router.add_route("*", "/wecom/bot", bot.handle)
    server.router.add_route("*", "/wecom/app", app.handle)
    runner = web.AppRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    return runner


async def _registered(http: ClientSession, port: int) -> dict[str, list[object]]:
    for _ in range(40):
        async with http.get(f"http://127.0.0.1:{port}/sandbox/state") as response:
            state = json.loads(await response.text())
        if state["app"]["callback"] and state["bot"]["connected"]:
            return state
        await asyncio.sleep(0.05)
    raise AssertionError("the callback was not registered")


@pytest.mark.parametrize(
    ("wish", "sentence"), [("nosuch=1", "there is no setting nosuch"), ("close_cleanly=perhaps", "--set close_cleanly")]
)
def test_a_setting_that_cannot_be(wish: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", "1", "--set", wish]) == 1
    assert sentence in capsys.readouterr().err
