#include "app/screens/still_frame.h"

#include <QQuickWindow>

#include <cstring>

namespace chengyun::console {

namespace {
constexpr int between_ms = 120;
constexpr int equal_needed = 3;
constexpr int patience_ms = 20'000;
} // namespace

StillFrame::StillFrame(QQuickWindow& window, QObject* parent) : QObject(parent), window_(window) {
    timer_.setSingleShot(true);
    timer_.setInterval(between_ms);
    connect(&timer_, &QTimer::timeout, this, &StillFrame::look);
}

void StillFrame::take(Shot shot) {
    shot_ = std::move(shot);
    last_ = {};
    equal_ = 0;
    since_.start();
    timer_.start();
}

void StillFrame::look() {
    const QImage now = window_.grabWindow();
    const bool settled = !shot_.settled || shot_.settled();
    equal_ = settled && (shot_.moving || same(now, last_)) ? equal_ + 1 : 0;
    last_ = now;
    if (equal_ >= equal_needed) {
        Q_EMIT taken(now, true);
        return;
    }
    if (since_.elapsed() > patience_ms) {
        Q_EMIT taken(now, false);
        return;
    }
    timer_.start();
}

bool StillFrame::same(const QImage& a, const QImage& b) const {
    if (a.size() != b.size() || a.format() != b.format() || a.isNull())
        return false;
    for (int y = shot_.clockHeight; y < a.height(); ++y)
        if (std::memcmp(a.constScanLine(y), b.constScanLine(y),
                        static_cast<std::size_t>(a.bytesPerLine())) != 0)
            return false;
    return true;
}

} // namespace chengyun::console
