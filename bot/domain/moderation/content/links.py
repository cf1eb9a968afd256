"""Links that lead where nobody knows, and names of files that do something when they are opened (S116, S133, S151)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from bot.domain.moderation.content.finding import Finding
from bot.domain.notices.checks.links import SHORTENERS, belongs, is_address
from bot.patterns import regex

ALWAYS: Final = ("work.weixin.qq.com", "doc.weixin.qq.com", "meeting.tencent.com", ".gov.cn")
_ENDINGS: Final = (
    "com|cn|net|org|top|xyz|vip|cc|club|info|online|site|shop|icu|fun|live|app|link|buzz|cyou|tk|pw|ws|me|io|co"
)
_LINK: Final = regex(
    r"(?P<scheme>h(?:tt|xx)ps?\s?[:：]\s?//)[^\s，。；！？、（）)】」\"'<>]+"
    rf"|(?<![\w@./-])(?:[a-z0-9-]+(?:\.|\[\.\]))+(?:{_ENDINGS})(?![\w.@-])(?:[/?:][\w./?=&%#+~:-]*)?",
    re.IGNORECASE | re.ASCII,
)
_MAY_LINK: Final = regex(r"[.:/]")
_PROGRAM: Final = regex(
    r"\.(?:exe|scr|bat|cmd|pif|vbs|vbe|wsf|hta|jar|apk|msi|ps1|lnk|chm|iso|cpl|reg)(?!\w)", re.IGNORECASE
)
_NAME: Final = regex(r"[^\s/\\，。；：、\"'<>|（(]+\Z")
_NAME_AT_MOST: Final = 80  # characters


def links(text: str, hosts: Sequence[str]) -> Iterator[Finding]:
    """In narrow letters. `hosts`: where links may lead; without any, only those that hide where they go are found."""
    for found in _LINK.finditer(text) if _MAY_LINK.search(text) else ():
        if rule := _doubt(found[0], hosts):
            yield Finding(*rule, found.start(), found.end())


def programs(text: str) -> Iterator[Finding]:
    """Names of files that run when they are opened; `报价单.pdf.exe` too."""
    for found in _PROGRAM.finditer(text) if "." in text else ():
        name = _NAME.search(text, max(0, found.start() - _NAME_AT_MOST), found.start())
        if name:
            yield Finding("可执行文件", "C13", name.start(), found.end())


def _doubt(link: str, hosts: Sequence[str]) -> tuple[str, str] | None:
    written = link.replace("[.]", ".").replace(" ", "").replace("hxxp", "http").replace("HXXP", "http")
    try:
        parts = urlsplit(written if "//" in written else f"https://{written}")
        host = (parts.hostname or "").lower().rstrip(".")
    except ValueError:
        return "看不懂的链接", "C13"
    if any(belongs(host, each) for each in (*ALWAYS, *hosts)):
        return None
    if parts.username is not None or is_address(host) or host.startswith("xn--") or ".xn--" in host:
        return "看不出去哪里的链接", "C13"
    if host in SHORTENERS:
        return "短链接", "C13"
    if hosts:
        return "不在允许名单里的链接", "C15"
    hides = "[.]" in link or link[:4].lower() == "hxxp"
    return ("看不出去哪里的链接", "C13") if hides else None
