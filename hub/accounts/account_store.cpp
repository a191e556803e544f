#include "hub/accounts/account_store.h"

#include "core/json/codec.h"
#include "hub/store/database.h"
#include "hub/store/rows.h"

namespace chengyun::hub {
namespace {

Result<StoredAccount> read_account(const Statement& row) {
    StoredAccount out;
    auto& account = out.account;
    account.id = row.text(0);
    account.name = row.text(1);
    account.display_name = row.text(2);
    const auto role = json::enum_of<Role>(row.text(3));
    if (!role)
        return fail(FailureKind::corrupt, "role", "account " + account.id + " has no known role");
    account.role = *role;
    account.area = row.text(4);
    account.unit = row.text(5);
    account.disabled = row.integer(6) != 0;
    account.version = row.integer(7);
    out.password = row.text(8);
    return out;
}

Result<StoredAccount> find_account(Database& db, std::string_view sql, std::string_view key) {
    auto statement = db.prepare(sql);
    if (!statement)
        return statement.error();
    auto row = statement->bind(key).step();
    if (!row)
        return row.error();
    if (!*row)
        return fail(FailureKind::not_found, "account", "no such account");
    return read_account(*statement);
}

} // namespace

Result<std::vector<StoredAccount>> AccountStore::accounts(Database& db) const {
    auto statement =
        db.prepare("SELECT id, name, display_name, role, area, unit, disabled, version, password "
                   "FROM account ORDER BY name");
    if (!statement)
        return statement.error();
    std::vector<StoredAccount> out;
    for (;;) {
        auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return out;
        auto account = read_account(*statement);
        if (!account)
            return account.error();
        out.push_back(std::move(*account));
    }
}

Result<StoredAccount> AccountStore::account(Database& db, std::string_view id) const {
    return find_account(db,
                        "SELECT id, name, display_name, role, area, unit, disabled, version, "
                        "password FROM account WHERE id = ?",
                        id);
}

Result<StoredAccount> AccountStore::account_named(Database& db, std::string_view name) const {
    return find_account(db,
                        "SELECT id, name, display_name, role, area, unit, disabled, version, "
                        "password FROM account WHERE name = ?",
                        name);
}

Result<> AccountStore::put(Database& db, const StoredAccount& stored) const {
    const auto& a = stored.account;
    return run(
        db,
        "INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "name = excluded.name, display_name = excluded.display_name, role = excluded.role, "
        "area = excluded.area, unit = excluded.unit, disabled = excluded.disabled, "
        "version = excluded.version, password = excluded.password",
        std::string_view(a.id), std::string_view(a.name), std::string_view(a.display_name),
        json::name_of(a.role), std::string_view(a.area), std::string_view(a.unit),
        std::int64_t{a.disabled}, a.version, std::string_view(stored.password));
}

Result<std::vector<StoredSession>> AccountStore::sessions(Database& db) const {
    auto statement = db.prepare("SELECT hash, account, opened, expires, origin, seen FROM session");
    if (!statement)
        return statement.error();
    std::vector<StoredSession> out;
    for (;;) {
        auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return out;
        out.push_back({std::string(statement->text(0)), std::string(statement->text(1)),
                       instant_of(statement->integer(2)), instant_of(statement->integer(3)),
                       std::string(statement->text(4)), instant_of(statement->integer(5))});
    }
}

Result<> AccountStore::put(Database& db, const StoredSession& s) const {
    return run(db,
               "INSERT INTO session (hash, account, opened, expires, origin, seen) "
               "VALUES (?, ?, ?, ?, ?, ?)",
               std::string_view(s.hash), std::string_view(s.account), ms_of(s.opened),
               ms_of(s.expires), std::string_view(s.origin), ms_of(s.seen));
}

Result<bool> AccountStore::remove_session(Database& db, std::string_view hash) const {
    if (auto done = run(db, "DELETE FROM session WHERE hash = ?", hash); !done)
        return done.error();
    return db.changes() > 0;
}

Result<> AccountStore::mark_seen(Database& db, std::string_view hash, Instant seen) const {
    return run(db, "UPDATE session SET seen = ? WHERE hash = ?", ms_of(seen), hash);
}

Result<> AccountStore::remove_sessions_of(Database& db, std::string_view account,
                                          std::string_view kept) const {
    return run(db, "DELETE FROM session WHERE account = ? AND hash <> ?", account, kept);
}

Result<> AccountStore::remove_expired(Database& db, Instant now) const {
    if (auto done = run(db, "DELETE FROM session WHERE expires <= ?", ms_of(now)); !done)
        return done;
    return run(db, "DELETE FROM link WHERE expires <= ?", ms_of(now));
}

Result<> AccountStore::put(Database& db, const StoredLink& link) const {
    return run(db, "INSERT INTO link VALUES (?, ?, ?, ?)", std::string_view(link.hash),
               std::string_view(link.purpose), std::string_view(link.account), ms_of(link.expires));
}

Result<StoredLink> AccountStore::take_link(Database& db, std::string_view hash) const {
    StoredLink out;
    {
        auto statement =
            db.prepare("SELECT hash, purpose, account, expires FROM link WHERE hash = ?");
        if (!statement)
            return statement.error();
        auto row = statement->bind(hash).step();
        if (!row)
            return row.error();
        if (!*row)
            return fail(FailureKind::not_found, "token", "no such link, or it has been used");
        out = {std::string(statement->text(0)), std::string(statement->text(1)),
               std::string(statement->text(2)), instant_of(statement->integer(3))};
    }
    if (auto done = run(db, "DELETE FROM link WHERE hash = ?", hash); !done)
        return done.error();
    return out;
}

Result<> AccountStore::remove_links(Database& db, std::string_view purpose,
                                    std::string_view account) const {
    return run(db, "DELETE FROM link WHERE purpose = ? AND account = ?", purpose, account);
}

} // namespace chengyun::hub
