// AttachmentStore: are the files there, and what their rows say?
#include "core/text/hex.h"
#include "hub/attachments/attachment_store.h"
#include "hub/attachments/sniff.h"
#include "hub/store/findings.h"
#include "hub/store/rows.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>

namespace chengyun::hub {

namespace {

/// In lower-case hex; not_found without the file.
[[nodiscard]] Result<std::string> sha256_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(FailureKind::not_found, {}, file.string() + ": missing");
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(),
                                                                         EVP_MD_CTX_free);
    EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
    std::array<char, 1 << 16> buffer;
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0)
        EVP_DigestUpdate(digest.get(), buffer.data(), static_cast<std::size_t>(in.gcount()));
    std::array<unsigned char, 32> hash{};
    EVP_DigestFinal_ex(digest.get(), hash.data(), nullptr);
    return hex_of(hash);
}

} // namespace

Result<> AttachmentStore::each(Database& db,
                               const std::function<Result<>(const Attachment&)>& visit) const {
    auto query = bound(db, "SELECT id, type, size FROM attachment ORDER BY id");
    if (!query)
        return query.error();
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const Attachment attachment{std::string(query->text(0)), std::string(query->text(1)),
                                    query->integer(2)};
        if (auto done = visit(attachment); !done)
            return done;
    }
}

Result<> AttachmentStore::drop_row(Database& copy, const std::string& id) const {
    if (auto done = run(copy, "DELETE FROM attachment_owner WHERE attachment = ?", id); !done)
        return done;
    return run(copy, "DELETE FROM attachment WHERE id = ?", id);
}

Result<> AttachmentStore::check(Database& db, Database& live, Findings& findings) const {
    auto checked = each(db, [&](const Attachment& attachment) -> Result<> {
        findings.compared();
        const auto wrong = [&](const char* what) {
            findings.wrong("attachment", attachment.id, what);
        };
        // The id becomes a path.
        if (!is_content_hash(attachment.id)) {
            wrong("is no attachment's id");
            return {};
        }
        const auto hash = sha256_of(file(attachment.id));
        std::error_code error;
        if (!hash) {
            // In a hub that works what no report names expires: first the row goes, then the file.
            auto still = find(live, attachment.id);
            if (!still && still.error().kind != FailureKind::not_found)
                return still.error();
            if (still)
                wrong("the file is missing");
        } else if (*hash != attachment.id)
            wrong("the file's content has changed");
        else if (static_cast<std::int64_t>(
                     std::filesystem::file_size(file(attachment.id), error)) != attachment.size)
            wrong("column size differs from the file");
        if (sniff_name(attachment.type) != attachment.type)
            wrong("column type is none that the hub gives");
        return {};
    });
    if (!checked)
        return checked;
    auto named = bound(db, "SELECT id FROM attachment "
                           "WHERE named <> (id IN (SELECT attachment FROM report_attachment))");
    if (!named)
        return named.error();
    auto told = each_row(*named, [&](const Statement& row) {
        findings.wrong("attachment", row.text(0), "column named differs from the reports");
    });
    if (!told)
        return told;
    auto unknown = bound(db, "SELECT DISTINCT attachment FROM report_attachment "
                             "WHERE attachment NOT IN (SELECT id FROM attachment)");
    if (!unknown)
        return unknown.error();
    return each_row(*unknown, [&](const Statement& row) {
        findings.wrong("attachment", row.text(0), "is missing; a report names it");
    });
}

} // namespace chengyun::hub
