// The members of one consultation, with their pictures where they are in.
#pragma once

#include "app/consult/consult_store.h"
#include "app/consult/media/conference_people.h"
#include "app/lists/patched_list_model.h"

#include <QPointer>

namespace chengyun::console {

/// GUI thread. Those in the room first (the chair before all), then the lobby, those who are
/// coming, called, who declined, who left and who was removed; of one state in the room's order.
///
/// Roles: member (id), name, post, kind ("person", "unit"), state ("in" …), stateText, since (ms),
/// chair (bool), own (bool), initials; and of the conference: picture (ConferencePicture*, null
/// where there is none), hasPicture, muted, speaking.
class MemberListModel : public PatchedListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        MemberRole = Qt::UserRole + 1,
        NameRole,
        PostRole,
        KindRole,
        StateRole,
        StateTextRole,
        SinceRole,
        ChairRole,
        OwnRole,
        InitialsRole,
        PictureRole,
        HasPictureRole,
        MutedRole,
        SpeakingRole
    };
    Q_ENUM(Role)
    enum class Whom { All, In };

    /// `store` must outlive this.
    MemberListModel(ConsultStore& store, Whom whom, QObject* parent = nullptr);

    void setRoom(const QString& room);
    void setSelf(const std::string& member);
    /// Who is at the media server; null while this seat is in no conference of the room.
    void setPeople(ConferencePeople* people);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString& member) const;
    /// Id of the member in this row; empty where there is none.
    Q_INVOKABLE [[nodiscard]] QString at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    void refresh();
    void refreshMedia();
    [[nodiscard]] QVariant media(const ConsultMember& member, int role) const;

    ConsultStore& store_;
    Whom whom_;
    std::string room_, self_, chair_;
    std::vector<ConsultMember> rows_;
    QPointer<ConferencePeople> people_;
};

} // namespace chengyun::console
