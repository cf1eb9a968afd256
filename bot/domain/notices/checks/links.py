"""Links in a text, by their form: whether they lead where a colleague would go. Nothing is fetched here."""

import ipaddress
import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from bot.domain.notices.checks.finding import Finding
from bot.domain.wording import shown
from bot.patterns import regex

_LINK: Final = regex(r"https?://[^\s，。；！？、）)】」\"'<>]+", re.IGNORECASE)
_BARE: Final = regex(r"(?<![\w@/.])www\.[\w-]+\.[\w./-]+", re.IGNORECASE)
SHORTENERS: Final = (
    "t.cn",
    "dwz.cn",
    "url.cn",
    "suo.im",
    "bit.ly",
    "tinyurl.com",
    "goo.gl",
    "is.gd",
    "985.so",
    "rrd.me",
)


def links_in(text: str) -> Sequence[str]:
    """Those that can be opened, each once."""
    return list(dict.fromkeys(_LINK.findall(text)))


def links(text: str, hosts: Sequence[str]) -> Iterator[Finding]:
    """`hosts`: the company's own; where none is known, only what is odd in itself is said."""
    for link in links_in(text):
        if why := _odd(link, hosts):
            yield Finding(f"链接「{shown(link, 40)}」{why}")
    for bare in dict.fromkeys(_BARE.findall(text)):
        yield Finding(f"「{shown(bare, 40)}」前面没有 https://，大家点不开，请补上。")


def _odd(link: str, hosts: Sequence[str]) -> str | None:
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").lower()
    except ValueError:
        host, parts = "", urlsplit("")
    if "." not in host or host.endswith("."):
        return "写得不完整，打不开。请重新复制一遍。"
    if parts.username is not None:
        return "里面带着账号，请换成不带账号的。"
    if is_address(host):
        return "是一串数字的地址，看不出是谁的。请换成有名字的网址。"
    if host in SHORTENERS:
        return "是短链接，看不出去哪里。请换成原来的网址。"
    if hosts and not any(belongs(host, each) for each in hosts):
        return "不是公司的网站，请先打开看看是不是你要发的。"
    return "没有加密(http)，请看看有没有 https 的。" if parts.scheme.lower() == "http" else None


def is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def belongs(host: str, own: str) -> bool:
    """`own`: a host, or with a dot before it all below one."""
    return host.endswith(own) if own.startswith(".") else host == own
