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
    connect(&window, &QQuickWindow::frameSwapped, this, &StartWatch::look, Qt::QueuedConnection);
}

void StartWatch::look() {
    if (shown_)
        return;
    auto* points = findByClass(window_.contentItem(), "PointLayer");
    if (!points || points->property("shownCount").toInt() == 0)
        return;
    shown_ = true;
    std::printf("{\"ready_ms\":%.0f,\"resources\":%d}\n", processAgeMs(),
                points->property("shownCount").toInt());
    std::fflush(stdout);
    QCoreApplication::quit();
}

} // namespace chengyun::console
