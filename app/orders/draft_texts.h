// What people have typed and not yet sent: reports, reminders, reasons. Kept across a crash and
// across closing a panel.
#pragma once

#include "app/orders/draft_file.h"

#include <QHash>
#include <QObject>

namespace chengyun::console {

/// GUI thread. A text by key, such as "ASSIGNMENT-ID/report"; saved at every change.
class DraftTexts : public QObject {
    Q_OBJECT
public:
    explicit DraftTexts(const QString& folder, QObject* parent = nullptr);
    Q_INVOKABLE [[nodiscard]] QString text(const QString& key) const;
    Q_INVOKABLE void setText(const QString& key, const QString& text);
    Q_INVOKABLE void clear(const QString& key);

private:
    void save();
    DraftFile file_;
    QHash<QString, QString> texts_;
};

} // namespace chengyun::console
