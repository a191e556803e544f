#include "app/main/start_watch.h"

#include "app/main/process_age.h"

#include <QCoreApplication>
#include <QQuickItem>
#include <QQuickWindow>

#include <cstdio>

namespace chengyun::console {

namespace {

QQuickItem* findByClass(QQuickItem* root, const char* name) {
    if (QByteArrayView(root->metaObject()->className()).endsWith(name))
        return root;
    for (auto* child : root->childItems())
        if (auto* found = findByClass(child, name))
            return found;
    return nullptr;
}

} // namespace

StartWatch::StartWatch(QQuickWindow& window, QObject* parent) : QObject(parent), window_(window) {
    // Both on the thread that draws. The GUI thread stands still while a frame is made: what is
    // there then is in the frame.
    connect(&window, &QQuickWindow::afterSynchronizing, this, &StartWatch::lookAtPoints,
            Qt::DirectConnection);
    connect(
        &window, &QQuickWindow::frameSwapped, this,
        [this] {
            QMetaObject::invokeMethod(
                this, [this, points = drawn_] { shown(points); }, Qt::QueuedConnection);
        },
        Qt::DirectConnection);
}

void StartWatch::lookAtPoints() {
    auto* points = findByClass(window_.contentItem(), "PointLayer");
    drawn_ = points && points->isVisible() ? points->property("shownCount").toInt() : 0;
}

void StartWatch::shown(int points) {
    if (ready_ || points == 0)
        return;
    ready_ = true;
    std::printf("{\"ready_ms\":%.0f,\"resources\":%d}\n", processAgeMs(), points);
    std::fflush(stdout);
    QCoreApplication::quit();
}

} // namespace chengyun::console
