// Registers the types of app/search under Chengyun.Search, so that QML knows their names,
// properties and enumerators. C++ makes the objects and hands them over.
#pragma once

#include "app/search/command_bar.h"
#include "app/search/search_capability.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct CommandBarType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::CommandBar)
    QML_NAMED_ELEMENT(CommandBar)
    QML_UNCREATABLE("main.cpp makes it")
};

struct SearchCapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::SearchCapability)
    QML_NAMED_ELEMENT(SearchCapability)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
