#include "app/orders/missed.h"

#include "core/order/rules.h"

namespace chengyun::console {

namespace {

/// What of an assignment is worth a bell, whoever hears it.
std::vector<Missed::Kind> matters(const Assignment& assignment) {
    std::vector<Missed::Kind> kinds;
    if (assignment.state == AssignmentState::issued)
        kinds.push_back(Missed::Kind::newOrder);
    if (assignment.escalation >= Escalation::L1 && is_open(assignment.state))
        kinds.push_back(Missed::Kind::overdue);
    if (assignment.state == AssignmentState::return_requested)
        kinds.push_back(Missed::Kind::returnRequested);
    return kinds;
}

bool concerns(const Account& account, const Assignment& assignment, Missed::Kind kind) {
    if (!account.unit.empty() && assignment.unit == account.unit)
        return kind != Missed::Kind::returnRequested;
    return kind != Missed::Kind::newOrder && may(account.role, Permission::act_for_centre);
}

} // namespace

std::vector<Missed::News> Missed::compare(const Snapshot& snapshot, const Account& account) {
    std::vector<News> news;
    std::set<std::pair<Kind, std::string>> now;
    const bool before = fresh_ && account.unit.empty();
    for (const auto& assignment : snapshot.values<Assignment>()) {
        bool said = false; // one bell is enough for an order that came and grew late unseen
        for (const auto kind : matters(assignment)) {
            now.emplace(kind, assignment.id);
            if (said || !concerns(account, assignment, kind) ||
                told_.contains({kind, assignment.id}))
                continue;
            news.push_back({kind, &assignment, before});
            said = true;
        }
    }
    told_ = std::move(now);
    fresh_ = false;
    return news;
}

void Missed::note(const Entry& entry) {
    for (const auto& assignment : entry.body.values<Assignment>())
        for (const auto kind : matters(assignment))
            told_.emplace(kind, assignment.id);
}

void Missed::forget() {
    told_.clear();
    fresh_ = true;
}

} // namespace chengyun::console
