-- Who may fetch a camera's stream, apart from the resource: its JSON goes to seats, journal and caches.
CREATE TABLE stream_sign_in (
    resource TEXT PRIMARY KEY, -- resource.id
    user TEXT NOT NULL,
    password TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- The functions are the program's (hub/store/stream_functions.h).
INSERT INTO stream_sign_in
    SELECT id, stream_user(json), stream_password(json) FROM resource
    WHERE stream_user(json) <> '' OR stream_password(json) <> '';
UPDATE resource SET json = without_stream_sign_in(json) WHERE json <> without_stream_sign_in(json);
