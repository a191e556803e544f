// A camera whose pictures are whatever a line of GStreamer makes.
#pragma once

#include <QString>

#include <memory>
#include <string>

class LaunchCamera {
public:
    /// `line` ends in a payloader pay0, as gst-rtsp-server wants it: "videotestsrc ! … ! rtph264pay
    /// name=pay0". Serves on a thread of its own.
    explicit LaunchCamera(const std::string& line);
    ~LaunchCamera();
    LaunchCamera(const LaunchCamera&) = delete;
    LaunchCamera& operator=(const LaunchCamera&) = delete;

    /// "rtsp://127.0.0.1:…/camera"; empty where it could not listen.
    [[nodiscard]] QString address() const;
    /// Gives the capsfilter `name` of the line other caps while the stream runs.
    void setCaps(const char* name, const char* caps);
    /// How many viewers have asked for the stream so far.
    [[nodiscard]] int viewers() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};
