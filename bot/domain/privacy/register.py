"""Every table, and what it holds of people. A new table is one line here: a test fails until it stands.

- `shown(class, column, *columns of his copy)`: an area's `held.py` tells of it
- `counted(class, what, column, *columns of his copy)`: /我的数据 says how many there are of him
- `told(class, what)`: it only says that it is kept
- `acted(class)`: it names only who did something for the company
- `exempt(class, why)`: it isn't told, for a reason
- `nobody()`: no person is in it
"""

from collections.abc import Mapping
from typing import Final

from bot.domain.privacy.keeping import Entry, Kept, acted, counted, exempt, nobody, shown, told

REGISTER: Final[Mapping[str, Entry]] = {
    # talking
    "inbox": told(Kept.TALK, "你发给我的消息"),
    "outbox": told(Kept.TALK, "我发给你的消息"),
    "ledger": nobody(Kept.TALK),
    "peer": exempt(Kept.TALK, "只记这个账号和我说过话"),
    "identity": exempt(Kept.DIRECTORY, "企业微信的加密账号和通讯录账号的对应"),
    "card": exempt(Kept.STAYING, "卡片在谁手里，卡片失效就没有用了"),
    "confirmation": exempt(Kept.MOMENT, "等确认的命令，过了时间内容就清空"),
    "dialogue": exempt(Kept.MOMENT, "等回答的问题，过了时间内容就清空"),
    "private_message": exempt(Kept.MOMENT, "哪条私密消息要清空，清空就删"),
    "refusal": counted(Kept.REFUSALS, "没办成的操作", "user_id", "at", "command"),
    "file": exempt(Kept.TALK, "图片和文件的内容，属于提到它的那一条"),
    # what others decide on
    "request": counted(
        *(Kept.RECORDS, "提交的申请（事故、公告、处分的跟着那件事）"),
        *("applicant", "number", "kind", "state", "opened_at", "closed_at"),
    ),
    "request_ask": acted(Kept.RECORDS),
    "delegation": counted(Kept.RECORDS, "审批委托", "principal", "deputy", "start", "end", "state"),
    # leave and attendance
    "leave": shown(Kept.STAYING, "user", "number", "type", "begins", "ends", "amount", "state", what="请假"),
    "leave_entry": shown(Kept.STAYING, "user", "on_day", "type", "kind", "amount", "rule", what="假期账"),
    "leave_paper": shown(Kept.RECORDS, "user", "number", "kind", "type", "year", "amount", what="假期单据"),
    "leave_fact": shown(Kept.STAYING, "user", "what", "key", "value", "written_at", what="假期资料"),
    "leave_feed": shown(Kept.STAYING, "user", "made_at", "state", what="日历订阅"),
    "leave_proof": shown(Kept.PAPERS, "user", "number", "handed_at", "checked_at", what="请假材料"),
    "leave_proof_reminder": nobody(Kept.PAPERS),
    "overtime": shown(Kept.RECORDS, "user", "number", "day", "hours", "pay", "state", what="加班"),
    "trip": shown(Kept.RECORDS, "user", "number", "kind", "place", "begins", "ends", "state", what="出差和外出"),
    "punch_fix": shown(Kept.RECORDS, "user", "number", "on_day", "slot", "state", what="补卡"),
    "missed_punch": shown(Kept.RECORDS, "user", "on_day", "slot", what="缺卡提醒"),
    "duty": shown(Kept.RECORDS, "user", "month", "cells", what="排班"),
    "sick_warning": shown(Kept.STAYING, "user", "since", what="医疗期提醒"),
    "office_quota": counted(Kept.STAYING, "写进企业微信的假期余额", "user", "type", "days", "hours", unit="项"),
    "office_quota_cursor": nobody(),
    "office_filing": counted(Kept.RECORDS, "写进企业微信审批的请假", "user", "number", "state"),
    "recount": nobody(Kept.RECORDS),
    "recounted": counted(Kept.RECORDS, "重算过的假", "user", "number", "type", "before", "after", "became"),
    # safety
    "accident": counted(Kept.ACCIDENTS, "报告的事故", "reporter", "number", "reported_at", "state", unit="起"),
    "accident_note": acted(Kept.ACCIDENTS),
    "accident_fact": acted(Kept.ACCIDENTS),
    "accident_photo": acted(Kept.ACCIDENTS),
    "call_turn": counted(Kept.ACCIDENTS, "出事时通知你的记录", "user", "number", "told_at", "rang_at"),
    "hazard": counted(Kept.HAZARDS, "负责整改的隐患", "owner", "number", "state", "reported_at", "closed_at"),
    "hazard_reporter": counted(
        Kept.HAZARDS, "报告的隐患（不含隐名的，隐名的只有发 /我的隐患 看得到）", "user", "number", "at"
    ),
    "hazard_step": acted(Kept.HAZARDS),
    "hazard_photo": acted(Kept.HAZARDS),
    "hazard_draft": exempt(Kept.MOMENT, "还没说是什么隐患的照片，一天后删除"),
    "inspection_plan": acted(Kept.HAZARDS),
    "inspection_round": counted(
        Kept.HAZARDS, "你做的安全检查", "inspector", "number", "opened_at", "done_at", unit="次"
    ),
    "drill": acted(Kept.HAZARDS),
    "equipment": acted(Kept.HAZARDS),
    "contingency_plan": acted(Kept.HAZARDS),
    "contingency_file": nobody(Kept.HAZARDS),
    "contingency_reading": counted(Kept.TAUGHT, "看过的应急预案", "user", "number", "at", unit="份"),
    "dept_report": acted(Kept.HAZARDS),
    "safety_shown": nobody(Kept.HAZARDS),
    "safety_receipt": counted(Kept.HAZARDS, "安全日历的回执", "user", "entry", "on_day", "at", drops=True),
    "safety_question": counted(
        Kept.TAUGHT, "提过的安全问题", "asker", "number", "text", "answer", "asked_on", drops=True
    ),
    "quiz_answer": counted(Kept.TAUGHT, "每日一题的回答", "user", "on_day", "topic", "right", drops=True),
    "quiz_habit": counted(Kept.TAUGHT, "每日一题的订阅", "user", "wanted", "streak", "best", unit="项", drops=True),
    "sign_in_sheet": acted(Kept.TAUGHT),
    "sign_in_mark": counted(Kept.TAUGHT, "签到", "user", "number", "mark", "at", unit="次"),
    "training": acted(Kept.TAUGHT),
    "training_material": nobody(Kept.TAUGHT),
    "training_question": nobody(Kept.TAUGHT),
    "training_answer": counted(Kept.TAUGHT, "培训考试的回答", "user", "number", "attempt", "place", "chosen", "at"),
    "certificate": counted(Kept.TAUGHT, "证书", "user", "kind", "ends", "at", unit="份"),
    "experience": counted(Kept.TAUGHT, "分享的安全经验", "author", "number", "text", "written_at", "state"),
    "experience_photo": nobody(Kept.TAUGHT),
    "experience_vote": counted(Kept.TAUGHT, "觉得有用的经验", "user", "number", "at", drops=True),
    # notices
    "notice": counted(Kept.NOTICES, "写过的公告", "author", "number", "state", "created_at"),
    "notice_version": acted(Kept.NOTICES),
    "notice_file": nobody(Kept.NOTICES),
    "notice_template": acted(Kept.NOTICES),
    "notice_posting": nobody(Kept.NOTICES),
    "notice_receipt": counted(Kept.NOTICES, "要你确认的公告", "user", "posting", "confirmed_at", "late"),
    "notice_recall": exempt(Kept.MOMENT, "撤回公告时要通知谁，撤完就没有用了"),
    "notice_held": exempt(Kept.MOMENT, "攒着一起告诉你的公告，发出就没有用了"),
    "notice_count": exempt(Kept.MOMENT, "一天里给你发过几条公告，几天后删除"),
    "policy_release": acted(Kept.NOTICES),
    "board_item": acted(Kept.NOTICES),
    "dept_news": acted(Kept.NOTICES),
    "notice_inbound": counted(Kept.NOTICES, "对公告的回复和报来的动态", "asker", "number", "about", "state", "due"),
    "survey": counted(Kept.NOTICES, "发起的征集", "author", "number", "stage", "closes_at"),
    "survey_ballot": counted(
        Kept.NOTICES, "答过的征集（匿名的不含，谁也认不出是谁的）", "voter", "number", "choice", drops=True
    ),
    "activity": counted(Kept.NOTICES, "发起的活动", "author", "number", "stage", "starts"),
    "activity_sign_up": counted(Kept.NOTICES, "报名的活动", "user", "number", "at", drops=True),
    "publishing_focus": nobody(Kept.NOTICES),
    "push_pause": acted(Kept.NOTICES),
    # moderation
    "moderation_case": shown(Kept.SANCTIONS, "target", "number", "confirmed_at", what="违规记录"),
    "moderation_measure": shown(Kept.SANCTIONS, "target", "number", "doing", "effect", "at", "until", what="处理措施"),
    "moderation_evidence": acted(Kept.SANCTIONS),
    "moderation_note": acted(Kept.SANCTIONS),
    "moderation_appeal": exempt(Kept.SANCTIONS, "申诉跟着违规记录，发 /违规记录 看"),
    "moderation_appeal_statement": exempt(Kept.SANCTIONS, "申诉跟着违规记录，发 /违规记录 看"),
    "moderation_dispute": exempt(Kept.SANCTIONS, "调解的内容加密，只有当事人和调解人能打开"),
    "moderation_dispute_note": exempt(Kept.SANCTIONS, "调解的内容加密，只有当事人和调解人能打开"),
    "moderation_matter": shown(Kept.SANCTIONS, "target", "number", "opened_at", "state", what="移交的材料"),
    "moderation_matter_note": acted(Kept.SANCTIONS),
    "legal_hold": exempt(Kept.SANCTIONS, "争议期间暂停删除的名单，告诉本人会影响调查"),
    "praise": counted(Kept.SANCTIONS, "表彰", "person", "number", "at"),
    "content_item": shown(Kept.FOUND, "author", "number", "category", "at", "state", what="内容检查认出的内容"),
    "archive_place": nobody(),
    "report": exempt(Kept.REPORTS, "举报的内容加密，被举报的人不能知道（S342：保护举报人）"),
    "report_teller": exempt(Kept.REPORTS, "谁举报的加密保存，本人发 /我的举报 看"),
    "report_line": exempt(Kept.REPORTS, "举报的内容加密，举报人发 /我的举报 看"),
    "report_file": exempt(Kept.REPORTS, "举报的内容加密，举报人发 /我的举报 看"),
    # the desk
    "enquiry": counted(Kept.DESK, "提过的求助", "asker", "number", "kind", "topic", "state", "asked_at"),
    "idea": counted(Kept.DESK, "提过的建议（不含匿名的）", "teller", "number", "theme", "state", "at"),
    "idea_vote": counted(Kept.DESK, "附议的建议", "user", "number", drops=True),
    "enquiry_line": exempt(Kept.DESK, "求助的内容加密，发 /我的求助 看"),
    # security
    "incident": exempt(Kept.INCIDENTS, "安全事件加密保存，你报的发 /账号异常 加编号看"),
    "security_receipt": counted(Kept.TAUGHT, "看过的安全提醒", "user", "about", "at", drops=True),
    "incident_line": exempt(Kept.INCIDENTS, "安全事件的处理经过，加密保存"),
    # groups
    "work_group": acted(Kept.MEMBERSHIP),
    "membership": counted(Kept.MEMBERSHIP, "所在的群", "user", "group_id", "since", unit="个"),
    "guest": exempt(Kept.MEMBERSHIP, "外部联系人，不是员工账号；介绍人发 /我的群 看"),
    "errand": acted(Kept.RECORDS),
    "unkept_group": nobody(Kept.MEMBERSHIP),
    "subscription": acted(Kept.MEMBERSHIP),
    "group_watch": nobody(Kept.MEMBERSHIP),
    "group_check": counted(Kept.RECORDS, "每周群巡检的回复", "user", "week", "fine", "at"),
    "group_rules": nobody(Kept.MEMBERSHIP),
    "rules_consent": counted(Kept.MEMBERSHIP, "对群规则的表态", "user", "group_id", "state", "agreed_at", "refused_at"),
    "review": acted(Kept.RECORDS),
    "roster": exempt(Kept.MEMBERSHIP, "群成员名单，跟群里看到的一样"),
    "group_doubt": exempt(Kept.MEMBERSHIP, "群成员名单对不上的地方，核实完就删"),
    "nickname": counted(Kept.MEMBERSHIP, "群昵称", "holder", "group_id", "nickname", "at", unit="个"),
    "nickname_reading": nobody(Kept.MEMBERSHIP),
    "nickname_wish": exempt(Kept.MOMENT, "等着读哪个群的昵称，读完就删"),
    "nickname_case": counted(Kept.MEMBERSHIP, "待改的昵称", "user_id", "group_id", "nickname", "found_at", unit="个"),
    "pairing_code": acted(Kept.TALK),
    "wrong_code": exempt(Kept.TALK, "输错绑定码的次数，防猜"),
    "unknown_chat": acted(Kept.MEMBERSHIP),
    # people, and what is looked at
    "figure_draft": acted(Kept.COMPANY),
    "active_user": counted(Kept.USE, "用过机器人的周、月和年", "user", "period", unit="个"),
    "group_left": counted(Kept.USE, "离开过的群", "user", "day", "group_id", unit="次"),
    "person": counted(Kept.DIRECTORY, "通讯录资料", "user_id", "name", "position", "alias", "staff_no", unit="份"),
    "department": acted(Kept.DIRECTORY),
    "account_work": counted(Kept.DIRECTORY, "账号的开通、修改和停用", "user", "cause", "deed", "state"),
    "account": counted(
        Kept.DIRECTORY, "账号怎么来的、用到哪天", "user", "origin", "employment", "until", "confirmed_on", unit="份"
    ),
    "account_difference": nobody(Kept.DIRECTORY),
    "leaving": exempt(Kept.DIRECTORY, "离职交接的清单，先由人力资源和本人谈"),
    "department_move": counted(Kept.DIRECTORY, "换部门的记录", "user_id", "former", "at"),
    "name_doubt": exempt(Kept.DIRECTORY, "通讯录里待核实的姓名，核实完就删"),
    "role_holder": counted(Kept.DIRECTORY, "你的角色", "user_id", "role", unit="个"),
    "leaver": exempt(Kept.DIRECTORY, "离职的人的删除进度"),
    "data_view": counted(Kept.VIEWS, "别人看你资料的记录", "whose", "at", "viewer", "what", "about", "why", unit="次"),
    "data_wish": counted(
        Kept.RECORDS, "更正和删除的申请", "user", "number", "wanted", "state", "asked_at", "closed_at"
    ),
    "work_tag": nobody(Kept.DIRECTORY),
    "tag_bearer": counted(Kept.DIRECTORY, "给你打的工作标签", "user", "tag", "wanted", "at", unit="个"),
    "reminder": counted(Kept.MOMENT, "提醒（内容加密，提醒过 30 天后删除）", "user", "number", "at", "state"),
    "trail": told(Kept.TRAIL, "你办过什么、谁办过和你有关的事，这份记录谁都改不了"),
    "chain": nobody(Kept.TRAIL),
    # the machine and the company
    "backup": acted(Kept.COMPANY),
    "platform_change": acted(Kept.COMPANY),
    "platform_fact": nobody(),
    "duty_turn": counted(Kept.RECORDS, "值班", "user", "day", "post", unit="天"),
    "setting_change": acted(Kept.COMPANY),
    "setup_step": acted(Kept.COMPANY),
    "number": nobody(),
    "job": nobody(),
    "job_wish": nobody(),
    "job_run": nobody(),
    "seal_key": nobody(),
    "process": nobody(),
    "lease": nobody(),
    "timer": nobody(),
    "calendar_year": acted(Kept.COMPANY),
    "own_day": acted(Kept.COMPANY),
}
