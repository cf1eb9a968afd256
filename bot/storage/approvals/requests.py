"""Requests that others decide on, who is asked about them, and the cards they hold."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from bot.domain.approvals.request import Request
from bot.identifiers import TaskId, UserId
from bot.shapes.act import Act
from bot.shapes.records.approvals import Ask
from bot.storage.audit import trail
from bot.storage.models.approvals import AskRecord, RequestRecord
from bot.storage.models.pipeline import Outbox

AT_ONCE: Final = 500  # numbers in one question: a database has a limit for that


class RequestTable:
    async def add(self, request: Request, *, by: Act) -> None:
        await RequestRecord.create(number=request.number, **_columns(request))
        await trail.record(by, "request.opened", _subject(request), kind=request.kind, asked=_asked(request))

    async def get(self, number: str) -> Request | None:
        row = await RequestRecord.get_or_none(number=number)
        return _request(row) if row else None

    async def several(self, numbers: Sequence[str]) -> Mapping[str, Request]:
        found: dict[str, Request] = {}
        for start in range(0, len(numbers), AT_ONCE):
            rows = await RequestRecord.filter(number__in=list(numbers[start : start + AT_ONCE]))
            found |= {row.number: _request(row) for row in rows}
        return found

    async def save(self, request: Request, *, was: int, change: str, by: Act) -> bool:
        if not await RequestRecord.filter(number=request.number, version=was).update(**_columns(request)):
            return False
        details: dict[str, Any] = {"version": request.version, "step": request.current, "asked": _asked(request)}
        decision = request.last_decision
        if decision and decision.warned and decision.version == request.version:
            details["warned"] = decision.warned
        await trail.record(by, f"request.{change}", _subject(request), **details)
        return True

    async def waiting_for(self, user: UserId) -> Sequence[Request]:
        numbers = await AskRecord.filter(user=user, waits=True).order_by("number").values_list("number", flat=True)
        rows = await RequestRecord.filter(number__in=list(dict.fromkeys(map(str, numbers)))).order_by(
            "opened_at", "number"
        )
        return [_request(row) for row in rows]

    async def of(self, applicant: UserId, *, pending: bool, most: int) -> Sequence[Request]:
        rows = RequestRecord.filter(applicant=applicant, closed_at__isnull=pending).order_by("-opened_at", "-number")
        return [_request(row) for row in await rows.limit(most)]

    async def pending(self) -> Sequence[Request]:
        rows = await RequestRecord.filter(closed_at__isnull=True).order_by("opened_at", "number")
        return [_request(row) for row in rows]

    async def next_due(self) -> datetime | None:
        row = await RequestRecord.filter(closed_at__isnull=True).order_by("due_at").first()
        return row.due_at if row else None

    async def same(self, applicant: UserId, kind: str, text: str) -> Request | None:
        rows = RequestRecord.filter(applicant=applicant, closed_at__isnull=True, kind=kind, text=text)
        row = await rows.first()
        return _request(row) if row else None

    async def note_ask(self, ask: Ask, *, cause: str) -> None:
        await AskRecord.create(
            number=ask.number, user=ask.user, version=ask.version, task_id=ask.task_id, cause=cause, waits=True
        )

    async def close_asks(self, number: str, users: Sequence[UserId]) -> Sequence[Ask]:
        rows = await AskRecord.filter(number=number, user__in=list(users), waits=True).order_by("id")
        await AskRecord.filter(id__in=[row.id for row in rows]).update(waits=False)
        return [Ask(row.number, UserId(row.user), row.version, TaskId(row.task_id), await _code(row)) for row in rows]


async def _code(ask: AskRecord) -> str | None:
    """WeCom's one-time code for changing the card, from the receipt of its sending."""
    for row in await Outbox.filter(cause=ask.cause, state="done", content__contains=ask.task_id):
        code = json.loads(row.receipt or "{}").get("response_code")
        if code:
            return str(code)
    return None


def _columns(request: Request) -> Mapping[str, Any]:
    due = [request.remind_at, request.escalate_at, request.warn_at, request.expires_at]
    return {
        "kind": request.kind,
        "applicant": request.applicant,
        "text": request.text,
        "state": request.state,
        "version": request.version,
        "opened_at": request.opened_at,
        "due_at": min(filter(None, due)),
        "closed_at": request.closed_at,
        "body": msgspec.json.encode(request, enc_hook=dict).decode(),
    }


def _request(row: RequestRecord) -> Request:
    return msgspec.json.decode(row.body, type=Request)


def _subject(request: Request) -> str:
    return f"request:{request.number}"


def _asked(request: Request) -> list[str]:
    return [each.user for each in request.waits_for]
