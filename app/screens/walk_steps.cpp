#include "app/screens/walk_steps.h"

#include "app/hall/hall.h"
#include "app/link/session.h"
#include "app/screens/cut_line.h"

#include <QAbstractItemModel>
#include <QQuickItem>
#include <QQuickWindow>

namespace chengyun::console {

namespace {

/// The window's objects by the names QML gives them, and what the walk asks of them.
class Seat {
public:
    Seat(QQuickWindow& window, Hall& hall) : window_(window), hall_(hall) {}

    [[nodiscard]] QObject* part(const char* name) const {
        auto* seat = window_.property("seat").value<QObject*>();
        return !seat || !name ? seat : seat->property(name).value<QObject*>();
    }
    [[nodiscard]] QObject* made(const QString& name) const {
        QObject* object = &hall_;
        for (const auto& one : name.toLatin1().split('.'))
            object = object ? object->property(one.constData()).value<QObject*>() : nullptr;
        return object;
    }
    [[nodiscard]] QAbstractItemModel* model(const QString& name) const {
        return qobject_cast<QAbstractItemModel*>(made(name));
    }

    void set(const char* part_, const char* property, const QVariant& value) const {
        if (auto* object = part(part_))
            object->setProperty(property, value);
    }
    void call(const char* part_, const char* function) const {
        if (auto* object = part(part_))
            QMetaObject::invokeMethod(object, function);
    }

    /// The value of a role in the first row where `test` holds.
    [[nodiscard]] QVariant
    find(const QString& name, const QByteArray& role,
         const std::function<bool(const std::function<QVariant(const char*)>&)>& test) const {
        auto* rows = model(name);
        if (!rows)
            return {};
        const auto names = rows->roleNames();
        for (int row = 0; row < rows->rowCount(); ++row) {
            const auto value = [&](const char* wanted) {
                return rows->index(row, 0).data(names.key(wanted, -1));
            };
            if (test(value))
                return value(role.constData());
        }
        return {};
    }
    [[nodiscard]] QString orderWithContent() const {
        auto id = find(QStringLiteral("orders.queue"), "orderId", [](const auto& value) {
            return value("unitCount").toInt() >= 2 && value("hasPlace").toBool() &&
                   value("acknowledgedCount").toInt() >= 1;
        });
        if (!id.isValid())
            id = find(QStringLiteral("orders.queue"), "orderId", [](const auto&) { return true; });
        return id.toString();
    }
    [[nodiscard]] QString resourceOf(const char* layer, const char* needed) const {
        return find(QStringLiteral("resources.list"), "resourceId",
                    [&](const auto& value) {
                        return value("layer").toString() == QLatin1String(layer) &&
                               (!needed || !value(needed).toString().isEmpty());
                    })
            .toString();
    }
    [[nodiscard]] bool loaded() const {
        auto* resources = made(QStringLiteral("resources.store"));
        auto* queue = model(QStringLiteral("orders.queue"));
        return part(nullptr) && resources && resources->property("count").toInt() > 0 && queue &&
               queue->rowCount() > 0;
    }
    void home() const {
        set(nullptr, "formShown", false);
        set(nullptr, "screen", QStringLiteral("map"));
        set(nullptr, "currentOrder", QString());
        set("mapScreen", "resource", QString());
        set("mapScreen", "camera", QString());
        call("mapScreen", "closeAround");
    }

private:
    QQuickWindow& window_;
    Hall& hall_;
};

} // namespace

std::vector<WalkStep> walkSteps(QQuickWindow& window, Hall& hall, CutLine& line) {
    const auto seat = std::make_shared<Seat>(window, hall);
    auto& session = hall.session();
    const auto mapReady = [seat, &session] {
        auto* outlines = seat->made(QStringLiteral("resources.outlines"));
        return session.isOnline() && seat->loaded() && outlines->property("complete").toBool();
    };
    const auto goHome = [seat] { seat->home(); };
    const auto lookAtOrder = [seat] {
        seat->home();
        const auto order = seat->orderWithContent();
        if (auto* object = seat->part(nullptr))
            QMetaObject::invokeMethod(object, "show", Q_ARG(QString, QStringLiteral("order")),
                                      Q_ARG(QString, order));
    };
    const auto lookAtResource = [seat](const char* layer, const char* needed) {
        seat->home();
        const auto id = seat->resourceOf(layer, needed);
        if (auto* object = seat->part(nullptr))
            QMetaObject::invokeMethod(object, "show", Q_ARG(QString, QStringLiteral("resource")),
                                      Q_ARG(QString, id));
        return id;
    };
    const auto fetched = [seat] {
        auto* timeline = seat->made(QStringLiteral("orders.timeline"));
        return seat->loaded() && timeline && !timeline->property("loading").toBool();
    };

    std::vector<WalkStep> steps;
    steps.push_back({QStringLiteral("map"),
                     [seat] {
                         seat->home();
                         seat->call("mapScreen", "showWhole");
                     },
                     mapReady,
                     {},
                     false});
    const auto showLegend = [seat](bool shown) {
        if (auto* screen = seat->part("mapScreen"))
            if (auto* map = screen->property("hall").value<QObject*>())
                map->setProperty("legendShown", shown);
    };
    steps.push_back({QStringLiteral("map-legend"),
                     [goHome, showLegend] {
                         goHome();
                         showLegend(true);
                     },
                     mapReady, [showLegend] { showLegend(false); }, false});
    steps.push_back({QStringLiteral("map-order"), lookAtOrder, fetched, {}, false});
    steps.push_back({QStringLiteral("map-shelter"),
                     [lookAtResource] { lookAtResource("shelter", "unit"); },
                     mapReady,
                     {},
                     false});
    steps.push_back({QStringLiteral("around-here"),
                     [seat, lookAtResource] {
                         lookAtResource("shelter", "unit");
                         seat->call(nullptr, "nearestUnits");
                     },
                     mapReady, goHome, false});
    steps.push_back(
        {QStringLiteral("new-order"),
         [seat, lookAtResource] {
             lookAtResource("risk", nullptr);
             seat->call(nullptr, "newOrder");
             auto* draft = seat->made(QStringLiteral("orders.draft"));
             const auto templates = draft->property("templates").toList();
             if (!templates.isEmpty())
                 QMetaObject::invokeMethod(
                     draft, "applyTemplate",
                     Q_ARG(QString, templates.first().toMap()[QStringLiteral("key")].toString()));
             QMetaObject::invokeMethod(draft, "takeSuggestions", Q_ARG(int, 3));
         },
         {},
         [seat] {
             QMetaObject::invokeMethod(seat->made(QStringLiteral("orders.draft")), "putAside");
             seat->set("undoBar", "fresh", false);
             seat->home();
         },
         false});
    steps.push_back({QStringLiteral("orders"),
                     [seat, lookAtOrder] {
                         lookAtOrder();
                         seat->set(nullptr, "screen", QStringLiteral("orders"));
                         seat->set(nullptr, "ordersShown", QStringLiteral("orders"));
                     },
                     fetched,
                     {},
                     false});
    steps.push_back(
        {QStringLiteral("supervisions"),
         [seat] { seat->set(nullptr, "ordersShown", QStringLiteral("supervisions")); }, fetched,
         [seat] { seat->set(nullptr, "ordersShown", QStringLiteral("orders")); }, false});
    const auto ask = [seat](const QString& act) {
        const auto id = seat->find(QStringLiteral("orders.board"), "assignmentId",
                                   [](const auto& value) { return value("open").toBool(); });
        const auto unit = seat->find(QStringLiteral("orders.board"), "unitName",
                                     [](const auto& value) { return value("open").toBool(); });
        if (auto* dialog = seat->part("actDialog"))
            QMetaObject::invokeMethod(
                dialog, "ask", Q_ARG(QString, act), Q_ARG(QString, id.toString()),
                Q_ARG(QString, unit.toString()), Q_ARG(bool, act == u"report"));
    };
    const auto closeDialog = [seat] { seat->call("actDialog", "close"); };
    steps.push_back({QStringLiteral("supervise"),
                     [ask, lookAtOrder] {
                         lookAtOrder();
                         ask(QStringLiteral("supervise"));
                     },
                     fetched, closeDialog, false});
    steps.push_back({QStringLiteral("report"), [ask] { ask(QStringLiteral("report")); }, fetched,
                     closeDialog, false});
    steps.push_back(
        {QStringLiteral("command-bar"),
         [seat] {
             seat->home();
             seat->call(nullptr, "openPalette");
             seat->made(QStringLiteral("search.commands"))
                 ->setProperty("text", QStringLiteral("zl"));
         },
         [seat] { return seat->model(QStringLiteral("search.commands"))->rowCount() > 0; },
         [seat] { seat->call("commandPalette", "close"); }, false});
    steps.push_back({QStringLiteral("phone-link"),
                     [seat, lookAtOrder] {
                         lookAtOrder();
                         const auto open = [](const auto& value) { return value("open").toBool(); };
                         const auto board = QStringLiteral("orders.board");
                         if (auto* dialog = seat->part("phoneLinkDialog"))
                             QMetaObject::invokeMethod(
                                 dialog, "begin",
                                 Q_ARG(QString, seat->find(board, "unit", open).toString()),
                                 Q_ARG(QString, seat->find(board, "unitName", open).toString()));
                     },
                     [seat] {
                         auto* link = seat->made(QStringLiteral("orders.phoneLink"));
                         return link && !link->property("address").toString().isEmpty();
                     },
                     [seat] { seat->call("phoneLinkDialog", "close"); }, false});
    steps.push_back({QStringLiteral("duty"),
                     [seat] { seat->call("dutyDialog", "begin"); },
                     {},
                     [seat] { seat->call("dutyDialog", "close"); },
                     false});
    steps.push_back({QStringLiteral("alarms"),
                     [seat] { seat->call("head", "showAlarms"); },
                     {},
                     [seat] { seat->call("head", "closeAlarms"); },
                     false});
    steps.push_back({QStringLiteral("resources"),
                     [seat] { seat->set(nullptr, "screen", QStringLiteral("resources")); },
                     {},
                     {},
                     false});
    steps.push_back({QStringLiteral("camera"),
                     [seat, lookAtResource] {
                         seat->set("mapScreen", "camera", lookAtResource("camera", nullptr));
                     },
                     [seat] {
                         auto* map = seat->part("mapScreen");
                         return map && map->property("cameraSettled").toBool();
                     },
                     goHome, true});
    steps.push_back({QStringLiteral("video"),
                     [seat] { seat->set(nullptr, "screen", QStringLiteral("video")); },
                     [seat] {
                         auto* video = seat->part("videoScreen");
                         return video && video->property("settled").toInt() >= 4;
                     },
                     {},
                     true});
    for (const auto* part : {"link", "look", "account", "about"})
        steps.push_back({QStringLiteral("system-") + QLatin1String(part),
                         [seat, part] {
                             seat->set(nullptr, "screen", QStringLiteral("system"));
                             seat->set(nullptr, "systemPart", QLatin1String(part));
                         },
                         {},
                         {},
                         false});
    steps.push_back({QStringLiteral("offline"),
                     [lookAtOrder, &line] {
                         lookAtOrder();
                         line.cut();
                     },
                     [&session] { return session.state() == Session::State::Offline; },
                     [&line, &session, goHome] {
                         line.mend();
                         session.retry();
                         goHome();
                     },
                     false});
    steps.push_back({QStringLiteral("light"),
                     [seat, lookAtOrder] {
                         lookAtOrder();
                         if (auto* object = seat->part(nullptr))
                             QMetaObject::invokeMethod(object, "darkWanted", Q_ARG(bool, false));
                     },
                     mapReady,
                     [seat] {
                         if (auto* object = seat->part(nullptr))
                             QMetaObject::invokeMethod(object, "darkWanted", Q_ARG(bool, true));
                         seat->home();
                     },
                     false});
    return steps;
}

} // namespace chengyun::console
