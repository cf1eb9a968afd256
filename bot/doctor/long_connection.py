"""The AI bot's long connection (D-101463). WeCom keeps one per bot, the newest: whoever tries it pushes off whoever has
it. So it is tried only where the bot that runs here says that it has none, or where none runs at all.
"""

import asyncio
from typing import Final

from aiohttp import ClientError, ClientSession, ClientWSTimeout, WSMsgType

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import PATIENCE, Patient
from bot.doctor._remedies import REMEDIES, Remedy, unreachable
from bot.doctor._running import Running, holding, local_address, running
from bot.shapes.lease import CONNECTION
from bot.storage.engine.diagnosis import sqlite_path
from bot.wecom.aibot.frames import SUBSCRIBE, new_req_id, parse, render
from bot.wecom.aibot.long_connection import BotCredentials

AREA: Final = Area.BOT
NAME: Final = "智能机器人长连接"
METRIC: Final = "qunwu_long_connection"
REFUSED: Final = 853000
PATIENCE_TO_CLOSE: Final = ClientWSTimeout(ws_close=1.0)
UNTRIED: Final = "重启机器人再检查；想先试就运行 qunwu check --take-over，它会断一下"
RIGHT: Final = "Bot ID 和 Secret 都对"
ELSEWHERE: Final = "由共用数据库的另一个进程连着"
OTHERS: Final = "一个机器人只能有一条长连接：停掉别处用同一个 Bot ID 的程序，再重启机器人"
ENDED: Final = (WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.CLOSING, WSMsgType.ERROR)


async def check(patient: Patient) -> list[Finding]:
    bot = patient.settings.wecom.bot
    if bot is None or bot.secret is None:
        return []
    own = BotCredentials(bot.ws_url, bot.id, bot.secret.get_secret_value())
    if patient.take_over:
        return [await _tried(patient, own, ok(NAME, f"{RIGHT}；刚才的试连挤掉了原有的连接，请重启正在运行的机器人"))]
    bot_here = await _settled(patient)
    if bot_here is None:
        return [await _nobody_here(patient, own)]
    state = bot_here.state(METRIC)
    if state == "up" and not bot_here.works_by(patient.file):
        return [warn(NAME, "机器人连着，但用的不是这份配置；这份里的 Bot ID 和 Secret 没有试过", UNTRIED)]
    return [await _as_it_says(patient, own, state)]


async def _settled(patient: Patient) -> Running | None:
    """One that is about to connect is given the time: who tries beside it would push it off for ten minutes."""
    bot_here = await patient.running()
    if bot_here is None or bot_here.state(METRIC) != "connecting":
        return bot_here
    await asyncio.sleep(patient.second_look)
    return await running(patient.session, local_address(patient.settings.server))


async def _nobody_here(patient: Patient, own: BotCredentials) -> Finding:
    if not patient.may_connect:
        return warn(NAME, "按 --no-connect 没有试连", "在运行机器人的那台机器上检查")
    if await _held_elsewhere(patient):
        return ok(NAME, ELSEWHERE)
    path = sqlite_path(patient.settings.database.url)
    if path and (others := holding(path.resolve())):
        says = f"进程 {others[0]} 打开着数据库，却不在 {local_address(patient.settings.server)} 回答，没有试连"
        return warn(NAME, says, "用机器人启动时的配置和环境变量再检查一次")
    return await _tried(patient, own, ok(NAME, f"试连成功，{RIGHT}"))


async def _held_elsewhere(patient: Patient) -> bool:
    try:
        return patient.diagnosis is not None and await patient.diagnosis.held(CONNECTION)
    except Exception:  # the check of the database says what is wrong with it
        return False


async def _as_it_says(patient: Patient, own: BotCredentials, state: str | None) -> Finding:
    match state:
        case "up":
            return ok(NAME, "机器人已连上")
        case "standby":
            return ok(NAME, f"{ELSEWHERE}，这一个待命")
        case "evicted":
            return fail(NAME, "被别的程序挤下线了", OTHERS)
        case "refused":
            advice = "重启机器人，让它用上新的配置"
            return await _tried(patient, own, fail(NAME, f"配置里的 {RIGHT}，运行中的机器人用的是旧的", advice))
        case None:
            return warn(NAME, "在运行的机器人没有用长连接", "配置改过就重启机器人")
    return await _tried(patient, own, warn(NAME, f"{RIGHT}，但运行中的机器人还没有连上", "过一分钟再检查一次"))


async def _tried(patient: Patient, own: BotCredentials, right: Finding) -> Finding:
    """`right` where WeCom takes the credentials: whoever was connected is not any more."""
    try:
        async with asyncio.timeout(PATIENCE.total):
            errcode = await _errcode(patient.session, own)
    except (ClientError, OSError, TimeoutError, ValueError) as error:
        remedy = unreachable(error)
        return fail(NAME, f"连不上 {own.url}：{remedy.says}", f"{remedy.advice}；出站要放行 443")
    if errcode == 0:
        return right
    remedy = REMEDIES.get(errcode, Remedy("企业微信拒绝了", REMEDIES[REFUSED].advice))
    return fail(NAME, f"{remedy.says}（{errcode}）", remedy.advice, errcode=errcode)


async def _errcode(session: ClientSession, own: BotCredentials) -> int:
    req_id = new_req_id(SUBSCRIBE)
    async with session.ws_connect(own.url, timeout=PATIENCE_TO_CLOSE) as socket:
        await socket.send_str(render(SUBSCRIBE, req_id, {"bot_id": own.bot_id, "secret": own.secret}))
        while True:
            message = await socket.receive()
            frame = parse(message.data) if message.type is WSMsgType.TEXT else None
            if frame and frame.is_ack and frame.req_id == req_id:
                return frame.errcode
            if message.type in ENDED:
                raise ConnectionResetError
