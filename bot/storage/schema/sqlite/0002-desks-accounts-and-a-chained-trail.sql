-- What was there already: columns that came to be, and several who read of one private message.
ALTER TABLE "leaver" ADD COLUMN "erased" INT NOT NULL DEFAULT 0;
ALTER TABLE "leaver" ADD COLUMN "looked_at" TIMESTAMP;
ALTER TABLE "notice_version" ADD COLUMN "links" VARCHAR(8) NOT NULL DEFAULT '';
ALTER TABLE "trail" ADD COLUMN "who_salt" BLOB;
ALTER TABLE "trail" ADD COLUMN "whom_salt" BLOB;
ALTER TABLE "trail" ADD COLUMN "stamp" BLOB;
ALTER TABLE "private_message" RENAME TO "private_message_before";
DROP INDEX "private_message_at";
CREATE TABLE "private_message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "cause" VARCHAR(255) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_private_mes_cause_889e5a" UNIQUE ("cause", "user")
);
CREATE INDEX "private_message_at" ON "private_message" ("at");
INSERT INTO "private_message" ("cause", "user", "at") SELECT "cause", "user", "at" FROM "private_message_before" ORDER BY "at", "cause";
DROP TABLE "private_message_before";

-- What is new.
CREATE INDEX "accident_of" ON "accident" ("reporter");
CREATE INDEX "accident_reported" ON "accident" ("reported_at");
CREATE TABLE "accident_photo" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "file" VARCHAR(64) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    CONSTRAINT "uid_accident_ph_number_55664d" UNIQUE ("number", "file")
);
CREATE INDEX "accident_photo_file" ON "accident_photo" ("file");
CREATE TABLE "account" (
    "user" VARCHAR(64) NOT NULL PRIMARY KEY,
    "origin" VARCHAR(8) NOT NULL,
    "seen_on" DATE NOT NULL,
    "employment" VARCHAR(16) NOT NULL,
    "until" DATE,
    "sponsor" VARCHAR(64),
    "confirmed_on" DATE
);
CREATE INDEX "account_seen" ON "account" ("seen_on");
CREATE INDEX "account_until" ON "account" ("until") WHERE until IS NOT NULL;
CREATE TABLE "account_difference" (
    "key" VARCHAR(16) NOT NULL PRIMARY KEY,
    "skipped" INT NOT NULL,
    "at" TIMESTAMP NOT NULL
);
CREATE TABLE "account_work" (
    "number" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "deed" VARCHAR(16) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "cause" VARCHAR(32) NOT NULL,
    "version" INT NOT NULL,
    "mobile" VARCHAR(64) NOT NULL,
    "told" TEXT NOT NULL
);
CREATE INDEX "account_work_mobile" ON "account_work" ("mobile");
CREATE INDEX "account_work_open" ON "account_work" ("number") WHERE state IN ('WAITING', 'TO_DO', 'ASKED', 'CHECKING');
CREATE INDEX "account_work_user" ON "account_work" ("user");
CREATE TABLE "active_user" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "period" VARCHAR(8) NOT NULL,
    "user" VARCHAR(128) NOT NULL,
    CONSTRAINT "uid_active_user_period_94147f" UNIQUE ("period", "user")
);
CREATE INDEX "active_user_of" ON "active_user" ("user");
CREATE TABLE "activity" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "author" VARCHAR(64) NOT NULL,
    "stage" VARCHAR(8) NOT NULL,
    "starts" TIMESTAMP NOT NULL,
    "version" INT NOT NULL,
    "activity" TEXT NOT NULL
);
CREATE INDEX "activity_author" ON "activity" ("author", "number");
CREATE INDEX "activity_stage" ON "activity" ("stage", "starts");
CREATE TABLE "activity_sign_up" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_activity_si_number_3b606d" UNIQUE ("number", "user")
);
CREATE INDEX "activity_sign_up_user" ON "activity_sign_up" ("user");
CREATE TABLE "archive_place" (
    "id" INT NOT NULL PRIMARY KEY,
    "place" VARCHAR(300) NOT NULL
);
CREATE TABLE "backup" (
    "number" VARCHAR(32) NOT NULL PRIMARY KEY,
    "state" VARCHAR(8) NOT NULL,
    "wanted_at" TIMESTAMP NOT NULL,
    "wanted_by" VARCHAR(128),
    "rehearse" INT NOT NULL,
    "file" VARCHAR(80) NOT NULL,
    "taken_at" TIMESTAMP,
    "rows" BIGINT NOT NULL,
    "size" BIGINT NOT NULL,
    "copied" INT,
    "restored_at" TIMESTAMP,
    "problem" VARCHAR(200) NOT NULL,
    "told" INT NOT NULL
);
CREATE INDEX "backup_state" ON "backup" ("state");
CREATE TABLE "chain" (
    "seq" BIGINT NOT NULL PRIMARY KEY,
    "entry" BIGINT NOT NULL UNIQUE,
    "at" BIGINT NOT NULL,
    "who" BLOB NOT NULL,
    "whom" BLOB NOT NULL,
    "prev" BLOB NOT NULL,
    "signature" BLOB NOT NULL
);
CREATE TABLE "content_item" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "author" VARCHAR(128) NOT NULL,
    "group" VARCHAR(128),
    "category" VARCHAR(8) NOT NULL,
    "rules" VARCHAR(255) NOT NULL,
    "source" VARCHAR(16) NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "by" VARCHAR(128),
    "answered_at" TIMESTAMP,
    "sealed" TEXT NOT NULL
);
CREATE INDEX "content_item_at" ON "content_item" ("at");
CREATE INDEX "content_item_author" ON "content_item" ("author", "at");
CREATE INDEX "content_item_digest" ON "content_item" ("digest");
CREATE TABLE "contingency_file" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "file" VARCHAR(64) NOT NULL,
    "name" VARCHAR(64) NOT NULL,
    CONSTRAINT "uid_contingency_number_2e0eba" UNIQUE ("number", "file")
);
CREATE TABLE "contingency_plan" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "state" VARCHAR(8) NOT NULL,
    "author" VARCHAR(64) NOT NULL,
    "written_at" TIMESTAMP NOT NULL,
    "version" INT NOT NULL,
    "plan" TEXT NOT NULL
);
CREATE INDEX "contingency_plan_state" ON "contingency_plan" ("state");
CREATE TABLE "contingency_reading" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_contingency_number_ac9e67" UNIQUE ("number", "user")
);
CREATE INDEX "contingency_reading_of" ON "contingency_reading" ("user");
CREATE TABLE "data_wish" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "wanted" VARCHAR(8) NOT NULL,
    "asked_at" TIMESTAMP NOT NULL,
    "due" TIMESTAMP NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "handled_by" VARCHAR(64),
    "closed_at" TIMESTAMP,
    "version" INT NOT NULL,
    "text" TEXT NOT NULL,
    "answer" TEXT NOT NULL
);
CREATE INDEX "data_wish_closed" ON "data_wish" ("closed_at");
CREATE INDEX "data_wish_of" ON "data_wish" ("user");
CREATE INDEX "data_wish_open" ON "data_wish" ("number") WHERE closed_at IS NULL;
CREATE INDEX "department_move_of" ON "department_move" ("user_id");
CREATE TABLE "dept_news" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "department" VARCHAR(255) NOT NULL,
    "week" DATE NOT NULL,
    "version" INT NOT NULL,
    "news" TEXT NOT NULL,
    CONSTRAINT "uid_dept_news_departm_e4cafd" UNIQUE ("department", "week")
);
CREATE INDEX "dept_news_week" ON "dept_news" ("week");
CREATE TABLE "dept_report" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "department" VARCHAR(255) NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "version" INT NOT NULL,
    "report" TEXT NOT NULL,
    CONSTRAINT "uid_dept_report_departm_19eaae" UNIQUE ("department", "first_day", "last_day")
);
CREATE INDEX "dept_report_days" ON "dept_report" ("first_day", "last_day");
CREATE TABLE "duty_turn" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "post" VARCHAR(16) NOT NULL,
    "day" DATE NOT NULL,
    "user" VARCHAR(128) NOT NULL,
    CONSTRAINT "uid_duty_turn_day_f790a3" UNIQUE ("day", "post", "user")
);
CREATE INDEX "duty_turn_user" ON "duty_turn" ("user", "id");
CREATE TABLE "enquiry" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(8) NOT NULL,
    "asker" VARCHAR(64) NOT NULL,
    "department" VARCHAR(128) NOT NULL,
    "topic" VARCHAR(32) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "is_open" INT NOT NULL,
    "group" VARCHAR(128),
    "holder" VARCHAR(64),
    "asked_at" TIMESTAMP NOT NULL,
    "taken_at" TIMESTAMP,
    "answered_at" TIMESTAMP,
    "closed_at" TIMESTAMP,
    "score" VARCHAR(8),
    "verdict" VARCHAR(8),
    "reopened" INT NOT NULL,
    "version" INT NOT NULL
);
CREATE INDEX "enquiry_asked" ON "enquiry" ("asked_at");
CREATE INDEX "enquiry_asker" ON "enquiry" ("asker", "number");
CREATE INDEX "enquiry_open" ON "enquiry" ("number") WHERE is_open;
CREATE TABLE "enquiry_line" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "text" TEXT NOT NULL
);
CREATE INDEX "enquiry_line_number" ON "enquiry_line" ("number", "id");
CREATE TABLE "equipment" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "area" VARCHAR(32) NOT NULL,
    "name" VARCHAR(32) NOT NULL,
    "due" DATE NOT NULL,
    "months" INT,
    "scrapped" INT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "by" VARCHAR(64) NOT NULL
);
CREATE INDEX "equipment_piece" ON "equipment" ("area", "name", "id");
CREATE INDEX "experience_vote_of" ON "experience_vote" ("user");
CREATE TABLE "figure_draft" (
    "period" VARCHAR(8) NOT NULL PRIMARY KEY,
    "state" VARCHAR(8) NOT NULL,
    "words" TEXT NOT NULL
);
CREATE TABLE "group_check" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "week" DATE NOT NULL,
    "user" VARCHAR(128) NOT NULL,
    "groups" TEXT NOT NULL,
    "fine" INT,
    "at" TIMESTAMP,
    CONSTRAINT "uid_group_check_week_209013" UNIQUE ("week", "user")
);
CREATE INDEX "group_check_of" ON "group_check" ("user");
CREATE TABLE "group_left" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "day" DATE NOT NULL,
    "group_id" VARCHAR(64) NOT NULL,
    "user" VARCHAR(64) NOT NULL
);
CREATE INDEX "group_left_day" ON "group_left" ("day");
CREATE INDEX "group_left_of" ON "group_left" ("user");
CREATE INDEX "hazard_of" ON "hazard" ("owner");
CREATE TABLE "idea" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "teller" VARCHAR(64),
    "theme" VARCHAR(32) NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "why" TEXT NOT NULL,
    "changed_at" TIMESTAMP,
    "version" INT NOT NULL
);
CREATE INDEX "idea_at" ON "idea" ("at");
CREATE INDEX "idea_teller" ON "idea" ("teller", "at");
CREATE TABLE "idea_vote" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    CONSTRAINT "uid_idea_vote_number_d93f7e" UNIQUE ("number", "user")
);
CREATE INDEX "idea_vote_user" ON "idea_vote" ("user");
CREATE TABLE "incident" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "blind" VARCHAR(64) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "is_open" INT NOT NULL,
    "version" INT NOT NULL,
    "told" TEXT NOT NULL
);
CREATE INDEX "incident_at" ON "incident" ("at");
CREATE INDEX "incident_blind" ON "incident" ("blind", "at");
CREATE INDEX "incident_open" ON "incident" ("number") WHERE is_open;
CREATE TABLE "incident_line" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "text" TEXT NOT NULL
);
CREATE INDEX "incident_line_number" ON "incident_line" ("number", "id");
CREATE INDEX "leave_begins" ON "leave" ("begins");
CREATE TABLE "leaving" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "user" VARCHAR(64) NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "version" INT NOT NULL,
    "told" TEXT NOT NULL
);
CREATE INDEX "leaving_open" ON "leaving" ("number") WHERE state IN ('OPEN', 'OFF');
CREATE INDEX "leaving_user" ON "leaving" ("user");
CREATE TABLE "legal_hold" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "subject" VARCHAR(128) NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "since" TIMESTAMP NOT NULL,
    "released_at" TIMESTAMP
);
CREATE INDEX "legal_hold_holds" ON "legal_hold" ("subject") WHERE released_at IS NULL;
CREATE INDEX "legal_hold_number" ON "legal_hold" ("number");
CREATE INDEX "membership_since" ON "membership" ("since");
CREATE TABLE "moderation_appeal" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "version" INT NOT NULL,
    "filed" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "answer" TEXT NOT NULL
);
CREATE TABLE "moderation_appeal_statement" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    "text" TEXT NOT NULL
);
CREATE INDEX "moderation_appeal_statement_number" ON "moderation_appeal_statement" ("number", "id");
CREATE TABLE "moderation_case" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "target" VARCHAR(128) NOT NULL,
    "group" VARCHAR(128),
    "confirmed_at" TIMESTAMP NOT NULL,
    "act" VARCHAR(64) NOT NULL,
    "version" INT NOT NULL,
    "charged" TEXT NOT NULL,
    "reason" TEXT NOT NULL
);
CREATE INDEX "moderation_case_lately" ON "moderation_case" ("confirmed_at");
CREATE INDEX "moderation_case_target" ON "moderation_case" ("target", "confirmed_at");
CREATE TABLE "moderation_dispute" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "mediator" VARCHAR(128) NOT NULL,
    "version" INT NOT NULL,
    "closed_at" TIMESTAMP,
    "opened" TEXT NOT NULL,
    "matter" TEXT NOT NULL
);
CREATE INDEX "moderation_dispute_open" ON "moderation_dispute" ("mediator") WHERE closed_at IS NULL;
CREATE TABLE "moderation_dispute_note" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "text" TEXT NOT NULL
);
CREATE INDEX "moderation_dispute_note_number" ON "moderation_dispute_note" ("number", "id");
CREATE TABLE "moderation_evidence" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "sealed" TEXT NOT NULL
);
CREATE INDEX "moderation_evidence_number" ON "moderation_evidence" ("number", "id");
CREATE TABLE "moderation_matter" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "target" VARCHAR(128) NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "opened_at" TIMESTAMP NOT NULL,
    "version" INT NOT NULL,
    "handed" TEXT NOT NULL,
    "reason" TEXT NOT NULL
);
CREATE INDEX "moderation_matter_open" ON "moderation_matter" ("opened_at") WHERE state IN ('WAITING', 'CONFIRMED');
CREATE INDEX "moderation_matter_target" ON "moderation_matter" ("target", "opened_at");
CREATE TABLE "moderation_matter_note" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "text" TEXT NOT NULL
);
CREATE INDEX "moderation_matter_note_number" ON "moderation_matter_note" ("number", "id");
CREATE TABLE "moderation_measure" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "doing" VARCHAR(24) NOT NULL,
    "target" VARCHAR(128) NOT NULL,
    "group" VARCHAR(128),
    "effect" VARCHAR(16) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "until" TIMESTAMP,
    "by" VARCHAR(128),
    "due_at" TIMESTAMP,
    "ended_at" TIMESTAMP
);
CREATE INDEX "moderation_measure_holds" ON "moderation_measure" ("target") WHERE ended_at IS NULL;
CREATE INDEX "moderation_measure_number" ON "moderation_measure" ("number", "id");
CREATE TABLE "moderation_note" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "text" TEXT NOT NULL
);
CREATE INDEX "moderation_note_number" ON "moderation_note" ("number", "id");
CREATE TABLE "notice_file" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "file" VARCHAR(64) NOT NULL,
    CONSTRAINT "uid_notice_file_number_8b05d0" UNIQUE ("number", "file")
);
CREATE INDEX "notice_file_file" ON "notice_file" ("file");
CREATE TABLE "notice_inbound" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "about" VARCHAR(255) NOT NULL,
    "asker" VARCHAR(64) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "due" TIMESTAMP NOT NULL,
    "version" INT NOT NULL,
    "item" TEXT NOT NULL
);
CREATE INDEX "notice_inbound_asker" ON "notice_inbound" ("asker", "about");
CREATE INDEX "notice_inbound_state" ON "notice_inbound" ("state", "due");
CREATE TABLE "notice_template" (
    "name" VARCHAR(24) NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    "by" VARCHAR(64) NOT NULL,
    "at" TIMESTAMP NOT NULL
);
CREATE INDEX "notice_version_untried" ON "notice_version" ("id") WHERE links = 'untried';
CREATE TABLE "praise" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "person" VARCHAR(128) NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    "approver" VARCHAR(128) NOT NULL,
    "group" VARCHAR(128),
    "at" TIMESTAMP NOT NULL,
    "reason" TEXT NOT NULL
);
CREATE INDEX "praise_at" ON "praise" ("at");
CREATE INDEX "praise_person" ON "praise" ("person", "at");
CREATE TABLE "publishing_focus" (
    "month" DATE NOT NULL PRIMARY KEY,
    "focus" TEXT NOT NULL
);
CREATE INDEX "recounted_user" ON "recounted" ("user");
CREATE TABLE "report" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "is_open" INT NOT NULL,
    "version" INT NOT NULL,
    "told" TEXT NOT NULL
);
CREATE INDEX "report_open" ON "report" ("number") WHERE is_open;
CREATE TABLE "report_file" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "file" VARCHAR(64) NOT NULL,
    "name" TEXT NOT NULL,
    "at" TIMESTAMP NOT NULL
);
CREATE INDEX "report_file_file" ON "report_file" ("file");
CREATE INDEX "report_file_number" ON "report_file" ("number", "id");
CREATE TABLE "report_line" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(24) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "by" VARCHAR(128) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "text" TEXT NOT NULL
);
CREATE INDEX "report_line_number" ON "report_line" ("number", "id");
CREATE TABLE "report_teller" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "blind" VARCHAR(64) NOT NULL,
    "sealed" TEXT NOT NULL,
    "at" TIMESTAMP NOT NULL
);
CREATE INDEX "report_teller_blind" ON "report_teller" ("blind", "at");
CREATE INDEX "request_closed" ON "request" ("closed_at");
CREATE INDEX "request_opened" ON "request" ("opened_at");
CREATE INDEX "role_holder_of" ON "role_holder" ("user_id");
CREATE INDEX "safety_question_of" ON "safety_question" ("asker");
CREATE INDEX "safety_receipt_of" ON "safety_receipt" ("user");
CREATE TABLE "security_receipt" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "about" VARCHAR(64) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_security_re_about_f92de6" UNIQUE ("about", "user")
);
CREATE INDEX "security_receipt_of" ON "security_receipt" ("user");
CREATE TABLE "survey" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "author" VARCHAR(64) NOT NULL,
    "stage" VARCHAR(8) NOT NULL,
    "closes_at" TIMESTAMP NOT NULL,
    "version" INT NOT NULL,
    "survey" TEXT NOT NULL
);
CREATE INDEX "survey_author" ON "survey" ("author", "number");
CREATE INDEX "survey_stage" ON "survey" ("stage", "closes_at");
CREATE TABLE "survey_ballot" (
    "id" VARCHAR(32) NOT NULL PRIMARY KEY,
    "number" VARCHAR(24) NOT NULL,
    "voter" VARCHAR(64) NOT NULL,
    "choice" INT,
    "words" TEXT NOT NULL,
    CONSTRAINT "uid_survey_ball_number_4ae4c9" UNIQUE ("number", "voter")
);
CREATE INDEX "survey_ballot_voter" ON "survey_ballot" ("voter");
