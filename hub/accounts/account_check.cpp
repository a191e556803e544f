// AccountStore: do accounts and sessions follow from the journal?
#include "core/account/entry_kinds.h"
#include "hub/accounts/account_entry.h"
#include "hub/accounts/account_store.h"
#include "hub/journal/journal_walk.h"
#include "hub/store/findings.h"
#include "hub/store/rows.h"

#include <boost/json/object.hpp>

#include <map>
#include <unordered_map>

namespace chengyun::hub {

namespace {

/// An account as its last entry tells of it.
struct Told {
    std::int64_t seq = 0;
    std::map<std::string, std::string> note;
    bool found = false;
};

struct OpenSession {
    StoredSession row;
    std::int64_t opened_by = 0; ///< the entry, 0 until it is found
};

[[nodiscard]] std::string entry_name(std::int64_t seq) {
    return "entry " + std::to_string(seq) + " of the journal";
}

class AccountCheck {
public:
    AccountCheck(Findings& findings, std::vector<StoredSession> sessions) : findings_(findings) {
        for (auto& session : sessions) {
            auto name = session_name(session.hash);
            sessions_.emplace(std::move(name), OpenSession{std::move(session)});
        }
    }

    void see(const WalkedEntry& entry) {
        const auto kind = entry.text("kind");
        if (kind == entry_kind::account_changed)
            account_changed(entry);
        else if (kind == entry_kind::session_opened)
            session_opened(entry);
        else if (kind == entry_kind::session_closed)
            session_closed(entry);
    }

    void row(const StoredAccount& stored) {
        findings_.compared();
        const auto& account = stored.account;
        const auto told = accounts_.find(account.id);
        if (told == accounts_.end()) {
            findings_.wrong("account", account.id, "is in no entry of the journal");
            return;
        }
        told->second.found = true;
        std::string names;
        const auto name = [&](std::string_view member) {
            names += names.empty() ? "" : ", ";
            names += member;
        };
        const auto now = note_of(account);
        for (const auto& [key, value] : now)
            if (const auto then = told->second.note.find(key);
                then == told->second.note.end() || then->second != value)
                name(key);
        for (const auto& [key, value] : told->second.note)
            if (!now.contains(key))
                name(key);
        if (account.version != told->second.seq)
            name("version");
        if (!names.empty())
            findings_.wrong("account", account.id,
                            "differs from " + entry_name(told->second.seq) + " in " + names);
    }

    void end() {
        for (const auto& [id, told] : accounts_)
            if (!told.found)
                findings_.wrong("account", id, "is missing; " + entry_name(told.seq) + " has it");
        for (const auto& [name, session] : sessions_) {
            findings_.compared();
            if (session.opened_by == 0)
                findings_.wrong("session", name, "no entry of the journal opened it");
        }
    }

private:
    void account_changed(const WalkedEntry& entry) {
        Told told{entry.seq, {}, false};
        if (const auto* note = entry.image("note"); note && note->is_object())
            for (const auto& [key, value] : note->get_object())
                if (key != "password" && key != "session" && value.is_string())
                    told.note.emplace(key, value.get_string());
        const std::string id(entry.text("id"));
        // A change of an account ends its sessions, but for the one that the entry names.
        for (const auto& [name, session] : sessions_)
            if (session.opened_by != 0 && session.row.account == id &&
                name != entry.note("session"))
                findings_.wrong("session", name, "should have ended with " + entry_name(entry.seq));
        accounts_.insert_or_assign(id, std::move(told));
    }

    void session_opened(const WalkedEntry& entry) {
        const auto found = sessions_.find(std::string(entry.text("id")));
        if (found == sessions_.end())
            return;
        auto& session = found->second;
        session.opened_by = entry.seq;
        if (session.row.account != entry.text("actor") ||
            session.row.origin != entry.note("origin") || ms_of(session.row.opened) != entry.time())
            findings_.wrong("session", found->first, "differs from " + entry_name(entry.seq));
    }

    void session_closed(const WalkedEntry& entry) {
        if (const auto found = sessions_.find(std::string(entry.text("id")));
            found != sessions_.end() && found->second.opened_by != 0)
            findings_.wrong("session", found->first,
                            "is there, but " + entry_name(entry.seq) + " closed it");
    }

    Findings& findings_;
    std::map<std::string, Told> accounts_;
    std::unordered_map<std::string, OpenSession> sessions_; ///< by session_name
};

} // namespace

Result<> AccountStore::check(Database& db, Findings& findings) const {
    auto open = sessions(db);
    if (!open)
        return open.error();
    AccountCheck check(findings, std::move(*open));
    auto walked = each_entry(db, {"account", "session"}, [&](const WalkedEntry& entry) -> Result<> {
        check.see(entry);
        return {};
    });
    if (!walked)
        return walked;
    auto all = accounts(db);
    if (!all)
        return all.error();
    for (const auto& account : *all)
        check.row(account);
    check.end();
    findings.not_compared("passwords of accounts stand in no entry",
                          static_cast<std::int64_t>(all->size()));
    auto links = bound(db, "SELECT count(*) FROM link");
    if (!links)
        return links.error();
    return each_row(*links, [&](const Statement& row) {
        findings.not_compared("one-time links stand in no entry", row.integer(0));
    });
}

} // namespace chengyun::hub
