-- beside: 5
-- Asked for every second, and almost never there: it must not be looked for among all that waits.
CREATE INDEX "inbox_again" ON "inbox" ("id") WHERE state = 'again';
CREATE INDEX "outbox_again" ON "outbox" ("id") WHERE state = 'again';
