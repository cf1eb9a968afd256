"""The same verdict for somebody who asks: what can't be is said in a finished sentence, with the string to copy."""

from datetime import datetime

from bot.domain.nicknames.judging import judge
from bot.domain.nicknames.register import Register
from bot.domain.nicknames.verdicts import Fault, NicknameVerdict
from bot.domain.people import Person
from bot.domain.wording import shown
from bot.errors import Code, UserError

_WRONG = {
    Fault.TOO_LONG: "昵称太长了。",
    Fault.DECORATED: "昵称须用真实姓名，不能有表情或特殊符号。",
    Fault.TELEPHONE: "昵称里不能放电话或账号，须用真实姓名。",
    Fault.ADVERTISEMENT: "昵称里不能有广告、网址或联系方式，须用真实姓名。",
    Fault.BANNED: "昵称里有不合适的字词，须用真实姓名。",
    Fault.TITLE: "昵称须用真实姓名，不能用称呼或职务代替。",
    Fault.IMPERSONATION: "这样写会被当成别人，请用你自己的姓名。",
}
_CODES = {Fault.UNKNOWN_DEPT: Code.UNKNOWN_DEPT, Fault.IMPERSONATION: Code.IMPERSONATION}


def check(nickname: str, person: Person, register: Register, now: datetime) -> NicknameVerdict:
    """Raises UserError where the text can't be a nickname of his at all."""
    verdict = judge(nickname, person, register, now)
    if isinstance(verdict.outcome, Fault):
        code = _CODES.get(verdict.outcome, Code.NICK_INVALID)
        sentence = f"{wrong(verdict, person, register)}可以改成：{verdict.suggest}。"
        raise UserError(code, sentence, suggest=verdict.suggest)
    return verdict


def wrong(verdict: NicknameVerdict, person: Person, register: Register) -> str:
    """What a fault is, as a sentence to the person himself."""
    department = register.department(person)
    match verdict.outcome:
        case Fault.UNKNOWN_DEPT:
            yours = f"，你在{department}" if department else ""
            return f"没有「{shown(verdict.written or '')}」这个部门{yours}。"
        case Fault.WRONG_DEPT:
            return f"你在{department}，不在{verdict.dept}。" if department else f"你不在{verdict.dept}。"
        case Fault() as fault:
            return _WRONG[fault]
    return ""
