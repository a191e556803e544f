// A picture of the window once nothing in it moves any more.
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QTimer>

#include <functional>

class QQuickWindow;

namespace chengyun::console {

/// GUI thread. Tiles, photos and indices arrive when they arrive: the window is photographed again
/// and again until several pictures in a row are the same and `settled` says so too. The strip of
/// the running clock is left out of the comparison.
class StillFrame : public QObject {
    Q_OBJECT
public:
    explicit StillFrame(QQuickWindow& window, QObject* parent = nullptr);

    struct Shot {
        std::function<bool()> settled; ///< what must be there besides stillness
        bool moving = false;           ///< video: never the same, so `settled` decides
        int clockHeight = 0;           ///< pixels at the top that are not compared
    };
    void take(Shot shot);

Q_SIGNALS:
    /// `still` is false when it gave up; the picture is the last one.
    void taken(const QImage& picture, bool still);

private:
    void look();
    [[nodiscard]] bool same(const QImage& a, const QImage& b) const;

    QQuickWindow& window_;
    QTimer timer_;
    QElapsedTimer since_;
    Shot shot_;
    QImage last_;
    int equal_ = 0;
};

} // namespace chengyun::console
