"""The configuration file: read without complaint, and nobody else on this machine can read its secrets."""

from collections.abc import Sequence
from typing import Final

from bot.config import privacy
from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient

AREA: Final = Area.SETUP
NAME: Final = "配置文件"
CORRECT: Final = "对照 config.example.toml 改正"


async def check(patient: Patient) -> list[Finding]:
    if exposed := privacy.exposed(patient.path):
        return [warn(NAME, f"{path} 里有密钥，本机其他用户也能读", f"运行 chmod 600 {path}") for path in exposed]
    return [ok(NAME, f"{patient.path} 没有问题")]


def broken(problems: Sequence[str]) -> list[Finding]:
    """For a file that can't be used at all: `problems` are those of a ConfigError."""
    return [fail(NAME, problem, CORRECT) for problem in problems]
