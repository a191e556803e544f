// The last half minute of a camera as it was sent: coded pictures, never decoded or coded again, so
// that a clip can begin before somebody asks for it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

// NOLINTBEGIN(bugprone-reserved-identifier): GStreamer's own names
typedef struct _GstBuffer GstBuffer;
typedef struct _GstCaps GstCaps;
// NOLINTEND(bugprone-reserved-identifier)

namespace chengyun::console {

struct BufferDrop {
    void operator()(GstBuffer* buffer) const;
};
struct CapsDrop {
    void operator()(GstCaps* caps) const;
};
using BufferPtr = std::unique_ptr<GstBuffer, BufferDrop>;
using CapsPtr = std::unique_ptr<GstCaps, CapsDrop>;

/// A coded picture.
struct ClipUnit {
    BufferPtr buffer; ///< shared with whoever else has it; never written
    std::chrono::steady_clock::time_point came;
    bool key = false;
};

/// What a ring held at one moment. Begins with a key picture.
struct ClipCut {
    CapsPtr caps;
    BufferPtr head; ///< parameter sets to go before the first unit where it has none; may be null
    std::vector<ClipUnit> units;
};

struct RingLimits {
    std::chrono::milliseconds span{30000}; ///< at least so much is kept, from a key picture on
    std::size_t bytes = 48U << 20;         ///< of one ring; before that the oldest goes
};

class ClipRing {
public:
    using Clock = std::chrono::steady_clock;

    explicit ClipRing(const RingLimits& limits = {}) : limits_(limits) {}
    ~ClipRing();
    ClipRing(const ClipRing&) = delete;
    ClipRing& operator=(const ClipRing&) = delete;

    /// A streaming thread: the next coded picture, with what the pad says of it. Refers to `buffer`
    /// and copies nothing. After a gap nothing is kept until the next key picture, because what
    /// follows a gap is mud. Another format (`caps`) begins anew.
    void add(GstBuffer* buffer, GstCaps* caps, Clock::time_point now);
    /// The stream is another one now: its first picture does not follow on the last.
    void interrupt();
    /// Forgets everything.
    void clear();

    /// Any thread. No units: no key picture has come yet.
    [[nodiscard]] ClipCut cut() const;
    [[nodiscard]] std::size_t bytes() const;

    /// Of all rings of the program together. Beyond that the ring that grows lets go of its oldest.
    static constexpr std::size_t all_bytes = 512U << 20;

private:
    void drop_oldest();
    void drop_all();
    void trim(Clock::time_point now);

    const RingLimits limits_;
    mutable std::mutex mutex_;
    CapsPtr caps_;
    BufferPtr head_;
    std::deque<ClipUnit> units_;
    std::size_t bytes_ = 0;
    bool broken_ = true; ///< waits for a key picture
};

} // namespace chengyun::console
