#include "app/linkage/linkage_trial.h"

#include "app/link/failure_text.h"
#include "app/link/hub_link.h"
#include "app/linkage/rule_map.h"
#include "app/text.h"
#include "core/id/uuid.h"
#include "core/linkage/linkage_codec.h"

namespace chengyun::console {

LinkageTrial::LinkageTrial(HubLink& link, QObject* parent) : QObject(parent), link_(link) {}

void LinkageTrial::clear() {
    ++question_;
    busy_ = answered_ = cut_ = false;
    since_ = 0;
    items_.clear();
    failureText_.clear();
}

void LinkageTrial::forget() {
    clear();
    Q_EMIT changed();
}

void LinkageTrial::ask(const QVariantMap& map) {
    clear();
    auto rule = ruleOf(map);
    if (rule.id.empty())
        rule.id = new_id();
    if (rule.name.empty())
        rule.name = "?"; // one that is tried need not be called anything yet
    if (const auto ok = check(rule); !ok) {
        failureText_ = console::failureText(ok.error());
        Q_EMIT changed();
        return;
    }
    busy_ = true;
    Command question;
    question.path = QStringLiteral("/linkage_rules/trial");
    question.body = QByteArray::fromStdString(json::write(rule));
    link_.send(question, this, [this, asked = question_](const Reply& reply) {
        if (asked != question_)
            return;
        busy_ = false;
        if (reply.ok())
            take(reply.body);
        else
            failureText_ = console::failureText(reply.failure());
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void LinkageTrial::take(const QByteArray& body) {
    const auto answer = json::read<TrialAnswer>(body.toStdString(), json::Unknown::ignore);
    if (!answer) {
        failureText_ =
            console::failureText(fail(FailureKind::unavailable, "foreign", answer.error().detail));
        return;
    }
    answered_ = true;
    cut_ = answer->cut;
    since_ = ms_of(answer->since);
    for (const auto& item : answer->items)
        items_.append(
            QVariantMap{{QStringLiteral("order"), qs(item.order)},
                        {QStringLiteral("title"), qs(item.title)},
                        {QStringLiteral("level"), qs(json::name_of(item.level))},
                        {QStringLiteral("at"), static_cast<qint64>(ms_of(item.at))},
                        {QStringLiteral("shown"),
                         item.shown ? static_cast<qint64>(ms_of(*item.shown)) : qint64(0)},
                        {QStringLiteral("seconds"), static_cast<qint64>(item.seconds)},
                        {QStringLiteral("gaveWayTo"), qs(item.gave_way_to)}});
}

} // namespace chengyun::console
