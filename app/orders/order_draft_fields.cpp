// The draft's fields as the form reads and writes them.
#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "app/orders/order_draft.h"
#include "app/resources/resource_store.h"
#include "app/resources/words.h"
#include "core/json/codec.h"
#include "core/resource/kinds.h"

namespace chengyun::console {

QString OrderDraft::orderId() const {
    return qs(command_.id);
}
QString OrderDraft::title() const {
    return qs(command_.title);
}
void OrderDraft::setTitle(const QString& title) {
    if (title == this->title())
        return;
    command_.title = title.toStdString();
    touch();
}
QString OrderDraft::text() const {
    return qs(command_.text);
}
void OrderDraft::setText(const QString& text) {
    if (text == this->text())
        return;
    command_.text = text.toStdString();
    touch();
}
QString OrderDraft::kind() const {
    return qs(command_.kind);
}
void OrderDraft::setKind(const QString& kind) {
    if (kind == this->kind())
        return;
    command_.kind = kind.toStdString();
    touch();
}
QString OrderDraft::level() const {
    return qs(json::name_of(command_.level));
}
void OrderDraft::setLevel(const QString& level) {
    const auto value = json::enum_of<Level>(level.toStdString());
    if (!value || *value == command_.level)
        return;
    command_.level = *value;
    touch();
}
QString OrderDraft::area() const {
    return qs(command_.area.value_or(""));
}
void OrderDraft::setArea(const QString& area) {
    if (area == this->area())
        return;
    command_.area = area.isEmpty() ? std::nullopt : std::optional<std::string>(area.toStdString());
    touch();
}
QString OrderDraft::areaName() const {
    return resources_.areaName(command_.area.value_or(""));
}
QString OrderDraft::address() const {
    return qs(command_.address.value_or(""));
}
void OrderDraft::setAddress(const QString& address) {
    if (address == this->address())
        return;
    command_.address =
        address.isEmpty() ? std::nullopt : std::optional<std::string>(address.toStdString());
    touch();
}
double OrderDraft::lon() const {
    return command_.place ? command_.place->lon : 0.0;
}
double OrderDraft::lat() const {
    return command_.place ? command_.place->lat : 0.0;
}
QString OrderDraft::resource() const {
    return qs(command_.resource.value_or(""));
}
QString OrderDraft::resourceName() const {
    const auto* about = command_.resource ? resources_.resource(*command_.resource) : nullptr;
    return about ? qs(about->name) : QString();
}
int OrderDraft::acknowledgeMinutes() const {
    return static_cast<int>(command_.limits.acknowledge);
}
void OrderDraft::setAcknowledgeMinutes(int minutes) {
    if (minutes == acknowledgeMinutes())
        return;
    command_.limits.acknowledge = minutes;
    touch();
}
int OrderDraft::reportMinutes() const {
    return static_cast<int>(command_.limits.report);
}
void OrderDraft::setReportMinutes(int minutes) {
    if (minutes == reportMinutes())
        return;
    command_.limits.report = minutes;
    touch();
}
int OrderDraft::completeMinutes() const {
    return static_cast<int>(command_.limits.complete);
}
void OrderDraft::setCompleteMinutes(int minutes) {
    if (minutes == completeMinutes())
        return;
    command_.limits.complete = minutes;
    touch();
}
bool OrderDraft::exercise() const {
    return command_.exercise.value_or(false);
}
void OrderDraft::setExercise(bool exercise) {
    if (exercise == this->exercise())
        return;
    command_.exercise = exercise ? std::optional<bool>(true) : std::nullopt;
    touch();
}

int OrderDraft::mostRecipients() const {
    return static_cast<int>(orders_.policy().max_recipients);
}

QVariantList OrderDraft::kinds() const {
    QVariantList out;
    for (const auto& kind : event_kinds())
        out.append(QVariantMap{{QStringLiteral("key"), qs(kind.key)},
                               {QStringLiteral("name"), eventKindName(kind.key)}});
    return out;
}

QVariantList OrderDraft::templates() const {
    QVariantList out;
    const bool zh = speaksChinese();
    for (const auto& item : templates_)
        out.append(QVariantMap{{QStringLiteral("key"), qs(item.key)},
                               {QStringLiteral("name"), qs(zh ? item.name_zh : item.name_en)},
                               {QStringLiteral("kind"), qs(item.kind)},
                               {QStringLiteral("kindName"), eventKindName(item.kind)},
                               {QStringLiteral("level"), qs(json::name_of(item.level))}});
    return out;
}

QString OrderDraft::problemField() const {
    return failure_ ? qs(failure_->field) : QString();
}
QString OrderDraft::problemText() const {
    if (!blocked_.empty())
        return isolated(qs(blocked_)) + QStringLiteral(" · ") +
               availabilityName(Availability::unavailable);
    return failure_ ? failureText(*failure_) : QString();
}

} // namespace chengyun::console
