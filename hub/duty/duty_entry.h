// One command's journal entries about duty: stores what changes, gathers the texts, appends.
#pragma once

#include "hub/duty/duty_tables.h"
#include "hub/journal/change_text.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

/// Who sees an entry that not everybody sees: sheets and the log (hub/duty/duty_viewers.h).
struct DutyAudience {
    std::vector<std::string> areas, units;
};

class DutyEntry {
public:
    DutyEntry(Transaction& tx, Actor actor) : tx_(tx), actor_(std::move(actor)) {}

    /// Writes the row, with the coming entry's number as version where the value has one, and puts
    /// the after-image into that entry.
    template <class T>
    [[nodiscard]] Result<> keep(T& value) {
        if constexpr (requires { value.version; })
            value.version = tx_.next_seq();
        const auto json = json::write(value);
        change_.add<T>(json);
        return duty_table<T>().put(tx_.database(), value, json);
    }
    /// Keys in alphabetical order within one entry.
    void note(std::string_view key, std::string_view value) { change_.note(key, value); }

    /// Appends what was gathered and begins the next entry.
    [[nodiscard]] Result<> append(std::string_view kind, std::string_view entity,
                                  std::string_view id, std::string_view subject,
                                  const DutyAudience& seen_by = {});
    /// Done of all entries appended.
    [[nodiscard]] Answer done() const;

private:
    Transaction& tx_;
    Actor actor_;
    ChangeText change_;  ///< of the coming entry
    ChangeText earlier_; ///< of those appended
    std::string last_;   ///< the text of the last one appended
    std::int64_t seq_ = 0;
    int appended_ = 0;
};

} // namespace chengyun::hub
