"""The AI bot's long connection (D-101463). Trying it would push the running bot off, so that one is asked instead."""

from typing import Final

from aiohttp import ClientError, ClientWSTimeout, WSMsgType

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import PATIENCE, Patient
from bot.doctor._remedies import REMEDIES, unreachable
from bot.doctor._running import Running
from bot.wecom.aibot.frames import SUBSCRIBE, new_req_id, parse, render

AREA: Final = Area.BOT
NAME: Final = "智能机器人长连接"
REFUSED: Final = 853000
PATIENCE_TO_CLOSE: Final = ClientWSTimeout(ws_close=1.0)
OTHERS: Final = "一个机器人只能有一条长连接：停掉别处用同一个 Bot ID 的程序，再重启机器人"


async def check(patient: Patient) -> list[Finding]:
    bot = patient.settings.wecom.bot
    if bot is None or bot.secret is None:
        return []
    if patient.take_over:
        return [await _subscribed(patient, bot.ws_url, {"bot_id": bot.id, "secret": bot.secret.get_secret_value()})]
    running = await patient.running()
    return [_as_it_says(running) if running else _not_tried()]


def _not_tried() -> Finding:
    advice = "先运行 qunwu run 再检查；确认别处没有在用后，也可以运行 qunwu check --take-over 试连"
    return warn(NAME, "机器人没有在这里运行，没有试连（试连会挤掉正在用的连接）", advice)


def _as_it_says(running: Running) -> Finding:
    match running.state("qunwu_long_connection"):
        case "up":
            return ok(NAME, "机器人说连着")
        case "standby":
            return ok(NAME, "由共用数据库的另一个进程连着，这一个待命")
        case "evicted":
            return fail(NAME, "被别的程序挤下线了", OTHERS)
        case "refused":
            remedy = REMEDIES[REFUSED]
            return fail(NAME, f"企业微信不接受：{remedy.says}（{REFUSED}）", remedy.advice, errcode=REFUSED)
        case None:
            return warn(NAME, "在运行的机器人没有用长连接", "配置改过就重启机器人")
    return fail(NAME, "机器人连不上，正在重试", "看网络和 [wecom.bot] ws_url，出站要放行 443")


async def _subscribed(patient: Patient, url: str, asked: dict[str, str]) -> Finding:
    """With --take-over: whoever was connected is not any more."""
    try:
        errcode = await _errcode(patient, url, asked)
    except (ClientError, OSError, TimeoutError, ValueError) as error:
        remedy = unreachable(error)
        return fail(NAME, f"连不上 {url}：{remedy.says}", remedy.advice)
    if errcode == 0:
        return ok(NAME, "Bot ID 和 Secret 都对；刚才的试连挤掉了原有的连接，请重启正在运行的机器人")
    remedy = REMEDIES.get(errcode, REMEDIES[REFUSED])
    says = remedy.says if errcode in REMEDIES else "企业微信拒绝了"
    return fail(NAME, f"{says}（{errcode}）", remedy.advice, errcode=errcode)


async def _errcode(patient: Patient, url: str, asked: dict[str, str]) -> int:
    req_id = new_req_id(SUBSCRIBE)
    async with patient.session.ws_connect(url, timeout=PATIENCE_TO_CLOSE) as socket:
        await socket.send_str(render(SUBSCRIBE, req_id, asked))
        while True:
            message = await socket.receive(timeout=PATIENCE.total)
            frame = parse(message.data) if message.type is WSMsgType.TEXT else None
            if frame and frame.is_ack and frame.req_id == req_id:
                return frame.errcode
            if message.type in (WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.CLOSING, WSMsgType.ERROR):
                raise ConnectionResetError
