"""Whether WeCom knows the ids of groups that the configuration names (D-98914, D-91770).

A webhook is asked to send a file that it never took in: it refuses (40007), and shows nothing to anybody. The AI bot's
ids can't be asked about.
"""

import asyncio
from collections.abc import Awaitable
from typing import Final

from bot.config.company import GroupSection
from bot.doctor._finding import Area, Finding, fail, ok
from bot.doctor._patient import Patient
from bot.shapes.outgoing import Outcome, Verdict

AREA: Final = Area.COMPANY
NAME: Final = "群的编号"
NO_KEY: Final = 93000
NO_FILE: Final = {"msgtype": "file", "file": {"media_id": "none"}}
NO_CHAT: Final = frozenset({86001, 86003, 86008, 40050, 49008})  # unknown, somebody else's, or dissolved


async def check(patient: Patient) -> list[Finding]:
    """Nothing where no group has such an id."""
    asked = [question for group in patient.settings.groups for question in _questions(patient, group)]
    answers = await asyncio.gather(*asked)
    wrong = [each for each in answers if each]
    if wrong or not answers:
        return wrong
    return [ok(NAME, f"{len(answers)} 个 app_chat_id 和 webhook_key，没有发现失效的")]


def _questions(patient: Patient, group: GroupSection) -> list[Awaitable[Finding | None]]:
    questions = list[Awaitable[Finding | None]]()
    if group.app_chat_id and patient.settings.wecom.app:
        questions.append(_chat(patient, group.name, group.app_chat_id))
    if group.webhook_key:
        questions.append(_webhook(patient, group.name, group.webhook_key.get_secret_value()))
    return questions


async def _chat(patient: Patient, group: str, chat: str) -> Finding | None:
    answer = await patient.call("app", "appchat/get", chatid=chat)
    if not isinstance(answer, Outcome) or answer.errcode not in NO_CHAT:
        return None  # what keeps the app from asking is told by the check of credentials
    says = f"企业微信不认得群「{group}」的 app_chat_id（{answer.errcode}）"
    return fail(NAME, says, "填这个应用自己建的群的 chatid；客户端里建的群没有，删掉这一行", errcode=answer.errcode)


async def _webhook(patient: Patient, group: str, key: str) -> Finding | None:
    outcome = await patient.attempt_webhook(key, NO_FILE)
    if outcome.verdict is Verdict.DONE or outcome.errcode != NO_KEY:
        return None
    says = f"群「{group}」的 webhook_key 不对，或这个消息推送已被删掉（{NO_KEY}）"
    return fail(NAME, says, "在群设置 → 消息推送 重新复制地址里 key= 后面的部分", errcode=NO_KEY)
