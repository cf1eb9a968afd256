"""Which calendar somebody wants to subscribe to: his own, or a department's; or that he wants to end all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.leave_queries import team_said
from bot.domain.people import Department
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.understanding.chatter import is_only_particles

_STOP: Final = regex("停用|停止|停掉|关闭|关掉|取消|撤销|作废|不要了")
_RENEW: Final = regex("换新|换一?个|换|更新|重置|重新生成|新的?地址")
_OWN: Final = regex("我自己的?|我的?(?!们|部|司)|本人的?")


@dataclass(frozen=True, slots=True)
class FeedWish:
    wanted: ClassVar[str] = "订阅谁的日历？"

    team: Department | None = None
    stop: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if scene.sender is None:
            return None
        if words.take(_STOP):
            words.take(_OWN)
            return cls(stop=True)
        words.take(_RENEW)
        words.take(_OWN)
        if not words.left.strip() or is_only_particles(words.left):
            return cls()
        before = words.left
        team, _ = team_said(words, scene, scene.sender)
        return cls(team) if words.left != before else cls()

    def explained(self) -> Mapping[str, Any]:
        return {"target": self.team.name} if self.team else {}
