// A hardware decoder of H.264 that GStreamer prefers to all others, and that fails at its first
// picture: a driver as they are.
#pragma once

class BrokenDecoder {
public:
    static constexpr auto name = "chengyunbrokendec";

    /// From here to the destruction GStreamer finds it.
    BrokenDecoder();
    ~BrokenDecoder();
    BrokenDecoder(const BrokenDecoder&) = delete;
    BrokenDecoder& operator=(const BrokenDecoder&) = delete;

    [[nodiscard]] bool registered() const { return registered_; }
    /// How many pictures it was given so far.
    [[nodiscard]] int tries() const;

private:
    bool registered_ = false;
};
