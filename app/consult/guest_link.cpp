#include "app/consult/guest_link.h"

#include <boost/json.hpp>

namespace chengyun::console {

void GuestLink::invite(const QString& room, const QString& name) {
    const boost::json::object body{{"name", name.trimmed().toStdString()}};
    ask(name.trimmed(), QStringLiteral("/consults/%1/guests").arg(room),
        QByteArray::fromStdString(boost::json::serialize(body)));
}

} // namespace chengyun::console
