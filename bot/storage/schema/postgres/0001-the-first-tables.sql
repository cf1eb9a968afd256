CREATE TABLE "accident" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL UNIQUE,
    "state" VARCHAR(8) NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "level" VARCHAR(8),
    "urgent" BOOL NOT NULL,
    "place" VARCHAR(64),
    "injured" INT,
    "happened_at" TIMESTAMPTZ,
    "text" TEXT NOT NULL,
    "reporter" VARCHAR(128) NOT NULL,
    "chat" VARCHAR(128),
    "reported_at" TIMESTAMPTZ NOT NULL,
    "last_heard" TIMESTAMPTZ NOT NULL,
    "taken_by" VARCHAR(64),
    "taken_at" TIMESTAMPTZ,
    "closed_by" VARCHAR(64),
    "closed_at" TIMESTAMPTZ
);
CREATE INDEX "accident_heard" ON "accident" ("last_heard");
CREATE TABLE "accident_fact" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "by" VARCHAR(64) NOT NULL,
    "topic" VARCHAR(8) NOT NULL,
    "value" TEXT NOT NULL,
    "old" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "agreed_by" VARCHAR(64)
);
CREATE INDEX "accident_fact_number" ON "accident_fact" ("number");
CREATE TABLE "accident_note" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "text" TEXT NOT NULL
);
CREATE INDEX "accident_note_number" ON "accident_note" ("number");
CREATE TABLE "board_item" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "stage" VARCHAR(8) NOT NULL,
    "published_at" TIMESTAMPTZ,
    "revision" INT NOT NULL,
    "item" TEXT NOT NULL
);
CREATE INDEX "board_item_published" ON "board_item" ("published_at");
CREATE INDEX "board_item_stage" ON "board_item" ("stage");
CREATE TABLE "calendar_year" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "year" INT NOT NULL,
    "papers" JSONB NOT NULL,
    "off" JSONB NOT NULL,
    "work" JSONB NOT NULL,
    "cause" VARCHAR(24) NOT NULL,
    "written_by" VARCHAR(64) NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "call_turn" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "round" INT NOT NULL,
    "position" INT NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "told_at" TIMESTAMPTZ,
    "phone" VARCHAR(16),
    "call_id" VARCHAR(128) NOT NULL,
    "rang_at" TIMESTAMPTZ,
    CONSTRAINT "uid_call_turn_number_f60a81" UNIQUE ("number", "round", "position")
);
CREATE INDEX "call_turn_phone" ON "call_turn" ("phone", "rang_at");
CREATE INDEX "call_turn_rang" ON "call_turn" ("user", "rang_at");
CREATE TABLE "card" (
    "task_id" VARCHAR(128) NOT NULL PRIMARY KEY,
    "topic" VARCHAR(32) NOT NULL,
    "subject" VARCHAR(64) NOT NULL,
    "holder" VARCHAR(64) NOT NULL
);
CREATE TABLE "certificate" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "kind" VARCHAR(32) NOT NULL,
    "ends" DATE NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "by" VARCHAR(64) NOT NULL
);
CREATE INDEX "certificate_user" ON "certificate" ("user", "kind", "id");
CREATE TABLE "confirmation" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "asker" VARCHAR(64) NOT NULL,
    "chat" VARCHAR(128),
    "line" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL,
    "closes_at" TIMESTAMPTZ NOT NULL,
    "quote" TEXT,
    "state" VARCHAR(8) NOT NULL
);
CREATE INDEX "confirmation_asker" ON "confirmation" ("asker", "state");
CREATE TABLE "data_view" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "viewer" VARCHAR(64) NOT NULL,
    "whose" VARCHAR(64) NOT NULL,
    "what" VARCHAR(16) NOT NULL,
    "about" VARCHAR(24) NOT NULL,
    "why" TEXT NOT NULL
);
CREATE INDEX "data_view_at" ON "data_view" ("at");
CREATE INDEX "data_view_whose" ON "data_view" ("whose", "id");
CREATE TABLE "delegation" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "principal" VARCHAR(64) NOT NULL,
    "deputy" VARCHAR(64) NOT NULL,
    "start" DATE NOT NULL,
    "end" DATE NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "offered_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "delegation_end" ON "delegation" ("end");
CREATE INDEX "delegation_pair" ON "delegation" ("principal", "deputy");
CREATE TABLE "department" (
    "id" INT NOT NULL PRIMARY KEY,
    "name" VARCHAR(64) NOT NULL,
    "parent" INT,
    "leaders" JSONB NOT NULL
);
CREATE TABLE "department_move" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user_id" VARCHAR(64),
    "department" INT,
    "former" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "department_move_at" ON "department_move" ("at");
CREATE TABLE "dialogue" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "asker" VARCHAR(64) NOT NULL,
    "via" VARCHAR(8) NOT NULL,
    "chat" VARCHAR(128) NOT NULL,
    "line" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "typed" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "guessed" BOOL NOT NULL,
    "quote" TEXT,
    "asked_at" TIMESTAMPTZ NOT NULL,
    "closes_at" TIMESTAMPTZ NOT NULL,
    "state" VARCHAR(8) NOT NULL
);
CREATE INDEX "dialogue_open" ON "dialogue" ("asker", "id") WHERE state = 'open';
CREATE TABLE "drill" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "starts" TIMESTAMPTZ NOT NULL,
    "version" INT NOT NULL,
    "drill" TEXT NOT NULL
);
CREATE INDEX "drill_starts" ON "drill" ("starts");
CREATE TABLE "duty" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "month" DATE NOT NULL,
    "cells" TEXT NOT NULL,
    "written_by" VARCHAR(64) NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "duty_month" ON "duty" ("month", "id");
CREATE INDEX "duty_user" ON "duty" ("user");
CREATE TABLE "errand" (
    "number" BIGSERIAL NOT NULL PRIMARY KEY,
    "group_id" VARCHAR(64) NOT NULL,
    "deed" VARCHAR(16) NOT NULL,
    "cause" VARCHAR(32) NOT NULL,
    "asker" VARCHAR(64) NOT NULL,
    "people" JSONB NOT NULL,
    "guest" VARCHAR(64) NOT NULL,
    "wish" VARCHAR(128) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "exempt" BOOL NOT NULL,
    "expires_on" DATE,
    "helper" VARCHAR(64),
    "state" VARCHAR(8) NOT NULL,
    "by" VARCHAR(64),
    "due_at" TIMESTAMPTZ,
    "checked" BOOL
);
CREATE INDEX "errand_group" ON "errand" ("group_id");
CREATE INDEX "errand_open" ON "errand" ("number") WHERE state IN ('待办', '等人处理');
CREATE TABLE "experience" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "author" VARCHAR(64) NOT NULL,
    "text" TEXT NOT NULL,
    "clean" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL,
    "near_miss" BOOL NOT NULL,
    "named" BOOL NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "reviewer" VARCHAR(64),
    "settled_at" TIMESTAMPTZ,
    "why" TEXT NOT NULL
);
CREATE INDEX "experience_author" ON "experience" ("author", "state");
CREATE INDEX "experience_state" ON "experience" ("state", "settled_at");
CREATE TABLE "experience_photo" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "file" VARCHAR(64) NOT NULL
);
CREATE INDEX "experience_photo_number" ON "experience_photo" ("number", "id");
CREATE TABLE "experience_vote" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_experience__number_fcd0b5" UNIQUE ("number", "user")
);
CREATE TABLE "file" (
    "id" VARCHAR(64) NOT NULL PRIMARY KEY,
    "data" BYTEA NOT NULL,
    "kept_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "file_age" ON "file" ("kept_at", "id");
CREATE TABLE "group_doubt" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "group_id" VARCHAR(64) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "guest" VARCHAR(64) NOT NULL,
    "told" BOOL NOT NULL,
    "found_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "group_doubt_group" ON "group_doubt" ("group_id");
CREATE TABLE "group_rules" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "group_id" VARCHAR(64) NOT NULL,
    "number" INT NOT NULL,
    "text" TEXT NOT NULL,
    "since" TIMESTAMPTZ NOT NULL,
    "entered_to" VARCHAR(64),
    CONSTRAINT "uid_group_rules_group_i_f49e86" UNIQUE ("group_id", "number")
);
CREATE INDEX "group_rules_to_enter" ON "group_rules" ("id") WHERE entered_to IS NOT NULL;
CREATE TABLE "guest" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "group_id" VARCHAR(64) NOT NULL,
    "name" VARCHAR(64) NOT NULL,
    "sponsor" VARCHAR(64),
    "expires_on" DATE,
    "cause" VARCHAR(255) NOT NULL,
    "since" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_guest_group_i_2c88c4" UNIQUE ("group_id", "name")
);
CREATE TABLE "hazard" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "state" VARCHAR(8) NOT NULL,
    "is_open" BOOL NOT NULL,
    "owner" VARCHAR(64),
    "reported_at" TIMESTAMPTZ NOT NULL,
    "closed_at" TIMESTAMPTZ,
    "version" INT NOT NULL,
    "hazard" TEXT NOT NULL
);
CREATE INDEX "hazard_closed" ON "hazard" ("closed_at");
CREATE INDEX "hazard_open" ON "hazard" ("is_open", "reported_at");
CREATE INDEX "hazard_reported" ON "hazard" ("reported_at");
CREATE TABLE "hazard_draft" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user" VARCHAR(128) NOT NULL,
    "chat" VARCHAR(128) NOT NULL,
    "file" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "hazard_draft_user" ON "hazard_draft" ("user", "at");
CREATE TABLE "hazard_photo" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "file" VARCHAR(64) NOT NULL,
    "side" VARCHAR(8) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    CONSTRAINT "uid_hazard_phot_number_24bf9c" UNIQUE ("number", "file", "side")
);
CREATE INDEX "hazard_photo_file" ON "hazard_photo" ("file");
CREATE TABLE "hazard_reporter" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "user" VARCHAR(128) NOT NULL,
    "hidden" BOOL NOT NULL,
    "sealed" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_hazard_repo_number_be00cd" UNIQUE ("number", "user")
);
CREATE INDEX "hazard_reporter_user" ON "hazard_reporter" ("user", "at");
CREATE TABLE "hazard_step" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "text" TEXT NOT NULL
);
CREATE INDEX "hazard_step_number" ON "hazard_step" ("number", "id");
CREATE TABLE "identity" (
    "bot_id" VARCHAR(128) NOT NULL PRIMARY KEY,
    "user_id" VARCHAR(64) NOT NULL,
    "how" VARCHAR(16) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "inbox" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "key" VARCHAR(255) NOT NULL UNIQUE,
    "sender" VARCHAR(64) NOT NULL,
    "urgent" BOOL NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "received_at" BIGINT NOT NULL,
    "retry_at" BIGINT NOT NULL,
    "attempts" INT NOT NULL,
    "done_at" BIGINT,
    "ticket" VARCHAR(16),
    "why" VARCHAR(200),
    "payload" TEXT NOT NULL
);
CREATE INDEX "inbox_lane" ON "inbox" ("sender", "id") WHERE state <> 'done';
CREATE INDEX "inbox_waiting" ON "inbox" ("id") WHERE state <> 'done';
CREATE TABLE "inspection_plan" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "stopped" BOOL NOT NULL,
    "plan" TEXT NOT NULL
);
CREATE TABLE "inspection_round" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "plan" VARCHAR(64) NOT NULL,
    "inspector" VARCHAR(64) NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "done_at" TIMESTAMPTZ,
    "version" INT NOT NULL,
    "round" TEXT NOT NULL
);
CREATE INDEX "inspection_round_inspector" ON "inspection_round" ("inspector", "opened_at");
CREATE INDEX "inspection_round_opened" ON "inspection_round" ("opened_at");
CREATE INDEX "inspection_round_plan" ON "inspection_round" ("plan", "opened_at");
CREATE TABLE "job" (
    "name" VARCHAR(64) NOT NULL PRIMARY KEY,
    "due_at" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "job_run" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "job" VARCHAR(64) NOT NULL,
    "slot" TIMESTAMPTZ NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "note" VARCHAR(200) NOT NULL,
    CONSTRAINT "uid_job_run_job_d2769e" UNIQUE ("job", "slot")
);
CREATE TABLE "job_wish" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(64) NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "job_wish_due" ON "job_wish" ("name", "due_at");
CREATE TABLE "lease" (
    "name" VARCHAR(32) NOT NULL PRIMARY KEY,
    "holder" BIGINT NOT NULL
);
CREATE TABLE "leave" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "type" VARCHAR(32) NOT NULL,
    "shape" VARCHAR(8) NOT NULL,
    "period" TEXT NOT NULL,
    "amount" DECIMAL(10,2) NOT NULL,
    "unused" DECIMAL(10,2) NOT NULL,
    "begins" TIMESTAMPTZ NOT NULL,
    "ends" TIMESTAMPTZ NOT NULL,
    "submitted_at" TIMESTAMPTZ NOT NULL,
    "due_at" TIMESTAMPTZ,
    "state" VARCHAR(8) NOT NULL,
    "retro" BOOL NOT NULL,
    "provisional" BOOL NOT NULL,
    "continues" VARCHAR(24),
    "replaces" VARCHAR(24),
    "returned_on" DATE,
    "version" INT NOT NULL,
    "reason" TEXT NOT NULL
);
CREATE INDEX "leave_due" ON "leave" ("due_at") WHERE due_at IS NOT NULL;
CREATE INDEX "leave_ends" ON "leave" ("ends");
CREATE INDEX "leave_user" ON "leave" ("user", "begins");
CREATE TABLE "leave_entry" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "type" VARCHAR(32) NOT NULL,
    "year" INT NOT NULL,
    "amount" DECIMAL(10,2) NOT NULL,
    "on_day" DATE NOT NULL,
    "lot" VARCHAR(96) NOT NULL,
    "cause" VARCHAR(96) NOT NULL,
    "rule" TEXT NOT NULL,
    "until_day" DATE,
    "written_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "leave_entry_user" ON "leave_entry" ("user", "id");
CREATE TABLE "leave_fact" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "what" VARCHAR(8) NOT NULL,
    "key" VARCHAR(48) NOT NULL,
    "value" VARCHAR(32) NOT NULL,
    "proof" VARCHAR(128) NOT NULL,
    "written_by" VARCHAR(64) NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "leave_fact_user" ON "leave_fact" ("user", "id");
CREATE TABLE "leave_feed" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "user" VARCHAR(64) NOT NULL,
    "team" BIGINT,
    "made_at" TIMESTAMPTZ NOT NULL,
    "state" VARCHAR(8) NOT NULL
);
CREATE INDEX "leave_feed_user" ON "leave_feed" ("user", "state");
CREATE TABLE "leave_paper" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(8) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "type" VARCHAR(32) NOT NULL,
    "year" INT NOT NULL,
    "amount" DECIMAL(10,2) NOT NULL,
    "text" TEXT NOT NULL,
    "written_by" VARCHAR(64) NOT NULL,
    "on_day" DATE NOT NULL,
    "state" VARCHAR(8) NOT NULL
);
CREATE INDEX "leave_paper_year" ON "leave_paper" ("kind", "year");
CREATE TABLE "leave_proof" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "file" VARCHAR(64) NOT NULL,
    "ending" VARCHAR(8) NOT NULL,
    "handed_at" TIMESTAMPTZ NOT NULL,
    "checked_at" TIMESTAMPTZ,
    "checked_by" VARCHAR(64)
);
CREATE INDEX "leave_proof_file" ON "leave_proof" ("file");
CREATE INDEX "leave_proof_number" ON "leave_proof" ("number", "id");
CREATE INDEX "leave_proof_user" ON "leave_proof" ("user", "id");
CREATE TABLE "leave_proof_reminder" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "leaver" (
    "user" VARCHAR(64) NOT NULL PRIMARY KEY,
    "since" TIMESTAMPTZ NOT NULL,
    "forgotten" BOOL NOT NULL
);
CREATE INDEX "leaver_since" ON "leaver" ("since");
CREATE TABLE "ledger" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "route" VARCHAR(160) NOT NULL,
    "at" BIGINT NOT NULL,
    "outbox_id" BIGINT NOT NULL,
    "digest" VARCHAR(32) NOT NULL
);
CREATE INDEX "ledger_route" ON "ledger" ("route", "at");
CREATE TABLE "membership" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "group_id" VARCHAR(64) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "exempt" BOOL NOT NULL,
    "cause" VARCHAR(255) NOT NULL,
    "since" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_membership_group_i_185eed" UNIQUE ("group_id", "user")
);
CREATE INDEX "membership_user" ON "membership" ("user");
CREATE TABLE "missed_punch" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "on_day" DATE NOT NULL,
    "slot" VARCHAR(8) NOT NULL,
    CONSTRAINT "uid_missed_punc_user_976125" UNIQUE ("user", "on_day", "slot")
);
CREATE INDEX "missed_punch_day" ON "missed_punch" ("on_day");
CREATE TABLE "name_doubt" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user_id" VARCHAR(64) NOT NULL,
    "field" VARCHAR(8) NOT NULL,
    "doubt" VARCHAR(16) NOT NULL,
    "told" BOOL NOT NULL,
    CONSTRAINT "uid_name_doubt_user_id_dc52e9" UNIQUE ("user_id", "field")
);
CREATE TABLE "nickname" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "holder" VARCHAR(64) NOT NULL,
    "group_id" VARCHAR(64) NOT NULL,
    "source" VARCHAR(16) NOT NULL,
    "nickname" VARCHAR(128) NOT NULL,
    "key" VARCHAR(128) NOT NULL,
    "outsider" BOOL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_nickname_holder_1d9d25" UNIQUE ("holder", "group_id", "source")
);
CREATE INDEX "nickname_group" ON "nickname" ("group_id");
CREATE INDEX "nickname_key" ON "nickname" ("key");
CREATE TABLE "nickname_case" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user_id" VARCHAR(64) NOT NULL,
    "group_id" VARCHAR(64) NOT NULL,
    "nickname" VARCHAR(128) NOT NULL,
    "found_at" TIMESTAMPTZ NOT NULL,
    "reminded" INT NOT NULL,
    "reminded_at" TIMESTAMPTZ,
    "listed_at" TIMESTAMPTZ,
    CONSTRAINT "uid_nickname_ca_user_id_e089f0" UNIQUE ("user_id", "group_id")
);
CREATE TABLE "nickname_reading" (
    "group_id" VARCHAR(64) NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "granted" BOOL NOT NULL
);
CREATE TABLE "nickname_wish" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "group_id" VARCHAR(64) NOT NULL,
    "user_id" VARCHAR(64) NOT NULL,
    CONSTRAINT "uid_nickname_wi_group_i_7570ea" UNIQUE ("group_id", "user_id")
);
CREATE TABLE "notice" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL UNIQUE,
    "author" VARCHAR(64) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "version" INT NOT NULL,
    "revision" INT NOT NULL,
    "draft" TEXT NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "approval" TEXT,
    "request" VARCHAR(24) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "next_at" TIMESTAMPTZ,
    "posted_at" TIMESTAMPTZ,
    "corrects" VARCHAR(24) NOT NULL
);
CREATE INDEX "notice_author" ON "notice" ("author", "id");
CREATE INDEX "notice_state" ON "notice" ("state", "next_at");
CREATE TABLE "notice_count" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "day" DATE NOT NULL,
    "reader" VARCHAR(64) NOT NULL,
    "room" BOOL NOT NULL,
    "times" INT NOT NULL,
    CONSTRAINT "uid_notice_coun_day_199760" UNIQUE ("day", "reader", "room")
);
CREATE INDEX "notice_count_day" ON "notice_count" ("day");
CREATE TABLE "notice_held" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "posting" BIGINT NOT NULL,
    "reader" VARCHAR(64) NOT NULL,
    "room" BOOL NOT NULL,
    "due" TIMESTAMPTZ NOT NULL,
    "about" VARCHAR(64) NOT NULL,
    CONSTRAINT "uid_notice_held_posting_c6b438" UNIQUE ("posting", "reader", "room")
);
CREATE INDEX "notice_held_waiting" ON "notice_held" ("due") WHERE about = '';
CREATE TABLE "notice_posting" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "version" INT NOT NULL,
    "occurrence" TIMESTAMPTZ NOT NULL,
    "begun_at" TIMESTAMPTZ NOT NULL,
    "wants_confirmation" BOOL NOT NULL,
    "groups" JSONB NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "reached" VARCHAR(64) NOT NULL,
    "people" INT NOT NULL,
    "expected" INT NOT NULL,
    "confirmed" INT NOT NULL,
    "complete_at" TIMESTAMPTZ,
    CONSTRAINT "uid_notice_post_number_49a434" UNIQUE ("number", "version", "occurrence")
);
CREATE INDEX "notice_posting_begun" ON "notice_posting" ("begun_at");
CREATE INDEX "notice_posting_going" ON "notice_posting" ("id") WHERE state = '发布中';
CREATE TABLE "notice_recall" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "posting" BIGINT NOT NULL,
    "msgid" VARCHAR(128) NOT NULL,
    "users" JSONB NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "tries" INT NOT NULL
);
CREATE INDEX "notice_recall_open" ON "notice_recall" ("id") WHERE state = 'waiting';
CREATE INDEX "notice_recall_posting" ON "notice_recall" ("posting");
CREATE TABLE "notice_receipt" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "posting" BIGINT NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "confirmed_at" TIMESTAMPTZ,
    "answer" INT,
    "wrong" INT NOT NULL,
    "late" BOOL NOT NULL,
    CONSTRAINT "uid_notice_rece_posting_fd459d" UNIQUE ("posting", "user")
);
CREATE INDEX "notice_receipt_user" ON "notice_receipt" ("user", "id");
CREATE TABLE "notice_version" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "version" INT NOT NULL,
    "draft" TEXT NOT NULL,
    "by" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_notice_vers_number_9c254f" UNIQUE ("number", "version")
);
CREATE TABLE "number" (
    "series" VARCHAR(16) NOT NULL PRIMARY KEY,
    "given" INT NOT NULL
);
CREATE TABLE "office_filing" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "vacation" VARCHAR(64) NOT NULL,
    "stretch" TEXT NOT NULL,
    "note" VARCHAR(200) NOT NULL,
    "decider" VARCHAR(64),
    "wanted_at" TIMESTAMPTZ NOT NULL,
    "since" TIMESTAMPTZ,
    "state" VARCHAR(16) NOT NULL,
    "changed" BOOL NOT NULL,
    "off" BOOL NOT NULL,
    "sp_no" VARCHAR(32) NOT NULL,
    "round" INT NOT NULL
);
CREATE INDEX "office_filing_open" ON "office_filing" ("state", "wanted_at") WHERE state IN ('to_file', 'calling', 'to_search', 'filed');
CREATE INDEX "office_filing_user" ON "office_filing" ("user");
CREATE TABLE "office_quota" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "type" VARCHAR(32) NOT NULL,
    "vacation" VARCHAR(64) NOT NULL,
    "days" DECIMAL(10,1) NOT NULL,
    "hours" DECIMAL(10,1) NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "written" INT,
    "seen" INT,
    "why" VARCHAR(200) NOT NULL,
    "told" BOOL NOT NULL,
    "round" INT NOT NULL,
    CONSTRAINT "uid_office_quot_user_1b4ab4" UNIQUE ("user", "type")
);
CREATE INDEX "office_quota_open" ON "office_quota" ("id") WHERE state = 'to_write';
CREATE INDEX "office_quota_round" ON "office_quota" ("round", "id");
CREATE TABLE "office_quota_cursor" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "entry" BIGINT NOT NULL
);
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "cause" VARCHAR(255) NOT NULL,
    "lane" VARCHAR(160) NOT NULL,
    "urgent" BOOL NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "retry_at" BIGINT NOT NULL,
    "attempts" INT NOT NULL,
    "step" INT NOT NULL,
    "route" VARCHAR(160),
    "check_duplicates" BOOL NOT NULL,
    "claimed_at" BIGINT,
    "doubtful_since" BIGINT,
    "settled_at" BIGINT,
    "errcode" INT NOT NULL,
    "why" VARCHAR(200),
    "receipt" TEXT,
    "owner" BIGINT,
    "about" VARCHAR(64),
    "address" TEXT NOT NULL,
    "content" TEXT NOT NULL
);
CREATE INDEX "outbox_about" ON "outbox" ("about") WHERE about IS NOT NULL;
CREATE INDEX "outbox_cause" ON "outbox" ("cause");
CREATE INDEX "outbox_lane" ON "outbox" ("lane", "id") WHERE state NOT IN ('done', 'refused');
CREATE INDEX "outbox_open" ON "outbox" ("id") WHERE state NOT IN ('done', 'refused');
CREATE TABLE "overtime" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "day" DATE NOT NULL,
    "begins" TIMESTAMPTZ,
    "ends" TIMESTAMPTZ,
    "hours" DECIMAL(6,2) NOT NULL,
    "pay" VARCHAR(8) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "due_at" TIMESTAMPTZ
);
CREATE INDEX "overtime_due" ON "overtime" ("due_at") WHERE due_at IS NOT NULL;
CREATE INDEX "overtime_user" ON "overtime" ("user", "day");
CREATE TABLE "own_day" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "on_day" DATE NOT NULL,
    "own" VARCHAR(8) NOT NULL,
    "name" VARCHAR(32) NOT NULL,
    "written_by" VARCHAR(64) NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "pairing_code" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "group_id" VARCHAR(64) NOT NULL,
    "asked_by" VARCHAR(64) NOT NULL,
    "closes_at" TIMESTAMPTZ NOT NULL,
    "state" VARCHAR(8) NOT NULL
);
CREATE INDEX "pairing_code_group" ON "pairing_code" ("group_id", "state");
CREATE TABLE "peer" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "peer" VARCHAR(128) NOT NULL UNIQUE,
    "first_heard" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "person" (
    "user_id" VARCHAR(64) NOT NULL PRIMARY KEY,
    "name" VARCHAR(64) NOT NULL,
    "main_department" INT NOT NULL,
    "departments" JSONB NOT NULL,
    "position" VARCHAR(128) NOT NULL,
    "alias" VARCHAR(64) NOT NULL,
    "staff_no" VARCHAR(32),
    "active" BOOL NOT NULL,
    "tags" JSONB NOT NULL,
    "leaders" JSONB NOT NULL
);
CREATE TABLE "private_message" (
    "cause" VARCHAR(255) NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "private_message_at" ON "private_message" ("at");
CREATE TABLE "process" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "seen_at" BIGINT NOT NULL
);
CREATE TABLE "punch_fix" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "on_day" DATE NOT NULL,
    "slot" VARCHAR(8) NOT NULL,
    "submitted_at" TIMESTAMPTZ NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "reason" TEXT NOT NULL
);
CREATE INDEX "punch_fix_user" ON "punch_fix" ("user", "on_day");
CREATE TABLE "push_pause" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "by" VARCHAR(64) NOT NULL,
    "since" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "quiz_answer" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "on_day" DATE NOT NULL,
    "topic" VARCHAR(128) NOT NULL,
    "right" BOOL NOT NULL,
    CONSTRAINT "uid_quiz_answer_user_5056ae" UNIQUE ("user", "on_day")
);
CREATE TABLE "quiz_habit" (
    "user" VARCHAR(64) NOT NULL PRIMARY KEY,
    "wanted" BOOL NOT NULL,
    "streak" INT NOT NULL,
    "best" INT NOT NULL,
    "last_day" DATE
);
CREATE TABLE "recount" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "cause" VARCHAR(64) NOT NULL,
    "why" VARCHAR(128) NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "reached" VARCHAR(24) NOT NULL,
    "begun_at" TIMESTAMPTZ NOT NULL,
    "finished_at" TIMESTAMPTZ
);
CREATE INDEX "recount_open" ON "recount" ("id") WHERE finished_at IS NULL;
CREATE TABLE "recounted" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "recount_id" BIGINT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "type" VARCHAR(32) NOT NULL,
    "before" DECIMAL(10,2) NOT NULL,
    "after" DECIMAL(10,2) NOT NULL,
    "became" VARCHAR(8) NOT NULL
);
CREATE INDEX "recounted_of" ON "recounted" ("recount_id", "number");
CREATE TABLE "refusal" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "user_id" VARCHAR(64) NOT NULL,
    "command" VARCHAR(64) NOT NULL,
    "code" VARCHAR(32) NOT NULL,
    "chat" VARCHAR(128)
);
CREATE INDEX "refusal_user" ON "refusal" ("user_id", "at");
CREATE TABLE "request" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(32) NOT NULL,
    "applicant" VARCHAR(64) NOT NULL,
    "text" TEXT NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "version" INT NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "closed_at" TIMESTAMPTZ,
    "body" TEXT NOT NULL
);
CREATE INDEX "request_applicant" ON "request" ("applicant", "opened_at");
CREATE INDEX "request_open" ON "request" ("due_at") WHERE closed_at IS NULL;
CREATE TABLE "request_ask" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "version" INT NOT NULL,
    "task_id" VARCHAR(128) NOT NULL,
    "cause" VARCHAR(255) NOT NULL,
    "waits" BOOL NOT NULL
);
CREATE INDEX "request_ask_number" ON "request_ask" ("number");
CREATE INDEX "request_ask_user" ON "request_ask" ("user", "id") WHERE waits;
CREATE TABLE "review" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "group_id" VARCHAR(64) NOT NULL,
    "cause" VARCHAR(8) NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "version" INT NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "closed_at" TIMESTAMPTZ,
    "reminded" BOOL NOT NULL,
    "told_on" DATE,
    "body" TEXT NOT NULL
);
CREATE INDEX "review_group" ON "review" ("group_id", "opened_at");
CREATE INDEX "review_month" ON "review" ("month");
CREATE INDEX "review_open" ON "review" ("group_id") WHERE closed_at IS NULL;
CREATE INDEX "review_opened" ON "review" ("opened_at");
CREATE TABLE "role_holder" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "role" VARCHAR(32) NOT NULL,
    "user_id" VARCHAR(64) NOT NULL,
    CONSTRAINT "uid_role_holder_role_aa8a22" UNIQUE ("role", "user_id")
);
CREATE TABLE "roster" (
    "group_id" VARCHAR(64) NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ,
    "told_by" VARCHAR(64),
    "members" JSONB NOT NULL,
    "maybe" JSONB NOT NULL,
    "guests" JSONB,
    "owner" VARCHAR(64),
    "name" VARCHAR(128),
    "is_new" BOOL NOT NULL,
    "refused" VARCHAR(200) NOT NULL,
    "wanted" BOOL NOT NULL,
    "to_look" BOOL NOT NULL,
    "looked_at" BOOL NOT NULL,
    "wishes" JSONB NOT NULL
);
CREATE INDEX "roster_to_look" ON "roster" ("group_id") WHERE to_look;
CREATE INDEX "roster_wanted" ON "roster" ("group_id") WHERE wanted;
CREATE TABLE "rules_consent" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "group_id" VARCHAR(64) NOT NULL,
    "number" INT NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "ask_at" TIMESTAMPTZ,
    "newcomer" BOOL NOT NULL,
    "card" VARCHAR(128),
    "asked_at" TIMESTAMPTZ,
    "deemed_at" TIMESTAMPTZ,
    "agreed_at" TIMESTAMPTZ,
    "refused_at" TIMESTAMPTZ,
    "way" VARCHAR(8),
    CONSTRAINT "uid_rules_conse_user_82bb1e" UNIQUE ("user", "group_id", "number")
);
CREATE INDEX "rules_consent_asked" ON "rules_consent" ("asked_at") WHERE state = '还没表态';
CREATE INDEX "rules_consent_card" ON "rules_consent" ("card");
CREATE INDEX "rules_consent_group" ON "rules_consent" ("group_id", "number");
CREATE INDEX "rules_consent_to_ask" ON "rules_consent" ("ask_at", "user") WHERE state = '待询问';
CREATE TABLE "safety_question" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL UNIQUE,
    "state" VARCHAR(8) NOT NULL,
    "text" TEXT NOT NULL,
    "asker" VARCHAR(64) NOT NULL,
    "asked_on" DATE NOT NULL,
    "answer" TEXT,
    "answered_by" VARCHAR(64),
    "answered_on" DATE
);
CREATE TABLE "safety_receipt" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "entry" VARCHAR(64) NOT NULL,
    "on_day" DATE NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_safety_rece_entry_7aa30e" UNIQUE ("entry", "on_day", "user")
);
CREATE TABLE "safety_shown" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "reader" VARCHAR(128) NOT NULL,
    "entry" VARCHAR(64) NOT NULL,
    "on_day" DATE NOT NULL,
    "topic" VARCHAR(128),
    CONSTRAINT "uid_safety_show_reader_574506" UNIQUE ("reader", "entry", "on_day")
);
CREATE INDEX "safety_shown_day" ON "safety_shown" ("on_day");
CREATE TABLE "seal_key" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "value" VARCHAR(64) NOT NULL
);
CREATE TABLE "sick_warning" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "since" DATE NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_sick_warnin_user_c20756" UNIQUE ("user", "since")
);
CREATE TABLE "sign_in_mark" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "mark" VARCHAR(16) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    "why" TEXT NOT NULL
);
CREATE INDEX "sign_in_mark_number" ON "sign_in_mark" ("number", "id");
CREATE INDEX "sign_in_mark_user" ON "sign_in_mark" ("user", "number");
CREATE TABLE "sign_in_sheet" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "leader" VARCHAR(64) NOT NULL,
    "starts" TIMESTAMPTZ NOT NULL,
    "place" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "seed" VARCHAR(64) NOT NULL,
    "state" VARCHAR(8) NOT NULL
);
CREATE INDEX "sign_in_sheet_starts" ON "sign_in_sheet" ("starts");
CREATE TABLE "subscription" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "group_id" VARCHAR(64) NOT NULL,
    "topic" VARCHAR(32) NOT NULL,
    "active" BOOL NOT NULL,
    "since" TIMESTAMPTZ NOT NULL,
    "by" VARCHAR(64) NOT NULL,
    CONSTRAINT "uid_subscriptio_group_i_d4392c" UNIQUE ("group_id", "topic")
);
CREATE TABLE "timer" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "job" VARCHAR(64) NOT NULL,
    "subject" VARCHAR(64) NOT NULL,
    "kind" VARCHAR(64) NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "try_at" TIMESTAMPTZ NOT NULL,
    "rung_at" TIMESTAMPTZ,
    "called_off_at" TIMESTAMPTZ,
    CONSTRAINT "uid_timer_job_d08f45" UNIQUE ("job", "subject", "kind")
);
CREATE INDEX "timer_waiting" ON "timer" ("job", "try_at") WHERE rung_at IS NULL AND called_off_at IS NULL;
CREATE TABLE "trail" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "actor" VARCHAR(64) NOT NULL,
    "action" VARCHAR(64) NOT NULL,
    "subject" VARCHAR(128) NOT NULL,
    "authority" VARCHAR(128) NOT NULL,
    "cause" VARCHAR(255) NOT NULL,
    "details" JSONB NOT NULL
);
CREATE INDEX "trail_subject" ON "trail" ("subject");
CREATE TABLE "training" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "topic" TEXT NOT NULL,
    "author" VARCHAR(64) NOT NULL,
    "trainer" VARCHAR(64) NOT NULL,
    "audience" TEXT NOT NULL,
    "meant" JSONB NOT NULL,
    "starts" TIMESTAMPTZ NOT NULL,
    "place" TEXT NOT NULL,
    "minutes" INT NOT NULL,
    "exam" BOOL NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "made_up" VARCHAR(24) NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "training_author" ON "training" ("author", "state");
CREATE INDEX "training_starts" ON "training" ("starts");
CREATE TABLE "training_answer" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "attempt" INT NOT NULL,
    "place" INT NOT NULL,
    "chosen" INT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_training_an_number_081795" UNIQUE ("number", "user", "attempt", "place")
);
CREATE INDEX "training_answer_user" ON "training_answer" ("user");
CREATE TABLE "training_material" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "text" TEXT NOT NULL,
    "file" VARCHAR(64),
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "training_material_number" ON "training_material" ("number", "id");
CREATE TABLE "training_question" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "place" INT NOT NULL,
    "text" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "answer" INT NOT NULL,
    "why" TEXT NOT NULL,
    CONSTRAINT "uid_training_qu_number_e9257d" UNIQUE ("number", "place")
);
CREATE TABLE "trip" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "place" VARCHAR(64) NOT NULL,
    "shape" VARCHAR(8) NOT NULL,
    "period" TEXT NOT NULL,
    "begins" TIMESTAMPTZ NOT NULL,
    "ends" TIMESTAMPTZ NOT NULL,
    "submitted_at" TIMESTAMPTZ NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "version" INT NOT NULL,
    "reason" TEXT NOT NULL
);
CREATE INDEX "trip_ends" ON "trip" ("ends");
CREATE INDEX "trip_user" ON "trip" ("user", "begins");
CREATE TABLE "unkept_group" (
    "group_id" VARCHAR(64) NOT NULL PRIMARY KEY,
    "since" TIMESTAMPTZ NOT NULL,
    "told_at" TIMESTAMPTZ
);
CREATE TABLE "unknown_chat" (
    "chat" VARCHAR(128) NOT NULL PRIMARY KEY,
    "first_user" VARCHAR(64) NOT NULL,
    "hinted_at" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "work_group" (
    "id" VARCHAR(64) NOT NULL PRIMARY KEY,
    "version" INT NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "name" VARCHAR(128) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "aliases" JSONB NOT NULL,
    "purpose" VARCHAR(500) NOT NULL,
    "departments" JSONB NOT NULL,
    "owner" VARCHAR(64),
    "admins" JSONB NOT NULL,
    "deputies" JSONB NOT NULL,
    "mandatory" BOOL,
    "bot_chat" VARCHAR(128) UNIQUE,
    "app_chat" VARCHAR(64) UNIQUE,
    "subscribes" JSONB NOT NULL,
    "founding" VARCHAR(24) NOT NULL,
    "declared" JSONB
);
CREATE INDEX "work_group_name" ON "work_group" ("name");
CREATE TABLE "wrong_code" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "wrong_code_user" ON "wrong_code" ("user", "at");
