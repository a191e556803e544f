-- What people did about alarms: taken, or snoozed. An alarm without a row is open. The id names the alarm
-- (core/alarms/alarm.h).
CREATE TABLE alarm_mark (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
