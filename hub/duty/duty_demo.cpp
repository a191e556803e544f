#include "hub/duty/duty_demo.h"

#include "core/account/account_codec.h"
#include "core/duty/entry_kinds.h"
#include "core/id/uuid.h"
#include "core/order/order_codec.h"
#include "core/unit/unit_codec.h"
#include "hub/capability/demonstration.h"
#include "hub/duty/demo_texts.h"
#include "hub/duty/duty_service.h"
#include "hub/duty/provided.h"
#include "hub/duty/roster.h"
#include "hub/duty/rota_reads.h"
#include "hub/orders/order_store.h"
#include "hub/resources/resources.h"

#include <algorithm>
#include <format>

namespace chengyun::hub {

namespace {

const Actor demo_maker{"system", "演示"};

/// Every so many shifts somebody came late, for the figures.
constexpr std::size_t late_every = 17;

class DutyStage {
public:
    DutyStage(Transaction& tx, const DutyDemo& demo)
        : tx_(tx), db_(tx.database()), demo_(demo), now_(tx.now()) {}

    Result<> play() {
        const auto steps = {&DutyStage::find_units,     &DutyStage::make_posts,
                            &DutyStage::lay_out_months, &DutyStage::put_people,
                            &DutyStage::keep_shifts,    &DutyStage::say_who_leads,
                            &DutyStage::write_log,      &DutyStage::draft_sheet};
        for (const auto step : steps)
            if (auto done = (this->*step)(); !done)
                return done;
        return {};
    }

private:
    Result<> find_units() {
        auto page = demo_.resources.unit_store->query(db_, {}, {{}, {}, 5000, {}});
        if (!page)
            return page.error();
        for (const auto wanted : demo_texts::departments)
            for (const auto& json : page->items) {
                auto unit = stored_value<Unit>(json);
                if (unit && unit->kind == UnitKind::department &&
                    unit->name.find(wanted) != std::string::npos)
                    units_.push_back(std::move(*unit));
            }
        if (units_.size() < demo_texts::departments.size())
            return fail(FailureKind::not_found, "unit",
                        "the demonstration has no such departments");
        return {};
    }

    Post& post(PostKind kind, std::string name, std::int64_t from, std::int64_t until) {
        auto& post = posts_.emplace_back();
        post.id = new_id(now_);
        post.kind = kind;
        post.name = std::move(name);
        post.from_minute = from;
        post.until_minute = until;
        return post;
    }
    Result<> make_posts() {
        constexpr std::int64_t morning = 510, next_morning = 1950;
        post(PostKind::leader, "带班领导", morning, next_morning);
        post(PostKind::commander, "指挥长", morning, next_morning);
        post(PostKind::shift_leader, "值班长", morning, next_morning).hands_over = true;
        auto& desk = post(PostKind::dispatcher, "调度员", morning, next_morning);
        desk.people = 2;
        desk.qualification = demo_texts::qualification;
        for (const auto& unit : units_)
            post(PostKind::liaison, unit.name + "联络员", morning, next_morning).unit = unit.id;
        for (auto& post : posts_)
            if (auto kept = keep_as(post, entry_kind::duty_post_written, "duty_post", post.id);
                !kept)
                return kept;
        return {};
    }

    Person& person(std::string_view name, const std::string& unit = {}) {
        auto& person = people_.emplace_back();
        person.id = new_id(now_);
        person.name = name;
        person.unit = unit;
        // No such prefix is given to anybody.
        person.phones.push_back(std::format("100{:08}", 10'000'000 + people_.size() * 3571));
        return person;
    }

    /// The people of each group are made with their crews; a plan of the group follows from both.
    Result<> lay_out_months() {
        auto patterns = all_patterns(db_);
        if (!patterns)
            return patterns.error();
        std::vector<Crew> leaders, commanders, desks;
        for (const auto name : demo_texts::leaders)
            leaders.push_back({"", {{posts_[0].id, person(name).id, {}}}});
        for (std::size_t i = 0; i < demo_texts::commanders.size(); ++i) {
            auto& crew = commanders.emplace_back();
            crew.places.push_back({posts_[1].id, person(demo_texts::commanders[i]).id, {}});
            for (std::size_t u = 0; u < units_.size(); ++u)
                crew.places.push_back(
                    {posts_[4 + u].id, person(demo_texts::liaisons[u][i], units_[u].id).id, {}});
        }
        for (const auto& names : demo_texts::crews) {
            auto& crew = desks.emplace_back();
            for (std::size_t i = 0; i < names.size(); ++i) {
                auto& made = person(names[i]);
                made.qualifications.emplace_back(demo_texts::qualification);
                crew.places.push_back({posts_[i == 0 ? 2 : 3].id, made.id, {}});
            }
        }
        // The crew that rests stands by: its people are the others' backups.
        for (std::size_t i = 0; i < desks.size(); ++i)
            for (std::size_t place = 0; place < desks[i].places.size(); ++place)
                desks[i].places[place].backup = desks[(i + 2) % desks.size()].places[place].person;
        if (auto done = lay_out_by(*patterns, "leaders_of_seven", std::move(leaders)); !done)
            return done;
        if (auto done = lay_out_by(*patterns, "day_and_night_of_three", std::move(commanders));
            !done)
            return done;
        return lay_out_by(*patterns, "day_night", std::move(desks));
    }
    Result<> lay_out_by(const std::vector<Pattern>& patterns, std::string_view key,
                        std::vector<Crew> crews) {
        const auto pattern = std::ranges::find(patterns, key, &Pattern::key);
        if (pattern == patterns.end())
            return fail(FailureKind::not_found, "pattern", std::string(key));
        auto years = all_holiday_years(db_);
        if (!years)
            return years.error();
        const Calendar calendar(*years, demo_.roster.zone);
        const std::chrono::year_month_day today(calendar.day(now_));
        const auto month = today.year() / today.month();
        // From the day before: its night is this month's too.
        const Day first = Day(month / 1) - std::chrono::days(1);
        const Day last{(month + std::chrono::months(1)) / std::chrono::last};
        auto laid = lay_out({text_of(first), text_of(last), 0, std::move(crews)}, *pattern, posts_,
                            calendar, [this] { return new_id(now_); });
        if (!laid)
            return laid.error();
        std::ranges::move(laid->shifts, std::back_inserter(shifts_));
        return {};
    }

    /// Who is on duty at this post now; the first of several.
    [[nodiscard]] Shift* now_at(const Post& post) {
        const auto found = std::ranges::find_if(shifts_, [&](const Shift& shift) {
            return shift.post == post.id && shift.start <= now_ && now_ < shift.end;
        });
        return found == shifts_.end() ? nullptr : &*found;
    }

    /// Who takes over there.
    [[nodiscard]] const Shift* next_at(const Post& post) const {
        const Shift* next = nullptr;
        for (const auto& shift : shifts_)
            if (shift.post == post.id && shift.start > now_ && (!next || shift.start < next->start))
                next = &shift;
        return next;
    }

    Result<> put_people() {
        const auto tie = [&](const Shift* shift, std::string_view name,
                             std::vector<DutyRight> rights = {}) {
            const auto account = demo_.find_account ? demo_.find_account(name) : std::nullopt;
            if (!shift || !account)
                return;
            auto& person = *std::ranges::find(people_, shift->person, &Person::id);
            person.account = *account;
            person.account_name = name;
            person.rights = std::move(rights);
        };
        tie(now_at(posts_[1]), "commander", {DutyRight::plan, DutyRight::approve});
        tie(now_at(posts_[2]), "operator", {DutyRight::plan});
        tie(next_at(posts_[2]), "relief", {DutyRight::plan});
        tie(now_at(posts_.back()), "unit");
        for (auto& person : people_)
            if (auto kept =
                    keep_as(person, entry_kind::duty_person_written, "duty_person", person.id);
                !kept)
                return kept;
        return {};
    }

    /// What is over has taken place; everybody has come today, but the last department's liaison.
    Result<> keep_shifts() {
        const auto* missing = now_at(posts_.back());
        std::size_t count = 0;
        for (auto& shift : shifts_) {
            if (shift.start > now_ || &shift == missing)
                continue;
            const bool late = ++count % late_every == 0;
            shift.checked_in = shift.start + std::chrono::minutes(late ? 25 : -6);
            shift.checked_in_from = CheckInFrom::seat;
            shift.checked_in_by = demo_maker.id;
            shift.state = ShiftState::on_duty;
            if (shift.end <= now_) {
                shift.state = ShiftState::closed;
                shift.ended = shift.end + std::chrono::minutes(5);
            }
        }
        DutyEntry entry(tx_, demo_maker);
        for (auto& shift : shifts_) {
            if (auto kept = entry.keep(shift); !kept)
                return kept;
            const auto& post = *std::ranges::find(posts_, shift.post, &Post::id);
            if (auto armed = demo_.roster.deadlines.arm(db_, nullptr, shift, post, false, now_);
                !armed)
                return armed;
        }
        return entry.append(entry_kind::shift_planned, "shift", shifts_.front().id, {});
    }

    /// The status bar's names: those who are on duty.
    Result<> say_who_leads() {
        const auto name_at = [&](const Post& post) {
            const auto* shift = now_at(post);
            return shift ? std::ranges::find(people_, shift->person, &Person::id)->name
                         : std::string();
        };
        auto before = demo_.duty.now(db_);
        if (!before)
            return before.error();
        SetDuty duty;
        duty.mode = before->mode;
        duty.commander = name_at(posts_[1]);
        duty.shift_leader = name_at(posts_[2]);
        duty.version = before->version;
        Account commander;
        commander.role = Role::commander;
        commander.display_name = duty.commander + "（演示）";
        if (auto said = demo_.duty.set(tx_, commander, duty); !said)
            return said.error();
        return {};
    }

    /// In the words of the shift leader.
    Result<> write_log() {
        auto* shift = now_at(posts_[2]);
        if (!shift)
            return {};
        Account leader;
        leader.role = Role::operator_;
        const auto& person = *std::ranges::find(people_, shift->person, &Person::id);
        leader.id = person.account;
        leader.display_name = person.name;
        if (leader.id.empty())
            return {};
        auto open = demo_.orders.recent(db_, {true, {}, {}}, Instant::max());
        if (!open)
            return open.error();
        auto orders = stored_value<std::vector<Order>>("[" + open->orders + "]");
        if (!orders)
            return orders.error();
        const auto lines = std::span(demo_texts::log);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            WriteLog line;
            line.id = new_id(now_);
            line.kind = lines[i].kind;
            line.text = lines[i].text;
            line.time = now_ - std::chrono::minutes(12 * (lines.size() - i));
            if (!lines[i].with.empty()) {
                line.with = lines[i].with;
                line.phone = std::format("027-0000{:04}", 1000 + i * 37);
            }
            if (lines[i].stands)
                line.stands = true;
            if (lines[i].of_order && !orders->empty())
                line.order = (*orders)[i % orders->size()].id;
            if (auto written = demo_.roster.log.write(tx_, leader, line); !written)
                return written.error();
        }
        return {};
    }

    Result<> draft_sheet() {
        const auto* shift = now_at(posts_[2]);
        return shift ? demo_.roster.handovers.draft(tx_, shift->id) : Result<>();
    }

    template <class T>
    Result<> keep_as(T& value, std::string_view kind, std::string_view entity,
                     const std::string& id) {
        DutyEntry entry(tx_, demo_maker);
        if (auto kept = entry.keep(value); !kept)
            return kept;
        return entry.append(kind, entity, id, id);
    }

    Transaction& tx_;
    Database& db_;
    const DutyDemo& demo_;
    Instant now_;
    std::vector<Unit> units_;
    std::vector<Post> posts_; ///< leader, commander, shift leader, dispatcher, then liaisons
    std::vector<Person> people_;
    std::vector<Shift> shifts_;
};

} // namespace

Result<> make_duty_demo(const Demonstration& demo, const DutyDemo& duty) {
    if (auto added = add_provided(demo.store.writer); !added)
        return added;
    auto played = demo.store.writer.run([&](Transaction& tx) -> Result<Answer> {
        auto posts = all_posts(tx.database());
        if (!posts)
            return posts.error();
        if (posts->empty())
            if (auto done = DutyStage(tx, duty).play(); !done)
                return done.error();
        return Answer{};
    });
    if (!played)
        return played.error();
    return {};
}

} // namespace chengyun::hub
