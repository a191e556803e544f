#include "hub/store/row_sum.h"

#include "hub/journal/change_text.h"
#include "hub/journal/journal_walk.h"
#include "hub/store/database.h"
#include "hub/store/findings.h"

#include <openssl/evp.h>
#include <sqlite3.h>

#include <cstdlib>
#include <format>
#include <memory>

namespace chengyun::hub {

namespace {

/// SHA-256, for which processors have instructions: there are two of these for each row of an
/// import. One context a thread, reused.
[[nodiscard]] std::array<std::int64_t, 4> hash_of(std::string_view text) {
    thread_local const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm(
        EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free);
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
        EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::array<unsigned char, 32> digest{};
    // An OpenSSL without it runs no hub: passwords and sessions need it too.
    if (!algorithm || !context ||
        EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) != 1 ||
        EVP_DigestUpdate(context.get(), text.data(), text.size()) != 1 ||
        EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) != 1)
        std::abort();
    std::array<std::int64_t, 4> parts{};
    for (std::size_t i = 0; i < 16; ++i)
        parts[i / 4] = parts[i / 4] * 256 + digest[i];
    return parts;
}

void answer(sqlite3_context* context, int, sqlite3_value** arguments) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
    sqlite3_result_int64(context, row_hash(text ? std::string_view(text, size) : "",
                                           sqlite3_value_int(arguments[1])));
}

/// Of the tables and of the column `kind`.
[[nodiscard]] std::string_view name_of(RowKind kind) {
    return kind == RowKind::resource ? "resource" : kind == RowKind::unit ? "unit" : "area";
}

} // namespace

RowSum& RowSum::add(std::string_view text, int sign) {
    const auto hash = hash_of(text);
    rows_ += sign;
    for (std::size_t i = 0; i < parts_.size(); ++i)
        parts_[i] += sign * hash[i];
    return *this;
}

RowSum& RowSum::operator+=(const RowSum& other) {
    rows_ += other.rows_;
    for (std::size_t i = 0; i < parts_.size(); ++i)
        parts_[i] += other.parts_[i];
    return *this;
}

RowSum& RowSum::operator-=(const RowSum& other) {
    rows_ -= other.rows_;
    for (std::size_t i = 0; i < parts_.size(); ++i)
        parts_[i] -= other.parts_[i];
    return *this;
}

std::string RowSum::text() const {
    // Hashed once more: two sums would tell who sees only some rows how the others have changed.
    const auto hash =
        hash_of(std::format("{} {} {} {} {}", rows_, parts_[0], parts_[1], parts_[2], parts_[3]));
    return std::format("{} {:08x}{:08x}{:08x}{:08x}", rows_, hash[0], hash[1], hash[2], hash[3]);
}

std::int64_t row_hash(std::string_view text, int part) {
    return hash_of(text)[static_cast<std::size_t>(part) % 4];
}

Result<> add_row_hash(Database& db) {
    if (sqlite3_create_function_v2(db.handle(), "row_hash", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                   nullptr, &answer, nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(FailureKind::internal, {}, sqlite3_errmsg(db.handle()));
    return {};
}

Result<> RowSums::change(Database& db, RowKind kind, const RowSum& by, bool is_to_be_replaced) {
    const auto& [a, b, c, d] = by.parts_;
    if (is_to_be_replaced)
        return run(db,
                   "UPDATE row_sum SET rows = rows + ?1, a = a + ?2, b = b + ?3, c = c + ?4, "
                   "d = d + ?5, staged_rows = staged_rows - ?1, staged_a = staged_a - ?2, "
                   "staged_b = staged_b - ?3, staged_c = staged_c - ?4, staged_d = staged_d - ?5 "
                   "WHERE kind = ?6",
                   by.rows_, a, b, c, d, name_of(kind));
    return run(db,
               "UPDATE row_sum SET rows = rows + ?, a = a + ?, b = b + ?, c = c + ?, d = d + ? "
               "WHERE kind = ?",
               by.rows_, a, b, c, d, name_of(kind));
}

Result<> RowSums::change_staged(Database& db, RowKind kind, const RowSum& by) {
    const auto& [a, b, c, d] = by.parts_;
    return run(db,
               "UPDATE row_sum SET staged_rows = staged_rows + ?, staged_a = staged_a + ?, "
               "staged_b = staged_b + ?, staged_c = staged_c + ?, staged_d = staged_d + ? "
               "WHERE kind = ?",
               by.rows_, a, b, c, d, name_of(kind));
}

Result<> RowSums::take_staged(Database& db, RowKind kind, const RowSum& rows) {
    return rows.rows() == 0 ? Result<>() : change_staged(db, kind, RowSum() -= rows);
}

Result<RowSum> RowSums::kept(Database& db, RowKind kind, RowsSeen when) {
    auto query = bound(db,
                       "SELECT rows, a, b, c, d, staged_rows, staged_a, staged_b, staged_c, "
                       "staged_d FROM row_sum WHERE kind = ?",
                       name_of(kind));
    if (!query)
        return query.error();
    auto row = query->step();
    if (!row)
        return row.error();
    if (!*row)
        return fail(FailureKind::corrupt, "row_sum", "it is not known what the rows come to");
    const auto read = [&](int column) {
        RowSum sum;
        sum.rows_ = query->integer(column);
        for (std::size_t i = 0; i < sum.parts_.size(); ++i)
            sum.parts_[i] = query->integer(column + 1 + static_cast<int>(i));
        return sum;
    };
    auto sum = read(0);
    if (when == RowsSeen::once_shown)
        sum += read(5);
    return sum;
}

Result<std::string> RowSums::told(Database& db, RowKind kind, RowsSeen when) {
    auto sum = kept(db, kind, when);
    if (!sum)
        return sum.error();
    return sum->text();
}

std::string_view RowSums::note(RowKind kind) {
    return kind == RowKind::resource ? "sum_resource"
           : kind == RowKind::unit   ? "sum_unit"
                                     : "sum_area";
}

Result<> RowSums::check(Database& db, RowKind kind, const RowSum& rows, std::int64_t entry,
                        std::string_view told, Findings& findings) {
    const auto stored = kept(db, kind, RowsSeen::now);
    if (!stored)
        return stored.error();
    if (told.empty())
        findings.not_compared(std::format("rows of {} as a whole: their last entry is of an older "
                                          "program and does not say what they come to",
                                          name_of(kind)),
                              rows.rows());
    const auto there = std::format("there are {} rows", rows.rows());
    if (!told.empty() && told != rows.text()) {
        const auto number = told.substr(0, told.find(' '));
        findings.wrong(
            name_of(kind), "",
            number == std::to_string(rows.rows())
                ? std::format("a row differs from what entry {} of the journal left, "
                              "or another stands in its place: what all of them come "
                              "to is not what it says",
                              entry)
                : std::format("{}; entry {} of the journal left {}", there, entry, number));
    } else if (*stored != rows) {
        findings.wrong(
            name_of(kind), "",
            stored->rows() == rows.rows()
                ? "a row differs from what the hub has stored: what all of them come to "
                  "is not what it has kept (row_sum)"
                : std::format("{}; the hub has stored {} (row_sum)", there, stored->rows()));
    }
    return {};
}

void RowTotal::entry(const WalkedEntry& entry) {
    entry_ = entry.seq;
    told_ = entry.note(RowSums::note(kind_));
}

Result<> note_sums(Database& db, ChangeText& change, std::initializer_list<RowKind> kinds,
                   RowsSeen when) {
    for (const auto kind : kinds) {
        auto told = RowSums::told(db, kind, when);
        if (!told)
            return told.error();
        change.note(RowSums::note(kind), *told);
    }
    return {};
}

Result<> RowSums::recount(Database& db) {
    if (auto done = add_row_hash(db); !done)
        return done;
    return db.execute(
        "BEGIN;"
        "DELETE FROM row_sum;"
        "INSERT INTO row_sum SELECT 'resource', count(*), coalesce(sum(row_hash(json, 0)), 0), "
        "coalesce(sum(row_hash(json, 1)), 0), coalesce(sum(row_hash(json, 2)), 0), "
        "coalesce(sum(row_hash(json, 3)), 0), 0, 0, 0, 0, 0 FROM resource;"
        "INSERT INTO row_sum SELECT 'unit', count(*), coalesce(sum(row_hash(json, 0)), 0), "
        "coalesce(sum(row_hash(json, 1)), 0), coalesce(sum(row_hash(json, 2)), 0), "
        "coalesce(sum(row_hash(json, 3)), 0), 0, 0, 0, 0, 0 FROM unit;"
        "INSERT INTO row_sum SELECT 'area', count(*), coalesce(sum(row_hash(json || rings, 0)), "
        "0), coalesce(sum(row_hash(json || rings, 1)), 0), coalesce(sum(row_hash(json || rings, "
        "2)), 0), coalesce(sum(row_hash(json || rings, 3)), 0), 0, 0, 0, 0, 0 FROM area;"
        "COMMIT");
}

} // namespace chengyun::hub
