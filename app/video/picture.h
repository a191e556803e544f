// A decoded picture on its way to the screen.
#pragma once

#include <QSizeF>
#include <QVideoFrame>

#include <chrono>

namespace chengyun::console {

struct Picture {
    QVideoFrame frame;
    /// The size it is to be shown in, in square pixels and turned: a picture of 704×576 whose
    /// pixels are 16:11 is 1024×576.
    QSizeF shape;
    /// When its first packet came from the network.
    std::chrono::steady_clock::time_point arrived;
};

/// Has the picture shown turned by so many quarters clockwise, 0 … 3.
inline void turn(Picture& picture, int quarters) {
    if (quarters == 0)
        return;
    picture.frame.setRotation(static_cast<QtVideo::Rotation>(quarters * 90));
    if (quarters % 2 == 1)
        picture.shape.transpose();
}

} // namespace chengyun::console
