-- What an e-mail carries beside its text: a calendar's entry. Always sealed, since it may hold a room's secret link.
ALTER TABLE outbox ADD COLUMN calendar BLOB;
