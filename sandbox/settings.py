"""Every fact about WeCom that nobody could confirm is a setting here, at the reading that is worst for a bot.

Change one with `--set name=value` or `POST /sandbox/settings`.
"""

import dataclasses
from dataclasses import dataclass

from sandbox.json_types import Json


@dataclass(slots=True)
class Settings:
    """Times in seconds. "Unverified" marks what the official pages leave open; the rest are knobs for tests."""

    # the app's callback (D-90238)
    callback_timeout: float = 5.0
    verify_timeout: float = 1.0
    callback_retries: int = 3  # unverified: three in total, or one and three more
    callback_retry_spacing: float = 3.0  # unverified
    contact_events_full: bool = False  # addresses saved after 2022-08-15 get the reduced set (D-90970)
    report_enter_agent: bool = False  # the console's switch, off as delivered

    callback_copies: int = 1  # how often each message and event is delivered; WeCom's network may repeat them

    # who may call (60020); empty: everybody
    trusted_ips: str = ""

    # tokens
    bad_tokens_per_hour: int = 2000  # unverified: wrong calls of gettoken before an hour without answers
    token_lifetime: float = 7200.0

    # contacts (D-96067)
    contacts_secret_reads: bool = False  # reads from newly added addresses are closed: 48009
    direct_leaders: int = 1  # unverified: 1, or 5 in an older text; only the first is kept
    misses_per_day: int = 100  # unverified: how many mobiles or mails of nobody before a day without answers
    fetch_child: bool = False  # no longer documented

    # frequency of all calls of the corp but those that send (D-90312)
    calls_per_minute: int = 10_000
    calls_per_hour: int = 150_000

    # the app
    visible_departments: str = "1"  # ids with commas between; rooms of the app need the root

    # rooms of the app (D-90245, D-90312)
    appchat_errcode: int = 0  # unverified: which 86xxx for which mistake; other than 0: this one for all
    appchat_members: int = 2000  # the administrator's cap; at most 2000
    appchat_creations: int = 1000  # a day
    appchat_changes: int = 1000  # an hour
    appchat_people_per_minute: int = 20_000
    appchat_people_per_hour: int = 150_000  # a small corp; 350,000 and 700,000 for larger ones
    appchat_member_per_minute: int = 200
    appchat_member_per_day: int = 10_000
    bot_joins_new_rooms: bool = False  # unverified: whether a person can add the bot to a room of the app, and does

    # OA
    listed_in: str = "approval,checkin,schedule,journal,pstncc,operlog"  # whose 可调用接口的应用 list this app
    report_approvals: bool = True  # the console's switch 审批状态通知事件
    schedule_attendees: int = 1000  # unverified: 1000 or 2000
    pstncc_on: bool = True
    pstncc_balance: int = 1000  # calls that are paid for
    pstncc_per_8_minutes: int = 3  # for one callee
    pstncc_per_day: int = 8
    pstncc_limit_code: int = 45009  # unverified: the code of a callee who was called too often

    # the JS-SDK (D-90312)
    corp_tickets_per_hour: int = 400
    app_tickets_per_hour: int = 100

    # messages
    duplicate_task_id_errcode: int = 42014  # unverified
    duplicate_answer_has_msgid: bool = False  # unverified
    person_times_per_account: int = 200  # unverified: a day; whether the rest is dropped or refused: dropped here
    member_per_minute: int = 30
    member_per_hour: int = 1000
    webhook_per_minute: int = 20
    article_pictures_per_day: int = 1000
    article_pictures_per_month: int = 3000

    # the AI bot
    close_delay: float = 2.0  # an evicted connection is closed 2 s to 5 min later
    close_cleanly: bool = True  # or the socket just breaks; both were seen
    subscribe_beside_callback_errcode: int = 853000  # unverified: subscribing while the bot is in callback mode
    callback_stream_lifetime: float = 360.0  # after the person's message (D-101031)
    stream_poll_spacing: float = 1.0  # unverified; of the streams of a bot in callback mode
    stream_lifetime: float = 600.0  # older text: 360
    count_unfinished_frames: bool = True  # unverified: does each stream frame count against the rate
    conversation_per_minute: int = 30
    conversation_per_hour: int = 1000
    uploads_per_minute: int = 30
    uploads_per_hour: int = 1000
    in_flight_per_user: int = 3
    in_flight_seconds: float = 5.0  # unverified: how long a message without any answer counts as in flight
    push_stranger_errcode: int = 93006  # unverified: a push into a conversation that never addressed the bot
    reply_window: float = 86400.0
    late_reply_errcode: int = 846605  # unverified: replying after 24 h
    event_window: float = 5.0
    late_event_errcode: int = 846605  # unverified: welcome or card update after 5 s
    encrypted_userids: bool = False  # true if the bot was made by somebody who is no super administrator
    answers_outlive_connection: bool = True  # a callback may be answered over a later connection of the bot
    markdown_replies: bool = False  # unverified: markdown in aibot_respond_msg
    text_replies: bool = False  # unverified: text in aibot_respond_msg
    group_card_pushes: bool = False  # unverified: cards pushed into rooms; as replies they are documented
    bot_mentions: bool = False  # unverified: `<@userid>` of the bot reads as a name
    bot_sends_app_media: bool = False  # unverified: whether the bot may send what media/upload took in
    upload_image_bytes: int = 2 * 1024 * 1024  # unverified: 2 MB or 10 MB over the long connection
    video_title_bytes: int = 64  # unverified: 64 or 128
    response_url_lifetime: float = 3600.0
    picture_lifetime: float = 300.0

    # moving the clock
    settle_timeout: float = 30.0

    def change(self, name: str, value: object) -> None:
        """Set one by name, from JSON or from text. KeyError, or ValueError when the type does not fit."""
        kinds = {field.name: type(getattr(self, field.name)) for field in dataclasses.fields(self)}
        kind = kinds[name]
        if kind is str and not isinstance(value, str):
            raise ValueError("must be text; several are separated by commas")
        setattr(self, name, _as_bool(value) if kind is bool else kind(value))

    def as_json(self) -> Json:
        return dataclasses.asdict(self)


def _as_bool(value: object) -> bool:
    words = {"true": True, "1": True, "false": False, "0": False}
    if str(value).lower() not in words:
        raise ValueError(f"not a truth value: {value}")
    return words[str(value).lower()]
