// The handover sheets: those that are open, and those of the time that is looked at.
#pragma once

#include "app/duty/role_table.h"
#include "app/link/kept.h"
#include "core/duty/handover.h"

#include <QAbstractListModel>
#include <QSet>

namespace chengyun::console {

class DutyRoster;
class HubClock;
class HubLink;

/// GUI thread. Open sheets first, the most urgent at the top; then the accepted ones, newest first.
/// A snapshot has the open ones and those of the last day; `showEarlier()` fetches a month more.
///
/// Roles: handoverId, postName, outgoingName, incomingName, spanText (of the outgoing shift), state
/// ("drafted", "handed_over", "accepted"), stateName, due (ms), closedAt (ms; 0: open), late,
/// items, acknowledged (how many), waits (for the account that is signed in).
class HandoverListModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// How many wait for the account that is signed in: to be signed, or to be accepted.
    Q_PROPERTY(int waiting READ waiting NOTIFY countChanged)
    /// The sheet to look at first: the open one that is its own and due first; or empty.
    Q_PROPERTY(QString own READ own NOTIFY countChanged)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged)
    /// What was asked for last could not be had.
    Q_PROPERTY(bool failed READ hasFailed NOTIFY loadingChanged)

public:
    HandoverListModel(DutyRoster& roster, HubLink& link, HubClock& clock,
                      QObject* parent = nullptr);

    Q_INVOKABLE void showEarlier();

    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int waiting() const;
    [[nodiscard]] QString own() const;
    [[nodiscard]] bool isLoading() const { return loading_; }
    [[nodiscard]] bool hasFailed() const { return failed_; }
    /// Also one that was fetched; null when it is not known. Good until the next change.
    [[nodiscard]] const Handover* find(std::string_view id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return roles_.names(); }

Q_SIGNALS:
    void countChanged();
    void loadingChanged();

private:
    [[nodiscard]] bool isOwn(const Handover& sheet) const;
    [[nodiscard]] bool waits(const Handover& sheet) const;
    [[nodiscard]] bool isLate(const Handover& sheet) const;
    void refresh();
    void followClock();
    void fetch(Instant from, Instant to);

    DutyRoster& roster_;
    HubLink& link_;
    HubClock& clock_;
    RoleTable<Handover> roles_;
    std::vector<std::string> rows_; ///< ids
    Kept<Handover, &Handover::id> earlier_;
    std::optional<Instant> since_; ///< as far back as was asked for
    QSet<QString> late_;
    bool loading_ = false;
    bool failed_ = false;
    int round_ = 0; ///< of the question that is open
};

} // namespace chengyun::console
