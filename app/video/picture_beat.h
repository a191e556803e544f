// Brings decoded pictures from the streaming threads to the GUI thread, those of all cameras at
// once: sixty-four cameras wake the GUI thread, and have the window drawn, no more often than a
// display shows something new.
#pragma once

#include "app/video/picture.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace chengyun::console {

/// The pictures of one stream that the GUI thread has not taken yet.
struct PictureBox {
    /// GUI thread only. Empty: nobody wants the pictures any more.
    std::function<void(const Picture&)> show;
    /// The beat's, under its lock, the oldest in front. Pictures that come together are shown one
    /// after the other.
    std::deque<Picture> waiting;
    int overwritten = 0; ///< pictures that were not shown because too many waited
};

class PictureBeat : public QObject {
    Q_OBJECT
public:
    /// Two beats are at least so far apart. A picture that comes later than that after the last
    /// beat is shown at once.
    static constexpr std::chrono::milliseconds apart{16};

    /// The one of the program. The first call makes it, on the GUI thread; it is never destroyed,
    /// because streaming threads may outlive the window.
    [[nodiscard]] static PictureBeat& shared();

    /// So many pictures of one stream wait at most. More are no burst, but a GUI thread that is too
    /// slow: then the oldest goes.
    static constexpr std::size_t most_waiting = 3;

    /// Any thread. `box` is shown the picture at the next beat, or at one of those after it where
    /// others of the stream wait before it.
    void post(const std::shared_ptr<PictureBox>& box, Picture picture);
    /// Any thread.
    [[nodiscard]] int overwritten(const PictureBox& box) const;

private:
    PictureBeat();
    void beat();
    /// The oldest picture of each stream.
    [[nodiscard]] std::vector<std::pair<std::shared_ptr<PictureBox>, Picture>> take();

    mutable std::mutex mutex_;
    std::vector<std::shared_ptr<PictureBox>> filled_; ///< those in which pictures wait
    bool due_ = false;                                ///< a beat will come
    QTimer pause_;
    QElapsedTimer last_;
};

} // namespace chengyun::console
