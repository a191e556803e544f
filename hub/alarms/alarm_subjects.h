// What alarms are about. The hub does not know by itself what rings: each capability says of its
// own things who sees them, who is in charge of them, and whether an alarm about them still stands.
#pragma once

#include "core/account/account.h"
#include "core/alarms/alarm.h"
#include "core/result.h"
#include "core/time/instant.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;

/// Who is told of what was done about an alarm.
struct AlarmAudience {
    bool everybody = false;
    std::vector<std::string> areas; ///< else: by place. Units' phones are not told
};

/// Functions run on any thread with its own connection, inside a transaction or without one.
struct AlarmSubject {
    std::string_view kind; ///< "order"; a literal
    /// not_found when there is no such thing.
    std::function<Result<AlarmAudience>(Database&, std::string_view id)> audience;
    /// May this account, which acts for the centre and sees the thing, take its alarms for all?
    /// A street sees orders that are not its own to command: it falls silent for nobody else.
    std::function<Result<bool>(Database&, const Account&, std::string_view id)> may_take;
    std::function<Result<bool>(Database&, const AlarmName&, Instant now)> stands;
};

class AlarmSubjects {
public:
    /// Before the hub takes commands. What the functions refer to must live as long as commands
    /// may come.
    void add(AlarmSubject subject) { subjects_.push_back(std::move(subject)); }
    /// Null where no capability has such things.
    [[nodiscard]] const AlarmSubject* find(std::string_view kind) const {
        for (const auto& subject : subjects_)
            if (subject.kind == kind)
                return &subject;
        return nullptr;
    }

private:
    std::vector<AlarmSubject> subjects_;
};

} // namespace chengyun::hub
