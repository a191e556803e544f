// What `verify` has found in the rows: which differ from what they follow from, how many were
// compared, and how many could not be.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

/// Something that is not as it must be.
struct Finding {
    std::string table;
    std::string row; ///< its id, or what else names it
    std::string what;
};

class Findings {
public:
    /// So many are kept to be told, the others only counted: a spoilt file has millions.
    static constexpr std::size_t most_told = 100;

    void wrong(std::string_view table, std::string_view row, std::string what);
    void compared(std::int64_t rows = 1) { compared_ += rows; }
    /// Rows that there is nothing to compare with. `why` is a sentence that begins after their
    /// number: "resources were last changed by an import, …".
    void not_compared(std::string_view why, std::int64_t rows = 1);

    [[nodiscard]] const std::vector<Finding>& told() const { return told_; }
    [[nodiscard]] std::int64_t wrong_count() const { return wrong_; }
    [[nodiscard]] std::int64_t compared_rows() const { return compared_; }
    [[nodiscard]] const std::map<std::string, std::int64_t, std::less<>>&
    not_compared_rows() const {
        return not_compared_;
    }

private:
    std::vector<Finding> told_;
    std::int64_t wrong_ = 0;
    std::int64_t compared_ = 0;
    std::map<std::string, std::int64_t, std::less<>> not_compared_;
};

} // namespace chengyun::hub
