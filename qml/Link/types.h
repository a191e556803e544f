// Registers the types of app/link under Chengyun.Link, so that QML knows their names, properties
// and enumerators. C++ makes the objects and hands them over.
#pragma once

#include "app/link/hub_clock.h"
#include "app/link/outbox.h"
#include "app/link/outbox_commands.h"
#include "app/link/own_password.h"
#include "app/link/photos.h"
#include "app/link/session.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct HubClockType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::HubClock)
    QML_NAMED_ELEMENT(HubClock)
    QML_UNCREATABLE("main.cpp makes it")
};

struct OutboxType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::Outbox)
    QML_NAMED_ELEMENT(Outbox)
    QML_UNCREATABLE("main.cpp makes it")
};

struct OutboxCommandsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::OutboxCommands)
    QML_NAMED_ELEMENT(OutboxCommands)
    QML_UNCREATABLE("a capability's commands are one")
};

struct OwnPasswordType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::OwnPassword)
    QML_NAMED_ELEMENT(OwnPassword)
    QML_UNCREATABLE("main.cpp makes it")
};

struct PhotosType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::Photos)
    QML_NAMED_ELEMENT(Photos)
    QML_UNCREATABLE("main.cpp makes it")
};

struct SessionType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::Session)
    QML_NAMED_ELEMENT(Session)
    QML_UNCREATABLE("main.cpp makes it")
};

} // namespace chengyun::console
