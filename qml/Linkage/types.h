// Registers the types of app/linkage under Chengyun.Linkage, so that QML knows their names and
// properties. C++ makes the objects and hands them over.
#pragma once

#include "app/linkage/linkage_capability.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct LinkageCapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::LinkageCapability)
    QML_NAMED_ELEMENT(LinkageCapability)
    QML_UNCREATABLE("the hall makes it")
};

struct LinkageCommandsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::LinkageCommands)
    QML_NAMED_ELEMENT(LinkageCommands)
    QML_UNCREATABLE("the hall makes it")
};

struct LinkageProposalType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::LinkageProposal)
    QML_NAMED_ELEMENT(LinkageProposal)
    QML_UNCREATABLE("the hall makes it")
};

struct LinkageStoreType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::LinkageStore)
    QML_NAMED_ELEMENT(LinkageStore)
    QML_UNCREATABLE("the hall makes it")
};

struct LinkageTrialType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::LinkageTrial)
    QML_NAMED_ELEMENT(LinkageTrial)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
