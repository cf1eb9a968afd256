"""What kind of request is meant, where somebody takes one back without its number: 补卡申请撤回."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

SAID: Final = "补卡|加班|出差|外出|入群|建群|改群名|解散群|放弃年假"  # as the kinds are called
_SAID: Final = regex(f"(?:{SAID})(?=$|[\\s的申]|[，,。])")


@dataclass(frozen=True, slots=True)
class RequestKind:
    wanted: ClassVar[str] = "撤回哪一种申请？例如补卡。"

    kind: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Takes all that is left: what else is said with it is nothing."""
        found = _SAID.search(words.narrow)
        if found is None:
            return None
        words.rest()
        return cls(found[0])

    def explained(self) -> Mapping[str, Any]:
        return {"kind": self.kind}
