// Registers the types of app/duty under Chengyun.Duty. The hall makes them; QML only needs their
// names.
#pragma once

#include "app/duty/duty_capability.h"
#include "app/duty/duty_commands.h"
#include "app/duty/duty_state.h"
#include "app/duty/on_duty_model.h"
#include "app/duty/roster.h"
#include "app/duty/rota_draft.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct DutyStateType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::DutyState)
    QML_NAMED_ELEMENT(DutyState)
    QML_UNCREATABLE("the hall makes it")
};

struct DutyRosterType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::DutyRoster)
    QML_NAMED_ELEMENT(DutyRoster)
    QML_UNCREATABLE("the hall makes it")
};

struct DutyCommandsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::DutyCommands)
    QML_NAMED_ELEMENT(DutyCommands)
    QML_UNCREATABLE("the hall makes it")
};

struct OnDutyModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::OnDutyModel)
    QML_NAMED_ELEMENT(OnDutyModel)
    QML_UNCREATABLE("the hall makes it")
};

struct RotaDraftType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RotaDraft)
    QML_NAMED_ELEMENT(RotaDraft)
    QML_UNCREATABLE("the hall makes it")
};

struct DutyCapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::DutyCapability)
    QML_NAMED_ELEMENT(DutyCapability)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
