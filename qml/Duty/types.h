// Registers the type of app/duty under Chengyun.Duty. It is made by main.cpp and handed to the
// window as a required property; QML only needs its name.
#pragma once

#include "app/duty/duty_capability.h"
#include "app/duty/duty_state.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct DutyStateType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::DutyState)
    QML_NAMED_ELEMENT(DutyState)
    QML_UNCREATABLE("main.cpp makes it")
};

struct DutyCapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::DutyCapability)
    QML_NAMED_ELEMENT(DutyCapability)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
