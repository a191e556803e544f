// The consultations of a seat as a list: what waits for me first, then what runs.
#pragma once

#include "app/consult/consult_store.h"
#include "app/lists/patched_list_model.h"

#include <QVariantMap>

namespace chengyun::console {

/// GUI thread. First those whose call waits for an answer of this seat, then those where somebody
/// is in, then planned ones by their time, the others by name, and those that are over.
///
/// Roles: room (id), title, kind ("standing" …), kindText, order (id), starts (ms, 0), ended (ms,
/// 0), locked, chairName, inCount, calledCount (not answered), waitingCount (lobby), mine (state of
/// this seat's member, or empty).
class RoomListModel : public PatchedListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// How many calls wait for this seat's answer.
    Q_PROPERTY(int calls READ calls NOTIFY callsChanged)
    /// The first of them that was not put off, else the first: {room, title, kindText, chairName,
    /// since (ms), later (it was put off)}; empty without one.
    Q_PROPERTY(QVariantMap call READ call NOTIFY callsChanged)

public:
    enum Role {
        RoomRole = Qt::UserRole + 1,
        TitleRole,
        KindRole,
        KindTextRole,
        OrderRole,
        StartsRole,
        EndedRole,
        LockedRole,
        ChairNameRole,
        InCountRole,
        CalledCountRole,
        WaitingCountRole,
        MineRole
    };
    Q_ENUM(Role)

    /// `store` must outlive this.
    explicit RoomListModel(ConsultStore& store, QObject* parent = nullptr);

    /// The member as which this seat takes part.
    void setSelf(const std::string& member);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int calls() const;
    [[nodiscard]] QVariantMap call() const;
    /// The call stands, and is not shown any more. Somebody who is called anew is shown it again.
    Q_INVOKABLE void putOff(const QString& room);
    /// Id of the room in this row; empty where there is none.
    Q_INVOKABLE [[nodiscard]] QString at(int row) const;
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString& room) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    void callsChanged();

private:
    void refresh();
    [[nodiscard]] const ConsultMember* mine(const Consult& room) const;
    [[nodiscard]] bool calls(const Consult& room) const;
    [[nodiscard]] bool isPutOff(const Consult& calling) const;

    ConsultStore& store_;
    std::string self_;
    std::vector<Consult> rows_;
    std::map<std::string, Instant> later_; ///< by room: since when the call is that was put off
};

} // namespace chengyun::console
