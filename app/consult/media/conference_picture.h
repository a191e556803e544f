// The picture of somebody in a conference, for all who show it.
#pragma once

#include "app/video/picture.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QSize>
#include <QSizeF>
#include <QVideoSink>

#include <functional>
#include <optional>

namespace chengyun::console {

/// GUI thread. Lives as long as the person is there. It is decoded only while a view sees it.
class ConferencePicture : public QObject {
    Q_OBJECT
    /// As it is sent; empty before the first picture.
    Q_PROPERTY(QSize resolution READ resolution NOTIFY shapeChanged FINAL)
    /// In which the picture is to be shown, in square pixels; empty before the first picture.
    Q_PROPERTY(QSizeF shape READ shape NOTIFY shapeChanged FINAL)
    /// Pictures shown since the person came.
    Q_PROPERTY(int frames READ frames NOTIFY framesChanged FINAL)

public:
    explicit ConferencePicture(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] QSize resolution() const;
    [[nodiscard]] QSizeF shape() const { return picture_ ? picture_->shape : QSizeF(); }
    [[nodiscard]] int frames() const { return frames_; }
    /// The last one; none before the first, and after forget().
    [[nodiscard]] const std::optional<Picture>& last() const { return picture_; }

    /// Whether `who` sees the picture. Who is destroyed must have said that he does not.
    void setSeen(const QObject* who, bool seen);
    [[nodiscard]] bool isSeen() const { return !seers_.isEmpty(); }

    // For who makes the pictures.
    void show(const Picture& picture);
    /// There is none any more: the views go black.
    void forget();

Q_SIGNALS:
    void shapeChanged();
    void framesChanged();
    void shown(const chengyun::console::Picture& picture);
    void forgotten();
    void seenChanged(bool seen);

private:
    std::optional<Picture> picture_;
    int frames_ = 0;
    QSet<const QObject*> seers_; ///< only compared
};

/// One place on the screen where such a picture stands, for QML: gives it to a VideoOutput's sink.
class ConferenceView : public QObject {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::ConferencePicture* picture READ picture WRITE setPicture NOTIFY
                   pictureChanged FINAL)
    Q_PROPERTY(
        QVideoSink* videoSink READ videoSink WRITE setVideoSink NOTIFY videoSinkChanged FINAL)
    /// True by default. While no view of a picture is seen, it is not decoded.
    Q_PROPERTY(bool seen READ isSeen WRITE setSeen NOTIFY seenChanged FINAL)
    /// In square pixels; empty while there is no picture.
    Q_PROPERTY(QSizeF shape READ shape NOTIFY shapeChanged FINAL)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY shapeChanged FINAL)

public:
    explicit ConferenceView(QObject* parent = nullptr) : QObject(parent) {}
    ~ConferenceView() override;

    [[nodiscard]] ConferencePicture* picture() const { return picture_; }
    void setPicture(ConferencePicture* picture);
    [[nodiscard]] QVideoSink* videoSink() const { return sink_; }
    void setVideoSink(QVideoSink* sink);
    [[nodiscard]] bool isSeen() const { return seen_; }
    void setSeen(bool seen);
    [[nodiscard]] QSizeF shape() const { return picture_ ? picture_->shape() : QSizeF(); }
    [[nodiscard]] bool isEmpty() const { return shape().isEmpty(); }

Q_SIGNALS:
    void pictureChanged();
    void videoSinkChanged();
    void seenChanged();
    void shapeChanged();

private:
    void fill();
    void empty();

    QPointer<ConferencePicture> picture_;
    QPointer<QVideoSink> sink_;
    bool seen_ = true;
};

} // namespace chengyun::console
