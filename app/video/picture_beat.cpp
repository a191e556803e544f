#include "app/video/picture_beat.h"

#include <optional>
#include <utility>

namespace chengyun::console {

PictureBeat& PictureBeat::shared() {
    static auto* const beat = new PictureBeat;
    return *beat;
}

PictureBeat::PictureBeat() {
    pause_.setSingleShot(true);
    pause_.setTimerType(Qt::PreciseTimer);
    connect(&pause_, &QTimer::timeout, this, &PictureBeat::beat);
}

void PictureBeat::post(const std::shared_ptr<PictureBox>& box, Picture picture) {
    std::optional<Picture> old; // gives its memory back outside the lock
    {
        const std::scoped_lock lock(mutex_);
        auto& waiting = box->waiting;
        if (waiting.empty())
            filled_.push_back(box);
        waiting.push_back(std::move(picture));
        if (waiting.size() > most_waiting) {
            old = std::move(waiting.front());
            waiting.pop_front();
            ++box->overwritten;
        }
        if (std::exchange(due_, true))
            return;
    }
    QMetaObject::invokeMethod(this, &PictureBeat::beat, Qt::QueuedConnection);
}

int PictureBeat::overwritten(const PictureBox& box) const {
    const std::scoped_lock lock(mutex_);
    return box.overwritten;
}

void PictureBeat::beat() {
    if (last_.isValid()) {
        // Asked once: a moment later the rest could be negative, and no timer would start.
        const std::chrono::milliseconds passed(last_.elapsed());
        if (passed < apart)
            return pause_.start(apart - passed);
    }
    last_.start();
    for (const auto& [box, picture] : take())
        // A copy: who is shown a picture may close the stream, which empties `show`.
        if (const auto show = box->show)
            show(picture);
}

std::vector<std::pair<std::shared_ptr<PictureBox>, Picture>> PictureBeat::take() {
    std::vector<std::pair<std::shared_ptr<PictureBox>, Picture>> taken;
    const std::scoped_lock lock(mutex_);
    taken.reserve(filled_.size());
    std::erase_if(filled_, [&taken](const auto& box) {
        taken.emplace_back(box, std::move(box->waiting.front()));
        box->waiting.pop_front();
        return box->waiting.empty();
    });
    due_ = !filled_.empty();
    if (due_)
        pause_.start(apart);
    return taken;
}

} // namespace chengyun::console
