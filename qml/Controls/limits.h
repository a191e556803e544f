// How long texts may be, as the hub checks them: for the fields in which they are written.
#pragma once

#include "core/text/limits.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

/// In characters.
class Limits : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(int title READ title CONSTANT)
    Q_PROPERTY(int name READ name CONSTANT)
    Q_PROPERTY(int code READ code CONSTANT)
    Q_PROPERTY(int address READ address CONSTANT)
    Q_PROPERTY(int phone READ phone CONSTANT)
    Q_PROPERTY(int text READ text CONSTANT)

public:
    using QObject::QObject;
    static int title() { return int{limits::title}; }
    static int name() { return int{limits::name}; }
    static int code() { return int{limits::code}; }
    static int address() { return int{limits::address}; }
    static int phone() { return int{limits::phone}; }
    static int text() { return int{limits::text}; }
};

} // namespace chengyun::console
