#include "app/video/shut_down.h"

#include <QThreadPool>

#include <gst/gst.h>

#include <utility>

namespace chengyun::console {

namespace {

/// Shut-downs have a pool of their own: they may wait for dead servers. Never destroyed: its
/// destructor would wait for them without end when the program is over.
QThreadPool& shut_down_pool() {
    static QThreadPool* const pool = [] {
        auto* made = new QThreadPool;
        made->setMaxThreadCount(16);
        return made;
    }();
    return *pool;
}

} // namespace

void shut_down(GstElement* pipeline) {
    in_background([pipeline] {
        gst_element_set_state(pipeline, GST_STATE_NULL);
        gst_object_unref(pipeline);
    });
}

void in_background(std::function<void()> job) {
    shut_down_pool().start(std::move(job));
}

bool wait_for_shut_downs(int milliseconds) {
    return shut_down_pool().waitForDone(milliseconds);
}

} // namespace chengyun::console
