// The sound of one camera, received and decoded apart from its pictures: whatever becomes of it,
// the pictures do not notice.
#pragma once

#include <QString>

#include <functional>
#include <memory>
#include <string>

namespace chengyun::console {

enum class SoundEnd {
    no_device,   ///< the machine has nothing that sound could come out of
    no_sound,    ///< the camera sends none
    undecodable, ///< it sends one that cannot be decoded here
    unreachable, ///< the camera does not answer, or refuses another connection
    ended        ///< it has stopped
};

struct SoundShare;

/// One attempt. Made, used and destroyed on one thread. Making and destroying it return at once:
/// servers of sound and cameras are waited for in the background.
class SoundPipeline {
public:
    /// Called at most once each, on another thread.
    using OnHeard = std::function<void()>;
    using OnEnd = std::function<void(SoundEnd, QString detail)>;

    /// `address` as for StreamPipeline. `sink`: the GStreamer element that is to be taken as the
    /// device, as gst-launch writes it; empty: the best that the machine has.
    SoundPipeline(const QString& address, const QString& sink, OnHeard heard, OnEnd end);
    ~SoundPipeline();
    SoundPipeline(const SoundPipeline&) = delete;
    SoundPipeline& operator=(const SoundPipeline&) = delete;

    /// GStreamer's name of the decoder: "alawdec"; empty before there is one. For tests.
    [[nodiscard]] std::string decoder() const;

private:
    std::shared_ptr<SoundShare> shared_;
};

} // namespace chengyun::console
