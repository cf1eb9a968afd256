"""What WeCom's refusals (D-90313) and a broken network mean for an administrator, and where the remedy is."""

from dataclasses import dataclass
from typing import Final

from aiohttp import (
    ClientConnectorCertificateError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientConnectorSSLError,
    InvalidURL,
    WSServerHandshakeError,
)

from bot.doctor._finding import Finding, fail
from bot.patterns import regex
from bot.shapes.outgoing import Outcome

APP_PAGE: Final = "管理后台 应用管理 → 自建 → 本应用"
BOT_PAGE: Final = "管理后台 安全与管理 → 管理工具 → 智能机器人"
COMPANY_PAGE: Final = "管理后台 我的企业 → 企业信息"
CONTACTS_PAGE: Final = "管理后台 安全与管理 → 管理工具 → 通讯录同步"
TRUSTED_IP: Final = f"{APP_PAGE} → 企业可信IP"
RANGE: Final = f"{APP_PAGE} → 可见范围"


@dataclass(frozen=True, slots=True)
class Remedy:
    says: str
    advice: str


REMEDIES: Final = {
    -1: Remedy("企业微信说系统繁忙", "过几分钟再检查"),
    40001: Remedy("Secret 不对", f"在{APP_PAGE} → Secret 重新查看，复制到配置"),
    40013: Remedy("企业ID（corp_id）不对", f"在{COMPANY_PAGE} 最下方复制企业ID"),
    40056: Remedy("AgentId 不对", f"在{APP_PAGE} 复制 AgentId；Secret 和 AgentId 要取自同一个应用"),
    **dict.fromkeys(
        (40014, 42001),
        Remedy("企业微信不认刚取的凭证", "看中间有没有代理缓存了回答，或另一个程序在用同一个 Secret 反复取"),
    ),
    41002: Remedy("没有企业ID（corp_id）", f"在{COMPANY_PAGE} 最下方复制企业ID"),
    41004: Remedy("没有 Secret", f"在{APP_PAGE} → Secret 查看"),
    45009: Remedy("调用太频繁，被企业微信限制了", "等一小时再检查；看是否有别的程序在用同一个应用"),
    48002: Remedy("这个 Secret 没有调用这个接口的权限", f"看{APP_PAGE} 的权限，群聊接口要求可见范围是全公司"),
    48009: Remedy(
        "不能从这个地址读通讯录，2022 年 8 月后新增的地址都是如此",
        f"改用应用的 Secret 读：{RANGE} 选全公司",
    ),
    50003: Remedy("应用已被停用", f"在{APP_PAGE} 启用应用"),
    60011: Remedy("没有读这些成员或部门的权限", f"在{RANGE} 加上它们"),
    301002: Remedy(
        "这个 Secret 无权操作这个 AgentId", f"在{APP_PAGE} 重新复制 AgentId 和 Secret，两者要取自同一个应用"
    ),
    853000: Remedy("Bot ID 或 Secret 不对", f"在{BOT_PAGE} 重新复制 Bot ID 和 Secret"),
}

UNTRUSTED: Final = Remedy("本机的出口地址不在企业可信IP里", f"{TRUSTED_IP} 加上本机的出口地址")
OWNERS: Final = {"app": "应用", "contacts": "通讯录同步"}
CONTACTS_SECRET: Final = f"在{CONTACTS_PAGE} 查看 Secret，复制到 [wecom.contacts]"
_KIND: Final = regex(r"(Client\w+|\w*Timeout\w*)")


CERTIFICATES: Final = {  # by OpenSSL's codes
    9: Remedy("TLS 证书还没有生效", "看本机时间；时间没错就换证书"),
    10: Remedy("TLS 证书过期了", "续期证书，再让代理重新加载"),
    18: Remedy("TLS 证书是自签的，企业微信不认", "换成受信任的机构签发的证书"),
    19: Remedy("TLS 证书是自签的，企业微信不认", "换成受信任的机构签发的证书"),
    20: Remedy("TLS 证书链不完整", "让代理用带中间证书的 fullchain"),
    21: Remedy("TLS 证书链不完整", "让代理用带中间证书的 fullchain"),
    62: Remedy("TLS 证书的域名不是这个", "让证书包含地址里的域名，或改地址"),
}


def refused(name: str, outcome: Outcome, *, owner: str = "app", egress: str | None = None) -> Finding:
    """A finding for a call that did not work."""
    if outcome.errcode == 60020:
        return untrusted(name, egress)
    remedy = REMEDIES.get(outcome.errcode)
    if remedy is None:
        return fail(
            name,
            _unknown(outcome),
            "看网络、代理和防火墙；问题一直在，就按错误码查企业微信文档",
            errcode=outcome.errcode,
        )
    advice = CONTACTS_SECRET if owner == "contacts" and outcome.errcode == 40001 else remedy.advice
    return fail(name, f"{remedy.says}（{outcome.errcode}）", advice, errcode=outcome.errcode)


def untrusted(name: str, egress: str | None) -> Finding:
    seen = f"，企业微信看到的地址是 {egress}" if egress else ""
    return fail(
        name,
        f"本机的出口地址不在企业可信IP里（60020）{seen}",
        f"{TRUSTED_IP} 加上{egress or '本机的出口地址'}，约一分钟后生效；要先设好可信域名或接收消息的地址才能填",
        errcode=60020,
    )


def unreachable(error: Exception) -> Remedy:
    """Why nothing was reached, as far as the exception tells."""
    match error:
        case ClientConnectorDNSError():
            return Remedy("域名解析不了", "检查地址有没有写错、本机的 DNS 是否可用")
        case ClientConnectorCertificateError():
            code = getattr(error.certificate_error, "verify_code", 0)
            return CERTIFICATES.get(code, Remedy("TLS 证书有问题", "看证书的域名、日期和证书链；另看本机时间"))
        case ClientConnectorSSLError():
            return Remedy("对方不是 TLS 服务", "看地址该是 http 还是 https，端口对不对")
        case WSServerHandshakeError():
            return Remedy(f"对方不是长连接服务（HTTP {error.status}）", "看地址对不对；中间的代理要放行 WebSocket")
        case TimeoutError():
            return Remedy("连接超时", "检查防火墙和代理是否放行")
        case InvalidURL():
            return Remedy("地址写得不对", "地址以 http:// 或 https:// 开头")
        case ClientConnectorError():
            return Remedy("连接被拒绝", "检查对方的程序是否在运行、端口对不对、防火墙是否放行")
        case _:
            return Remedy(f"连接中断（{type(error).__name__}）", "检查网络、代理和防火墙")


def _unknown(outcome: Outcome) -> str:
    if outcome.errcode:
        return f"企业微信拒绝了（{outcome.errcode}）"
    kind = _KIND.search(outcome.why)
    return f"没有得到企业微信的回答（{kind[1] if kind else outcome.why}）"
