// What one watches and hears: everybody's pictures and sound on one connection.
#pragma once

#include "app/consult/media/webrtc_peer.h"
#include "app/video/picture.h"

#include <QtTypes>

#include <functional>
#include <memory>

typedef struct _GstSample GstSample; // NOLINT(bugprone-reserved-identifier): GStreamer's own name

namespace chengyun::console {

struct LaneBook;

/// One place (media line) of the connection. What comes in it may become another person's.
struct LaneFigures {
    quint64 units = 0;    ///< coded pictures that have come; of sound, decoded blocks
    quint64 pictures = 0; ///< that were shown
};

/// Made, used and destroyed on one thread; destroying returns at once.
class Receiver {
public:
    /// On a streaming thread; must be quick.
    using OnPicture = std::function<void(unsigned line, Picture)>;
    /// Everybody's sound, mixed; the format is sender.h's.
    using OnSound = std::function<void(GstSample*)>;

    Receiver(WebrtcPeer::Hears hears, OnPicture picture, OnSound sound);
    ~Receiver();
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;

    /// False where plug-ins are missing.
    [[nodiscard]] bool exists() const { return is_whole_; }
    [[nodiscard]] WebrtcPeer& peer() { return peer_; }

    /// False: pictures of this line are received and not decoded. True again: a whole picture is
    /// asked for, and they come from there on.
    void set_wanted(unsigned line, bool wanted);
    /// Asks whoever sends in this line for a whole picture.
    void ask_for_key(unsigned line);
    [[nodiscard]] LaneFigures figures(unsigned line) const;
    /// How loud the line was at its loudest since this was asked last, in dBFS; −100 where nothing
    /// came.
    [[nodiscard]] double take_level(unsigned line);

    /// So long packets are waited for: what comes later is lost.
    static constexpr unsigned jitter_ms = 80;

private:
    std::shared_ptr<LaneBook> book_;
    WebrtcPeer peer_;
    bool is_whole_ = false;
};

} // namespace chengyun::console
