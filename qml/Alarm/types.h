// Registers the types of app/alarm under Chengyun.Alarm, so that QML knows their names, properties
// and enumerators. C++ makes the objects and hands them over.
#pragma once

#include "app/alarm/alarm_bell.h"
#include "app/alarm/alarm_capability.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct AlarmBellType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::AlarmBell)
    QML_NAMED_ELEMENT(AlarmBell)
    QML_UNCREATABLE("main.cpp makes it")
};

struct AlarmCapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::AlarmCapability)
    QML_NAMED_ELEMENT(AlarmCapability)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
