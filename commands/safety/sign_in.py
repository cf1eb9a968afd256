"""Sign in at a training or drill, where it takes place: with the four digits that the trainer shows there. The card's
button asks for them; whoever types the command needs no number, as long as it is clear which one he is at.

Example:
    张三> /签到 1234
    机器人> 现在没有等你签到的培训或演练。签到从开始前 15 分钟到开始后 30 分钟；过了时间请现场负责人登记。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.sheets import SheetNumber
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.safety.sign_in.signing import COMMAND, sign
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

_CODE: Final = regex(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class SignInCode:
    wanted: ClassVar[str] = "四位签到码是多少？看现场的屏幕或白板。"

    code: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_CODE)
        if found is None and words.left.strip():
            raise UserError(Code.CLARIFY, f"「{shown(words.left)}」不是签到码。签到码是四位数字，例如：/签到 4821")
        return cls(found[0]) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"code": self.code}


@command(COMMAND, aliases=("sign-in", "qd", "培训签到"), summary="培训、演练现场签到", writes=True, private=True)
async def sign_in(ctx: Context, number: SheetNumber | None = None, *, code: SignInCode) -> Reply:
    return Reply(await sign(ctx, code.code, number.number if number else None), private=True)
