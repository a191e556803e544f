#include "hub/resources/camera_board.h"

#include <algorithm>

namespace chengyun::hub {

void CameraBoard::settle(const CameraHealth& health) {
    const std::lock_guard lock(mutex_);
    auto& camera = cameras_[health.camera];
    if (camera.settled && camera.settled->online() != health.online())
        camera.changes.push_back(health.since);
    camera.settled = health;
    camera.pending.reset();
    if (!camera.seen)
        camera.seen = health.seen;
}

void CameraBoard::forget(std::string_view camera) {
    const std::lock_guard lock(mutex_);
    cameras_.erase(std::string(camera));
}

void CameraBoard::take(const std::string& reporter, const SeenCamera& seen, Instant now) {
    const std::lock_guard lock(mutex_);
    auto& camera = cameras_[seen.camera];
    auto& reports = camera.reports;
    if (reports.size() >= most_reporters && !reports.contains(reporter))
        reports.erase(std::ranges::min_element(
            reports, {}, [](const auto& report) { return report.second.time; }));
    reports[reporter] = {seen.fault, now};
    if (seen.fault == CameraFault::none)
        camera.seen = now;
    weigh(camera, now);
}

void CameraBoard::weigh(Camera& camera, Instant now) {
    std::erase_if(camera.reports,
                  [&](const auto& report) { return now - report.second.time >= fresh; });
    // Nobody plays it: it stays as it was.
    if (camera.reports.empty()) {
        camera.pending.reset();
        return;
    }
    auto newest = camera.reports.begin()->second;
    for (const auto& [reporter, report] : camera.reports) {
        if (report.fault == CameraFault::none) {
            newest = report;
            break;
        }
        if (report.time >= newest.time)
            newest = report;
    }
    const auto fault = newest.fault;
    if (camera.settled && camera.settled->fault == fault) {
        camera.pending.reset();
        return;
    }
    const bool is_online = fault == CameraFault::none;
    // Another reason for the same state does not begin anew: it may change with each attempt.
    if (!camera.pending || (camera.pending->fault == CameraFault::none) != is_online)
        camera.pending = Pending{fault, now};
    camera.pending->fault = fault;
}

std::chrono::milliseconds CameraBoard::hold_of(Camera& camera, Instant now) {
    std::erase_if(camera.changes,
                  [&](Instant change) { return now - change > std::chrono::hours(1); });
    const auto doubled = hold * (1 << std::min<std::size_t>(camera.changes.size(), 5));
    return std::min<std::chrono::milliseconds>(doubled, longest_hold);
}

std::vector<CameraHealth> CameraBoard::due(Instant now, std::size_t limit) {
    const std::lock_guard lock(mutex_);
    std::vector<CameraHealth> out;
    for (auto& [id, camera] : cameras_) {
        if (out.size() == limit)
            break;
        weigh(camera, now);
        if (!camera.pending || now - camera.pending->since < hold_of(camera, now))
            continue;
        CameraHealth health;
        health.camera = id;
        health.fault = camera.pending->fault;
        // Broken in another way since: it has been broken all the while.
        const bool goes_on = camera.settled && !camera.settled->online() && !health.online();
        health.since = goes_on ? camera.settled->since : camera.pending->since;
        if (!health.online())
            health.seen = camera.seen;
        out.push_back(std::move(health));
    }
    return out;
}

} // namespace chengyun::hub
