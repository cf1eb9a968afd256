"""One wrong set-up after another through the whole doctor: the line that names the fix, and no other ✗ beside it."""

import datetime
import ssl
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot.doctor.pictures import drawn_by
from tests.doctor.clinic import Clinic, in_front

Spoil = Callable[[Clinic], Awaitable[None] | None]


def put(path: str, value: object) -> Spoil:
    """As somebody would mistype it in the file."""
    *sections, name = path.split(".")

    def spoil(clinic: Clinic) -> None:
        table: Any = clinic.values
        for section in sections:
            table = table.setdefault(section, {})
        table[name] = value

    return spoil


def own(path: str, credential: str) -> Spoil:
    """One of the credentials in the place of another."""
    return lambda clinic: put(path, getattr(clinic.world.credentials, credential))(clinic)


def answered(path: str, errcode: int) -> Spoil:
    """WeCom answers so, as long as it is asked."""

    async def spoil(clinic: Clinic) -> None:
        await clinic.do("faults", path=f"/cgi-bin/{path}", errcode=errcode)

    return spoil


def setting(name: str, value: object) -> Spoil:
    return lambda clinic: setattr(clinic.world.settings, name, value)


def database(write: Callable[[Path], object]) -> Spoil:
    def spoil(clinic: Clinic) -> None:
        write(clinic.folder / "qunwu.sqlite3")

    return spoil


WRONG: dict[str, tuple[Spoil, str, str]] = {
    "app secret": (put("wecom.app.secret", "x"), "应用凭证：Secret 不对（40001）", "本应用 → Secret 重新查看"),
    "agent id": (put("wecom.app.agent_id", 1), "应用凭证：AgentId 不对（40056）", "复制 AgentId"),
    "another app's secret": (answered("agent/get", 301002), "应用凭证：这个 Secret 无权操作这个 AgentId", "同一个应用"),
    "contacts secret for the app": (
        own("wecom.app.secret", "contacts_secret"),
        "应用凭证：这不是自建应用的",
        "重新复制",
    ),
    "app secret for the contacts": (
        own("wecom.contacts.secret", "app_secret"),
        "通讯录同步凭证：这不是通讯录同步的 Secret（48002）",
        "通讯录同步 查看 Secret",
    ),
    "contacts secret": (put("wecom.contacts.secret", "x"), "通讯录同步凭证：Secret 不对（40001）", "通讯录同步 查看"),
    "a token that is refused": (answered("agent/get", 42001), "应用凭证：企业微信不认刚取的凭证（42001）", "代理缓存"),
    "an address that is not trusted": (
        answered("agent/get", 60020),
        "（60020），企业微信看到的地址是 127.0.0.1",
        "企业可信IP 加上127.0.0.1",
    ),
    "the app is disabled": (answered("agent/get", 50003), "应用凭证：应用已被停用（50003）", "启用应用"),
    "too many calls": (answered("agent/get", 45009), "应用凭证：调用太频繁", "等一小时再检查"),
    "nobody in the range": (setting("visible_departments", ""), "应用可见范围：是空的", "可见范围 选全公司"),
    "sending is not allowed": (
        answered("message/send", 48002),
        "发应用消息：这个 Secret 没有调用这个接口",
        "看管理后台",
    ),
    "bot id": (put("wecom.bot.id", "x"), "智能机器人长连接：Bot ID 或 Secret 不对（853000）", "智能机器人 重新复制"),
    "bot secret": (
        put("wecom.bot.secret", "x"),
        "智能机器人长连接：Bot ID 或 Secret 不对（853000）",
        "智能机器人 重新复制",
    ),
    "nobody at the socket": (put("wecom.bot.ws_url", "ws://127.0.0.1:9"), "智能机器人长连接：连不上 ws://", "放行 443"),
    "no such host": (put("wecom.bot.ws_url", "ws://openws.invalid"), "域名解析不了", "DNS"),
    "a folder that is not there": (
        put("database.url", "sqlite:////no/x.sqlite3"),
        "数据库：目录 /no 不存在",
        "建好目录",
    ),
    "a folder for a file": (database(Path.mkdir), "数据库：/", "改 [database] url"),
    "something that is no database": (
        database(lambda path: path.write_bytes(b"no database" * 1000)),
        "数据库：文件不是 SQLite 数据库",
        "从备份恢复",
    ),
    "no PostgreSQL": (put("database.url", "postgres://a:b@127.0.0.1:9/c"), "数据库：连不上 PostgreSQL", "是否在运行"),
    "a public address without a bot": (
        put("server.public_url", "http://127.0.0.1:9"),
        "应用回调：http://127.0.0.1:9/wecom/app 连接被拒绝",
        "先运行 qunwu run",
    ),
    "a webhook that is gone": (
        put("groups", [{"id": "A", "name": "A群", "webhook_key": "x"}]),
        "群的编号：群「A群」的 webhook_key 不对",
        "重新复制",
    ),
    "a group of somebody else's": (
        put("groups", [{"id": "A", "name": "A群", "app_chat_id": "x"}]),
        "群的编号：企业微信不认得群「A群」的 app_chat_id",
        "这个应用自己建的群",
    ),
}


@pytest.mark.parametrize(("spoil", "says", "advice"), WRONG.values(), ids=WRONG)
async def test_one_thing_is_wrong(clinic: Clinic, spoil: Spoil, says: str, advice: str) -> None:
    done = spoil(clinic)
    if done is not None:
        await done
    (line,) = (await clinic.report()).failures
    assert says in line
    assert advice in line.partition("下一步：")[2]


async def real_wecom(_request: web.Request) -> web.Response:
    return web.json_response({"errcode": 41001, "errmsg": "access_token missing, from ip: 203.0.113.7, more info"})


async def test_the_clock_of_a_sandbox_that_is_not_there(clinic: Clinic) -> None:
    async with in_front(real_wecom) as url:
        clinic.values["wecom"]["api_base"] = url
        lines = (await clinic.report()).failures
    assert lines[0] == (
        '✗ 本机时间：clock = "sandbox"，连到的却不是沙箱，机器人起不来。下一步：正式使用时删掉 clock 这一行。'
    )


async def web_page(_request: web.Request) -> web.Response:
    return web.Response(text="<!DOCTYPE html><html>", content_type="text/html")


async def test_a_web_page_in_wecoms_place(clinic: Clinic) -> None:
    async with in_front(web_page) as url:
        clinic.values["wecom"]["bot"]["ws_url"] = url.replace("http", "ws")
        (line,) = (await clinic.report()).failures
    assert "对方不是长连接服务（HTTP 200）。下一步：看地址对不对；中间的代理要放行 WebSocket" in line


@pytest.fixture
def sealed(tmp_path: Path) -> ssl.SSLContext:
    """With a certificate that nobody else has signed."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    signed = builder.not_valid_before(now).not_valid_after(now + datetime.timedelta(days=1)).sign(key, hashes.SHA256())
    pem, open_text = serialization.Encoding.PEM, serialization.NoEncryption()
    path = tmp_path / "certificate.pem"
    path.write_bytes(signed.public_bytes(pem) + key.private_bytes(pem, serialization.PrivateFormat.PKCS8, open_text))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(path)
    return context


async def test_a_certificate_of_ones_own(clinic: Clinic, sealed: ssl.SSLContext) -> None:
    server = TestServer(web.Application(), scheme="https")
    await server.start_server(ssl=sealed)
    async with clinic.running():
        clinic.values["server"]["public_url"] = f"https://localhost:{server.port}"
        (line,) = (await clinic.report()).failures
    await server.close()
    assert "TLS 证书是自签的，企业微信不认。下一步：换成受信任的机构签发的证书。" in line


async def test_https_where_http_is_spoken(clinic: Clinic) -> None:
    async with clinic.running():
        clinic.values["server"]["public_url"] = f"https://localhost:{clinic.values['server']['port']}"
        (line,) = (await clinic.report()).failures
    assert "对方不是 TLS 服务。下一步：看地址该是 http 还是 https" in line


async def test_the_font_is_gone(tmp_path: Path) -> None:
    finding = await drawn_by(tmp_path / "font.otf")
    assert finding.line == f"✗ 图片字体：{tmp_path / 'font.otf'} 不见了。下一步：重新运行 make install。"


async def test_others_can_read_a_secret(clinic: Clinic) -> None:
    secret = clinic.folder / "secret"
    secret.write_text("x", encoding="utf-8")
    secret.chmod(0o644)
    clinic.path.write_text(f'[wecom.bot]\nid = "a"\nsecret_file = "{secret}"\n', encoding="utf-8")
    (finding,) = (await clinic.report()).of("configuration")
    assert finding.line == f"! 配置文件：{secret} 里有密钥，本机其他用户也能读。下一步：运行 chmod 600 {secret}。"
