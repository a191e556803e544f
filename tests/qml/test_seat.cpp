#include "tests/qml/test_seat.h"

#include "app/icons/icon_provider.h"
#include "app/link/session.h"

#include <QAbstractItemModel>
#include <QQuickItem>
#include <QTest>

namespace chengyun::console {

namespace {

/// What a Later makes, made now; the object itself when it is none.
QObject* unfolded(QObject* object) {
    QObject* made = object;
    if (object && QByteArrayView(object->metaObject()->className()).startsWith("Later_QMLTYPE"))
        QMetaObject::invokeMethod(object, "get", Q_RETURN_ARG(QObject*, made));
    return made;
}

/// Follows properties from an object: "orders.queue".
QObject* below(QObject* object, QByteArrayView path) {
    for (const auto& name : path.toByteArray().split('.'))
        if (!name.isEmpty())
            object =
                object ? unfolded(object->property(name.constData()).value<QObject*>()) : nullptr;
    return object;
}

QQuickItem* below(QQuickItem* root, const QByteArray& type) {
    const QByteArray name(root->metaObject()->className());
    if (root->isVisible() && (name == type || name.startsWith(type + "_QMLTYPE")))
        return root;
    const auto children = root->childItems();
    for (auto* child : children)
        if (auto* found = below(child, type))
            return found;
    return nullptr;
}
} // namespace

TestSeat::TestSeat(bool signedIn, const QString& language, const QByteArray& mapSources) {
    const QString at = folder.path();
    QString sources;
    if (!mapSources.isEmpty()) {
        sources = at + QStringLiteral("/map-sources.toml");
        QFile file(sources);
        if (!file.open(QIODevice::WriteOnly) || file.write(mapSources) != mapSources.size())
            qFatal("no map sources");
    }
    languages = std::make_unique<Languages>(at + QStringLiteral("/seat.ini"), language);
    auto made = Hall::make({.stateFolder = at,
                            .cacheFolder = at + QStringLiteral("/cache"),
                            .mapSourcesFile = sources,
                            .version = QStringLiteral("test")},
                           *languages);
    if (!made)
        qFatal("no hall: %s", made.error().detail.c_str());
    hall = std::move(*made);
    if (signedIn && !hall->session().signInWithFile(hub.sessionFile(at)))
        qFatal("no session");
    engine_ = std::make_unique<QQmlApplicationEngine>();
    languages->onSwitch([this] { engine_->retranslate(); });
    engine_->addImageProvider(QStringLiteral("icon"), new IconProvider);
    auto properties = hall->properties();
    properties.insert(QStringLiteral("keepsGeometry"), false);
    engine_->setInitialProperties(properties);
    engine_->loadFromModule("Chengyun.Shell", "Main");
    if (engine_->rootObjects().isEmpty())
        qFatal("no window");
    window_ = qobject_cast<QQuickWindow*>(engine_->rootObjects().constFirst());
    window_->setGeometry(0, 0, 1920, 1080);
    window_->show();
}

TestSeat::~TestSeat() {
    engine_.reset();
}

bool TestSeat::ready() {
    if (!QTest::qWaitForWindowExposed(window_))
        return false;
    window_->requestActivate();
    return QTest::qWaitFor([this] {
        auto* queue = qobject_cast<QAbstractItemModel*>(made("orders.queue"));
        return seat() && queue && queue->rowCount() == 3 && hall->session().isOnline();
    });
}

QObject* TestSeat::seat() const {
    return window_->property("seat").value<QObject*>();
}

QObject* TestSeat::part(const char* path) const {
    auto names = QByteArray(path).split('.');
    QQuickItem* part = nullptr;
    if (seat())
        QMetaObject::invokeMethod(seat(), "part", Q_RETURN_ARG(QQuickItem*, part),
                                  Q_ARG(QString, QString::fromLatin1(names.first())));
    if (!part)
        return below(seat(), path);
    return below(part, QByteArrayView(path).sliced(names.first().size()));
}

QObject* TestSeat::made(const char* path) const {
    return below(hall.get(), path);
}

QObject* TestSeat::theme() const {
    return engine_->singletonInstance<QObject*>("Chengyun.Style", "Theme");
}

QQuickItem* TestSeat::item(const char* type) const {
    return below(window_->contentItem(), type);
}

void TestSeat::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(window_, key, modifiers);
}

void TestSeat::type(const QString& text) {
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click, window_, Qt::Key_unknown, QString(c), Qt::NoModifier);
}

} // namespace chengyun::console
