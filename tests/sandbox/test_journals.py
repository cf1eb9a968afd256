"""What people write in 汇报, read by the app (D-93393, D-93394, D-93395)."""

from datetime import datetime

import pytest

from tests.sandbox.town import Json, Town

DAY = 86400


async def report(town: Town, userid: str, text: str, **more: Json | str | list[str]) -> str:
    return str((await town.post("/sandbox/reports", {"userid": userid, "text": text, **more}))["journaluuid"])


def span(town: Town, days: int = 30) -> Json:
    now = int(town.world.clock.seconds())
    return {"starttime": now - days * DAY, "endtime": now + 1}


async def test_one_is_found_and_read(town: Town) -> None:
    uuid = await report(town, "lisi", "今天巡了三个车间", receivers=["wangqiang"])
    wanted = span(town) | {"cursor": 0, "limit": 10, "filters": [{"key": "creator", "value": "lisi"}]}
    listed = await town.api("oa/journal/get_record_list", wanted)
    assert (listed["journaluuid_list"], listed["next_cursor"], listed["endflag"]) == ([uuid], 1, 1)
    info = (await town.api("oa/journal/get_record_detail", {"journaluuid": uuid}))["info"]
    assert (info["submitter"], info["receivers"]) == ({"userid": "lisi"}, [{"userid": "wangqiang"}])
    assert info["apply_data"]["contents"][0]["value"] == {"text": "今天巡了三个车间"}


async def test_page_by_page_oldest_first(town: Town) -> None:
    late = await report(town, "lisi", "晚", at="2026-11-20T18:00:00")
    early = await report(town, "lisi", "早", at="2026-11-20T08:00:00")
    await report(town, "wangwu", "上个月", at="2026-10-01T08:00:00")
    first = await town.api("oa/journal/get_record_list", span(town) | {"limit": 1})
    rest = await town.api("oa/journal/get_record_list", span(town) | {"cursor": first["next_cursor"]})
    assert (first["journaluuid_list"], first["endflag"]) == ([early], 0)
    assert (rest["journaluuid_list"], rest["endflag"]) == ([late], 1)


async def test_who_reported_on_days_that_are_over(town: Town) -> None:
    uuid = await report(town, "lisi", "周五", at="2026-11-20T18:00:00")
    await report(town, "lisi", "今天")
    wanted = {"template_id": "JOURNAL_DAILY"} | span(town, days=2)
    friday, saturday = (await town.api("oa/journal/get_stat_list", wanted))["stat_list"]
    begin = int(datetime(2026, 11, 20, tzinfo=town.world.company.now.tzinfo).timestamp())
    assert (friday["cycle_begin_time"], friday["cycle_end_time"]) == (begin, begin + DAY - 1)
    ((one,), others) = (friday["report_list"], friday["unreport_list"])
    assert (one["user"]["userid"], one["itemlist"][0]["journaluuid"]) == ("lisi", uuid)
    assert len(others) == len(town.world.directory.people) - 1
    assert saturday["report_list"] == []


@pytest.mark.parametrize(
    ("path", "change", "errcode"),
    [
        ("get_record_list", {"endtime": 2_000_000_000}, 301065),
        ("get_record_list", {"limit": 101}, 40058),
        ("get_record_list", {"filters": [{"key": "mood", "value": "1"}]}, 40058),
        ("get_record_detail", {"journaluuid": "none"}, 301066),
        ("get_stat_list", {"template_id": "none"}, 301067),
    ],
)
async def test_what_is_refused(town: Town, path: str, change: Json, errcode: int) -> None:
    await report(town, "lisi", "有")
    assert (await town.api(f"oa/journal/{path}", span(town) | change))["errcode"] == errcode


async def test_only_for_apps_that_are_listed_and_about_people_in_their_range(town: Town) -> None:
    uuid = await report(town, "zhoumin", "只给领导看")
    town.world.settings.visible_departments = "2"
    assert (await town.api("oa/journal/get_record_detail", {"journaluuid": uuid}))["errcode"] == 301066
    town.world.settings.listed_in = "approval"
    assert (await town.api("oa/journal/get_record_list", span(town)))["errcode"] == 301002
    assert (await town.refusal("/sandbox/reports", {"userid": "lisi", "text": "好", "receivers": "wangwu"}))[0] == 400
