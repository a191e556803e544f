// Registers the types of app/wall under Chengyun.Wall, so that QML knows their names, properties
// and enumerators. C++ makes the objects and hands them over; a WallModel is made in QML.
#pragma once

#include "app/wall/free_layout.h"
#include "app/wall/pane_aims.h"
#include "app/wall/wall_capability.h"
#include "app/wall/wall_model.h"
#include "app/wall/wall_seat.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

/// Made by whoever divides a screen.
struct FreeLayoutType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::FreeLayout)
    QML_NAMED_ELEMENT(FreeLayout)
};

struct PaneAimsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::PaneAims)
    QML_NAMED_ELEMENT(PaneAims)
    QML_UNCREATABLE("the hall makes it")
};

struct WallCapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::WallCapability)
    QML_NAMED_ELEMENT(WallCapability)
    QML_UNCREATABLE("the hall makes it")
};

struct WallCommandsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::WallCommands)
    QML_NAMED_ELEMENT(WallCommands)
    QML_UNCREATABLE("the hall makes it")
};

struct WallHandsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::WallHands)
    QML_NAMED_ELEMENT(WallHands)
    QML_UNCREATABLE("the hall makes it")
};

/// Made by whoever shows a wall.
struct WallModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::WallModel)
    QML_NAMED_ELEMENT(WallModel)
};

struct WallSeatType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::WallSeat)
    QML_NAMED_ELEMENT(WallSeat)
    QML_UNCREATABLE("main.cpp makes it")
};

struct WallStoreType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::WallStore)
    QML_NAMED_ELEMENT(WallStore)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
