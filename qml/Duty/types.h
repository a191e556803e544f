// Registers the types of app/duty under Chengyun.Duty, so that QML knows their names, properties
// and enumerators. C++ makes the objects and hands them over.
#pragma once

#include "app/duty/duty_capability.h"
#include "app/duty/duty_commands.h"
#include "app/duty/duty_state.h"
#include "app/duty/on_duty_model.h"
#include "app/duty/roster.h"
#include "app/duty/rota_desk.h"

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

struct RotaBoardType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RotaBoard)
    QML_NAMED_ELEMENT(RotaBoard)
    QML_UNCREATABLE("the hall makes it")
};

struct RotaDeskType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RotaDesk)
    QML_NAMED_ELEMENT(RotaDesk)
    QML_UNCREATABLE("the hall makes it")
};

struct RotaDraftType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RotaDraft)
    QML_NAMED_ELEMENT(RotaDraft)
    QML_UNCREATABLE("the hall makes it")
};

struct RotaGridType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RotaGrid)
    QML_NAMED_ELEMENT(RotaGrid)
    QML_UNCREATABLE("the hall makes it")
};

struct RotaImportType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RotaImport)
    QML_NAMED_ELEMENT(RotaImport)
    QML_UNCREATABLE("the hall makes it")
};

struct RotaLayoutType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RotaLayout)
    QML_NAMED_ELEMENT(RotaLayout)
    QML_UNCREATABLE("the hall makes it")
};

struct RotaPeopleType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RotaPeople)
    QML_NAMED_ELEMENT(RotaPeople)
    QML_UNCREATABLE("the hall makes it")
};

struct RotaProblemListType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RotaProblemList)
    QML_NAMED_ELEMENT(RotaProblemList)
    QML_UNCREATABLE("the hall makes it")
};

struct RotaWeekType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RotaWeek)
    QML_NAMED_ELEMENT(RotaWeek)
    QML_UNCREATABLE("the hall makes it")
};

struct DutyBookType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::DutyBook)
    QML_NAMED_ELEMENT(DutyBook)
    QML_UNCREATABLE("the hall makes it")
};

struct PlanBookType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::PlanBook)
    QML_NAMED_ELEMENT(PlanBook)
    QML_UNCREATABLE("the hall makes it")
};

struct DutyCapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::DutyCapability)
    QML_NAMED_ELEMENT(DutyCapability)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
