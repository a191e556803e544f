// Photos of reports: fetched once with the session's token, kept as files, shown by file address;
// and prepared for upload.
#pragma once

#include "core/result.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QUrl>

namespace chengyun::console {

class HubLink;
class Outbox;

/// GUI thread.
class Photos : public QObject {
    Q_OBJECT
public:
    /// `folder`: cache folder; content-addressed, so a file there never changes.
    Photos(HubLink& link, Outbox& outbox, QString folder, QObject* parent = nullptr);

    /// File address of an attachment when it is here, else empty: it is then fetched, and `ready`
    /// or `failed` follows.
    Q_INVOKABLE [[nodiscard]] QUrl urlOf(const QString& id);
    /// True for a picture that can be sent: JPEG, PNG or WebP, at most 20 MB before scaling.
    Q_INVOKABLE [[nodiscard]] bool acceptable(const QUrl& file) const;

    /// Puts a picture file into the outbox (scaled to at most 2560 pixels, metadata dropped). The
    /// key of that command; a report names it as "outbox:KEY".
    [[nodiscard]] Result<std::string> submit(const QUrl& file, const QString& subject);

Q_SIGNALS:
    void ready(const QString& id, const QUrl& url);
    void failed(const QString& id, const QString& why);

private:
    [[nodiscard]] QString pathOf(const QString& id) const;

    HubLink& link_;
    Outbox& outbox_;
    QString folder_;
    QHash<QString, bool> fetching_;
};

} // namespace chengyun::console
