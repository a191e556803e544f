#include "app/main/start_watch.h"

#include <QCoreApplication>
#include <QFile>
#include <QQuickItem>
#include <QQuickWindow>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace chengyun::console {

namespace {

/// Milliseconds since the kernel made this process, which includes loading its libraries.
double sinceBirth() {
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return -1;
    const auto text = stat.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const double born = fields.value(19).toDouble() * 1000.0 / double(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1000.0 + double(now.tv_nsec) / 1e6 - born;
}

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
    std::printf("{\"ready_ms\":%.0f,\"resources\":%d}\n", sinceBirth(),
                points->property("shownCount").toInt());
    std::fflush(stdout);
    QCoreApplication::quit();
}

} // namespace chengyun::console
