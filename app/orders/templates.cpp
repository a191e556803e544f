#include "app/orders/templates.h"

#include "core/json/codec.h"

#include <QFile>

/// In a static library nobody but us asks for the resource. Outside every namespace, because that
/// is where Qt declares the function.
static void useTemplates() {
    Q_INIT_RESOURCE(templates);
}

namespace chengyun::console {

Result<std::vector<OrderTemplate>> readTemplates(const QByteArray& text) {
    return json::read<std::vector<OrderTemplate>>(
        {text.constData(), static_cast<std::size_t>(text.size())});
}

Result<std::vector<OrderTemplate>> builtInTemplates() {
    useTemplates();
    QFile file(QStringLiteral(":/chengyun/templates/orders.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::not_found, {}, file.errorString().toStdString());
    return readTemplates(file.readAll());
}

} // namespace chengyun::console
