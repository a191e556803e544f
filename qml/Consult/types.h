// Registers the types of app/consult under Chengyun.Consult, so that QML knows their names and
// properties. C++ makes the objects and hands them over, but for the views of pictures.
#pragma once

#include "app/consult/consult_capability.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct ConsultCapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::ConsultCapability)
    QML_NAMED_ELEMENT(ConsultCapability)
    QML_UNCREATABLE("the hall makes it")
};

struct ConsultCommandsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::ConsultCommands)
    QML_NAMED_ELEMENT(ConsultCommands)
    QML_UNCREATABLE("the hall makes it")
};

struct ConsultDeskType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::ConsultDesk)
    QML_NAMED_ELEMENT(ConsultDesk)
    QML_UNCREATABLE("the hall makes it")
};

struct ConsultProposalType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::ConsultProposal)
    QML_NAMED_ELEMENT(ConsultProposal)
    QML_UNCREATABLE("the hall makes it")
};

struct GuestLinkType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::GuestLink)
    QML_NAMED_ELEMENT(GuestLink)
    QML_UNCREATABLE("the hall makes it")
};

struct RoomListModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RoomListModel)
    QML_NAMED_ELEMENT(RoomListModel)
    QML_UNCREATABLE("the hall makes it")
};

struct MemberListModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::MemberListModel)
    QML_NAMED_ELEMENT(MemberListModel)
    QML_UNCREATABLE("the hall makes it")
};

struct ConferenceType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::Conference)
    QML_NAMED_ELEMENT(Conference)
    QML_UNCREATABLE("the hall makes it")
};

struct ConferencePeopleType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::ConferencePeople)
    QML_NAMED_ELEMENT(ConferencePeople)
    QML_UNCREATABLE("the hall makes it")
};

struct ConferencePictureType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::ConferencePicture)
    QML_NAMED_ELEMENT(ConferencePicture)
    QML_UNCREATABLE("the hall makes it")
};

struct ConferenceViewType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::ConferenceView)
    QML_NAMED_ELEMENT(ConferenceView)
};

struct MediaDevicesType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::MediaDevices)
    QML_NAMED_ELEMENT(MediaDevices)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
