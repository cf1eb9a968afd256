"""Approvals: applied for by API, decided by people, told to the app (D-91853, D-91815, D-91983)."""

import pytest

from tests.sandbox.town import Json, Town

MONDAY = 1795363200  # 2026-11-23 00:00 in China
DAY = 86400
REASON: Json = {"control": "Textarea", "id": "item-1497581399901", "value": {"text": "家里有事"}}


def _leave(begin: int = MONDAY, days: float = 1, key: str = "1", **span: int) -> Json:
    duration = int(days * DAY)
    dates = {"type": "halfday", "new_begin": begin, "new_end": begin + DAY // 2, "new_duration": duration} | span
    vacation = {
        "selector": {"type": "single", "options": [{"key": key}]},
        "attendance": {"date_range": dates, "type": 1},
    }
    return {"control": "Vacation", "id": "vacation-1563793073898", "value": {"vacation": vacation}}


def _form(*contents: Json, who: str = "zhangsan", **more: object) -> Json:
    filled = list(contents) or [_leave(), REASON]
    head = {"creator_userid": who, "template_id": "TPL_LEAVE", "use_template_approver": 1}
    return head | {"apply_data": {"contents": filled}} | more


async def _apply(town: Town, form: Json | None = None) -> Json:
    return await town.api("oa/applyevent", form or _form())


async def _act(town: Town, sp_no: str, by: str, action: str, **more: str) -> Json:
    return await town.post("/sandbox/approvals", {"sp_no": sp_no, "by": by, "action": action} | more)


async def test_the_template_names_what_must_be_filled_in(town: Town) -> None:
    got = await town.api("oa/gettemplatedetail", {"template_id": "TPL_LEAVE"})
    first = got["template_content"]["controls"][0]
    assert (first["property"]["control"], first["property"]["require"]) == ("Vacation", 1)
    assert first["config"]["vacation_list"]["item"][0] == {"id": 1, "name": [{"text": "年假", "lang": "zh_CN"}]}
    assert (await town.api("oa/gettemplatedetail", {"template_id": "none"}))["errcode"] == 301025


async def test_the_leader_agrees_and_the_app_hears_both_steps(town: Town) -> None:
    app = await town.listen()
    sp_no = (await _apply(town))["sp_no"]
    assert sp_no == "202611220001"
    (waiting,) = (await town.get("/sandbox/approvals"))["approvals"]
    assert waiting["waits_for"] == ["wangqiang"]
    await town.settled()
    assert (await _act(town, sp_no, "wangqiang", "agree", speech="同意"))["status"] == 2
    await town.settled()
    infos = [got["ApprovalInfo"] for got in app.got]
    assert [(info["SpNoStr"], info["SpStatus"], info["StatuChangeEvent"]) for info in infos] == [
        (sp_no, "1", "1"),
        (sp_no, "2", "2"),
    ]
    assert (app.got[0]["FromUserName"], app.got[0]["AgentID"]) == ("sys", "3010040")
    assert infos[1]["SpRecord"]["Details"]["Speech"] == "同意"
    info = (await town.api("oa/getapprovaldetail", {"sp_no": sp_no}))["info"]
    assert (info["sp_status"], info["applyer"]["userid"]) == (2, "zhangsan")
    assert info["sp_record"][0]["details"][0]["approver"] == {"userid": "wangqiang"}
    assert info["apply_data"]["contents"][1]["value"]["text"] == "家里有事"
    assert (await town.api("oa/getapprovaldetail", {"sp_no": "1"}))["errcode"] == 301026


async def test_a_leave_that_passed_is_taken_off_the_balance(town: Town) -> None:
    sp_no = (await _apply(town, _form(_leave(days=1.5), REASON)))["sp_no"]

    async def annual() -> Json:
        return (await town.api("oa/vacation/getuservacationquota", {"userid": "zhangsan"}))["lists"][0]

    assert (await annual())["leftduration"] == 5 * DAY
    await _act(town, sp_no, "wangqiang", "agree")
    left = await annual()
    assert (left["leftduration"], left["usedduration"], left["assignduration"]) == (3.5 * DAY, 1.5 * DAY, 5 * DAY)


def _process(*nodes: Json) -> Json:
    return {"use_template_approver": 0, "process": {"node_list": list(nodes)}}


async def test_all_of_a_node_then_the_next_in_order(town: Town) -> None:
    both = {"type": 1, "apv_rel": 1, "userid": ["wangqiang", "zhoumin"]}
    one_by_one = {"type": 1, "apv_rel": 3, "userid": ["qianweidong", "zhaoguoqiang"]}
    copy = {"type": 2, "userid": ["lina"]}
    sp_no = (await _apply(town, _form(**_process(both, one_by_one, copy))))["sp_no"]
    assert (await _act(town, sp_no, "zhoumin", "agree"))["waits_for"] == ["wangqiang"]
    assert (await _act(town, sp_no, "wangqiang", "agree"))["waits_for"] == ["qianweidong"]
    early = {"sp_no": sp_no, "by": "zhaoguoqiang", "action": "agree"}
    assert (await town.refusal("/sandbox/approvals", early))[0] == 400
    await _act(town, sp_no, "qianweidong", "agree")
    assert (await _act(town, sp_no, "zhaoguoqiang", "agree"))["status"] == 2


async def test_the_old_form_counts_the_other_way_round(town: Town) -> None:
    any_one = {"use_template_approver": 0, "approver": [{"attr": 1, "userid": ["wangqiang", "zhoumin"]}]}
    sp_no = (await _apply(town, _form(**any_one)))["sp_no"]
    assert (await _act(town, sp_no, "zhoumin", "agree"))["status"] == 2


async def test_rejecting_withdrawing_commenting(town: Town) -> None:
    rejected = (await _apply(town))["sp_no"]
    assert (await _act(town, rejected, "wangqiang", "reject"))["status"] == 3
    again = (await _apply(town))["sp_no"]
    assert (await town.refusal("/sandbox/approvals", {"sp_no": again, "by": "lisi", "action": "withdraw"}))[0] == 400
    await _act(town, again, "lisi", "comment", speech="尽快")
    assert (await _act(town, again, "zhangsan", "withdraw"))["status"] == 4
    detail = (await town.api("oa/getapprovaldetail", {"sp_no": again}))["info"]
    assert detail["comments"][0]["commentcontent"] == "尽快"
    last = (await _apply(town))["sp_no"]
    await _act(town, last, "wangqiang", "agree")
    assert (await _act(town, last, "zhangsan", "withdraw"))["status"] == 6
    assert (await town.refusal("/sandbox/approvals", {"sp_no": "1", "by": "lisi", "action": "agree"}))[0] == 404


@pytest.mark.parametrize(
    ("form", "errcode"),
    [
        (_form(who="nobody"), 301021),
        (_form(template_id="none"), 301025),
        (_form(REASON), 40058),
        (_form(_leave(begin=MONDAY + 60), REASON), 301025),
        (_form(_leave(key="9"), REASON), 301025),
        (_form(_leave(), REASON | {"value": {"text": 5}}), 301025),
        (_form(_leave(), REASON | {"id": "other"}), 301025),
        (_form(use_template_approver=0), 301025),
        (_form(**_process({"type": 1, "apv_rel": 1, "userid": []})), 301025),
        (_form(**_process({"type": 1, "apv_rel": 9, "userid": ["lisi"]})), 301025),
        (_form(summary_list=[{"summary_info": [{"text": "长" * 21, "lang": "zh_CN"}]}]), 40058),
    ],
)
async def test_forms_that_are_refused(town: Town, form: Json, errcode: int) -> None:
    assert (await _apply(town, form))["errcode"] == errcode


async def test_nobody_is_away_twice_at_the_same_time(town: Town) -> None:
    await _apply(town)
    assert (await _apply(town))["errcode"] == 301079
    assert (await _apply(town, _form(_leave(MONDAY + DAY), REASON)))["errcode"] == 0
    assert (await _apply(town, _form(who="lisi")))["errcode"] == 0


async def test_the_general_form_checks_every_kind_of_field(town: Town) -> None:
    good: dict[str, Json] = {
        "Text": {"text": "一行"},
        "Selector": {"selector": {"type": "single", "options": [{"key": "option-2"}]}},
        "Money": {"new_money": "12.50"},
        "Number": {"new_number": "3"},
        "Date": {"date": {"type": "day", "s_timestamp": str(MONDAY)}},
        "DateRange": {"date_range": {"type": "day", "new_begin": 1, "new_end": 2, "new_duration": 1}},
        "Contact": {"members": [{"userid": "lisi", "name": "李四"}]},
    }
    bad: dict[str, Json] = {
        "Text": {"text": "两\n行"},
        "Selector": {"selector": {"type": "single", "options": [{"key": "option-9"}]}},
        "Money": {"new_money": 12.5},
        "Number": {"new_number": "三"},
        "Date": {"date": {"type": "day", "s_timestamp": MONDAY}},
        "DateRange": {"date_range": {"type": "day", "new_begin": 2, "new_end": 1, "new_duration": 1}},
        "Contact": {},
    }

    def form(values: dict[str, Json]) -> Json:
        contents = [{"control": kind, "id": f"{kind}-1", "value": value} for kind, value in values.items()]
        return _form(*contents, template_id="TPL_GENERAL")

    assert (await _apply(town, form(good)))["errcode"] == 0
    answers = [(await _apply(town, form(good | {kind: value})))["errcode"] for kind, value in bad.items()]
    assert answers == [301025] * len(bad)


async def test_forms_are_found_by_time_and_by_filter(town: Town) -> None:
    first = (await _apply(town))["sp_no"]
    second = (await _apply(town, _form(who="lisi")))["sp_no"]
    now = int(town.world.clock.seconds())
    span = {"starttime": str(now - 60), "endtime": str(now + 60), "size": 1}
    page = await town.api("oa/getapprovalinfo", span | {"new_cursor": ""})
    assert (page["sp_no_list"], page["new_next_cursor"]) == ([first], "1")
    rest = await town.api("oa/getapprovalinfo", span | {"new_cursor": "1"})
    assert (rest["sp_no_list"], "new_next_cursor" in rest) == ([second], False)
    mine = span | {"size": 100, "filters": [{"key": "creator", "value": "lisi"}, {"key": "sp_status", "value": "1"}]}
    assert (await town.api("oa/getapprovalinfo", mine))["sp_no_list"] == [second]
    wide = {"starttime": "0", "endtime": str(32 * DAY)}
    assert (await town.api("oa/getapprovalinfo", wide))["errcode"] == 301112
    odd = span | {"filters": [{"key": "mood", "value": "1"}]}
    assert (await town.api("oa/getapprovalinfo", odd))["errcode"] == 40058


async def test_who_may(town: Town) -> None:
    town.world.settings.visible_departments = "6"
    assert (await _apply(town))["errcode"] == 301055, "the applicant is out of sight"
    town.world.settings.listed_in = "checkin"
    assert (await _apply(town))["errcode"] == 301055
    assert (await town.api("oa/schedule/get", {}))["errcode"] == 301002
    assert (await town.api("pstncc/call", {"callee_userid": ["lisi"]}))["errcode"] == 301049
    assert (await town.api("oa/applyevent", _form(), owner="contacts"))["errcode"] == 48002


async def test_six_hundred_a_minute_of_each_call(town: Town) -> None:
    await town.api("oa/getapprovaldetail", {"sp_no": "1"})
    taken = town.world.limits._windows["oa", "oa/getapprovaldetail"][0].taken
    taken.extend([town.world.clock.seconds()] * 599)
    assert (await town.api("oa/getapprovaldetail", {"sp_no": "1"}))["errcode"] == 45009
    assert (await _apply(town))["errcode"] == 0
