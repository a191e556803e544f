#include "hub/store/kept_answers.h"

#include "core/id/uuid.h"
#include "hub/journal/change_text.h"
#include "hub/journal/entry_text.h"
#include "hub/store/database.h"
#include "hub/store/findings.h"

#include <utility>

namespace chengyun::hub {

Result<std::optional<Answer>> find_answer(Database& db, const CommandKey& key) {
    auto query = db.prepare("SELECT account, digest, status, seq, body FROM command WHERE key = ?");
    if (!query)
        return query.error();
    auto row = query->bind_view(key.key).step();
    if (!row)
        return row.error();
    if (!*row) {
        auto forgotten = db.prepare("SELECT 1 FROM answers_forgotten WHERE key >= ?");
        if (!forgotten)
            return forgotten.error();
        auto may_have_been = forgotten->bind_view(key.key).step();
        if (!may_have_been)
            return may_have_been.error();
        if (*may_have_been)
            return fail(FailureKind::expired, "Idempotency-Key",
                        "answers to keys of its time have been forgotten: whether it was carried "
                        "out is not known any more");
        return std::optional<Answer>();
    }
    if (query->text(0) != key.account || query->text(1) != key.digest)
        return fail(FailureKind::key_reused, "Idempotency-Key",
                    "another command was sent under this key");
    Answer answer;
    answer.status = static_cast<int>(query->integer(2));
    if (!query->is_null(4)) {
        answer.body = query->text(4);
        return std::optional(std::move(answer));
    }
    answer.done_of = query->integer(3);
    auto entry = db.prepare("SELECT body FROM journal WHERE seq = ?");
    if (!entry)
        return entry.error();
    auto found = entry->bind(answer.done_of).step();
    if (!found)
        return found.error();
    if (!*found)
        return fail(FailureKind::corrupt, {}, "the entry of a kept answer is missing");
    answer.body = done_text(answer.done_of, body_of(entry->text(0)));
    return std::optional(std::move(answer));
}

Result<> keep_answer(Database& db, const CommandKey& key, const Answer& answer) {
    auto insert = db.prepare("INSERT INTO command VALUES (?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind_view(key.key)
        .bind_view(key.account)
        .bind_view(key.digest)
        .bind(static_cast<std::int64_t>(answer.status));
    if (answer.done_of != 0)
        insert->bind(answer.done_of).bind_null();
    else
        insert->bind_null().bind_view(answer.body);
    return insert->run();
}

Result<> forget_answers(Database& db, Instant before, std::int64_t limit) {
    auto forget = db.prepare("DELETE FROM command WHERE key IN "
                             "(SELECT key FROM command WHERE key < ? ORDER BY key LIMIT ?)");
    if (!forget)
        return forget.error();
    const auto end = lowest_id(before);
    return forget->bind_view(end).bind(limit).run();
}

Result<> check_answers(Database& db, Findings& findings) {
    auto query = db.prepare("SELECT key FROM command WHERE body IS NULL AND seq IS NOT NULL AND "
                            "NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = command.seq)");
    if (!query)
        return query.error();
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        findings.wrong("command", query->text(0), "its answer is of an entry that is not there");
    }
}

} // namespace chengyun::hub
