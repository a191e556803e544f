// A window of a seat in front of a small hub.
#pragma once

#include "app/hall/hall.h"
#include "app/screens/warning_count.h"
#include "app/shell/languages.h"
#include "tests/qml/small_hub.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTemporaryDir>

namespace chengyun::console {

/// GUI thread. Everything lives in a temporary folder.
class TestSeat {
public:
    /// `mapSources`: text of a TOML file of further base maps.
    explicit TestSeat(bool signedIn = true, const QString& language = QStringLiteral("zh_CN"),
                      const QByteArray& mapSources = {});
    ~TestSeat();

    /// Loaded and exposed; false after some seconds.
    [[nodiscard]] bool ready();
    [[nodiscard]] QQuickWindow& window() { return *window_; }
    [[nodiscard]] QObject* seat() const;
    /// What a part of the seat has: "orders.form"; "map" is the seat's own.
    [[nodiscard]] QObject* part(const char* path) const;
    /// Of the hall: "orders.queue".
    [[nodiscard]] QObject* made(const char* path) const;
    /// The first item of this QML type below the window's content.
    [[nodiscard]] QQuickItem* item(const char* type) const;
    [[nodiscard]] QObject* theme() const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);

    SmallHub hub;
    WarningCount warnings;
    QTemporaryDir folder;
    std::unique_ptr<Languages> languages;
    std::unique_ptr<Hall> hall;

private:
    std::unique_ptr<QQmlApplicationEngine> engine_;
    QQuickWindow* window_ = nullptr;
};

} // namespace chengyun::console
