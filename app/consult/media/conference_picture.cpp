#include "app/consult/media/conference_picture.h"

#include <utility>

namespace chengyun::console {

QSize ConferencePicture::resolution() const {
    return picture_ ? picture_->frame.size() : QSize();
}

void ConferencePicture::setSeen(const QObject* who, bool seen) {
    const bool before = isSeen();
    if (seen)
        seers_.insert(who);
    else
        seers_.remove(who);
    if (isSeen() != before)
        Q_EMIT seenChanged(!before);
}

void ConferencePicture::show(const Picture& picture) {
    const bool changes = !picture_ || picture_->shape != picture.shape ||
                         picture_->frame.size() != picture.frame.size();
    picture_ = picture;
    ++frames_;
    Q_EMIT shown(picture);
    Q_EMIT framesChanged();
    if (changes)
        Q_EMIT shapeChanged();
}

void ConferencePicture::forget() {
    if (!std::exchange(picture_, std::nullopt))
        return;
    Q_EMIT forgotten();
    Q_EMIT shapeChanged();
}

ConferenceView::~ConferenceView() {
    if (picture_)
        picture_->setSeen(this, false);
}

void ConferenceView::setPicture(ConferencePicture* picture) {
    if (picture == picture_)
        return;
    if (picture_) {
        picture_->setSeen(this, false);
        disconnect(picture_, nullptr, this, nullptr);
    }
    picture_ = picture;
    if (picture_) {
        connect(picture_, &ConferencePicture::shown, this, [this](const Picture& shown) {
            if (sink_ && seen_)
                sink_->setVideoFrame(shown.frame);
        });
        connect(picture_, &ConferencePicture::forgotten, this, &ConferenceView::fill);
        connect(picture_, &ConferencePicture::shapeChanged, this, &ConferenceView::shapeChanged);
        connect(picture_, &QObject::destroyed, this, &ConferenceView::empty);
        picture_->setSeen(this, seen_);
    }
    fill();
    Q_EMIT pictureChanged();
    Q_EMIT shapeChanged();
}

void ConferenceView::empty() {
    fill();
    Q_EMIT pictureChanged();
    Q_EMIT shapeChanged();
}

void ConferenceView::setVideoSink(QVideoSink* sink) {
    if (sink == sink_)
        return;
    sink_ = sink;
    fill();
    Q_EMIT videoSinkChanged();
}

void ConferenceView::setSeen(bool seen) {
    if (seen == seen_)
        return;
    seen_ = seen;
    if (picture_)
        picture_->setSeen(this, seen);
    Q_EMIT seenChanged();
}

void ConferenceView::fill() {
    if (sink_)
        sink_->setVideoFrame(picture_ && picture_->last() ? picture_->last()->frame
                                                          : QVideoFrame());
}

} // namespace chengyun::console
