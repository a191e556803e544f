#include "hub/consult/guest_store.h"
#include "hub/store/findings.h"
#include "hub/store/rows.h"

namespace chengyun::hub {

namespace {

/// The one number that the query gives.
template <class... Values>
Result<std::int64_t> number(Database& db, std::string_view sql, const Values&... values) {
    auto query = bound(db, sql, values...);
    if (!query)
        return query.error();
    std::int64_t out = 0;
    auto read = each_row(*query, [&](const Statement& row) { out = row.integer(0); });
    if (!read)
        return read.error();
    return out;
}

class SqliteGuestStore final : public GuestStore {
public:
    Result<std::optional<GuestKey>> find(Database& db, std::string_view hash) const override {
        auto query = bound(
            db,
            "SELECT hash, consult, member, name, opened, expires FROM consult_guest WHERE hash = ?",
            hash);
        if (!query)
            return query.error();
        std::optional<GuestKey> out;
        auto read = each_row(*query, [&](const Statement& row) {
            out = GuestKey{std::string(row.text(0)), std::string(row.text(1)),
                           std::string(row.text(2)), std::string(row.text(3)),
                           row.integer(4) != 0,      instant_of(row.integer(5))};
        });
        if (!read)
            return read.error();
        return out;
    }
    Result<std::int64_t> open_links(Database& db, std::string_view consult,
                                    Instant now) const override {
        return number(db,
                      "SELECT count(*) FROM consult_guest "
                      "WHERE consult = ? AND opened = 0 AND expires > ?",
                      consult, ms_of(now));
    }
    Result<> add(Database& db, const GuestKey& key) override {
        return run(db,
                   "INSERT INTO consult_guest (hash, consult, member, name, opened, expires) "
                   "VALUES (?, ?, ?, ?, ?, ?)",
                   key.hash, key.consult, key.member, key.name, std::int64_t{key.opened},
                   ms_of(key.expires));
    }
    Result<> remove(Database& db, std::string_view hash) override {
        return run(db, "DELETE FROM consult_guest WHERE hash = ?", hash);
    }
    Result<> remove_member(Database& db, std::string_view consult,
                           std::string_view member) override {
        return run(db, "DELETE FROM consult_guest WHERE consult = ? AND member = ?", consult,
                   member);
    }
    Result<> remove_all(Database& db, std::string_view consult) override {
        return run(db, "DELETE FROM consult_guest WHERE consult = ?", consult);
    }
    Result<> remove_expired(Database& db, Instant now) override {
        return run(db, "DELETE FROM consult_guest WHERE expires <= ?", ms_of(now));
    }
    Result<> check(Database& db, Findings& findings) const override {
        auto count = number(db, "SELECT count(*) FROM consult_guest");
        if (!count)
            return count.error();
        if (*count > 0)
            findings.not_compared("links and sessions of guests stand in no entry", *count);
        return {};
    }
};

} // namespace

std::unique_ptr<GuestStore> make_sqlite_guest_store() {
    return std::make_unique<SqliteGuestStore>();
}

} // namespace chengyun::hub
