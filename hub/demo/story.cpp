#include "hub/demo/story.h"

#include "core/id/uuid.h"
#include "core/json/codec.h"
#include "core/resource/kinds.h"
#include "hub/demo/demo.h"
#include "hub/demo/stock.h"
#include "hub/demo/texts.h"
#include "hub/resources/area_service.h"

#include <algorithm>
#include <array>
#include <limits>

namespace chengyun::hub {

namespace {

/// How far an order has come at the end of the day.
enum class Ending {
    just_issued,
    unsigned_late,
    acknowledged,
    on_the_way,
    executing,
    report_late,
    overdue,
    return_requested,
    return_refused,
    reassigned,
    completed,
    sent_back,
    withdrawn,
    closed
};

struct Share {
    Ending ending;
    int count;
    std::int64_t least_age, most_age; ///< minutes since issue
};

// 38 are open at the end, 22 are not, and five of the open ones are late: a busy but not a
// desperate day.
constexpr std::array shares = {
    Share{Ending::closed, 20, 260, 1420},     Share{Ending::withdrawn, 2, 200, 900},
    Share{Ending::sent_back, 2, 150, 200},    Share{Ending::overdue, 1, 420, 620},
    Share{Ending::completed, 6, 90, 240},     Share{Ending::reassigned, 2, 60, 66},
    Share{Ending::report_late, 2, 130, 190},  Share{Ending::executing, 11, 45, 66},
    Share{Ending::return_refused, 1, 60, 80}, Share{Ending::return_requested, 2, 5, 9},
    Share{Ending::unsigned_late, 2, 24, 60},  Share{Ending::on_the_way, 4, 14, 26},
    Share{Ending::acknowledged, 3, 8, 16},    Share{Ending::just_issued, 2, 1, 5},
};

/// A district that works well is late with what can wait, and never with people in danger.
bool takes_long(Ending ending) {
    return ending == Ending::unsigned_late || ending == Ending::report_late ||
           ending == Ending::overdue || ending == Ending::sent_back ||
           ending == Ending::return_requested || ending == Ending::return_refused;
}
bool can_wait(const texts::Event& event) {
    static constexpr std::array<std::string_view, 4> kinds{"road_damage", "city_management",
                                                           "environment", "inspection"};
    return std::ranges::find(kinds, event.kind) != kinds.end();
}

/// People are moved and supplied by their street; what it needs comes to it.
bool street_leads(const texts::Event& event) {
    return event.kind == "evacuation" || event.kind == "supplies";
}

bool helps(const Resource& resource, std::string_view helpful) {
    const auto slash = helpful.find('/');
    if (slash != std::string_view::npos && helpful.substr(slash + 1) != resource.kind)
        return false;
    return json::name_of(resource.layer) == helpful.substr(0, slash);
}

class Planner {
public:
    Planner(const Geography& geography, const Cast& cast, Dice& dice, Instant now)
        : geography_(geography), cast_(cast), dice_(dice), now_(now) {}

    PlannedOrder plan(const texts::Event& event, Ending ending, std::int64_t age) {
        event_ = &event;
        age_ = age;
        out_ = {};
        out_.issued = now_ - std::chrono::minutes(age) + std::chrono::seconds(dice_.between(0, 50));
        const auto& area = dice_.pick(geography_.communities);
        const auto street = std::ranges::find(geography_.streets, area.parent, &Area::code);
        words_ = {area.name.substr(0, area.name.size() - std::string_view("社区").size()),
                  street->name, std::string(dice_.pick(texts::roads)), 1};
        auto& command = out_.command;
        command.id = new_id(out_.issued);
        command.title = words_.in(event.title);
        command.text = "【演示】" + words_.in(event.text);
        command.kind = event.kind;
        command.level = event.level;
        command.area = area.code;
        command.place = geography_.place_in(area, dice_, event.by_water);
        command.address = "云汀区" + street->name + words_.road +
                          std::to_string(dice_.between(1, 400)) + "号附近";
        command.limits = limits_of(event.level);
        choose_recipients(*street);
        tell(ending);
        std::ranges::stable_sort(out_.beats, {}, &Beat::minute);
        return std::move(out_);
    }

private:
    static TimeLimits limits_of(Level level) {
        switch (level) {
        case Level::I:
        case Level::II:
            return {5, 60, 240};
        case Level::III:
            return {10, 90, 300};
        default:
            return {15, 120, 360};
        }
    }

    /// The nearest free team of the most helpful classes leads, or the street where people are
    /// moved or supplied; another team, the street's office and a department assist.
    void choose_recipients(const Area& street) {
        auto& recipients = out_.command.recipients;
        const auto add = [&](const std::string& unit) {
            if (std::ranges::find(recipients, unit, &Recipient::unit) == recipients.end())
                recipients.push_back(
                    {unit, recipients.empty() ? RecipientRole::lead : RecipientRole::assisting});
        };
        const auto* kind = find_event_kind(event_->kind);
        if (street_leads(*event_))
            add(office_unit_id(street.code));
        std::size_t teams = 1 + dice_.below(2);
        for (const auto helpful : kind->helpful) {
            if (teams == 0)
                break;
            if (const auto* team = nearest(helpful)) {
                add(team->id);
                --teams;
            }
        }
        if (dice_.below(3) != 0)
            add(office_unit_id(street.code));
        if (dice_.below(3) == 0)
            for (const auto& unit : cast_.departments)
                if (unit.name.find(event_->department) != std::string::npos)
                    add(unit.id);
    }

    const Resource* nearest(std::string_view helpful) const {
        const Resource* best = nullptr;
        double distance = std::numeric_limits<double>::infinity();
        for (const auto& resource : cast_.resources) {
            if (resource.state != Availability::available || !helps(resource, helpful) ||
                resource.layer == Layer::risk || resource.layer == Layer::camera)
                continue;
            if (const double d = distance_m(resource.place, *out_.command.place); d < distance) {
                distance = d;
                best = &resource;
            }
        }
        return best;
    }

    /// Nothing happens after the end of the day.
    void beat(std::int64_t minute, std::size_t recipient, Act act, std::string_view text = {}) {
        if (minute < age_)
            out_.beats.push_back({minute, recipient, Beat::Kind::act, act, words_.in(text), {}});
    }

    std::int64_t sign(std::size_t recipient) {
        const auto limit = out_.command.limits.acknowledge;
        const auto minute = dice_.between(1, limit - 1);
        beat(minute, recipient, Act::acknowledge);
        return minute;
    }

    std::int64_t go(std::size_t recipient) {
        const auto minute = sign(recipient) + dice_.between(1, 4);
        beat(minute, recipient, Act::depart, recipient == 0 ? "人员车辆已出动。" : "");
        return minute;
    }

    std::int64_t work(std::size_t recipient, std::size_t reports) {
        auto minute = go(recipient) + dice_.between(6, 16);
        beat(minute, recipient, Act::arrive,
             recipient == 0 ? event_->reports[0] : "已到达现场，配合处置。");
        for (std::size_t i = 1; i < reports && i < event_->reports.size(); ++i) {
            minute += dice_.between(18, 40);
            beat(minute, recipient, Act::report,
                 recipient == 0 ? event_->reports[i] : "正在配合开展现场秩序维护。");
        }
        return minute;
    }

    std::int64_t complete(std::size_t recipient) {
        const auto minute = work(recipient, recipient == 0 ? 3 : 1) + dice_.between(8, 30);
        beat(minute, recipient, Act::complete,
             recipient == 0 ? event_->completion : "配合任务完成，人员撤回。");
        return minute;
    }

    void others(auto&& what) {
        for (std::size_t i = 1; i < out_.command.recipients.size(); ++i)
            what(i);
    }

    void tell(Ending ending) {
        switch (ending) {
        case Ending::just_issued:
            break;
        case Ending::unsigned_late:
            others([&](std::size_t i) { sign(i); });
            beat(out_.command.limits.acknowledge + 6, 0, Act::remind, "请立即签收并回告出动情况。");
            break;
        case Ending::acknowledged:
            sign(0);
            others([&](std::size_t i) { sign(i); });
            break;
        case Ending::on_the_way:
            go(0);
            others([&](std::size_t i) { sign(i); });
            break;
        case Ending::executing:
            work(0, 1 + dice_.below(3));
            others([&](std::size_t i) { work(i, 1); });
            break;
        case Ending::report_late:
            work(0, 1); // and then nothing more is heard
            others([&](std::size_t i) { complete(i); });
            break;
        case Ending::overdue:
            tell_overdue();
            break;
        case Ending::return_requested:
            beat(dice_.between(2, 4), 0, Act::request_return,
                 "现有力量全部在另一处现场，短时间内无法抽调，申请改派。");
            others([&](std::size_t i) { work(i, 1); });
            break;
        case Ending::return_refused:
            beat(3, 0, Act::request_return, "现场不在我单位责任范围，申请退回。");
            beat(6, 0, Act::reject_return, "经核对责任分工，该处属你单位责任范围，请立即出动。");
            beat(9, 0, Act::acknowledge);
            beat(24, 0, Act::arrive, event_->reports[0]);
            others([&](std::size_t i) { work(i, 1); });
            break;
        case Ending::reassigned:
            tell_reassigned();
            break;
        case Ending::completed:
            complete(0);
            others([&](std::size_t i) { complete(i); });
            break;
        case Ending::sent_back: {
            const auto minute = complete(0);
            others([&](std::size_t i) { beat(complete(i) + 12, i, Act::verify); });
            beat(minute + 15, 0, Act::send_back, "回访群众反映处置不彻底，请返工并补充照片。");
            beat(minute + 40, 0, Act::report, "已返回现场复查，正在补充处置。");
            break;
        }
        case Ending::withdrawn:
            others([&](std::size_t i) { (void)i; });
            out_.beats.push_back({4,
                                  0,
                                  Beat::Kind::withdraw,
                                  Act::withdraw,
                                  "经核实为重复上报，已并入前一指令，撤回。",
                                  {}});
            break;
        case Ending::closed: {
            beat(complete(0) + dice_.between(4, 25), 0, Act::verify,
                 "视频复核与电话回访一致，同意办结。");
            others(
                [&](std::size_t i) { beat(complete(i) + dice_.between(4, 25), i, Act::verify); });
            break;
        }
        }
    }

    /// Signed and begun, then past every limit: reminded, supervised, circulated. One unit explains
    /// itself and its supervision order is closed.
    void tell_overdue() {
        auto minute = work(0, 2);
        for (minute += 45; minute + 30 < age_; minute += 50)
            beat(minute, 0, Act::report, "仍在处置，已增派人手，预计今晚完成。");
        others([&](std::size_t i) { beat(complete(i) + 20, i, Act::verify); });
        const auto supervised = out_.command.limits.complete + 35;
        if (supervised + 40 < age_ && dice_.below(2) == 0) {
            out_.beats.push_back({supervised + 20,
                                  0,
                                  Beat::Kind::reply,
                                  Act::supervise,
                                  "因现场管线复杂延误，已增派人手，预计两小时内完成。",
                                  {}});
            out_.beats.push_back({supervised + 38,
                                  0,
                                  Beat::Kind::close_supervision,
                                  Act::supervise,
                                  "说明属实，继续跟踪。",
                                  {}});
        }
    }

    void tell_reassigned() {
        beat(3, 0, Act::request_return, "车辆途中故障，无法按时到达，申请改派。");
        others([&](std::size_t i) { work(i, 1); });
        const auto* kind = find_event_kind(event_->kind);
        for (const auto helpful : kind->helpful) {
            for (const auto& resource : cast_.resources) {
                if (resource.state != Availability::available || !helps(resource, helpful) ||
                    resource.layer == Layer::risk || resource.layer == Layer::camera ||
                    std::ranges::find(out_.command.recipients, resource.id, &Recipient::unit) !=
                        out_.command.recipients.end())
                    continue;
                out_.beats.push_back(
                    {8, 0, Beat::Kind::act, Act::reassign, "同意，改派相邻队伍。", resource.id});
                // The replacement comes after the recipients.
                const auto replacement = out_.command.recipients.size();
                beat(12, replacement, Act::acknowledge);
                beat(14, replacement, Act::depart, "接替队伍已出动。");
                beat(29, replacement, Act::arrive, event_->reports[0]);
                beat(58, replacement, Act::report, event_->reports[1]);
                return;
            }
        }
    }

    const Geography& geography_;
    const Cast& cast_;
    Dice& dice_;
    Instant now_;
    const texts::Event* event_ = nullptr;
    std::int64_t age_ = 0;
    Words words_;
    PlannedOrder out_;
};

} // namespace

std::vector<PlannedOrder> plan_day(const Geography& geography, const Cast& cast, Dice& dice,
                                   Instant now) {
    Planner planner(geography, cast, dice, now);
    std::vector<PlannedOrder> out;
    std::size_t turn = 0;
    const auto events = texts::events();
    for (const auto& share : shares) {
        for (int i = 0; i < share.count; ++i) {
            // Evenly over the range, with some chance: charts show a day, not a heap.
            const auto span = share.most_age - share.least_age;
            const auto step = span / share.count;
            const auto age =
                share.least_age + step * i + (step > 1 ? dice.between(0, step - 1) : 0);
            constexpr std::size_t stride = 4; // coprime to the number of events
            const auto next = [&]() -> const texts::Event& {
                return events[turn++ * stride % events.size()];
            };
            const auto* event = &next();
            while (takes_long(share.ending) && !can_wait(*event))
                event = &next();
            out.push_back(planner.plan(*event, share.ending, age));
        }
    }
    std::ranges::stable_sort(out, {}, &PlannedOrder::issued);
    return out;
}

} // namespace chengyun::hub
