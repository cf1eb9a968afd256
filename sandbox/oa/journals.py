"""oa/journal/get_record_list, get_record_detail, get_stat_list (D-93393, D-93394, D-93395): what people reported.

People write daily reports in WeCom's 汇报 app; no call of the API writes one.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.oa.book import Report
from sandbox.oa.rights import require_listed
from sandbox.platform.endpoint import Call

PER_MINUTE = 600
MONTH, YEAR = 31 * 86400, 366 * 86400
MOST = 100
DAILY, DAILY_NAME = "JOURNAL_DAILY", "日报"
BAD_SPAN, BAD_RECORD, BAD_TEMPLATE = 301065, 301066, 301067  # which is which was not probed
BY_DAY = 1  # report_type


async def list_records(call: Call) -> Json:
    """Oldest first; endflag 1 says that nothing follows next_cursor."""
    require_listed(call, "journal", per_minute=PER_MINUTE)
    start, end = _span(call, MONTH)
    cursor, limit = int(call.body.get("cursor") or 0), int(call.body.get("limit") or MOST)
    if cursor < 0 or not 1 <= limit <= MOST:
        raise ApiError(40058, "cursor or limit")
    filters = call.body.get("filters") or []
    found = [
        report.uuid
        for report in _seen(call)
        if start <= report.at <= end and all(_passes(report, one) for one in filters)
    ]
    page = found[cursor : cursor + limit]
    last = cursor + len(page)
    return {"journaluuid_list": page, "next_cursor": last, "endflag": int(last >= len(found))}


async def get_record(call: Call) -> Json:
    require_listed(call, "journal", per_minute=PER_MINUTE)
    uuid = call.body.get("journaluuid")
    report = next((one for one in _seen(call) if one.uuid == uuid), None)
    if report is None:
        raise ApiError(BAD_RECORD)
    field = {"control": "Textarea", "id": "Textarea-1", "title": [{"text": "内容", "lang": "zh_CN"}]}
    return {
        "info": {
            "journal_uuid": report.uuid,
            "template_name": DAILY_NAME,
            "report_time": report.at,
            "submitter": {"userid": report.author},
            "receivers": _users(report.receivers),
            "readed_receivers": [],
            "apply_data": {"contents": [field | {"value": {"text": report.text}}]},
            "comments": [],
        }
    }


async def get_statistics(call: Call) -> Json:
    """One entry for each day that is over: who reported and who did not."""
    require_listed(call, "journal", per_minute=PER_MINUTE)
    if call.body.get("template_id") != DAILY:
        raise ApiError(BAD_TEMPLATE)
    return {"stat_list": [_day(call, begin) for begin in _days(call, *_span(call, YEAR))]}


def _span(call: Call, longest: int) -> tuple[int, int]:
    start, end = int(call.body["starttime"]), int(call.body["endtime"])
    if not 0 <= end - start <= longest:
        raise ApiError(BAD_SPAN)
    return start, end


def _seen(call: Call) -> Iterator[Report]:
    """Those of people in the app's visible range."""
    for report in call.world.office.reports:
        author = call.world.directory.find(report.author)
        if author and call.world.visible.has(author):
            yield report


def _passes(report: Report, wanted: Json) -> bool:
    values = {"creator": report.author, "department": str(report.department), "template_id": DAILY}
    if wanted["key"] not in values:
        raise ApiError(40058, "filters.key")
    return values[wanted["key"]] == str(wanted["value"])


def _days(call: Call, start: int, end: int) -> Iterator[datetime]:
    """The midnights that begin days within the span, before today."""
    today = call.world.clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    day = datetime.fromtimestamp(start, today.tzinfo).replace(hour=0, minute=0, second=0, microsecond=0)
    while day < today and day.timestamp() <= end:
        yield day
        day += timedelta(days=1)


def _day(call: Call, begin: datetime) -> Json:
    first, last = int(begin.timestamp()), int((begin + timedelta(days=1)).timestamp()) - 1
    that_day = [report for report in _seen(call) if first <= report.at <= last]
    reported = {report.author for report in that_day}
    people = [person.userid for person in call.world.directory.people.values() if call.world.visible.has(person)]
    return {
        "template_id": DAILY,
        "template_name": DAILY_NAME,
        "report_range": {"user_list": [], "party_list": [{"open_partyid": "1"}], "tag_list": []},
        "white_range": {"user_list": [], "party_list": [], "tag_list": []},
        "receivers": {"user_list": [], "tag_list": [], "leader_list": [{"level": 1}]},
        "cycle_begin_time": first,
        "cycle_end_time": last,
        "stat_begin_time": first,
        "stat_end_time": last,
        "report_list": [_reports(userid, that_day) for userid in people if userid in reported],
        "unreport_list": [_reports(userid, []) for userid in people if userid not in reported],
        "report_type": BY_DAY,
    }


def _reports(userid: str, reports: list[Report]) -> Json:
    own = [report for report in reports if report.author == userid]
    items = [{"journaluuid": report.uuid, "reporttime": report.at, "flag": 0} for report in own]
    return {"user": {"userid": userid}, "itemlist": items}


def _users(userids: tuple[str, ...]) -> list[Json]:
    return [{"userid": userid} for userid in userids]
