"""What must never stand in a chat: numbers of identity cards and bank cards, passwords, what is marked secret.

D2§11 (加密或脱密处理), 个人信息保护法 art. 25 and 28. The sentence never repeats what was found.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.notices.checks.finding import Finding
from bot.domain.width import narrow
from bot.errors import Code

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK: Final = "10X98765432"
_SEPARATED: Final = re.compile(r"(?<=\d)[ \-](?=\d)")
_IDENTITY: Final = re.compile(r"(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])")
_SAID_IDENTITY: Final = re.compile(r"身份证(?:号码?|件号)?\D{0,6}(?:\d{17}[\dXx]|\d{15})(?!\d)")
_CARD: Final = re.compile(r"(?<!\d)\d{16,19}(?!\d)")
_SAID_CARD: Final = re.compile(r"(?:银行卡|卡号|银行账[号户]|储蓄卡|信用卡|工资卡)\D{0,8}\d{12,19}(?!\d)")
_PASSWORD: Final = re.compile(
    r"(?:密码|口令|验证码|passw(?:or)?d|pwd)(?:[是为:：=]|\s|统一|改为|改成|重置为|初始|默认|就)*[「“\"']?"
    r"(?=[^\s，,。；;]*[0-9])[A-Za-z0-9@#$%^&*_.!+-]{4,}",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(
    r"(?:token|secret|api[_ -]?key|access[_ -]?key|密钥|私钥)[\w ]{0,8}[是为:：=]\s*[A-Za-z0-9_\-./+=]{8,}",
    re.IGNORECASE,
)
_PRIVATE_KEY: Final = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{20,}|\bsk-\w{20,}")
_MARKED: Final = re.compile(
    r"(?:绝密|机密|秘密)\s*(?:★|级|[】\])）:：])|[【\[(（](?:绝密|机密|秘密|涉密|内部机密)|密级\s*[:：]|商业(?:机密|秘密)\s*[:：]"
    r"|(?:以下|下面|下列|本文|此件|这份)[^。；;\n]{0,6}(?:涉密|机密|绝密|保密内容)"
    r"|(?:涉密|机密|绝密|保密)(?:内容|信息|数据|图纸|名单|报价|资料|文件|配方|合同)(?:如下|是|为|[:：])"
)


def secrets(text: str) -> Iterator[Finding]:
    plain = narrow(text)
    joined = _SEPARATED.sub("", plain)
    for found, sentence in (
        (_has_identity(joined), "里面有身份证号。个人信息不发在通知里，请删掉，需要时一对一收集。"),
        (_has_card(_SAID_IDENTITY.sub("", joined)), "里面有银行卡号。请删掉，让财务一对一发给要用的人。"),
        (_has_password(plain), "里面有密码或密钥。请删掉，改成「找信息技术部领取」，发过的要换掉。"),
        (_MARKED.search(plain) is not None, "里面有涉密内容。涉密的不发在聊天里，请放进受控文件，这里只写到哪里看。"),
    ):
        if found:
            yield Finding(sentence, Code.SECRET_IN_TEXT)


def _has_identity(text: str) -> bool:
    return any(_is_identity(each[0]) for each in _IDENTITY.finditer(text)) or bool(_SAID_IDENTITY.search(text))


def _has_card(text: str) -> bool:
    cards = (each[0] for each in _CARD.finditer(text) if not _is_identity(each[0]))
    return any(map(_is_card, cards)) or bool(_SAID_CARD.search(text))


def _has_password(text: str) -> bool:
    return any(each.search(text) for each in (_PASSWORD, _TOKEN, _PRIVATE_KEY))


def _is_identity(number: str) -> bool:
    """GB 11643: the last of eighteen digits checks the others."""
    if len(number) != 18:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECK[total % 11] == number[17].upper()


def _is_card(number: str) -> bool:
    """ISO/IEC 7812: every second digit from the end is doubled."""
    doubled = [int(each) * (2 if place % 2 else 1) for place, each in enumerate(reversed(number))]
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0 and len(set(number)) > 1
