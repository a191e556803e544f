#include "app/consult/media/background.h"

#include "app/video/shut_down.h"

#include <atomic>
#include <mutex>

namespace chengyun::console {

struct Running {
    std::mutex gate; ///< one changes the state at a time
    std::atomic<bool> ended{false};
};

std::shared_ptr<Running> make_running() {
    return std::make_shared<Running>();
}

void start_soon(GstElement* pipeline, const std::shared_ptr<Running>& running) {
    gst_element_call_async(
        pipeline,
        [](GstElement* whole, gpointer user) {
            auto& [gate, ended] = **static_cast<std::shared_ptr<Running>*>(user);
            const std::scoped_lock lock(gate);
            if (!ended)
                gst_element_set_state(whole, GST_STATE_PLAYING);
        },
        new std::shared_ptr<Running>(running),
        [](gpointer user) { delete static_cast<std::shared_ptr<Running>*>(user); });
}

void end_soon(GstElement* pipeline, const std::shared_ptr<Running>& running) {
    running->ended = true;
    in_background([pipeline, running] {
        const std::scoped_lock lock(running->gate);
        gst_element_set_state(pipeline, GST_STATE_NULL);
        gst_object_unref(pipeline);
    });
}

} // namespace chengyun::console
