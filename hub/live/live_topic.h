// A topic of the live lane, as the capability that owns it declares it.
#pragma once

#include "core/account/account.h"
#include "core/result.h"
#include "hub/journal/audience.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace chengyun::hub {

/// Asks which accounts see values about a subject. `not_found` when `account` itself does not see
/// the subject; another failure says nothing about it. May answer later, on any thread, once.
using AudienceOf = std::function<void(const Account& account, const std::string& subject,
                                      std::function<void(Result<Audience>)> answer)>;

class Database;

/// Runs a job with a connection for reading, or with why there is none; on another thread, or at
/// once where nothing takes it.
using ReadJob = std::function<void(std::function<void(Result<Database*>)>)>;

struct LiveTopic {
    std::string name;    ///< "positions"
    bool placed = false; ///< every value has a place, and a watch may have a box
    /// How long a value is shown without being said again.
    std::chrono::milliseconds lives = std::chrono::seconds(60);
    std::size_t max_values = 50'000;
    /// What changes is told at once to those who watch it, up to 25 times a second, instead of with
    /// a seat's batch of the second. For what a hand moves while another looks; few values.
    bool prompt = false;
    /// Whose seats may watch it at all; of its values they see what lies in their scope.
    std::function<bool(const Account&)> may_watch = [](const Account&) { return true; };
    /// Set: the topic says which seats have a subject open. Its values come from seats' PresentLive
    /// alone, last as long as the seat is heard of, and are not told to the seat they are of.
    AudienceOf presence{};
};

} // namespace chengyun::hub
