#include "app/shell/incubation.h"

namespace chengyun::console {
namespace {

/// Short enough that nobody feels it.
constexpr int sliceMs = 10;

} // namespace

void Incubation::incubatingObjectCountChanged(int count) {
    if (count > 0 && timer_ == 0)
        timer_ = startTimer(0);
}

void Incubation::timerEvent(QTimerEvent*) {
    incubateFor(sliceMs);
    if (incubatingObjectCount() > 0)
        return;
    killTimer(timer_);
    timer_ = 0;
}

} // namespace chengyun::console
