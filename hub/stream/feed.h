// The journal to every seat that may see it.
//
// A seat joins at a position: a number, and the hash of the entry there, by which a seat that knows
// another journal (this one was restored from a backup) is told from one that is merely behind.
// What it has missed is read from memory or the journal, then it is live. One thread owns all of
// that, so the change from one to the other has no gap. A frame is made once for all seats that may
// see the same, and one flush hands each lane (an IO loop) its frames in one go.
//
// A seat that does not read is dropped rather than buffered for: frames are followed by markers
// that the seat's end gives back (WebSocket ping and pong), and what lies between is its backlog.
#pragma once

#include "core/account/account.h"
#include "core/journal/position.h"
#include "hub/config/config.h"
#include "hub/journal/journal.h"
#include "hub/live/frame.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace chengyun::hub {

class Readers;

/// The other end of one stream. Everything is called on its lane, one at a time.
class FeedSeat {
public:
    virtual ~FeedSeat() = default;
    virtual void send(const Frame& frame) = 0;
    /// The seat answers with Feed::marked(marker) when it has read everything before it.
    virtual void mark(std::int64_t marker) = 0;
    virtual void end(Ending why) = 0;
};
using FeedSeatPtr = std::shared_ptr<FeedSeat>;

struct FeedFigures {
    std::int64_t seats = 0;
    std::int64_t flushed = 0; ///< journal position of the live seats
    std::int64_t frames = 0;
    std::int64_t dropped = 0;
    std::int64_t reloads = 0;
};

/// All methods from any thread.
class Feed {
public:
    using Lane = hub::Lane;

    /// `head` is the journal's present end, `kinds` its writer's. All must outlive this.
    Feed(Readers& readers, const JournalKinds& kinds, const StreamConfig& config,
         JournalPosition head, std::vector<Lane> lanes);
    ~Feed();

    /// Once committed() is connected: where the journal ended after that. No seat may join before.
    void begin(JournalPosition head);
    /// Newly committed entries, in order; for Writer::observe. Quick.
    void committed(const std::vector<StoredEntryPtr>& entries);

    /// A seat that has everything up to `from`. `session` names its session (end_sessions). `head`:
    /// the journal's end now, Writer::head(). Who claims more, or another hash than this journal
    /// has there, is told to reload; without a hash the number alone is looked at.
    void join(FeedSeatPtr seat, std::size_t lane, Account account, std::string session,
              JournalPosition from, std::int64_t head);
    void leave(const FeedSeatPtr& seat);
    void marked(const FeedSeatPtr& seat, std::int64_t marker);
    void end_sessions(const std::vector<std::string>& sessions);

    [[nodiscard]] FeedFigures figures() const;
    /// Ends every seat with going_away, then the threads. Idempotent.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::hub
