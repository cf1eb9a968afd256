-- When an errand was made: of those that are there already nobody knows, so their time begins now.
ALTER TABLE "errand" ADD COLUMN "at" TIMESTAMPTZ NOT NULL DEFAULT now();
ALTER TABLE "errand" ALTER COLUMN "at" DROP DEFAULT;

-- What is new.
CREATE TABLE "group_watch" (
    "group_id" VARCHAR(64) NOT NULL PRIMARY KEY,
    "since" DATE NOT NULL,
    "seen" DATE,
    "asked" VARCHAR(7) NOT NULL,
    "answer" VARCHAR(8),
    "answered_on" DATE
);
CREATE TABLE "platform_change" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ NOT NULL,
    "by" VARCHAR(64),
    "decision" VARCHAR(8) NOT NULL,
    "decided_by" VARCHAR(64),
    "decided_on" DATE,
    "note" TEXT NOT NULL
);
CREATE INDEX "platform_change_open" ON "platform_change" ("decision", "number");
CREATE TABLE "platform_fact" (
    "key" VARCHAR(255) NOT NULL PRIMARY KEY,
    "value" VARCHAR(255) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "policy_release" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "policy" VARCHAR(255) NOT NULL,
    "title" VARCHAR(255) NOT NULL,
    "version" VARCHAR(32) NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "about" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "discussed" DATE,
    "consulted" DATE,
    "publicised" DATE,
    "notice" VARCHAR(24) NOT NULL,
    "by" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "policy_release_policy" ON "policy_release" ("policy", "number");
CREATE TABLE "reminder" (
    "number" VARCHAR(24) NOT NULL PRIMARY KEY,
    "asker" VARCHAR(64) NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "closed_at" TIMESTAMPTZ
);
CREATE INDEX "reminder_asker" ON "reminder" ("asker", "state");
CREATE INDEX "reminder_closed" ON "reminder" ("closed_at");
CREATE INDEX "reminder_user" ON "reminder" ("user", "at");
CREATE TABLE "setting_change" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(32) NOT NULL UNIQUE,
    "key" VARCHAR(100) NOT NULL,
    "value" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "changed_by" VARCHAR(128) NOT NULL,
    "approved_by" VARCHAR(128),
    "undoes" VARCHAR(32) NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "setting_change_key" ON "setting_change" ("key");
CREATE TABLE "setup_step" (
    "step" VARCHAR(16) NOT NULL PRIMARY KEY,
    "state" VARCHAR(8) NOT NULL,
    "set_by" VARCHAR(128) NOT NULL,
    "set_at" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "tag_bearer" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "tag" BIGINT NOT NULL,
    "user" VARCHAR(64) NOT NULL,
    "wanted" BOOL NOT NULL,
    "by" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_tag_bearer_tag_b9dcb5" UNIQUE ("tag", "user")
);
CREATE INDEX "tag_bearer_user" ON "tag_bearer" ("user");
CREATE TABLE "work_tag" (
    "number" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(32) NOT NULL,
    "key" VARCHAR(32) NOT NULL UNIQUE,
    "by_rule" BOOL NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "trouble" VARCHAR(16) NOT NULL,
    "wecom" BIGINT,
    "asked" VARCHAR(16) NOT NULL,
    "agreed" VARCHAR(16) NOT NULL,
    "told" VARCHAR(16) NOT NULL
);
