// What all rows of a kind come to. The entry of an import holds no rows: a row that it brought
// could be deleted or altered, and no comparison with the journal would show it. So each change of
// a row adds what its new text hashes to and takes away what the old one did, and each entry about
// such rows says what they come to afterwards. `verify` reckons the same from the rows.
#pragma once

#include "core/result.h"
#include "hub/store/rows.h"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace chengyun::hub {

class ChangeText;
class Findings;
struct WalkedEntry;

/// In no order. The sum of two is that of all rows of both.
class RowSum {
public:
    RowSum& add(std::string_view text) { return add(text, 1); }
    RowSum& take(std::string_view text) { return add(text, -1); }
    RowSum& operator+=(const RowSum& other);
    RowSum& operator-=(const RowSum& other);

    [[nodiscard]] std::int64_t rows() const { return rows_; }
    /// As an entry says it: the number of rows, and a hash of their sum.
    [[nodiscard]] std::string text() const;
    bool operator==(const RowSum&) const = default;

private:
    friend class RowSums;
    RowSum& add(std::string_view text, int sign);

    std::int64_t rows_ = 0;
    std::array<std::int64_t, 4> parts_{}; ///< of 32 bits of each hash
};

/// One part, 0 to 3, of what a row's text hashes to: below 2^32, so that a sum of them does not
/// overflow.
[[nodiscard]] std::int64_t row_hash(std::string_view text, int part);
/// Gives the connection the function row_hash(text, part), which migration 0013 uses.
[[nodiscard]] Result<> add_row_hash(Database& db);

enum class RowKind { resource, unit, area };
/// Which rows: those that are seen, or will be once the open edition is shown.
enum class RowsSeen { now, once_shown };

/// The sums as they are kept. Stateless.
class RowSums {
public:
    /// Rows that are seen have changed by this. Those among them that the open edition will replace
    /// will then be taken away as they are now.
    [[nodiscard]] static Result<> change(Database& db, RowKind kind, const RowSum& by,
                                         bool is_to_be_replaced);
    /// What showing the open edition does to the rows that are seen has changed by this.
    [[nodiscard]] static Result<> change_staged(Database& db, RowKind kind, const RowSum& by);
    /// Likewise: these will not be among them.
    [[nodiscard]] static Result<> take_staged(Database& db, RowKind kind, const RowSum& rows);

    /// What an entry says.
    [[nodiscard]] static Result<std::string> told(Database& db, RowKind kind, RowsSeen when);
    /// The note's name of it.
    [[nodiscard]] static std::string_view note(RowKind kind);

    /// Compares what the rows come to with what the last entry about such rows says and with what
    /// is kept. `told` is empty where that entry is of before there were sums.
    [[nodiscard]] static Result<> check(Database& db, RowKind kind, const RowSum& rows,
                                        std::int64_t entry, std::string_view told,
                                        Findings& findings);
    /// Takes the rows for what they are: what has gone or was changed beside the journal is
    /// accepted.
    [[nodiscard]] static Result<> recount(Database& db);

private:
    [[nodiscard]] static Result<RowSum> kept(Database& db, RowKind kind, RowsSeen when);
};

/// What `verify` reckons of one kind: every entry about such rows is told first, then every row.
class RowTotal {
public:
    explicit RowTotal(RowKind kind) : kind_(kind) {}
    void entry(const WalkedEntry& entry);
    void row(std::string_view text) { rows_.add(text); }
    [[nodiscard]] Result<> check(Database& db, Findings& findings) const {
        return RowSums::check(db, kind_, rows_, entry_, told_, findings);
    }

private:
    RowKind kind_;
    RowSum rows_;
    std::int64_t entry_ = 0;
    std::string told_; ///< by the last entry
};

/// Adds to an entry's note what the rows of these kinds come to, in the order of the notes' names.
[[nodiscard]] Result<> note_sums(Database& db, ChangeText& change,
                                 std::initializer_list<RowKind> kinds,
                                 RowsSeen when = RowsSeen::now);

/// Runs a statement that changes rows and returns the text of each; their sum.
template <class... Values>
[[nodiscard]] Result<RowSum> changed_rows(Database& db, std::string_view sql,
                                          const Values&... values) {
    RowSum sum;
    auto statement = bound(db, sql, values...);
    if (!statement)
        return statement.error();
    if (auto read = each_row(*statement, [&](const Statement& row) { sum.add(row.text(0)); });
        !read)
        return read.error();
    return sum;
}

} // namespace chengyun::hub
