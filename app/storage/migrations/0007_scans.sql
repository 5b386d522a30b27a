-- Files that wait for the virus scanner.

ALTER TABLE files ADD COLUMN scan_after BIGINT; -- of a waiting file that could not be scanned: not before
CREATE INDEX files_waiting ON files (id) WHERE scan_state = 'waiting';
