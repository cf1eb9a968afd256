"""What a check found: one line each."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    OK = "ok"
    WARN = "warn"
    FAIL = "fail"

    @property
    def mark(self) -> str:
        return {Level.OK: "✓", Level.WARN: "!", Level.FAIL: "✗"}[self]


class Area(StrEnum):
    """In the order in which one thing depends on another."""

    SETUP = "setup"
    DATABASE = "database"
    NETWORK = "network"
    APP = "app"
    CALLBACK = "callback"
    BOT = "bot"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Finding:
    """`name`: what was looked at; `says`: what is so; `advice`: the next step. Chinese, without the final 。"""

    level: Level
    name: str
    says: str
    advice: str = ""
    errcode: int = 0

    @property
    def line(self) -> str:
        advice = f"下一步：{self.advice}。" if self.advice else ""
        return f"{self.level.mark} {self.name}：{self.says}。{advice}"


def ok(name: str, says: str) -> Finding:
    return Finding(Level.OK, name, says)


def warn(name: str, says: str, advice: str = "", *, errcode: int = 0) -> Finding:
    return Finding(Level.WARN, name, says, advice, errcode)


def fail(name: str, says: str, advice: str, *, errcode: int = 0) -> Finding:
    return Finding(Level.FAIL, name, says, advice, errcode)
