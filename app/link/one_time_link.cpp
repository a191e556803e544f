#include "app/link/one_time_link.h"

#include "app/link/failure_text.h"
#include "app/link/hub_link.h"
#include "app/link/language.h"
#include "core/json/codec.h"

#include <QUrl>

namespace chengyun::console {
namespace {

struct Made {
    std::string url;
    Instant expires{};
};
BOOST_DESCRIBE_STRUCT(Made, (), (url, expires))

} // namespace

OneTimeLink::OneTimeLink(HubLink& link, QObject* parent) : QObject(parent), link_(link) {
    connect(&link, &HubLink::identityChanged, this, &OneTimeLink::forget);
}

void OneTimeLink::ask(const QString& name, const QString& path, const QByteArray& body) {
    forget();
    name_ = name;
    busy_ = true;
    Command command;
    command.path = path;
    command.body = body;
    link_.send(command, this, [this, asked = asked_](const Reply& reply) {
        if (asked != asked_)
            return;
        busy_ = false;
        auto made = json::read<Made>(
            std::string_view(reply.body.constData(), std::size_t(reply.body.size())));
        // Anybody on the way can say yes; only the hub knows an address to open.
        if (reply.ok() && made && QUrl(qs(made->url)).hasFragment()) {
            address_ = qs(made->url);
            expires_ = ms_of(made->expires);
        } else {
            problem_ = failureText(reply.failure());
        }
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void OneTimeLink::forget() {
    ++asked_;
    name_.clear();
    address_.clear();
    problem_.clear();
    expires_ = 0;
    busy_ = false;
    Q_EMIT changed();
}

} // namespace chengyun::console
