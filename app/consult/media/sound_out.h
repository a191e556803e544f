// The loudspeaker: everybody's sound, already mixed, is played on it.
#pragma once

#include <QString>

#include <functional>
#include <memory>
#include <string>

typedef struct _GstElement GstElement; // NOLINT(bugprone-reserved-identifier): GStreamer's own name
typedef struct _GstSample GstSample;   // NOLINT(bugprone-reserved-identifier)

namespace chengyun::console {

struct SoundOutShare;

/// A pipeline of its own, so that a loudspeaker that is unplugged disturbs no connection. Made,
/// used and destroyed on one thread; destroying returns at once.
class SoundOut {
public:
    /// On a thread of GStreamer, at most once. `missing`: there is no such device.
    using OnFailed = std::function<void(bool missing, QString detail)>;

    /// `sink` is the device's element, which is taken over; nullptr: the machine's usual one.
    SoundOut(GstElement* sink, OnFailed failed);
    ~SoundOut();
    SoundOut(const SoundOut&) = delete;
    SoundOut& operator=(const SoundOut&) = delete;

    /// Where sound goes in, in the format of sender.h, from any thread.
    [[nodiscard]] std::shared_ptr<GstElement> entry() const;
    /// Of the echo probe, which a microphone listens to; empty where this machine has none.
    [[nodiscard]] const std::string& probe() const { return probe_; }

private:
    std::shared_ptr<SoundOutShare> shared_;
    std::string probe_;
};

} // namespace chengyun::console
