// How loud sound is, from the thread that it passes to the one that shows it.
#pragma once

#include <gst/gst.h>

#include <atomic>
#include <cmath>
#include <cstdint>

namespace chengyun::console {

class Loudness {
public:
    static constexpr double silence = -100; ///< dBFS

    /// Samples of 16 bit. On one thread.
    void take(GstBuffer* buffer) {
        GstMapInfo map;
        if (!gst_buffer_map(buffer, &map, GST_MAP_READ))
            return;
        const auto* samples = reinterpret_cast<const std::int16_t*>(map.data);
        const auto count = map.size / sizeof(std::int16_t);
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < count; ++i)
            sum += std::int64_t(samples[i]) * samples[i];
        gst_buffer_unmap(buffer, &map);
        if (count == 0)
            return;
        const auto loud = static_cast<double>(sum) / static_cast<double>(count) / (32768.0 * 32768);
        auto before = loudest_.load();
        while (loud > before && !loudest_.compare_exchange_weak(before, loud)) {
        }
    }
    /// Of the loudest buffer since this was asked last, in dBFS. Any thread.
    [[nodiscard]] double decibels() {
        const auto loud = loudest_.exchange(0);
        return loud > 1e-10 ? 10 * std::log10(loud) : silence;
    }

private:
    std::atomic<double> loudest_{0}; ///< mean square, 0 … 1
};

} // namespace chengyun::console
