"""The configuration file: read without complaint, and nobody else on this machine can read its secrets."""

from typing import Final

from bot import config_privacy
from bot.doctor._finding import Area, Finding, ok, warn
from bot.doctor._patient import Patient

AREA: Final = Area.SETUP
NAME: Final = "配置文件"


async def check(patient: Patient) -> list[Finding]:
    path = patient.path
    if config_privacy.warning(path):
        return [warn(NAME, f"{path} 里有密钥，本机其他用户也能读", f"运行 chmod 600 {path}")]
    return [ok(NAME, f"{path} 没有问题")]
