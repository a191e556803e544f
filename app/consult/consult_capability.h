// Consultations as a capability of the console: the rooms, who is called, this seat's place in one
// of them, and the call that rings.
#pragma once

#include "app/capability/capability.h"
#include "app/consult/consult_commands.h"
#include "app/consult/consult_desk.h"
#include "app/consult/consult_proposal.h"
#include "app/consult/consult_store.h"
#include "app/consult/guest_link.h"
#include "app/consult/member_list_model.h"
#include "app/consult/room_list_model.h"

#include <QVariantMap>

namespace chengyun::console {

class DutyCapability;
class OrderStore;
class OrdersCapability;
class ResourcesCapability;

/// GUI thread.
class ConsultCapability : public Capability {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::ConsultCommands* commands READ commands CONSTANT)
    Q_PROPERTY(chengyun::console::ConsultDesk* desk READ desk CONSTANT)
    Q_PROPERTY(chengyun::console::ConsultProposal* proposal READ proposal CONSTANT)
    Q_PROPERTY(chengyun::console::GuestLink* guestLink READ guestLink CONSTANT)
    Q_PROPERTY(chengyun::console::RoomListModel* rooms READ rooms CONSTANT)
    /// All of the room that is looked at, and those who are in.
    Q_PROPERTY(chengyun::console::MemberListModel* members READ members CONSTANT)
    Q_PROPERTY(chengyun::console::MemberListModel* seats READ seats CONSTANT)
    /// Id of the room that is looked at; what it shows is in `card`.
    Q_PROPERTY(QString room READ room WRITE setRoom NOTIFY roomChanged)
    /// {room, title, kind, kindText, order, orderTitle, starts (ms, 0), ended (ms, 0), locked,
    /// chairName, mine (state of this seat's member, or empty), isChair, mayEnd, inCount,
    /// waitingCount}; empty for a room that is not known.
    Q_PROPERTY(QVariantMap card READ card NOTIFY cardChanged)
    /// This account may make rooms and call people.
    Q_PROPERTY(bool mayMake READ mayMake NOTIFY accountChanged)

public:
    ConsultCapability(const Shared& shared, ResourcesCapability& resources,
                      OrdersCapability& orders, DutyCapability& duty);

    [[nodiscard]] ConsultCommands* commands() { return &commands_; }
    [[nodiscard]] ConsultDesk* desk() { return &desk_; }
    [[nodiscard]] ConsultProposal* proposal() { return &proposal_; }
    [[nodiscard]] GuestLink* guestLink() { return &guestLink_; }
    [[nodiscard]] RoomListModel* rooms() { return &rooms_; }
    [[nodiscard]] MemberListModel* members() { return &members_; }
    [[nodiscard]] MemberListModel* seats() { return &seats_; }
    [[nodiscard]] QString room() const { return room_; }
    void setRoom(const QString& room);
    [[nodiscard]] QVariantMap card() const;
    [[nodiscard]] bool mayMake() const;

    /// Of the room of this order that is not over; empty where there is none.
    Q_INVOKABLE [[nodiscard]] QString roomOf(const QString& order) const;
    /// How a room about this order is called: "2031 内涝"; empty for one that is not known.
    Q_INVOKABLE [[nodiscard]] QString titleFor(const QString& order) const;
    /// Id of the room with this title, or id; standing ones first. Empty where there is none.
    Q_INVOKABLE [[nodiscard]] QString named(const QString& name) const;

    [[nodiscard]] AlarmNews alarms(const std::vector<Entry>& entries,
                                   const Account& account) override;
    [[nodiscard]] std::vector<Alarm> standingAlarms(const Snapshot& snapshot,
                                                    const Account& account) override;
    [[nodiscard]] std::vector<Findable> findables() const override;
    [[nodiscard]] FoundLook lookOf(const Findable& found) const override;
    void forgetViews() override;

Q_SIGNALS:
    void roomChanged();
    void cardChanged();
    void accountChanged();

private:
    void takeAccount();
    void takeSeat();
    [[nodiscard]] std::optional<Alarm> callOf(const Consult& room) const;

    Session& session_;
    OrderStore& orders_;
    ConsultStore store_;
    ConsultCommands commands_;
    ConsultDesk desk_;
    ConsultProposal proposal_;
    GuestLink guestLink_;
    RoomListModel rooms_;
    MemberListModel members_, seats_;
    QString room_;
};

} // namespace chengyun::console
