// A decoded picture on its way to the screen.
#pragma once

#include <QSizeF>
#include <QVideoFrame>

#include <chrono>

namespace chengyun::console {

struct Picture {
    QVideoFrame frame;
    /// The size it is to be shown in, in square pixels: a picture of 704×576 whose pixels are 16:11
    /// is 1024×576.
    QSizeF shape;
    /// When its first packet came from the network.
    std::chrono::steady_clock::time_point arrived;
};

} // namespace chengyun::console
