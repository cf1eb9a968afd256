"""Files an approved leave as a form of WeCom's own 审批 (oa/applyevent, D-91853), and looks for it there.

Our number goes into its text, so that it can be found again. Nobody can agree to a form or take it back by API.
"""

import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from bot.domain.office.forms import HALVES_ONLY, Filing, FilingState
from bot.identifiers import UserId
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import CannotSay, OfficeRefused
from bot.wecom.api.rest import APP_SECRET, CallError, Rest
from bot.wecom.office.refusals import refused
from bot.wecom.office.template import Template, UnusableTemplate, read_template

LONGEST_SPAN: Final = timedelta(days=31)  # of getapprovalinfo (D-91816)
SLACK: Final = timedelta(minutes=10)  # WeCom's clock and ours
PAGE: Final = 100
LEAVE: Final = 1  # attendance.type
ANYBODY, APPROVER = 2, 1  # apv_rel and type of a node
_STATES: Final[Mapping[int, FilingState]] = {1: FilingState.FILED, 2: FilingState.PASSED, 10: FilingState.PASSED}


class AppForms:
    """The port `Forms`. `now`: the company's clock."""

    def __init__(self, rest: Rest, template_id: str, now: Callable[[], datetime]) -> None:
        self._rest = rest
        self._id = template_id
        self._now = now
        self._template: Template | None = None

    async def ready(self) -> None:
        self._template = await self._read()

    async def file(self, filing: Filing) -> str:
        template = self._template or await self._read()
        told = await self._ask("applyevent", form_of(filing, self._id, template))
        return str(told["sp_no"])

    async def find(self, filing: Filing) -> str | None:
        """The same person's forms since it was wanted are few."""
        number = re.compile(rf"{re.escape(filing.number)}(?!\d)")
        async for sp_no in self._numbers(filing.user, filing.wanted_at - SLACK):
            told = await self._ask("getapprovaldetail", {"sp_no": sp_no})
            if number.search(_texts((told.get("info") or {}).get("apply_data") or {})):
                return sp_no
        return None

    async def state(self, sp_no: str) -> FilingState:
        told = await self._ask("getapprovaldetail", {"sp_no": sp_no})
        return _STATES.get(int(told["info"]["sp_status"]), FilingState.UNDONE)

    async def _read(self) -> Template:
        told = await self._ask("gettemplatedetail", {"template_id": self._id})
        try:
            return read_template(told)
        except UnusableTemplate as unusable:
            raise OfficeRefused(Outcome(Verdict.MISCONFIGURED, why=str(unusable))) from None

    async def _numbers(self, user: UserId, since: datetime) -> AsyncIterator[str]:
        until = self._now() + SLACK
        while since < until:
            end = min(since + LONGEST_SPAN, until)
            async for sp_no in self._pages(user, since, end):
                yield sp_no
            since = end

    async def _pages(self, user: UserId, since: datetime, until: datetime) -> AsyncIterator[str]:
        filters = [{"key": "creator", "value": user}, {"key": "template_id", "value": self._id}]
        asked = {
            "starttime": str(int(since.timestamp())),
            "endtime": str(int(until.timestamp())),
            "size": PAGE,
            "filters": filters,
        }
        cursor = ""
        while True:
            told = await self._ask("getapprovalinfo", asked | {"new_cursor": cursor})
            for sp_no in told.get("sp_no_list") or ():
                yield str(sp_no)
            cursor = str(told.get("new_next_cursor") or "")
            if not cursor:
                return

    async def _ask(self, path: str, wish: object) -> dict[str, Any]:
        try:
            return dict(await self._rest.call(APP_SECRET, "POST", f"oa/{path}", json=wish))
        except CallError as error:
            raise refused(error.outcome) from None


def form_of(filing: Filing, template_id: str, template: Template) -> dict[str, Any]:
    """The body of `applyevent`. Raises CannotSay."""
    contents = [
        {"control": "Vacation", "id": template.vacation, "value": {"vacation": _vacation(filing, template)}},
        {"control": template.text[0], "id": template.text[1], "value": {"text": filing.note}},
    ]
    lines = ({"summary_info": [{"text": each, "lang": "zh_CN"}]} for each in (filing.vacation[:20], filing.number))
    form: dict[str, Any] = {
        "creator_userid": filing.user,
        "template_id": template_id,
        "use_template_approver": int(filing.decider is None),
        "apply_data": {"contents": contents},
        "summary_list": list(lines),
    }
    if filing.decider:
        form["process"] = {"node_list": [{"type": APPROVER, "apv_rel": ANYBODY, "userid": [filing.decider]}]}
    return form


def _vacation(filing: Filing, template: Template) -> dict[str, Any]:
    key = template.kinds.get(filing.vacation)
    if key is None:
        raise CannotSay(f"模板里没有「{filing.vacation}」这种假")
    attendance = {**_range(filing, template), "type": LEAVE}
    return {"selector": {"type": "single", "options": [{"key": key}]}, "attendance": attendance}


def _range(filing: Filing, template: Template) -> dict[str, Any]:
    stretch = filing.stretch
    if template.by_hour:
        begin, end, worked = stretch.clock
        return {"date_range": {"type": "hour", "new_begin": begin, "new_end": end, "new_duration": worked}}
    if stretch.halves is None:
        raise CannotSay(HALVES_ONLY)
    items = [{"daytime": day, "duration": seconds} for day, seconds in stretch.days]
    begin, end = stretch.halves
    return {
        "date_range": {"type": "halfday", "new_begin": begin, "new_end": end, "new_duration": stretch.duration},
        "slice_info": {"day_items": items, "duration": stretch.duration, "state": 1},
    }


def _texts(data: Mapping[str, Any]) -> str:
    return "\n".join(_values(data.get("contents") or ()))


def _values(contents: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for each in contents:
        value = each.get("value")
        if isinstance(value, Mapping):
            yield str(value.get("text") or "")
