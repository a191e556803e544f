// Registers what lists are looked at through, and the hall's clock and coordinates, under
// Chengyun.Controls.
#pragma once

#include "app/lists/sieve.h"
#include "app/local/local.h"

#include <QQmlEngine>
#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct SieveType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::Sieve)
    QML_NAMED_ELEMENT(Sieve)
};

struct LocalType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::Local)
    QML_NAMED_ELEMENT(Local)
    QML_SINGLETON

public:
    static Local* create(QQmlEngine*, QJSEngine*) {
        QJSEngine::setObjectOwnership(&Local::instance(), QJSEngine::CppOwnership);
        return &Local::instance();
    }
};

} // namespace chengyun::console
