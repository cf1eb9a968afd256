-- beside: 5
-- Programs that don't know these two columns leave them at 0: nobody knows.
ALTER TABLE "pause" ADD COLUMN "errcode" INT NOT NULL DEFAULT 0;
ALTER TABLE "pause" ADD COLUMN "since" BIGINT NOT NULL DEFAULT 0;
