// One command's journal entries about duty: stores what changes beside them.
#pragma once

#include "hub/duty/duty_tables.h"
#include "hub/journal/command_entries.h"

namespace chengyun::hub {

class DutyEntry : public CommandEntries {
public:
    using CommandEntries::CommandEntries;

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
};

} // namespace chengyun::hub
