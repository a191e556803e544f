// Registers what lists are looked at through, and the hall's clock and coordinates, under
// Chengyun.Controls.
#pragma once

#include "app/lists/filtered_list.h"
#include "app/local/local.h"

#include <QQmlEngine>
#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct FilteredListType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::FilteredList)
    QML_NAMED_ELEMENT(FilteredList)
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
