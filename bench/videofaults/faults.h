// The faults that befall a camera of the bench, and their causes' ends.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <random>

namespace chengyun::bench {

/// What the cameras' process is told (tests/hard_streams/main.cpp) when the cause begins, and when
/// it ends.
struct Fault {
    QByteArray name;
    QByteArray begins;
    QByteArray ends; ///< empty: the cause is over at once
    std::chrono::milliseconds lasts{0};
};

/// By chance: the network's faults and hard streams in equal parts. `freeze` is how long the
/// longest silence lasts.
[[nodiscard]] Fault random_fault(std::mt19937& random, std::chrono::milliseconds freeze);

} // namespace chengyun::bench
