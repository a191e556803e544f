// Names of the shell's C++ types in QML.
#pragma once

#include "app/shell/languages.h"
#include "app/shell/screen_lock.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct LanguagesType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::Languages)
    QML_NAMED_ELEMENT(Languages)
    QML_UNCREATABLE("main.cpp makes it")
};

struct ScreenLockType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::ScreenLock)
    QML_NAMED_ELEMENT(ScreenLock)
    QML_UNCREATABLE("main.cpp makes it")
};

} // namespace chengyun::console
