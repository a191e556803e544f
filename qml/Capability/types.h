// Registers the base of all capabilities under Chengyun.Capability. Each has a type of its own in
// its module.
#pragma once

#include "app/capability/capability.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct CapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::Capability)
    QML_NAMED_ELEMENT(Capability)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
