"""Leave balances, punches, schedules, emergency calls (D-93375…, D-90262, D-93648, D-91627)."""

import pytest

from tests.sandbox.town import Json, Town

DAY = 86400


async def test_balances_come_from_the_company_file_and_can_be_set(town: Town) -> None:
    config = (await town.api("oa/vacation/getcorpconf"))["lists"]
    assert [(row["id"], row["name"], row["time_attr"]) for row in config][::3] == [(1, "年假", 0), (4, "调休假", 1)]

    async def left(userid: str) -> int:
        return int((await town.api("oa/vacation/getuservacationquota", {"userid": userid}))["lists"][0]["leftduration"])

    assert (await left("lisi"), await left("wangwu")) == (0, 5 * DAY)
    wish = {"userid": "lisi", "vacation_id": 1, "leftduration": 2 * DAY, "time_attr": 0}
    assert (await town.api("oa/vacation/setoneuserquota", wish))["errcode"] == 0
    assert await left("lisi") == 2 * DAY


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"userid": "nobody"}, 301021),
        ({"vacation_id": 9}, 301062),
        ({"time_attr": 1}, 301064),
        ({"leftduration": 100}, 301064),
        ({"leftduration": 1001 * DAY}, 301064),
        ({"remarks": "长" * 201}, 40058),
    ],
)
async def test_balances_that_are_refused(town: Town, change: Json, errcode: int) -> None:
    wish = {"userid": "lisi", "vacation_id": 1, "leftduration": 2 * DAY, "time_attr": 0}
    assert (await town.api("oa/vacation/setoneuserquota", wish | change))["errcode"] == errcode


async def test_punches(town: Town) -> None:
    await town.post("/sandbox/checkin", {"userid": "lisi", "at": "2026-11-20T08:29:00"})
    await town.post("/sandbox/checkin", {"userid": "lisi", "type": "外出打卡", "at": "2026-11-20T14:00:00"})
    await town.post("/sandbox/checkin", {"userid": "wangwu", "exception": "时间异常"})
    end = int(town.world.clock.seconds()) + 1

    async def data(kind: int, *people: str, start: int = end - 3 * DAY) -> Json:
        body = {"opencheckindatatype": kind, "starttime": start, "endtime": end, "useridlist": list(people)}
        return await town.api("checkin/getcheckindata", body)

    rows = (await data(3, "lisi"))["checkindata"]
    assert [row["checkin_type"] for row in rows] == ["上班打卡", "外出打卡"]
    assert [row["checkin_type"] for row in (await data(2, "lisi"))["checkindata"]] == ["外出打卡"]
    assert (await data(1, "lisi", "wangwu"))["checkindata"][1]["exception_type"] == "时间异常"
    assert (await data(3))["errcode"] == 301023
    assert (await data(3, "nobody"))["errcode"] == 301021
    assert (await data(3, "lisi", start=end - 31 * DAY))["errcode"] == 301024
    assert (await town.refusal("/sandbox/checkin", {"userid": "lisi", "type": "睡觉"}))[0] == 400
    assert (await town.refusal("/sandbox/checkin", {"userid": "lisi", "at": "soon"}))[0] == 400


MEETING: Json = {
    "organizer": "lisi",
    "start_time": 1795363200,
    "end_time": 1795366800,
    "attendees": [{"userid": "wangwu"}],
    "summary": "安全例会",
    "reminders": {"is_remind": 1, "remind_before_event_secs": 900, "is_repeat": 0, "timezone": 8},
}


async def test_schedules(town: Town) -> None:
    agent = town.world.credentials.agent_id
    added = await town.api("oa/schedule/add", {"schedule": MEETING, "agentid": agent})
    wanted = {"schedule_id_list": [added["schedule_id"], "none"]}
    (kept,) = (await town.api("oa/schedule/get", wanted))["schedule_list"]
    assert (kept["summary"], kept["attendees"]) == ("安全例会", [{"userid": "wangwu", "response_status": 0}])
    moved = MEETING | {"schedule_id": added["schedule_id"], "summary": "改到下午", "organizer": "wangwu"}
    assert (await town.api("oa/schedule/update", {"schedule": moved}))["errcode"] == 0
    (kept,) = (await town.api("oa/schedule/get", wanted))["schedule_list"]
    assert (kept["summary"], kept["organizer"]) == ("改到下午", "lisi")
    assert (await town.api("oa/schedule/update", {"schedule": MEETING}))["errcode"] == 40058
    gone = {"schedule_id": added["schedule_id"]}
    assert [(await town.api("oa/schedule/del", gone))["errcode"] for _ in range(2)] == [0, 40058]
    assert (await town.api("oa/schedule/get", wanted))["schedule_list"] == []
    assert (await town.api("oa/schedule/get", {}))["errcode"] == 40058


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"organizer": "nobody"}, 301021),
        ({"attendees": [{"userid": "nobody"}]}, 301021),
        ({"end_time": 1}, 40058),
        ({"summary": "长" * 129}, 40058),
        ({"reminders": {"is_remind": 1, "remind_before_event_secs": 60}}, 40058),
        ({"reminders": {"is_repeat": 1, "repeat_type": 3}}, 40058),
    ],
)
async def test_schedules_that_are_refused(town: Town, change: Json, errcode: int) -> None:
    assert (await town.api("oa/schedule/add", {"schedule": MEETING | change}))["errcode"] == errcode


async def _call(town: Town, *people: str) -> list[Json]:
    return list((await town.api("pstncc/call", {"callee_userid": list(people)}))["states"])


async def test_a_call_that_is_taken_and_one_that_is_not(town: Town) -> None:
    states = await _call(town, "lisi", "wangwu", "nobody")
    assert [state["code"] for state in states] == [0, 0, 40003]
    await town.post("/sandbox/phone", {"userid": "lisi", "answer": True, "talk": 12})
    await town.post("/sandbox/phone", {"userid": "wangwu", "answer": False})

    async def state(one: Json) -> Json:
        return await town.api("pstncc/getstates", {"callee_userid": one["userid"], "callid": one["callid"]})

    taken, missed = await state(states[0]), await state(states[1])
    assert (taken["istalked"], taken["talktime"], missed["istalked"], missed["talktime"]) == (1, 12, 0, 0)
    assert (await state({"userid": "lisi", "callid": "none"}))["errcode"] == 40058
    assert (await town.refusal("/sandbox/phone", {"userid": "lisi", "answer": True}))[0] == 404
    seen = [(ring["to"]["user"], ring.get("answered")) for ring in await town.feed("phone")]
    assert seen == [("lisi", None), ("wangwu", None), ("lisi", True), ("wangwu", False)]


async def test_three_calls_in_eight_minutes_and_eight_a_day(town: Town) -> None:
    codes = [(await _call(town, "lisi"))[0]["code"] for _ in range(4)]
    assert codes == [0, 0, 0, 45009]
    for _ in range(5):
        await town.post("/sandbox/clock", {"advance": 481})
        codes.append((await _call(town, "lisi"))[0]["code"])
    await town.post("/sandbox/clock", {"advance": 481})
    codes.append((await _call(town, "lisi"))[0]["code"])
    assert codes == [0, 0, 0, 45009, 0, 0, 0, 0, 0, 45009]


async def test_calls_cost_money_and_can_be_switched_off(town: Town) -> None:
    town.world.settings.pstncc_balance = 1
    assert (await town.api("pstncc/call", {"callee_userid": ["lisi", "wangwu"]}))["errcode"] == 301051
    assert (await _call(town, "lisi"))[0]["code"] == 0
    town.world.settings.pstncc_on = False
    assert (await town.api("pstncc/call", {"callee_userid": ["lisi"]}))["errcode"] == 301050
