"""Passwords, one-time codes, tokens and keys in what somebody typed, so that they are struck out before it is stored.

Only what is told, not what is spoken about: 密码不少于8位 tells none. Given a text in narrow letters (`width.narrow`).
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.width import narrow
from bot.patterns import regex

_STOPS: Final = str.maketrans(dict.fromkeys("，；！？、", "。"))  # a value ends there
MASK: Final = "■密码已隐去■"
Span = tuple[int, int]

_KEY: Final = (
    r"(?:密\s?[码碼]|口令|暗号|passw(?:or)?d|passcode|passphrase|(?<![?&])pwd|(?<![A-Za-z])pin(?![A-Za-z])码?)"
)
_CODE: Final = r"(?:[验驗][证證][码碼]|校验码|动态[码密口令]{1,2}|短信码|登录码|授权码|(?<![A-Za-z])otp(?![A-Za-z]))"
_LINKING: Final = r"[是为:：=\s就都统一改成设置重新初始默认我的叫等于了用个「“\"'（(→>]{0,12}"
_ENDING: Final = "(?!\\d*\\s?(?:[年月日号位次天个字条元块分秒点人章页版楼层%]|至少|以上|以内|小时))"
_NO_DATE: Final = r"(?!\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))(?!1[3-9]\d{9}(?!\d))(?![A-Za-z]{2}-\d{8}-\d)"
_TOLD: Final = regex(
    rf"{_KEY}{_LINKING}(?:[A-Za-z][\w.@-]{{1,30}}[ /]+)??{_NO_DATE}"
    rf"(?P<value>(?=[!-~]{{0,128}}\d)(?!https?:)[!-~]{{4,256}}){_ENDING}",
    re.IGNORECASE,
)
_SPELT: Final = regex(
    rf"{_KEY}{_LINKING}(?P<value>[一二三四五六七八九十两\d]{{1,2}}个[0-9A-Za-z](?![A-Za-z]))", re.IGNORECASE
)
_WORDED: Final = regex(
    rf"{_KEY}[^。；;\n，,]{{0,6}}?[是为:：=成叫]\s*[「“\"']?(?P<value>(?!(?:wrong|error|null|none|required|wifi|oa|erp|crm|https?)\b)"
    r"[A-Za-z@#$%^&*_.!+~-]{4,128})(?=[\s，,。；;！!）)」”\"']|[了啊吧呀哦]|$)",
    re.IGNORECASE,
)
_NAMED: Final = regex(
    r"(?P<value>(?<![!-~])[!-~]{4,256}+)\s?(?:就?是|这是|为)[我你您他她们的公司系统邮箱登录电脑手机新旧企业微信号银行卡短信动态WwIiFfOoAa]{0,10}"
    rf"(?:{_KEY}|{_CODE})(?!(?:重置|修改|找回|问题|热线)|的(?:电话|热线|地址))",
    re.IGNORECASE,
)
_ONE_TIME: Final = regex(
    rf"{_CODE}{_LINKING}(?P<value>(?:\d[\s-]?){{3,7}}\d(?!\d)|(?=[A-Za-z]*\d)[A-Za-z0-9]{{4,8}}(?![A-Za-z0-9])){_ENDING}",
    re.IGNORECASE,
)
_BRACKETED: Final = regex(rf"(?<!\d)(?P<value>\d{{4,8}})\s?[（(【\[][^）)】\]]{{0,8}}{_CODE}", re.IGNORECASE)
_LABELLED: Final = regex(
    r"(?:(?:access|refresh|id)_token|suite_ticket|corp_?secret|app_?secret|client_?secret|secret(?:[_ ]?key)?|token"
    r"|api[_ -]?key|access[_ -]?key(?:[_ -]?(?:id|secret))?|encoding_?aes_?key|[密私秘]钥|令牌)[\w ]{0,8}[\"']?\s*"
    r"[是为:：=]\s*[\"'「“]?(?P<value>[!-~]{8,512})",
    re.IGNORECASE,
)
_BUILT: Final = regex(
    r"(?P<value>(?<![A-Za-z0-9])(?:(?:sk|pk|rk)-[\w-]{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}"
    r"|A[KS]IA[0-9A-Z]{16}|LTAI[0-9A-Za-z]{12,}|AKID[0-9A-Za-z]{12,}|AIza[\w-]{30,}|npm_\w{30,}|hf_\w{20,}"
    r"|eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?)"
    r"|(?<=Bearer )[\w.~+/=-]{12,}|(?<=Basic )[A-Za-z0-9+/=]{12,}|(?<=[?&]key=)[\w-]{16,}"
    r"|(?<=://)[^\s/:@]{1,64}:[^\s/@]{3,128}(?=@)"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z))"
)
_TOKEN: Final = regex(r"[!-~]{8,}")
_ADDRESS: Final = regex(r"https?:|www\.|[\w.+-]+@[\w-]+\.[\w.]+$|w[omrb][A-Za-z0-9_-]{10,}|[@/]", re.IGNORECASE)
_RANDOM: Final = regex(r"[A-Za-z0-9+/=_]+")
_MARKS: Final = frozenset("@#$%^&*!~+=?")
# What has neither four letters, figures or marks in a row nor any spaced or counted out tells none: nearly everything
# that people write is done with here. The rest has one of the words, or may be one by itself.
_RUN: Final = regex(r"[!-~！-～]{4}|[0-9０-９][\s-][0-9０-９][\s-][0-9０-９]|个[0-9A-Za-z０-ｚ]")
_SAID: Final = (
    *(
        "密码",
        "密碼",
        "密 ",
        "口令",
        "暗号",
        "passw",
        "passc",
        "passp",
        "pwd",
        "pin",
        "证码",
        "證碼",
        "验码",
        "动态",
        "登录码",
        "授权码",
    ),
    *(
        "短信码",
        "otp",
        "token",
        "secret",
        "key",
        "钥",
        "令牌",
        "bearer ",
        "basic ",
        "://",
        "sk-",
        "pk-",
        "rk-",
        "gh",
        "glpat",
        "xox",
    ),
    *("akia", "asia", "ltai", "akid", "aiza", "npm_", "hf_", "eyj"),
)
_SPOKEN: Final = regex(_KEY, re.IGNORECASE)
_FIGURE: Final = regex(r"\d")
_WORDS: Final = (_TOLD, _SPELT, _WORDED, _ONE_TIME, _BRACKETED, _LABELLED, _BUILT)
LONGEST_ALONE: Final = 128  # characters of a message that is nothing but one


def credentials(text: str) -> Iterator[Span]:
    """Where the values stand, in no order; they may overlap."""
    if not _RUN.search(text):
        return
    lowered = text.lower()
    if any(word in lowered for word in _SAID):
        yield from _told(narrow(text.translate(_STOPS)))
    elif text.isascii():
        yield from _alone(text)


def without_credentials(text: str) -> str:
    """The same with a mark in place of each; the very same text where there is none."""
    for start, end in reversed(_merged(sorted(credentials(text)))):
        text = f"{text[:start]}{MASK}{text[end:]}"
    return text


def _told(text: str) -> Iterator[Span]:
    for pattern in _WORDS:
        yield from (found.span("value") for found in pattern.finditer(text))
    yield from (found.span("value") for found in _NAMED.finditer(text) if _FIGURE.search(found["value"]))
    if _SPOKEN.search(text):
        yield from (found.span() for found in _TOKEN.finditer(text) if _is_strong(found[0]))
    elif text.isascii():
        yield from _alone(text)


def _alone(text: str) -> Iterator[Span]:
    """A message that is one word, which can hardly be anything else."""
    word = text.strip()
    if 8 <= len(word) <= LONGEST_ALONE and " " not in word and (_is_strong(word) or _is_random(word)):
        yield 0, len(text)


def _is_strong(word: str) -> bool:
    """Of three kinds of characters, marks and figures among them."""
    if _MARKS.isdisjoint(word) or not _FIGURE.search(word) or _ADDRESS.match(word):
        return False
    return sum(map(str.isalpha, word)) >= 3


def _is_random(word: str) -> bool:
    if len(word) < 20 or _ADDRESS.match(word) or not _RANDOM.fullmatch(word):
        return False
    return any(map(str.islower, word)) and any(map(str.isupper, word)) and sum(map(str.isdigit, word)) >= 3


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
