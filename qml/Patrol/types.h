// Names of the types of camera patrol in QML. C++ makes the objects and hands them over; a
// PatrolRound is made in QML.
#pragma once

#include "app/patrol/patrol_capability.h"
#include "app/patrol/patrol_round.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct PatrolCapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::PatrolCapability)
    QML_NAMED_ELEMENT(PatrolCapability)
    QML_UNCREATABLE("the hall makes it")
};

struct PatrolCommandsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::PatrolCommands)
    QML_NAMED_ELEMENT(PatrolCommands)
    QML_UNCREATABLE("the hall makes it")
};

/// Made by whoever shows a group.
struct PatrolRoundType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::PatrolRound)
    QML_NAMED_ELEMENT(PatrolRound)
};

struct PatrolDutyType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::PatrolDuty)
    QML_NAMED_ELEMENT(PatrolDuty)
    QML_UNCREATABLE("the hall makes it")
};

struct PatrolRecordsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::PatrolRecords)
    QML_NAMED_ELEMENT(PatrolRecords)
    QML_UNCREATABLE("the hall makes it")
};

struct PatrolStoreType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::PatrolStore)
    QML_NAMED_ELEMENT(PatrolStore)
    QML_UNCREATABLE("the hall makes it")
};

struct ShownLogType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::ShownLog)
    QML_NAMED_ELEMENT(ShownLog)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
