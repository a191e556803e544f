// What somebody keeps of a camera: the picture of this moment, or the last half minute.
#pragma once

#include "app/enclosure.h"
#include "app/video/camera_player.h"
#include "app/video/clip_writer.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QUrl>
#include <QVariant>

#include <atomic>

namespace chengyun::console {

/// GUI thread; pictures are made and files written on a thread of its own.
class Footage : public QObject {
    Q_OBJECT
    /// How much is being made or written.
    Q_PROPERTY(int busy READ busy NOTIFY busyChanged FINAL)
    /// Name of the account that takes it.
    Q_PROPERTY(QString who MEMBER who_ FINAL)
    /// The hub's clock minus this machine's, in milliseconds.
    Q_PROPERTY(qint64 offset MEMBER offset_ FINAL)

public:
    explicit Footage(QObject* parent = nullptr);
    /// Waits for what is being written.
    ~Footage() override;

    [[nodiscard]] int busy() const { return busy_; }

    /// Takes the picture that `player` shows now, or what its ring holds now, of the camera `name`.
    /// `taken` or `failed` follows with `about`, which is whatever the caller wants to know again.
    Q_INVOKABLE void snapshot(chengyun::console::CameraPlayer* player, const QString& name,
                              const QVariant& about);
    Q_INVOKABLE void clip(chengyun::console::CameraPlayer* player, const QString& name,
                          const QVariant& about);

    /// Writes an Enclosure into a file, and beside it NAME.sha256 as `sha256sum -c` reads it.
    /// `saved` or `notSaved` follows. Both are there, or none.
    Q_INVOKABLE void save(const QVariant& enclosure, const QUrl& file);
    Q_INVOKABLE [[nodiscard]] QString titleOf(const QVariant& enclosure) const;
    Q_INVOKABLE [[nodiscard]] bool isClip(const QVariant& enclosure) const;

Q_SIGNALS:
    void busyChanged();
    /// `seconds` of a clip, which may be shorter than half a minute; 0 of a snapshot.
    void taken(const QVariant& enclosure, int seconds, const QVariant& about);
    void failed(const QString& why, const QVariant& about);
    void saved(const QString& path, const QString& sum);
    void notSaved(const QString& why);

private:
    using Made = Result<Enclosure>;
    /// `make` on the thread; what comes of it is told here.
    void make(std::function<Made()> make, int seconds, const QVariant& about);
    [[nodiscard]] QDateTime time_of(std::chrono::steady_clock::time_point at) const;
    void begin(std::function<std::function<void()>()> work);

    QString who_;
    qint64 offset_ = 0;
    int busy_ = 0;
    std::atomic<bool> leaving_ = false;
    QThreadPool worker_;
};

/// Writes `content` as `path` and its sum beside it; the sum in hex. Any thread. Fails with
/// `no_room` (the disk is full) or `unavailable`, and leaves nothing of either then.
[[nodiscard]] Result<QString> write_with_sum(const QString& path, const QByteArray& content);

} // namespace chengyun::console
