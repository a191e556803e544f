// Photos and films of reports: fetched once with the session's token, kept as files, shown by file
// address; and made ready for upload.
#pragma once

#include "core/attachment/policy.h"
#include "core/result.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QThreadPool>
#include <QUrl>

#include <atomic>
#include <functional>

namespace chengyun::console {

class HubLink;
class Source;

/// GUI thread; pictures are read, made smaller and written on threads of its own.
class Photos : public QObject {
    Q_OBJECT
public:
    using OnReady = std::function<void(const Result<QList<QByteArray>>&)>;

    /// `folder`: cache folder, with a folder for each account in it; content-addressed, so a file
    /// there never changes.
    Photos(HubLink& link, Source& source, QString folder, QObject* parent = nullptr);
    /// Waits for what is being written.
    ~Photos() override;

    /// File address of a picture or film (which ends in .mp4) when it is here, else empty: it is
    /// then fetched, and `ready` or `failed` follows, unless somebody else is signed in by then.
    Q_INVOKABLE [[nodiscard]] QUrl urlOf(const QString& id);
    /// Looks at chosen files on a thread of its own, since they may lie where nothing answers.
    /// `checked` follows for each.
    Q_INVOKABLE void check(const QList<QUrl>& files);

    /// How much the hub takes.
    [[nodiscard]] const AttachmentPolicy& policy() const { return policy_; }

    /// Makes JPEGs of picture files, in their order: at most 2560 pixels, metadata dropped. One
    /// that has more bytes than the hub takes is `too_large`, as is what throws (memory that ran
    /// out). `done` comes later, with all of them or why not, and not after `context` is destroyed.
    void prepare(const QList<QUrl>& files, QObject* context, OnReady done);

Q_SIGNALS:
    void ready(const QString& id, const QUrl& url);
    void failed(const QString& id, const QString& why);
    /// Sendable is a JPEG, PNG or WebP picture of at most 20 MB before scaling.
    void checked(const QUrl& file, bool sendable);

private:
    void keep(const QString& id, const QString& path, const QByteArray& content,
              quint64 generation);

    HubLink& link_;
    QString folder_;
    AttachmentPolicy policy_; ///< the hub's
    QSet<QString> fetching_;  ///< paths
    std::atomic<bool> leaving_ = false;
    QThreadPool workers_;
};

} // namespace chengyun::console
