"""Which path is which call."""

from sandbox.oa import applying, checkin, journals, member_log, phone, reading, schedules, vacations
from sandbox.platform.endpoint import Api

CALLS: dict[str, Api] = {
    "oa/gettemplatedetail": applying.get_template,
    "oa/applyevent": applying.apply,
    "oa/getapprovalinfo": reading.list_numbers,
    "oa/getapprovaldetail": reading.get_detail,
    "oa/vacation/getcorpconf": vacations.get_config,
    "oa/vacation/getuservacationquota": vacations.get_quota,
    "oa/vacation/setoneuserquota": vacations.set_quota,
    "checkin/getcheckindata": checkin.get_data,
    "security/member_oper_log/list": member_log.list_records,
    "oa/journal/get_record_list": journals.list_records,
    "oa/journal/get_record_detail": journals.get_record,
    "oa/journal/get_stat_list": journals.get_statistics,
    "oa/schedule/add": schedules.add,
    "oa/schedule/update": schedules.update,
    "oa/schedule/get": schedules.get,
    "oa/schedule/del": schedules.delete,
    "pstncc/call": phone.call_people,
    "pstncc/getstates": phone.get_state,
}
