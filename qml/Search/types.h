// Registers the types of app/search under Chengyun.Search. They are made by main.cpp and handed to
// the window as required properties; QML only needs their names for properties and enumerators.
#pragma once

#include "app/search/command_bar.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct CommandBarType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::CommandBar)
    QML_NAMED_ELEMENT(CommandBar)
    QML_UNCREATABLE("main.cpp makes it")
};

} // namespace chengyun::console
