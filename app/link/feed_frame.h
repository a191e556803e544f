// One message of the stream, as Feed takes it.
#pragma once

#include "app/link/feed.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <string>

namespace chengyun::console {

/// Any thread makes one; it does not change after that.
struct Feed::Frame {
    bool reload = false;
    bool bad = false;
    bool newer = false;  ///< of a version that this console does not understand; not read
    std::string version; ///< as told
    std::int64_t after = 0;
    JournalPosition head;
    EntriesPtr entries;
    LiveChangesPtr live; ///< of the live lane, which has no part in the journal

    static std::shared_ptr<Frame> parse(const QByteArray& text);
};

} // namespace chengyun::console
