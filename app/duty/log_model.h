// The log of the shifts (值班日志): what was written, searched at the hub, and writing into it.
#pragma once

#include "app/duty/role_table.h"
#include "app/link/kept.h"
#include "core/duty/log.h"

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>
#include <QVariantMap>

namespace chengyun::console {

class DutyCommands;
class DutyRoster;
class HubLink;
class Outbox;

/// GUI thread. Newest first. The hub searches, page by page; what the feed brings meanwhile is
/// added where it matches.
///
/// Roles: entryId, kind ("call_in"), kindName, text, time (ms: when it happened), recorded (ms),
/// dayText ("2026-07-01"), timeText ("08:30", the place's own), byName, with, phone, order (id),
/// corrects (id), corrected (a later entry corrects it), stands, settled (ms; 0: not), maySettle.
class LogModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterChanged)
    /// Names of LogKind; empty: all.
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY filterChanged)
    /// Id of an order; empty: all.
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY filterChanged)
    /// A day of the place, "2026-07-01"; empty: all.
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY filterChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged)
    /// The hub could not be asked: only what this seat knows is shown.
    Q_PROPERTY(bool failed READ hasFailed NOTIFY loadingChanged)
    /// There are older ones.
    Q_PROPERTY(bool more READ hasMore NOTIFY loadingChanged)
    /// The account's person is on duty, and so may write.
    Q_PROPERTY(bool mayWrite READ mayWrite NOTIFY mayWriteChanged)
    /// What one can write: {key, text, stands (it may stand), talks (with somebody)}.
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY languageChanged)

public:
    LogModel(DutyRoster& roster, DutyCommands& commands, HubLink& link, Outbox& outbox,
             QObject* parent = nullptr);

    /// `fields`: kind, text, time (ms; 0: now), with, phone, order, corrects, stands; all but the
    /// first two may be left out. The new entry's id; empty when it was not taken, and
    /// DutyCommands::failureText says why.
    Q_INVOKABLE QString write(const QVariantMap& fields);
    Q_INVOKABLE bool settle(const QString& id);
    Q_INVOKABLE void fetchNext();
    /// Somebody looks at it: the first page is fetched.
    Q_INVOKABLE void look();
    /// The entry as {kind, text, time, with, phone, order}; empty when it is not shown.
    Q_INVOKABLE [[nodiscard]] QVariantMap entry(const QString& id) const;

    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] QString kind() const { return kind_; }
    void setKind(const QString& kind);
    [[nodiscard]] QString order() const { return order_; }
    void setOrder(const QString& order);
    [[nodiscard]] QString day() const { return day_; }
    void setDay(const QString& day);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] bool isLoading() const { return loading_; }
    [[nodiscard]] bool hasFailed() const { return failed_; }
    [[nodiscard]] bool hasMore() const { return more_; }
    [[nodiscard]] bool mayWrite() const;
    [[nodiscard]] QVariantList kinds() const;
    /// Without filters again, and nothing fetched: another account looks.
    void forget();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return roles_.names(); }

Q_SIGNALS:
    void filterChanged();
    void countChanged();
    void loadingChanged();
    void mayWriteChanged();
    void languageChanged();

private:
    [[nodiscard]] bool matches(const LogEntry& entry) const;
    [[nodiscard]] const LogEntry* find(std::string_view id) const;
    void search();
    void fetch(const std::string& before);
    void refresh();

    DutyRoster& roster_;
    DutyCommands& commands_;
    HubLink& link_;
    Outbox& outbox_;
    RoleTable<LogEntry> roles_;
    QString text_, kind_, order_, day_;
    Kept<LogEntry, &LogEntry::id> fetched_; ///< what the hub has found
    std::vector<LogEntry> rows_;
    QSet<QString> corrected_; ///< ids that another entry corrects
    QTimer typing_;
    bool looked_ = false;
    bool loading_ = false;
    bool failed_ = false;
    bool more_ = false;
    int round_ = 0; ///< of the question that is open
};

} // namespace chengyun::console
