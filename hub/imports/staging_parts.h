// What staging resources and staging areas have in common.
#pragma once

#include "hub/imports/import.h"
#include "hub/imports/judge.h"
#include "hub/imports/known_keys.h"
#include "hub/resources/unit_store.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace chengyun::hub {

// What one work stores. It keeps commands waiting for some 30 ms on two slow cores; smaller pieces
// would write the same pages of the indexes more often.
inline constexpr std::size_t rows_at_once = 512;
inline constexpr std::size_t bytes_at_once = 1U << 20;
/// Rows looked at for one piece: where nothing is new, there is little to store.
inline constexpr std::size_t looked_at_once = 4096;

enum class Outcome : std::uint8_t { refused, inserted, updated, unchanged };

/// What became of each row.
class Outcomes {
public:
    explicit Outcomes(std::size_t rows) : rows_(rows, Outcome::refused) {}
    template <class News>
    Outcome set(std::size_t row, News news) {
        return rows_[row] = news == News::inserted  ? Outcome::inserted
                            : news == News::updated ? Outcome::updated
                                                    : Outcome::unchanged;
    }
    void refuse(std::size_t row) { rows_[row] = Outcome::refused; }
    [[nodiscard]] std::int64_t count(Outcome outcome) const {
        return std::ranges::count(rows_, outcome);
    }
    [[nodiscard]] bool takes_any() const {
        return std::ranges::any_of(rows_, [](Outcome one) { return one != Outcome::refused; });
    }
    void tell(ImportReport& report) const {
        report.inserted = count(Outcome::inserted);
        report.updated = count(Outcome::updated);
        report.unchanged = count(Outcome::unchanged);
        report.taken = report.inserted + report.updated + report.unchanged;
    }

private:
    std::vector<Outcome> rows_;
};

/// Rows that may make another thing of a stored unit. They must not while an order to it is open.
class Renamed {
public:
    void add(std::string unit, std::uint32_t row) { rows_.insert_or_assign(std::move(unit), row); }
    /// The rows whose unit is the recipient of an open order, as `db` sees it.
    [[nodiscard]] Result<std::vector<std::uint32_t>> committed(Database& db,
                                                               const UnitStore& units) const {
        std::vector<std::uint32_t> rows;
        if (rows_.empty())
            return rows;
        auto read = units.each_committed(db, [&](std::string_view unit) {
            if (const auto found = rows_.find(std::string(unit)); found != rows_.end())
                rows.push_back(found->second);
        });
        if (!read)
            return read.error();
        return rows;
    }

private:
    std::unordered_map<std::string, std::uint32_t> rows_;
};

/// Looks at rows a second time. What is found then takes the place of what was found of them
/// before: a row is refused once, or not any more.
class SecondLook {
public:
    SecondLook(const PreparedImport& prepared, const UnitStore& units)
        : prepared_(prepared), known_(prepared, units, found_) {
        found_.parts = prepared.report.parts;
    }
    [[nodiscard]] KnownKeys& known() { return known_; }
    /// `rows` have been looked at again; `outcomes` are those of all rows.
    void tell(const std::vector<std::uint32_t>& rows, const Outcomes& outcomes,
              ImportReport& report) {
        known_.tell();
        // From the rows and not by adding up: the work that looks again may run twice.
        report.refused = prepared_.report.refused + outcomes.count(Outcome::refused);
        std::set<std::pair<std::string, std::int64_t>> again; // by part and row
        for (const auto i : rows) {
            const auto& origin = prepared_.origins[i];
            again.emplace(origin.part < report.parts.size() ? report.parts[origin.part].name : "",
                          origin.row);
        }
        std::erase_if(report.refused_rows,
                      [&](const RefusedRow& row) { return again.contains({row.part, row.row}); });
        for (auto& row : found_.refused_rows)
            if (report.refused_rows.size() < prepared_.listed)
                report.refused_rows.push_back(std::move(row));
        Verdicts(report, prepared_.listed).sort();
        if (!report.question)
            report.question = found_.question;
    }

private:
    const PreparedImport& prepared_;
    ImportReport found_;
    KnownKeys known_;
};

inline void sort_once(std::vector<std::uint32_t>& rows) {
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

} // namespace chengyun::hub
