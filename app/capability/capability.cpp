#include "app/capability/capability.h"

#include "app/text.h"

namespace chengyun::console {

Capability::Capability(QString name, QObject* parent) : QObject(parent), name_(std::move(name)) {}

void Capability::forgetViews() {}

AlarmNews Capability::alarms(const std::vector<Entry>& /*entries*/, const Account& /*account*/) {
    return {};
}

std::vector<Alarm> Capability::standingAlarms(const Snapshot& /*snapshot*/,
                                              const Account& /*account*/) {
    return {};
}

std::optional<Alarm> Capability::alarmOf(const AlarmName& /*name*/) const {
    return std::nullopt;
}

void Capability::forgetAlarms() {}

std::vector<Findable> Capability::findables() const {
    return {};
}

FoundLook Capability::lookOf(const Findable& found) const {
    FoundLook look;
    look.title = qs(found.name);
    return look;
}

} // namespace chengyun::console
