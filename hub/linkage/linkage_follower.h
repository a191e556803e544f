// Lets linkage follow the journal: after each commit with an entry that it awaits, and at start.
#pragma once

#include "hub/journal/journal.h"

#include <memory>
#include <vector>

namespace chengyun::hub {

class LinkageService;
class Writer;

/// The writer keeps what observes it for ever, so that this ends by letting go of the service.
class LinkageFollower {
public:
    /// Begins with what has been committed and not followed, before a kill perhaps. `service` must
    /// live until the writer has stopped.
    LinkageFollower(Writer& writer, LinkageService& service);
    ~LinkageFollower();
    LinkageFollower(const LinkageFollower&) = delete;
    LinkageFollower& operator=(const LinkageFollower&) = delete;

private:
    struct State;
    std::shared_ptr<State> state_;
};

} // namespace chengyun::hub
