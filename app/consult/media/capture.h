// A camera or a microphone of this machine while it runs, or what stands for one in a test.
#pragma once

#include "app/video/picture.h"

#include <QString>

#include <functional>
#include <memory>

typedef struct _GstElement GstElement; // NOLINT(bugprone-reserved-identifier): GStreamer's own name
typedef struct _GstSample GstSample;   // NOLINT(bugprone-reserved-identifier)

namespace chengyun::console {

struct CaptureShare;

/// Made, used and destroyed on one thread; destroying returns at once. A capture that has failed
/// does not come back: another is made.
class Capture {
public:
    /// On a streaming thread; must be quick.
    struct Hears {
        /// In the format of sender.h; the time stamps are the common ones (webrtc_peer.h).
        std::function<void(GstSample*)> sample;
        std::function<void(Picture)> picture; ///< of a camera, for who looks at himself
        /// At most once. `missing`: there is no such device.
        std::function<void(bool missing, QString detail)> failed;
    };

    /// The test picture moves and says `name`; the test sound is a tone.
    static std::unique_ptr<Capture> test_picture(const QString& name, Hears hears);
    static std::unique_ptr<Capture> test_sound(Hears hears);
    /// `source` is the device's element, which is taken over; nullptr: the machine's usual one.
    static std::unique_ptr<Capture> camera(GstElement* source, Hears hears);
    /// `probe`: the name of the loudspeaker's echo probe, or empty where nothing is played.
    static std::unique_ptr<Capture> microphone(GstElement* source, const std::string& probe,
                                               Hears hears);
    ~Capture();

private:
    explicit Capture(Hears hears);
    void run(GstElement* source, const std::string& rest, bool is_picture);

    std::shared_ptr<CaptureShare> shared_;
};

} // namespace chengyun::console
