"""Whether the bot runs here and is ready, and whether it refused callbacks: then WeCom's console differs from us."""

from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import APP_PAGE, COMPANY_PAGE, REMEDIES, UNTRUSTED
from bot.doctor._running import Running, local_address, occupied

AREA: Final = Area.CALLBACK
NAME: Final = "机器人进程"
REFUSED: Final = "收到的回调"
SENDS: Final = "发出的消息"
PARTS: Final = {"database": "数据库", "wecom": "企业微信"}
CONSOLE: Final = f"{APP_PAGE} → 接收消息 → 设置API接收"
DIFFERS: Final = {
    "signature": (
        "签名不对，多半是 Token 与管理后台不一致（也可能是外人在试）",
        f"到{CONSOLE} 核对 Token，改配置后重启",
    ),
    "key": ("能验签、解不开，EncodingAESKey 与管理后台不一致", f"到{CONSOLE} 核对 EncodingAESKey，改配置后重启"),
    "receiver": ("是发给另一个企业的，企业ID（corp_id）不一致", f"在{COMPANY_PAGE} 核对企业ID"),
    "stale": ("时间差超过五分钟", "打开时间同步（chrony 或 systemd-timesyncd）"),
}


async def check(patient: Patient) -> list[Finding]:
    bot = await patient.running()
    if bot is None:
        address = local_address(patient.settings.server)
        if await occupied(patient.session, address):
            return [fail(NAME, f"{address} 上是别的程序（或旧版本的机器人）", "停掉它，或改 [server] port")]
        return [warn(NAME, f"没有在运行（{address} 没有回答）", "运行 qunwu run 后再检查一次，能查得更全")]
    return [
        _ready(bot),
        *_newer(patient, bot),
        *_refusals(bot, "app" if _hears_by_app(patient) else "bot"),
        *_sends(bot),
    ]


def _ready(bot: Running) -> Finding:
    failing = "、".join(words for name, words in PARTS.items() if not bot.ready.get(name, True))
    if failing:
        return fail(NAME, f"在运行，但没有就绪：{failing}", "看本页其他几项和机器人的日志")
    return ok(NAME, "在运行，已就绪")


def _newer(patient: Patient, bot: Running) -> list[Finding]:
    if bot.works_by(patient.file):
        return []
    return [warn(NAME, "它启动以后配置改过，新的还没有用上", "重启机器人，再检查一次")]


def _hears_by_app(patient: Patient) -> bool:
    app = patient.settings.wecom.app
    return app is not None and bool(app.keys)


def _refusals(bot: Running, via: str) -> list[Finding]:
    """Refusals beside callbacks that were believed are strangers, or were put right meanwhile."""
    believed = bot.total("qunwu_messages_received_total", via=via) > 0
    level = warn if believed else fail
    return [
        level(REFUSED, f"启动以来有 {number} 个被拒收：{DIFFERS[reason][0]}", DIFFERS[reason][1])
        for reason, number in bot.by("reason", "qunwu_callbacks_refused").items()
        if reason in DIFFERS
    ]


def _sends(bot: Running) -> list[Finding]:
    """Only what somebody must put right: the rest is retried or listed by `qunwu parked`."""
    remedies = {str(errcode): remedy for errcode, remedy in [*REMEDIES.items(), (60020, UNTRUSTED)]}
    return [
        warn(
            SENDS,
            f"启动以来被拒绝 {number} 次：{remedies[code].says}（{code}）",
            remedies[code].advice,
            errcode=int(code),
        )
        for code, number in bot.by("errcode", "qunwu_wecom_errcodes_total").items()
        if code in remedies
    ]
