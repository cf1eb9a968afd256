"""The configuration file: read without complaint, and nobody else on this machine can read its secrets."""

from collections.abc import Sequence
from typing import Final

from bot.config import privacy
from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient

AREA: Final = Area.SETUP
NAME: Final = "配置文件"
CORRECT: Final = "对照 config.example.toml 改正"
# What `bot.config.loading` says most often; the rest stays in English.
WORDS: Final = {
    "no such file; copy config.example.toml and fill it in": "没有这个文件",
    "there is no such setting": "没有这个设置，看是不是拼错了",
    "is missing": "没有填",
    "is empty": "是空的",
    "must be a whole number": "要填整数",
    "an EncodingAESKey has exactly 43 letters and digits": "EncodingAESKey 应当是 43 个字母和数字",
    "token and encoding_aes_key belong together: WeCom's console shows both": "token 和 encoding_aes_key 要一起填",
}


async def check(patient: Patient) -> list[Finding]:
    path = patient.path
    if privacy.warning(path):
        return [warn(NAME, f"{path} 里有密钥，本机其他用户也能读", f"运行 chmod 600 {path}")]
    return [ok(NAME, f"{path} 没有问题")]


def broken(problems: Sequence[str]) -> list[Finding]:
    """For a file that can't be used at all: `problems` are those of a ConfigError."""
    return [fail(NAME, _in_chinese(problem), CORRECT) for problem in problems]


def _in_chinese(problem: str) -> str:
    for english, chinese in WORDS.items():
        if problem.endswith(f": {english}"):
            return f"{problem.removesuffix(f': {english}')} {chinese}"
    return problem
