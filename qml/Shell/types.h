// Names of the shell's C++ types in QML.
#pragma once

#include "app/shell/languages.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct LanguagesType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::Languages)
    QML_NAMED_ELEMENT(Languages)
    QML_UNCREATABLE("main.cpp makes it")
};

} // namespace chengyun::console
