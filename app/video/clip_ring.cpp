#include "app/video/clip_ring.h"

#include <gst/gst.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <string_view>

namespace chengyun::console {

namespace {

/// What all rings hold.
std::atomic<std::size_t> held{0};

BufferPtr shared_with(GstBuffer* buffer) {
    return BufferPtr(gst_buffer_ref(buffer));
}

enum class Coding { h264, h265, other };

/// Coded pictures between start codes, whose parameter sets stand among them. In the other form
/// ("avc") they stand in the caps.
Coding coding_in(const GstCaps* caps) {
    const auto* structure = gst_caps_get_size(caps) ? gst_caps_get_structure(caps, 0) : nullptr;
    const char* form = structure ? gst_structure_get_string(structure, "stream-format") : nullptr;
    if (!form || !g_str_equal(form, "byte-stream"))
        return Coding::other;
    return gst_structure_has_name(structure, "video/x-h264")   ? Coding::h264
           : gst_structure_has_name(structure, "video/x-h265") ? Coding::h265
                                                               : Coding::other;
}

bool is_parameters(Coding coding, std::uint8_t header) {
    if (coding == Coding::h264)
        return (header & 0x1f) == 7 || (header & 0x1f) == 8;
    const int type = header >> 1 & 0x3f;
    return type >= 32 && type <= 34;
}

bool is_coded_picture(Coding coding, std::uint8_t header) {
    if (coding == Coding::h264)
        return (header & 0x1f) >= 1 && (header & 0x1f) <= 5;
    return (header >> 1 & 0x3f) < 32;
}

/// The parameter sets before the first picture of a unit; null where it has none.
BufferPtr parameters_of(GstBuffer* unit, Coding coding) {
    constexpr std::size_t most = 4096; // they stand at the beginning
    std::array<std::uint8_t, most> bytes{};
    const auto size = gst_buffer_extract(unit, 0, bytes.data(), most);
    std::size_t begin = 0;
    bool any = false;
    for (std::size_t i = 0; i + 3 < size; ++i) {
        if (bytes[i] != 0 || bytes[i + 1] != 0 || bytes[i + 2] != 1)
            continue;
        const auto header = bytes[i + 3];
        if (is_coded_picture(coding, header)) {
            const auto end = i > 0 && bytes[i - 1] == 0 ? i - 1 : i;
            if (!any)
                return {};
            GstBuffer* out = gst_buffer_new_allocate(nullptr, end - begin, nullptr);
            gst_buffer_fill(out, 0, bytes.data() + begin, end - begin);
            return BufferPtr(out);
        }
        if (is_parameters(coding, header) && !any) {
            any = true;
            begin = i > 0 && bytes[i - 1] == 0 ? i - 1 : i;
        }
    }
    return {};
}

} // namespace

void BufferDrop::operator()(GstBuffer* buffer) const {
    gst_buffer_unref(buffer);
}

void CapsDrop::operator()(GstCaps* caps) const {
    gst_caps_unref(caps);
}

ClipRing::~ClipRing() {
    drop_all();
}

void ClipRing::interrupt() {
    const std::scoped_lock lock(mutex_);
    broken_ = true;
}

void ClipRing::clear() {
    const std::scoped_lock lock(mutex_);
    drop_all();
}

void ClipRing::add(GstBuffer* buffer, GstCaps* caps, Clock::time_point now) {
    const std::scoped_lock lock(mutex_);
    if (!caps_ || (caps_.get() != caps && !gst_caps_is_equal(caps_.get(), caps))) {
        drop_all();
        head_.reset();
        caps_.reset(gst_caps_ref(caps));
    }
    const bool key = !GST_BUFFER_FLAG_IS_SET(buffer, GST_BUFFER_FLAG_DELTA_UNIT);
    if (GST_BUFFER_FLAG_IS_SET(buffer, GST_BUFFER_FLAG_DISCONT))
        broken_ = true;
    if (broken_ && !key)
        return;
    broken_ = false;
    if (key)
        if (const auto coding = coding_in(caps); coding != Coding::other)
            if (auto found = parameters_of(buffer, coding))
                head_ = std::move(found);
    const auto size = gst_buffer_get_size(buffer);
    units_.push_back({shared_with(buffer), now, key});
    bytes_ += size;
    held += size;
    trim(now);
}

void ClipRing::trim(Clock::time_point now) {
    const auto next_key = [this] {
        return std::find_if(units_.begin() + 1, units_.end(),
                            [](const ClipUnit& unit) { return unit.key; });
    };
    while (!units_.empty()) {
        const bool crowded = bytes_ > limits_.bytes || held > all_bytes;
        if (!crowded && now - units_.front().came <= limits_.span)
            return;
        const auto second = next_key();
        if (second == units_.end() && !crowded)
            return; // all of it hangs on its one key picture
        if (!crowded && now - second->came < limits_.span)
            return; // without the first part it would be too short
        if (second == units_.end())
            broken_ = true; // too large to be kept from its key picture on
        do
            drop_oldest();
        while (!units_.empty() && !units_.front().key);
    }
}

void ClipRing::drop_oldest() {
    const auto size = gst_buffer_get_size(units_.front().buffer.get());
    bytes_ -= size;
    held -= size;
    units_.pop_front();
}

void ClipRing::drop_all() {
    while (!units_.empty())
        drop_oldest();
    broken_ = true;
}

ClipCut ClipRing::cut() const {
    const std::scoped_lock lock(mutex_);
    ClipCut out;
    if (units_.empty())
        return out;
    out.caps.reset(gst_caps_ref(caps_.get()));
    out.units.reserve(units_.size());
    for (const auto& unit : units_)
        out.units.push_back({shared_with(unit.buffer.get()), unit.came, unit.key});
    const auto coding = coding_in(caps_.get());
    if (head_ && coding != Coding::other && !parameters_of(units_.front().buffer.get(), coding))
        out.head = shared_with(head_.get());
    return out;
}

std::size_t ClipRing::bytes() const {
    const std::scoped_lock lock(mutex_);
    return bytes_;
}

} // namespace chengyun::console
