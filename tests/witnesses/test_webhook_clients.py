"""Webhook clients from the package index, given the sandbox's address."""

from pathlib import Path

from tests.sandbox.test_webhook import PNG
from tests.sandbox.town import Town
from tests.witnesses.running import run


async def test_corpwechatbot(town: Town, tmp_path: Path) -> None:
    """Its uploads carry a field without a name: real WeCom takes them."""
    picture, report = tmp_path / "a.png", tmp_path / "report.txt"
    picture.write_bytes(PNG)
    report.write_text("report of the drill")
    key = town.world.credentials.webhooks["projecta"]
    answers = await run("webhook_corpwechatbot", key=key, base=town.base, picture=str(picture), file=str(report))
    assert [answer["errcode"] for answer in answers] == [0] * 5
    texts = [entry["text"].splitlines()[0] for entry in await town.log()]
    assert texts == ["演练 @李四", "**演练**", "[图片]", "新闻", "[文件] report.txt"]


async def test_py_wecom_toolkit(town: Town, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("report of the drill")
    own = await town.get("/sandbox/credentials")
    key = own["webhooks"]["projecta"]
    answers = await run("toolkit", **own, key=key, base=town.base, file=str(report))
    assert [answer["errcode"] for answer in answers] == [0] * 5
    assert answers[-1]["access_token"] == await town.token()
    texts = [entry["text"] for entry in await town.log()]
    assert texts == ["演练 @所有人", "# 演练", "[文件] report.txt"]
