// What people have typed and not yet sent: reports, reminders, reasons. Kept across a crash and
// across closing a panel.
#pragma once

#include "app/link/small_files.h"

#include <QHash>
#include <QObject>

namespace chengyun::console {

class Session;

/// GUI thread. A text by key, such as "ASSIGNMENT-ID/report", of whoever is signed in; saved at
/// every change.
class DraftTexts : public QObject {
    Q_OBJECT
public:
    explicit DraftTexts(Session& session, QObject* parent = nullptr);
    Q_INVOKABLE [[nodiscard]] QString text(const QString& key) const;
    Q_INVOKABLE void setText(const QString& key, const QString& text);
    Q_INVOKABLE void clear(const QString& key);
    /// Clears it when it still says what was sent; what has been typed since stays.
    void clearSent(const QString& key, const QString& sent);

Q_SIGNALS:
    /// What is typed does not reach the disk; told once until somebody signs in anew.
    void unkept(const QString& why);

private:
    void changeOwner();
    void save();
    Session& session_;
    SmallFiles files_;
    QString path_; ///< empty while nobody is signed in
    QHash<QString, QString> texts_;
    bool toldUnkept_ = false;
};

} // namespace chengyun::console
