-- beside: 3
-- Programs that don't know these two tables ask WeCom by themselves, as before.
CREATE TABLE "access_token" (
    "name" VARCHAR(64) NOT NULL PRIMARY KEY,
    "sealed" TEXT NOT NULL,
    "renew_at" BIGINT NOT NULL
);
CREATE TABLE "pause" (
    "name" VARCHAR(200) NOT NULL PRIMARY KEY,
    "until" BIGINT NOT NULL
);
