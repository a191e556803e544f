#include "app/orders/phone_link.h"

#include <QUrl>

namespace chengyun::console {

void PhoneLink::make(const QString& unit, const QString& unitName) {
    ask(unitName,
        QStringLiteral("/units/%1/link").arg(QString::fromLatin1(QUrl::toPercentEncoding(unit))));
}

} // namespace chengyun::console
