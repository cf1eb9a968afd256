"""Approved leaves as forms of WeCom's own 审批, in the sandbox."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.office.forms import HALVES_ONLY, Filing, FilingState, Stretch
from bot.identifiers import UserId
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import CannotSay, OfficeRefused
from bot.wecom.api.rest import Rest
from bot.wecom.office.forms import AppForms, form_of
from bot.wecom.office.template import Template, UnusableTemplate, read_template

from .sandboxed import Sandbox, sandboxed

MONDAY, DAY = 1795363200, 86_400  # 2026-11-23 00:00 in China
WHOLE = Stretch((MONDAY + 30_600, MONDAY + 64_800, 28_800), (MONDAY, MONDAY + DAY // 2), ((MONDAY, DAY),))


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with sandboxed() as sandbox:
        yield sandbox


@pytest.fixture
async def rest(sandbox: Sandbox) -> AsyncIterator[Rest]:
    async with sandbox.rest() as rest:
        yield rest


@pytest.fixture
def forms(sandbox: Sandbox, rest: Rest) -> AppForms:
    return AppForms(rest, "TPL_LEAVE", sandbox.world.clock.now)


@pytest.fixture
def filing(sandbox: Sandbox) -> Filing:
    now: datetime = sandbox.world.clock.now()
    return Filing("QJ-20261122-001", UserId("zhangsan"), "年假", WHOLE, "已批准，编号 QJ-20261122-001。", now)


async def test_what_is_filed_waits_there_and_can_be_found(sandbox: Sandbox, forms: AppForms, filing: Filing) -> None:
    await forms.ready()
    assert await forms.find(filing) is None
    sp_no = await forms.file(filing)
    assert await forms.find(filing) == sp_no
    assert await forms.find(replace(filing, number="QJ-20261122-00")) is None
    assert await forms.find(replace(filing, wanted_at=filing.wanted_at - timedelta(days=70))) == sp_no
    assert await forms.state(sp_no) is FilingState.FILED
    await sandbox.do("approvals", sp_no=sp_no, by="wangqiang", action="agree")
    assert await forms.state(sp_no) is FilingState.PASSED
    assert sandbox.world.office.used == {("zhangsan", 1): DAY}
    await sandbox.do("approvals", sp_no=sp_no, by="zhangsan", action="withdraw")
    assert await forms.state(sp_no) is FilingState.UNDONE


async def test_it_goes_to_whoever_agreed(sandbox: Sandbox, forms: AppForms, filing: Filing) -> None:
    sp_no = await forms.file(replace(filing, decider=UserId("lina")))
    assert sandbox.world.office.approvals[sp_no].waits_for() == ["lina"]


async def test_a_lost_answer_is_no_refusal_and_what_was_taken_is_found(
    sandbox: Sandbox, forms: AppForms, filing: Filing
) -> None:
    await forms.ready()
    await sandbox.do("faults", path="/cgi-bin/oa/applyevent", drop="response", times=1)
    with pytest.raises(OfficeRefused) as refused:
        await forms.file(filing)
    assert refused.value.outcome.verdict is Verdict.UNKNOWN
    assert await forms.find(filing) == "202611220001"


async def test_what_it_will_not_have(forms: AppForms, filing: Filing) -> None:
    await forms.file(filing)
    with pytest.raises(OfficeRefused) as refused:
        await forms.file(replace(filing, number="QJ-20261122-002"))
    assert (refused.value.outcome.verdict, refused.value.outcome.errcode) == (Verdict.REFUSED, 301079)
    with pytest.raises(CannotSay, match="「婚假」"):
        await forms.file(replace(filing, vacation="婚假"))
    with pytest.raises(CannotSay, match=HALVES_ONLY):
        await forms.file(replace(filing, stretch=Stretch((MONDAY, MONDAY + 3600, 3600))))


async def test_a_template_that_nobody_could_fill_in(sandbox: Sandbox, rest: Rest) -> None:
    forms = AppForms(rest, "TPL_GENERAL", sandbox.world.clock.now)
    with pytest.raises(OfficeRefused, match="模板里没有请假控件"):
        await forms.ready()


async def test_by_the_hour_where_the_template_says_so(filing: Filing) -> None:
    template = Template("v", ("Text", "t"), {"年假": "1"}, by_hour=True)
    body = form_of(filing, "T", template)
    value = body["apply_data"]["contents"][0]["value"]["vacation"]["attendance"]
    assert value["date_range"] == {
        "type": "hour",
        "new_begin": MONDAY + 30_600,
        "new_end": MONDAY + 64_800,
        "new_duration": 28_800,
    }
    assert "slice_info" not in value


def control(kind: str, name: str, *, must: bool = True) -> dict[str, Any]:
    title = [{"text": name, "lang": "zh_CN"}]
    return {"property": {"control": kind, "id": f"{kind}-{name}", "title": title, "require": int(must)}}


@pytest.mark.parametrize(
    ("controls", "words"),
    [
        ([control("Vacation", "假")], "没有文本框"),
        ([control("Textarea", "事由")], "没有请假控件"),
        ([control("Vacation", "假"), control("Text", "事由"), control("File", "证明")], "还有必填的「证明」"),
        ([control("Vacation", "假"), control("Text", "事由"), control("Text", "交接人")], "还有必填的「交接人」"),
    ],
)
def test_unusable_templates(controls: list[dict[str, Any]], words: str) -> None:
    with pytest.raises(UnusableTemplate, match=words):
        read_template({"template_content": {"controls": controls}})


def test_what_needs_not_be_filled_in_is_left_alone() -> None:
    controls = [control("Text", "备注", must=False), control("Tips", "说明"), control("Vacation", "假")]
    controls += [control("Textarea", "事由"), control("File", "附件", must=False)]
    assert read_template({"template_content": {"controls": controls}}).text == ("Textarea", "Textarea-事由")
