"""Numbers and words by which somebody is robbed or known: identity cards, bank cards, phones, passwords, markings.

Found by how they are built (GB 11643, ISO/IEC 7812), so that an order's number is none of them. Each is given a text in
narrow letters (`width.narrow`), and gives the first place or None.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.credentials import MASK, credentials
from bot.patterns import regex

Span = tuple[int, int]

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK: Final = "10X98765432"
_GAP: Final = r"[ \-]?"
_BUILT: Final = regex(r"[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]")
_DIGITS: Final = regex(r"\d(?:\d{3}|[ \-]\d)")  # what has neither holds no number
_IDENTITY: Final = regex(rf"(?<![0-9A-Za-z])(?<!\d[ \-])\d(?:{_GAP}\d){{16}}{_GAP}[\dXx](?![0-9A-Za-z])")
_SAID_IDENTITY: Final = regex(
    rf"身份证(?:号码?|件号)?\D{{0,6}}(?:\d(?:{_GAP}\d){{16}}{_GAP}[\dXx]|\d(?:{_GAP}\d){{14}})(?!\d)"
)
_CARD: Final = regex(rf"(?<!\d)(?<!\d[ \-])\d(?:{_GAP}\d){{15,18}}(?![ \-]?\d)")
_SAID_CARD: Final = regex(rf"(?:银行卡|卡号|银行账[号户]|储蓄卡|信用卡|工资卡)\D{{0,8}}\d(?:{_GAP}\d){{11,18}}(?!\d)")
_ISSUED: Final = ("62", "60", "4", "51", "52", "53", "54", "55", "22", "23", "24", "25", "26", "27", "35")  # of banks
_PHONE: Final = regex(r"(?<![0-9A-Za-z])(?:\+?86[ \-]?)?(1[3-9]\d[ \-]?\d{4}[ \-]?\d{4})(?!\d)")
_LETTERED: Final = regex(r"[A-Za-z0-9@#$%^&*_.!+-][A-Za-z0-9@#$%^&*_.!+-]{3}")  # no password is shorter
_PASSWORD: Final = regex(
    r"(?:密码|口令|验证码|passw(?:or)?d|pwd)(?:[是为:：=]|\s|统一|改为|改成|重置为|初始|默认|就)*[「“\"']?"
    r"(?=[^\s，,。；;]*[0-9])[A-Za-z0-9@#$%^&*_.!+-]{4,}",
    re.IGNORECASE,
)
_TOKEN: Final = regex(
    r"(?:token|secret|api[_ -]?key|access[_ -]?key|密钥|私钥)[\w ]{0,8}[是为:：=]\s*[A-Za-z0-9_\-./+=]{8,}",
    re.IGNORECASE,
)
_PRIVATE_KEY: Final = regex(r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{20,}|\bsk-\w{20,}")
_MARKED: Final = regex(
    r"(?:绝密|机密|秘密)\s*(?:★|级|[】\])）:：])|[【\[(（](?:绝密|机密|秘密|涉密|内部机密)|密级\s*[:：]|商业(?:机密|秘密)\s*[:：]"
    r"|(?:以下|下面|下列|本文|此件|这份)[^。；;\n]{0,6}(?:涉密|机密|绝密|保密内容)"
    r"|(?:涉密|机密|绝密|保密)(?:内容|信息|数据|图纸|名单|报价|资料|文件|配方|合同)(?:如下|是|为|[:：])"
)


def has_figures(text: str) -> bool:
    """Whether there are enough of them together for a number of anybody's."""
    return _DIGITS.search(text) is not None


def identity(text: str) -> Span | None:
    """Of an identity card: one whose last digit fits, or one that is said to be one."""
    if not _DIGITS.search(text):
        return None
    fitting = (found.span() for found in _IDENTITY.finditer(text) if is_identity(_digits(found[0])))
    return next(fitting, None) or _span(_SAID_IDENTITY, text)


def bank_card(text: str) -> Span | None:
    if not _DIGITS.search(text):
        return None
    plain = _SAID_IDENTITY.sub(lambda found: "。" * len(found[0]), text)
    return next((found.span() for found in _CARD.finditer(plain) if is_card(_digits(found[0]))), None) or _span(
        _SAID_CARD, plain
    )


def phones(text: str) -> Iterator[tuple[str, Span]]:
    """Mobile numbers with the place of each: eleven digits from 13 on (工信部 电信网编号计划)."""
    for found in _PHONE.finditer(text) if _DIGITS.search(text) else ():
        yield _digits(found[1]), found.span(1)


def password(text: str) -> Span | None:
    """A password, a code or a key that is told, not one that is spoken about."""
    if MASK in text:  # struck out before it came here
        return text.index(MASK), text.index(MASK) + len(MASK)
    if not _LETTERED.search(text):
        return None
    known = _span(_PASSWORD, text) or _span(_TOKEN, text) or _span(_PRIVATE_KEY, text)
    return known or next(credentials(text), None)


def marking(text: str) -> Span | None:
    """What says of itself that it is secret."""
    return _span(_MARKED, text) if "密" in text else None


def is_identity(number: str) -> bool:
    """GB 11643: a place, a day of birth, and the last of eighteen digits checks the others."""
    if not _BUILT.fullmatch(number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECK[total % 11] == number[17].upper()


def is_card(number: str) -> bool:
    """ISO/IEC 7812: sixteen to nineteen digits of a bank; every second one from the end is doubled."""
    if not number.startswith(_ISSUED) or len(set(number)) == 1 or is_identity(number):
        return False
    doubled = [int(each) * (2 if place % 2 else 1) for place, each in enumerate(reversed(number))]
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0


def _span(pattern: re.Pattern[str], text: str) -> Span | None:
    found = pattern.search(text)
    return found.span() if found else None


def _digits(written: str) -> str:
    return written.replace(" ", "").replace("-", "")
