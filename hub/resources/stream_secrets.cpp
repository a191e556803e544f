#include "hub/resources/stream_secrets.h"

#include "core/resource/resource_codec.h"
#include "hub/store/findings.h"
#include "hub/store/rows.h"
#include "hub/store/secret_box.h"

#include <string>

namespace chengyun::hub {

namespace {

std::string owner_of_secret(std::string_view resource) {
    return "camera " + std::string(resource);
}

} // namespace

Result<StreamSignIns> StreamSecrets::opened(std::string_view sealed,
                                            std::string_view resource) const {
    const auto text = box_.open(sealed, owner_of_secret(resource));
    if (!text)
        return fail(FailureKind::wrong_state, "secret",
                    "the key that has sealed the camera's password is not this hub's "
                    "(secrets.key): give the address with its password anew");
    return stored_value<StreamSignIns>(*text);
}

Result<StreamSignIns> StreamSecrets::of(Database& db, std::string_view resource) const {
    auto query = bound(db, "SELECT sealed FROM stream_secret WHERE resource = ?", resource);
    if (!query)
        return query.error();
    auto row = query->step();
    if (!row)
        return row.error();
    return *row ? opened(query->text(0), resource) : Result<StreamSignIns>(StreamSignIns());
}

Result<> StreamSecrets::put(Database& db, std::string_view resource, const StreamSignIns& who) {
    if (who.empty())
        return run(db, "DELETE FROM stream_secret WHERE resource = ?", resource);
    const auto sealed = box_.seal(json::write(who), owner_of_secret(resource));
    if (!sealed)
        return sealed.error();
    return run(db, "INSERT OR REPLACE INTO stream_secret VALUES (?, ?)", resource, *sealed);
}

Result<std::int64_t> StreamSecrets::unreadable(Database& db) const {
    auto query = bound(db, "SELECT resource, sealed FROM stream_secret");
    if (!query)
        return query.error();
    std::int64_t count = 0;
    auto read =
        each_row(*query, [&](const Statement& row) { count += !opened(row.text(1), row.text(0)); });
    return read ? Result<std::int64_t>(count) : read.error();
}

Result<> StreamSecrets::check(Database& db, Findings& findings) {
    auto sealed = bound(db, "SELECT s.resource, r.id FROM stream_secret s "
                            "LEFT JOIN resource r ON r.id = s.resource");
    if (!sealed)
        return sealed.error();
    return each_row(*sealed, [&](const Statement& row) {
        if (row.is_null(1))
            findings.wrong("stream_secret", row.text(0), "of no resource");
        else
            findings.not_compared("passwords of cameras stand in no entry");
    });
}

} // namespace chengyun::hub
