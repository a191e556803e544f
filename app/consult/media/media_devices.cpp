#include "app/consult/media/media_devices.h"

#include "app/video/shut_down.h"

#include <QVariantMap>

#include <gst/gst.h>

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace chengyun::console {

struct MediaDevices::Impl {
    std::mutex mutex; ///< guards the two below, which are cleared before destruction
    MediaDevices* owner = nullptr;
    GstDeviceMonitor* monitor = nullptr; ///< the GUI thread's alone once `ready`
    bool began = false, ready = false;   ///< of the GUI thread

    /// Any thread: what is there has changed.
    void tell() {
        const std::scoped_lock lock(mutex);
        if (owner)
            QMetaObject::invokeMethod(owner, &MediaDevices::changed, Qt::QueuedConnection);
    }
};

namespace {

constexpr const char* class_of(MediaDevices::Kind kind) {
    switch (kind) {
    case MediaDevices::Kind::camera:
        return "Video/Source";
    case MediaDevices::Kind::microphone:
        return "Audio/Source";
    case MediaDevices::Kind::speaker:
        return "Audio/Sink";
    }
    return "";
}

/// By which it is known again after it was unplugged.
QString id_of(GstDevice* device) {
    QString out;
    if (GstStructure* properties = gst_device_get_properties(device)) {
        for (const char* name : {"node.name", "device.bus_path", "device.path", "object.path"})
            if (const char* value = gst_structure_get_string(properties, name); value && *value) {
                out = QString::fromUtf8(value);
                break;
            }
        gst_structure_free(properties);
    }
    char* name = gst_device_get_display_name(device);
    if (out.isEmpty())
        out = QString::fromUtf8(name);
    g_free(name);
    return out;
}

/// What a loudspeaker plays can be recorded, too; that is no microphone.
bool is_monitor(GstDevice* device) {
    bool out = false;
    if (GstStructure* properties = gst_device_get_properties(device)) {
        out = g_strcmp0(gst_structure_get_string(properties, "device.class"), "monitor") == 0;
        gst_structure_free(properties);
    }
    return out;
}

} // namespace

MediaDevices::MediaDevices(QObject* parent) : QObject(parent), impl_(std::make_shared<Impl>()) {
    impl_->owner = this;
}

MediaDevices::~MediaDevices() {
    GstDeviceMonitor* monitor = nullptr;
    {
        const std::scoped_lock lock(impl_->mutex);
        impl_->owner = nullptr;
        monitor = std::exchange(impl_->monitor, nullptr);
    }
    if (monitor)
        in_background([monitor] {
            gst_device_monitor_stop(monitor);
            gst_object_unref(monitor);
        });
}

/// Looking for devices takes long, so it begins on another thread.
void MediaDevices::begin() {
    if (std::exchange(impl_->began, true))
        return;
    in_background([impl = impl_] {
        gst_init(nullptr, nullptr);
        GstDeviceMonitor* monitor = gst_device_monitor_new();
        for (const auto kind : {Kind::camera, Kind::microphone, Kind::speaker})
            gst_device_monitor_add_filter(monitor, class_of(kind), nullptr);
        GstBus* bus = gst_device_monitor_get_bus(monitor);
        gst_bus_set_sync_handler(
            bus,
            [](GstBus*, GstMessage* message, gpointer user) {
                const auto type = GST_MESSAGE_TYPE(message);
                if (type == GST_MESSAGE_DEVICE_ADDED || type == GST_MESSAGE_DEVICE_REMOVED ||
                    type == GST_MESSAGE_DEVICE_CHANGED)
                    (*static_cast<std::shared_ptr<Impl>*>(user))->tell();
                gst_message_unref(message);
                return GST_BUS_DROP;
            },
            new std::shared_ptr<Impl>(impl),
            [](gpointer user) { delete static_cast<std::shared_ptr<Impl>*>(user); });
        gst_object_unref(bus);
        gst_device_monitor_start(monitor);
        const std::scoped_lock lock(impl->mutex);
        if (!impl->owner) {
            gst_device_monitor_stop(monitor);
            gst_object_unref(monitor);
            return;
        }
        impl->monitor = monitor;
        QMetaObject::invokeMethod(
            impl->owner,
            [impl] {
                impl->ready = true;
                Q_EMIT impl->owner->changed();
            },
            Qt::QueuedConnection);
    });
}

namespace {

/// Each with a reference of the caller's.
std::vector<GstDevice*> devices_of(GstDeviceMonitor* monitor, MediaDevices::Kind kind) {
    std::vector<GstDevice*> out;
    GList* all = gst_device_monitor_get_devices(monitor);
    for (GList* at = all; at; at = at->next) {
        auto* device = static_cast<GstDevice*>(at->data);
        if (gst_device_has_classes(device, class_of(kind)) && !is_monitor(device))
            out.push_back(device);
        else
            gst_object_unref(device);
    }
    g_list_free(all);
    return out;
}

QVariantList described(GstDeviceMonitor* monitor, MediaDevices::Kind kind) {
    QVariantList out;
    for (auto* device : devices_of(monitor, kind)) {
        char* name = gst_device_get_display_name(device);
        out << QVariantMap{{QStringLiteral("id"), id_of(device)},
                           {QStringLiteral("name"), QString::fromUtf8(name)}};
        g_free(name);
        gst_object_unref(device);
    }
    return out;
}

} // namespace

QVariantList MediaDevices::cameras() {
    begin();
    return impl_->ready ? described(impl_->monitor, Kind::camera) : QVariantList();
}

QVariantList MediaDevices::microphones() {
    begin();
    return impl_->ready ? described(impl_->monitor, Kind::microphone) : QVariantList();
}

QVariantList MediaDevices::speakers() {
    begin();
    return impl_->ready ? described(impl_->monitor, Kind::speaker) : QVariantList();
}

bool MediaDevices::has(Kind kind, const QString& id) {
    begin();
    if (!impl_->ready)
        return false;
    const auto all = described(impl_->monitor, kind);
    return std::ranges::any_of(all, [&id](const QVariant& one) {
        return id.isEmpty() || one.toMap()[QStringLiteral("id")] == id;
    });
}

GstElement* MediaDevices::make(Kind kind, const QString& id) {
    begin();
    if (!impl_->ready)
        return nullptr;
    GstElement* out = nullptr;
    for (auto* device : devices_of(impl_->monitor, kind)) {
        if (!out && (id.isEmpty() || id_of(device) == id))
            out = gst_device_create_element(device, nullptr);
        gst_object_unref(device);
    }
    return out;
}

bool MediaDevices::isReady() const {
    return impl_->ready;
}

} // namespace chengyun::console
