// What stands behind one media line of a receiver: from its packets to pictures or sound.
#pragma once

#include "app/consult/media/loudness.h"
#include "app/video/decoder_entry.h"
#include "app/video/picture.h"

#include <gst/gst.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace chengyun::console {

/// Made and used on streaming threads and on the owner's.
class Lane : public std::enable_shared_from_this<Lane> {
public:
    using OnPicture = std::function<void(unsigned line, Picture)>;

    /// `picture` must be callable for as long as the lane lives.
    Lane(unsigned line, OnPicture picture) : line_(line), picture_(std::move(picture)) {}
    ~Lane();
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    /// Packets come out of this pad of the connection. Sound goes to `mixer`. What cannot be
    /// decoded here is thrown away. On a streaming thread.
    void take(GstPad* packets, GstElement* pipeline, GstElement* mixer);
    /// Any thread.
    void ask_for_key();

    const std::shared_ptr<DecoderEntry> entry = std::make_shared<DecoderEntry>();
    std::atomic<quint64> blocks{0}; ///< of sound
    std::atomic<quint64> shown{0};
    Loudness loudest;

private:
    void build(const GstCaps* caps);
    void drop();
    [[nodiscard]] GstElement* make_chain(const std::string& codec);
    static GstPadProbeReturn look_at_caps(GstPad* pad, GstPadProbeInfo* info, gpointer user);

    const unsigned line_;
    const OnPicture picture_;
    std::mutex mutex_;
    GstPad* packets_ = nullptr;
    GstElement* pipeline_ = nullptr; ///< not owned: it owns the chain
    GstElement* mixer_ = nullptr;    ///< the same
    GstElement* chain_ = nullptr;
    GstPad* mixer_entry_ = nullptr;
    std::string codec_;
};

} // namespace chengyun::console
