// A camera seen through a plain GStreamer pipeline, with the receiver's settings of the console.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <vector>

typedef struct _GstElement GstElement; // NOLINT(bugprone-reserved-identifier): GStreamer's own name

namespace chengyun::bench {

class PlainViewer {
public:
    /// Connects at once.
    explicit PlainViewer(const std::string& address);
    ~PlainViewer();
    PlainViewer(const PlainViewer&) = delete;
    PlainViewer& operator=(const PlainViewer&) = delete;

    /// By picture_clock.h, when the first picture was handed to the sink; 0 before.
    [[nodiscard]] std::uint32_t first() const { return first_; }
    /// Milliseconds from being taken to the sink's showing it, of each picture so far.
    [[nodiscard]] std::vector<double> ages() const;
    /// Called by the sink.
    void show(const std::uint8_t* luma, int stride);

private:
    GstElement* pipeline_ = nullptr;
    std::atomic<std::uint32_t> first_{0};
    mutable std::mutex mutex_;
    std::vector<double> ages_;
};

} // namespace chengyun::bench
