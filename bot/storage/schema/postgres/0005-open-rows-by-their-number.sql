-- beside: 4
-- Every number is above 0. Only who says so gets these two: who looks at one lane shall never be given what is open in
-- all of them, however little the database believes that to be.
DROP INDEX "inbox_waiting";
CREATE INDEX "inbox_waiting" ON "inbox" ("id") WHERE state <> 'done' AND id > 0;
DROP INDEX "outbox_open";
CREATE INDEX "outbox_open" ON "outbox" ("id") WHERE state NOT IN ('done', 'refused') AND id > 0;
