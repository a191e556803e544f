#include "app/icons/icon_provider.h"

#include <QFile>
#include <QLoggingCategory>
#include <QPainter>
#include <QSvgRenderer>

namespace chengyun::console {

namespace {
Q_LOGGING_CATEGORY(lc, "chengyun.icons")
constexpr int default_side = 24;
} // namespace

IconProvider::IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}

QImage IconProvider::requestImage(const QString& id, QSize* size, const QSize& requested) {
    const auto slash = id.indexOf(u'/');
    const QString name = id.left(slash);
    const QString colour = slash < 0 ? QStringLiteral("ffffff") : id.mid(slash + 1);
    const QSize pixels =
        requested.isValid() && !requested.isEmpty() ? requested : QSize(default_side, default_side);
    if (size)
        *size = pixels;

    QFile file(QStringLiteral(":/chengyun/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lc) << "no such icon:" << name;
        return {};
    }
    auto svg = file.readAll();
    svg.replace("currentColor", "#" + colour.toLatin1());
    QSvgRenderer renderer(svg);
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    return image;
}

} // namespace chengyun::console
