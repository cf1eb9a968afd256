"""What must never stand in a chat: numbers of identity cards and bank cards, passwords, what is marked secret.

D2§11 (加密或脱密处理), 个人信息保护法 art. 25 and 28. The sentence never repeats what was found.
"""

from collections.abc import Iterator

from bot.domain.identifying import bank_card, identity, marking, password
from bot.domain.notices.checks.finding import Finding
from bot.domain.width import narrow
from bot.errors import Code


def secrets(text: str) -> Iterator[Finding]:
    plain = narrow(text)
    for found, sentence in (
        (identity, "里面有身份证号。个人信息不发在通知里，请删掉，需要时一对一收集。"),
        (bank_card, "里面有银行卡号。请删掉，让财务一对一发给要用的人。"),
        (password, "里面有密码或密钥。请删掉，改成「找信息技术部领取」，发过的要换掉。"),
        (marking, "里面有涉密内容。涉密的不发在聊天里，请放进受控文件，这里只写到哪里看。"),
    ):
        if found(plain) is not None:
            yield Finding(sentence, Code.SECRET_IN_TEXT)
