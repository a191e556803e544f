-- Who may fetch a camera's streams, sealed with the key of the data folder (hub/store/secret_box.h). The next start
-- seals what stands in stream_sign_in and drops that table (hub/resources/seal_sign_ins.h): a migration has no key.
CREATE TABLE stream_secret (
    resource TEXT PRIMARY KEY, -- resource.id
    sealed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- What is sure of a camera's picture, as its consoles say (hub/resources/camera_health.h).
CREATE TABLE camera_health (
    camera TEXT PRIMARY KEY, -- resource.id
    area TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID;
