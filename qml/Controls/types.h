// Registers what lists are looked at through under Chengyun.Controls.
#pragma once

#include "app/lists/sieve.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct SieveType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::Sieve)
    QML_NAMED_ELEMENT(Sieve)
};

} // namespace chengyun::console
