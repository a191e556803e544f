#include "hub/attachments/attachment_store.h"

#include "core/text/hex.h"
#include "hub/attachments/sniff.h"
#include "hub/store/rows.h"

#include <openssl/evp.h>

#include <array>
#include <format>

namespace chengyun::hub {
namespace {

std::string sha256_hex(std::string_view content) {
    std::array<unsigned char, 32> hash{};
    unsigned int length = 0;
    EVP_Digest(content.data(), content.size(), hash.data(), &length, EVP_sha256(), nullptr);
    return hex_of(hash);
}

/// Bytes that the account has brought since then, without this one, which may come again.
Result<std::int64_t> brought_since(Database& db, std::string_view account, Instant since,
                                   std::string_view but) {
    auto sum = bound(db,
                     "SELECT coalesce(sum(a.size), 0) FROM attachment_owner o "
                     "JOIN attachment a ON a.id = o.attachment "
                     "WHERE o.account = ? AND o.time > ? AND o.attachment <> ?",
                     account, ms_of(since), but);
    if (!sum)
        return sum.error();
    if (auto row = sum->step(); !row)
        return row.error();
    return sum->integer(0);
}

Result<bool> is_recorded(Database& db, std::string_view id) {
    auto row = bound(db, "SELECT 1 FROM attachment WHERE id = ?", id);
    if (!row)
        return row.error();
    return row->step();
}

Result<> remove_rows(Database& db, std::string_view id) {
    for (const auto* sql : {"DELETE FROM attachment_owner WHERE attachment = ?",
                            "DELETE FROM attachment WHERE id = ?"})
        if (auto gone = run(db, sql, id); !gone)
            return gone;
    return {};
}

} // namespace

Result<AttachmentStore::Kept> AttachmentStore::keep(Database& db, std::string_view content,
                                                    std::string_view claimed,
                                                    const std::string& account, Instant now) {
    if (content.empty())
        return fail(FailureKind::malformed, {}, "an attachment has content");
    if (static_cast<std::int64_t>(content.size()) > max_bytes())
        return fail(FailureKind::too_large, {}, std::format("at most {} bytes", max_bytes()));
    const auto type = sniff_type(content);
    const auto most =
        is_film(type) && limits_.max_film_bytes > 0 ? limits_.max_film_bytes : limits_.max_bytes;
    if (static_cast<std::int64_t>(content.size()) > most)
        return fail(FailureKind::too_large, {}, std::format("at most {} bytes", most));
    if (type.empty())
        return fail(FailureKind::wrong_type, {},
                    "not a picture, film, PDF, text or map file that the hub accepts");
    if (!claim_fits(claimed, type))
        return fail(FailureKind::wrong_type, "Content-Type",
                    std::format("the content is {}", type));
    Kept out;
    out.attachment = {sha256_hex(content), std::string(type),
                      static_cast<std::int64_t>(content.size())};
    // Held before what is recorded is added up: an upload beside this one counts in one or in both,
    // never in neither.
    out.hold = files_.hold(out.attachment.id, account, out.attachment.size);
    auto fresh = write_within_quota(db, out.attachment, content, account, now);
    if (fresh) {
        out.fresh = *fresh;
        return out;
    }
    refused_ += fresh.error().kind == FailureKind::no_room;
    // For this moment it was held here too: who gave up meanwhile could not remove the file. Should
    // that fail, the refusal is still what there is to tell, and the file expires.
    static_cast<void>(give_up(db, out));
    return fresh.error();
}

Result<bool> AttachmentStore::write_within_quota(Database& db, const Attachment& attachment,
                                                 std::string_view content,
                                                 const std::string& account, Instant now) {
    const auto brought = brought_since(db, account, now - account_window, attachment.id);
    if (!brought)
        return brought.error();
    if (*brought + files_.held_for(account) > limits_.account_quota_bytes)
        return fail(FailureKind::no_room, {},
                    std::format("this account may bring {} bytes within {} days",
                                limits_.account_quota_bytes, account_window.count()));
    return files_.write(attachment.id, content);
}

Result<> AttachmentStore::record(Transaction& tx, const Attachment& attachment,
                                 std::string_view account) {
    // Brought again, it is new again: it does not expire while it is on its way into a report.
    auto done = run(tx.database(),
                    "INSERT INTO attachment (id, type, size, time) VALUES (?, ?, ?, ?) "
                    "ON CONFLICT DO UPDATE SET time = max(time, excluded.time)",
                    std::string_view(attachment.id), std::string_view(attachment.type),
                    attachment.size, ms_of(tx.now()));
    if (!done)
        return done;
    return run(tx.database(),
               "INSERT INTO attachment_owner (attachment, account, time) VALUES (?, ?, ?) "
               "ON CONFLICT DO UPDATE SET time = max(time, excluded.time)",
               std::string_view(attachment.id), account, ms_of(tx.now()));
}

Result<bool> AttachmentStore::give_up(Database& db, Kept& kept) {
    kept.hold.reset();
    return remove_if_unrecorded(db, kept.attachment.id);
}

Result<bool> AttachmentStore::remove_if_unrecorded(Database& db, const std::string& id) {
    return files_.remove_unless(id, [&db](const std::string& of) { return is_recorded(db, of); });
}

Result<std::vector<std::string>> AttachmentStore::forget_unnamed(Transaction& tx, Instant before,
                                                                 std::int64_t limit) {
    auto& db = tx.database();
    std::vector<std::string> ids;
    {
        // The second condition only repeats the first, from where it comes.
        auto old = bound(db,
                         "SELECT id FROM attachment WHERE named = 0 AND time < ? AND NOT EXISTS "
                         "(SELECT 1 FROM report_attachment r WHERE r.attachment = id) "
                         "ORDER BY time LIMIT ?",
                         ms_of(before), limit);
        if (!old)
            return old.error();
        if (auto read =
                each_row(*old, [&](const Statement& row) { ids.emplace_back(row.text(0)); });
            !read)
            return read.error();
    }
    for (const auto& id : ids)
        if (auto gone = remove_rows(db, id); !gone)
            return gone.error();
    return ids;
}

Result<> AttachmentStore::forget(Transaction& tx, std::string_view id) {
    auto& db = tx.database();
    auto named = bound(db, "SELECT 1 FROM report_attachment WHERE attachment = ?", id);
    if (!named)
        return named.error();
    auto is_named = named->step();
    if (!is_named)
        return is_named.error();
    return *is_named ? Result<>() : remove_rows(db, id);
}

Result<Attachment> AttachmentStore::find(Database& db, std::string_view id) const {
    auto row = bound(db, "SELECT id, type, size FROM attachment WHERE id = ?", id);
    if (!row)
        return row.error();
    auto found = row->step();
    if (!found)
        return found.error();
    if (!*found)
        return fail(FailureKind::not_found, {}, "no such attachment");
    return Attachment{std::string(row->text(0)), std::string(row->text(1)), row->integer(2)};
}

Result<bool> AttachmentStore::is_owner(Database& db, std::string_view id, std::string_view account,
                                       std::string_view unit) const {
    auto row = db.prepare(
        "SELECT 1 FROM attachment_owner o LEFT JOIN account a ON a.id = o.account "
        "WHERE o.attachment = ?1 AND (o.account = ?2 OR (?3 <> '' AND a.unit = ?3)) LIMIT 1");
    if (!row)
        return row.error();
    return row->bind(id).bind(account).bind(unit).step();
}

} // namespace chengyun::hub
