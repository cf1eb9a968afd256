"""Two bots from the package index on the long connection."""

import asyncio
import base64
import datetime
import ipaddress
import subprocess
import sys
from pathlib import Path

import pytest
from aiohttp import ClientSession
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from wecom_aibot_sdk import WSClient, WSClientOptions
from wecom_aibot_sdk.types import WsFrame

from tests.sandbox.test_messages import BUTTONS
from tests.sandbox.test_webhook import PNG
from tests.sandbox.town import Town
from tests.witnesses.running import free_port, run


async def _connected(town: Town, secret: str = "") -> WSClient:
    own = town.world.credentials
    client = WSClient(WSClientOptions(own.bot_id, secret or own.bot_secret, ws_url=town.world.ws_url))
    await client.connect_async()
    for _ in range(100):
        if client.is_authenticated:
            break
        await asyncio.sleep(0.01)
    today = town.world.clock.now().date().isoformat()
    town.world.bot.opened.update(dict.fromkeys(town.world.directory.people, today))
    return client


async def test_wecom_aibot_sdk_python_streams_and_pushes(town: Town) -> None:
    client = await _connected(town)

    async def answer(frame: WsFrame) -> None:
        await client.reply_stream(frame, "s-1", "查询中")
        await client.reply_stream(frame, "s-1", "还剩 5 天", finish=True)
        await client.send_message(
            frame.body["from"]["userid"], {"msgtype": "markdown", "markdown": {"content": "以上"}}
        )

    client.on("message.text", answer)
    await town.say("lisi", "bot", "假期余额")
    assert await town.texts(3) == ["查询中", "还剩 5 天", "以上"]
    await client.disconnect()


async def test_wecom_aibot_sdk_python_welcomes_and_changes_cards(town: Town) -> None:
    client = await _connected(town)
    town.world.bot.opened.clear()

    async def welcome(frame: WsFrame) -> None:
        await client.reply_welcome(frame, {"msgtype": "text", "text": {"content": "你好"}})

    async def card(frame: WsFrame) -> None:
        await client.reply(frame, {"msgtype": "template_card", "template_card": BUTTONS})

    async def pressed(frame: WsFrame) -> None:
        done = {"response_type": "update_template_card", "template_card": BUTTONS | {"replace_text": "已同意"}}
        await client.reply(frame, done, cmd="aibot_respond_update_msg")

    client.on("event.enter_chat", welcome)
    client.on("message.text", card)
    client.on("event.template_card_event", pressed)
    await town.say("lisi", "bot", "请假")
    await town.texts(2)
    await town.press("lisi", "t1", "yes")
    assert sorted((await town.texts(3))[:2]) == ["你好", "请假"]
    assert (await town.log())[2]["text"] == "请假\n已同意"
    await client.disconnect()


async def test_wecom_aibot_sdk_python_reads_pictures_and_uploads(town: Town, tmp_path: Path) -> None:
    client = await _connected(town)
    report = tmp_path / "report.txt"
    report.write_bytes(b"x" * 600_000)
    pictures: list[bytes] = []

    async def answer(frame: WsFrame) -> None:
        image = frame.body["image"]
        pictures.append((await client.download_file(image["url"], image["aeskey"]))[0])
        media = await client.upload_media(str(report))
        await client.reply(frame, {"msgtype": "file", "file": {"media_id": media.media_id}})

    client.on("message.image", answer)
    await town.say("lisi", "bot", "", image=base64.b64encode(PNG).decode())
    assert await town.texts(1) == ["[文件] report.txt"]
    assert pictures == [PNG]
    await client.disconnect()


@pytest.mark.filterwarnings("ignore:ConnectionClosed.code is deprecated")
async def test_wecom_aibot_sdk_python_stays_away_when_another_connects(town: Town) -> None:
    first = await _connected(town)
    second = await _connected(town)
    await asyncio.sleep(0.1)
    assert (first.is_connected, second.is_authenticated) == (False, True)
    await first.disconnect()
    await second.disconnect()


async def test_wecom_aibot_sdk_python_with_a_wrong_secret(town: Town) -> None:
    client = await _connected(town, "wrong")
    assert not client.is_authenticated
    await client.disconnect()


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Of this machine, signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "sandbox")])
    now = datetime.datetime.now(datetime.UTC)
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now).not_valid_after(now + datetime.timedelta(days=1))
    signed = builder.add_extension(address, critical=False).sign(key, hashes.SHA256())
    path = tmp_path / "certificate.pem"
    encoding, nobody = serialization.Encoding.PEM, serialization.NoEncryption()
    private = key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, nobody)
    path.write_bytes(signed.public_bytes(encoding) + private)
    return path


async def test_the_vendors_own_sdk(certificate: Path) -> None:
    """wecom-aibot-python-sdk insists on TLS: the sandbox, started alone, serves that too."""
    port, tls_port = free_port(), free_port()
    options = [f"--port={port}", f"--tls-port={tls_port}", f"--tls-cert={certificate}"]
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "sandbox", *options, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        await process.stdout.readline()
        async with ClientSession(f"http://127.0.0.1:{port}") as http:
            assert await _talk(http, tls_port, certificate) == ["查询中", "还剩 5 天", "以上"]
    finally:
        process.terminate()
        await process.communicate()


async def _talk(http: ClientSession, tls_port: int, certificate: Path) -> list[str]:
    """Somebody asks the vendor's bot; what it answers."""
    own = await (await http.get("/sandbox/credentials")).json()
    secure = own | {"ws_url": f"wss://127.0.0.1:{tls_port}/ws", "certificate": str(certificate)}
    talk = asyncio.create_task(run("official_bot", **secure))
    for _ in range(400):
        if (await (await http.get("/sandbox/state")).json())["bot"]["connected"]:
            break
        await asyncio.sleep(0.02)
    await http.post("/sandbox/say", json={"from": "lisi", "to": "bot", "text": "假期余额"})
    assert await talk == [{"content": "假期余额"}, {"errcode": 0}]
    return [entry["text"] for entry in (await (await http.get("/sandbox/log")).json())["entries"]]
