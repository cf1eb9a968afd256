"""The callback address from outside: verified and written to as WeCom would, each failure with its usual cause."""

from dataclasses import dataclass
from typing import Final

from bot.config.wecom import CallbackSection, WeComSection
from bot.doctor._finding import Area, Finding, Level, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import unreachable
from bot.doctor._running import local_address
from bot.doctor._wecom_caller import Trial, WeComCaller
from bot.doors import AIBOT
from bot.wecom.aibot import callback as aibot
from bot.wecom.app import callback as app

AREA: Final = Area.CALLBACK
GET_WITHIN, POST_WITHIN = 1.0, 5.0  # seconds that WeCom gives
RESTART: Final = "配置里的 Token、EncodingAESKey 或企业ID 改过就重启机器人"
START: Final = "先运行 qunwu run，再检查一次"


@dataclass(frozen=True, slots=True)
class Door:
    name: str
    path: str
    section: CallbackSection
    receive_id: str
    table: str  # of the configuration


async def check(patient: Patient) -> list[Finding]:
    doors = _doors(patient.settings.wecom)
    return [finding for door in doors for finding in [*await _door(patient, door), *_replaced(door)]]


def _doors(wecom: WeComSection) -> list[Door]:
    """Those for which there are keys."""
    heard = [Door("应用回调", app.PATH, wecom.app, wecom.corp_id, "wecom.app")] if wecom.app else []
    asked = [Door("智能机器人回调", aibot.PATH, wecom.bot, AIBOT, "wecom.bot")] if wecom.bot else []
    return [door for door in (*heard, *asked) if door.section.keys]


async def _door(patient: Patient, door: Door) -> list[Finding]:
    public = patient.settings.server.public_url
    base = (public or local_address(patient.settings.server)).rstrip("/")
    if not public and await patient.running() is None:
        return [warn(door.name, "机器人没有在运行，没有检查", START)]
    now = await patient.told_time()
    if now is None:
        return [warn(door.name, "问不到沙箱的时间，没有检查", "先处理「企业微信接口」这一项，再检查一次")]
    finding = await _tried(patient, door, f"{base}{door.path}", int(now.timestamp()))
    if public:
        return [finding]
    return [finding, warn(door.name, "没有设置 [server] public_url，只从本机查过", "设上公网地址再查一次")]


def _replaced(door: Door) -> list[Finding]:
    """Two pairs are for the minutes of a change: who knows the old one may write to us as long as it stands there."""
    if door.section.previous is None:
        return []
    advice = f"管理后台换成新的一对、发一句话有回应以后，删掉 [{door.table}.previous]，重启"
    return [warn(door.name, "还在接受旧的 Token 和 EncodingAESKey", advice)]


async def _tried(patient: Patient, door: Door, url: str, stamp: int) -> Finding:
    """`stamp`: seconds since 1970 by the clock that the bot follows; with another it would refuse what we send."""
    caller = WeComCaller(patient.session, url, door.section.keys[0], door.receive_id, stamp)
    verified = await caller.verify(plus=True)
    if not verified.right:
        if verified.trouble is None and (await caller.verify(plus=False)).right:
            advice = "让代理原样转发查询串：不要先解码再编码（nginx 的 proxy_pass 后面不带路径）"
            return fail(door.name, f"{url} 前面的代理把 + 变成了空格", advice)
        return await _wrong(patient, door.name, url, verified, GET_WITHIN)
    trials = [await caller.deliver(), await caller.deliver(big=True)]
    broken = next((trial for trial in trials if not trial.right), None)
    if broken:
        return await _wrong(patient, door.name, url, broken, POST_WITHIN)
    return _in_time(door.name, url, verified.seconds, max(trial.seconds for trial in trials))


def _in_time(name: str, url: str, verified: float, delivered: float) -> Finding:
    says = f"{url} 验证用了 {verified:.2f} 秒，收消息用了 {delivered:.2f} 秒"
    if verified > GET_WITHIN or delivered > POST_WITHIN:
        return fail(name, f"{says}，太慢（企业微信只等 1 秒和 5 秒）", "看机器人和代理的负载，以及到公网的线路")
    return ok(name, says)


async def _wrong(patient: Patient, name: str, url: str, trial: Trial, within: float) -> Finding:
    if trial.trouble:
        return await _unreached(patient, name, url, trial.trouble)
    if trial.seconds > within:
        return fail(name, f"{url} 过了 {trial.seconds:.1f} 秒才回答", "看机器人和代理的负载")
    says, advice = _cause(trial)
    return Finding(Level.FAIL, name, f"{url} {says}", advice)


async def _unreached(patient: Patient, name: str, url: str, trouble: Exception) -> Finding:
    remedy = unreachable(trouble)
    if isinstance(trouble, TimeoutError):
        return fail(name, f"{url} 一直没有回答", remedy.advice)
    if await patient.running() is None:
        return fail(name, f"{url} {remedy.says}，机器人也没有在运行", START)
    return fail(name, f"{url} {remedy.says}", remedy.advice)


def _cause(trial: Trial) -> tuple[str, str]:
    """What an answer that is not ours says about what stands before us."""
    page = b"<html" in trial.body[:2000].lower()
    match trial.status:
        case 200 if page:
            return "返回的是网页，不是机器人的回答", "让代理把 /wecom/ 转给机器人，而不是网站"
        case 200 if trial.expected and trial.body.strip(b' \t\r\n"\xef\xbb\xbf') == trial.expected:
            return "回答前后多了引号、换行或 BOM", "让代理不要改写回答"
        case 200:
            return "回答的不是解密后的明文", "看这个地址后面是不是别的程序"
        case 301 | 302 | 303 | 307 | 308:
            return f"跳转到 {trial.location}，企业微信不跟随跳转", "把 public_url 和管理后台的地址改成跳转后的地址"
        case 401:
            return "要求登录（HTTP 401）", "让代理对 /wecom/ 不要求登录"
        case 403 if not trial.body:
            return "被机器人拒绝：它的 Token、EncodingAESKey 或企业ID 与这份配置不同，或两边时间差超过五分钟", RESTART
        case 403:
            return "被代理或防火墙拒绝（HTTP 403）", "放行企业微信对 /wecom/ 的访问"
        case 404 | 405:
            return f"没有这个路径（HTTP {trial.status}）", f"地址以 {app.PATH} 或 {aibot.PATH} 结尾；代理要原样转发路径"
        case 413:
            return "不收这么大的请求（HTTP 413）", "把代理的请求体上限调到 64 KB 以上（nginx：client_max_body_size）"
        case 500:
            return "机器人存不下消息（HTTP 500）", "看数据库这一项和机器人的日志"
        case 502 | 503 | 504:
            return f"代理连不上机器人（HTTP {trial.status}）", "机器人是否在运行，代理转发的端口是否是 [server] port"
    return f"回答 HTTP {trial.status}", "看代理和机器人的日志"
