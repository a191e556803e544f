// SqliteOrderStore: are the rows what the journal made of them? Order by order: its entries are
// played through, and what comes of them is compared with the rows.
#include "core/order/order_codec.h"
#include "core/order/rules.h"
#include "core/text/limits.h"
#include "hub/journal/journal_walk.h"
#include "hub/orders/order_deadlines.h"
#include "hub/orders/order_entry.h"
#include "hub/orders/sqlite_order_impl.h"
#include "hub/store/findings.h"
#include "hub/store/id_key.h"
#include "hub/store/row_check.h"
#include "hub/store/rows.h"

#include <charconv>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace chengyun::hub {

namespace {

/// The last after-images of one kind, in the order in which their things were first told of.
class Images {
public:
    void take(const WalkedEntry& entry, std::string_view kind) {
        for (const auto& image : entry.images(kind)) {
            const auto* object = image.if_object();
            const auto* id = object ? object->if_contains("id") : nullptr;
            if (!id || !id->is_string())
                continue;
            const std::string_view name(id->get_string());
            const auto [at, is_new] = positions_.try_emplace(name, items_.size());
            if (is_new)
                items_.push_back({name, &image, entry.seq, false});
            else
                items_[at->second] = {name, &image, entry.seq, false};
        }
    }
    struct Item {
        std::string_view id;
        const boost::json::value* image;
        std::int64_t seq;
        bool found;
    };
    /// None when no entry has it. Counts as found from then on.
    [[nodiscard]] const Item* find(std::string_view id) {
        const auto at = positions_.find(id);
        if (at == positions_.end())
            return nullptr;
        items_[at->second].found = true;
        return &items_[at->second];
    }
    [[nodiscard]] std::size_t position(std::string_view id) const { return positions_.at(id); }
    [[nodiscard]] const std::vector<Item>& items() const { return items_; }

private:
    std::vector<Item> items_;
    std::map<std::string_view, std::size_t> positions_;
};

[[nodiscard]] std::string entry_name(std::int64_t seq) {
    return "entry " + std::to_string(seq) + " of the journal";
}

/// Which level of a deadline has fired last: by assignment, timer and deadline.
using Fired = std::map<std::tuple<std::string, std::string, std::int64_t>, Escalation>;

[[nodiscard]] std::optional<Escalation> level_of(std::string_view kind) {
    for (const auto level : {Escalation::L0, Escalation::L1, Escalation::L2, Escalation::L3})
        if (kind == timer_entry_kind(level))
            return level;
    return {};
}

/// Within what any settings can give: they may have been others when the timer was stored.
[[nodiscard]] bool may_fire_at(const Timer& timer, std::int64_t limit_minutes) {
    const auto after = timer.fire_at - timer.due;
    switch (timer.level) {
    case Escalation::L0:
        return after <= Instant::duration::zero() && after >= -std::chrono::minutes(limit_minutes);
    case Escalation::L1:
        return after == Instant::duration::zero();
    default:
        return after > Instant::duration::zero() && after <= std::chrono::minutes(200'000);
    }
}

[[nodiscard]] std::int64_t limit_of(TimerKind kind, const TimeLimits& limits) {
    switch (kind) {
    case TimerKind::acknowledge:
        return limits.acknowledge;
    case TimerKind::report:
        return limits.report;
    case TimerKind::complete:
        return limits.complete;
    }
    return 0;
}

class OrderCheck {
public:
    OrderCheck(Database& db, const DeadlineStore& deadlines, Findings& findings)
        : db_(db), deadlines_(deadlines), findings_(findings) {}

    [[nodiscard]] Result<> order(std::string_view id, const std::vector<WalkedEntry>& entries) {
        Images orders, assignments, reports, supervisions;
        Fired fired;
        for (const auto& entry : entries) {
            orders.take(entry, "orders");
            assignments.take(entry, "assignments");
            reports.take(entry, "reports");
            supervisions.take(entry, "supervisions");
            if (const auto level = level_of(entry.text("kind"))) {
                std::int64_t due = 0;
                const auto text = entry.note("due");
                std::from_chars(text.data(), text.data() + text.size(), due);
                fired[{std::string(entry.text("id")), std::string(entry.note("timer")), due}] =
                    *level;
            }
        }
        if (orders.items().empty())
            return {};
        auto number = order_row(orders, id);
        if (!number)
            return number.error();
        if (*number < 0)
            return {}; // what hangs on it has no order: strays() says so
        // What it is by the journal: deadlines follow from that whatever the row says.
        auto known = json::decode<Order>(*orders.items().front().image, json::Unknown::ignore);
        if (!known)
            return fail(FailureKind::corrupt, "journal", known.error().detail);
        if (auto done = assignment_rows(assignments, *number, known->limits, fired); !done)
            return done;
        if (auto done =
                rows("report", "SELECT id, json FROM report WHERE number = ?", reports, *number);
            !done)
            return done;
        if (auto done = photos(reports, *number); !done)
            return done;
        return rows("supervision", "SELECT id, json FROM supervision WHERE number = ?",
                    supervisions, *number);
    }

    /// Rows that no entry of the journal has, or that hang on nothing.
    [[nodiscard]] Result<> strays() {
        auto query = bound(db_, "SELECT id FROM orders");
        if (!query)
            return query.error();
        auto compared = each_row(*query, [&](const Statement& row) -> Result<> {
            auto has = has_timeline(db_, row.text(0));
            if (!has)
                return has.error();
            if (!*has)
                findings_.wrong("orders", row.text(0), "is in no entry of the journal");
            return {};
        });
        if (!compared)
            return compared;
        return first_failure(
            list("assignment", "of no order",
                 "SELECT id FROM assignment WHERE row / 65536 NOT IN (SELECT number FROM orders)"),
            list("report", "of no order",
                 "SELECT id FROM report WHERE number NOT IN (SELECT number FROM orders)"),
            list("supervision", "of no order",
                 "SELECT id FROM supervision WHERE number NOT IN (SELECT number FROM orders)"),
            list("report_attachment", "of no order",
                 "SELECT attachment FROM report_attachment "
                 "WHERE number NOT IN (SELECT number FROM orders)"),
            deadlines_of_nothing());
    }

private:
    [[nodiscard]] Result<> deadlines_of_nothing() {
        return deadlines_.each(db_, order_deadlines, [&](const Deadline& deadline) -> Result<> {
            auto query = bound(db_, "SELECT 1 FROM assignment WHERE id = ?", deadline.subject);
            if (!query)
                return query.error();
            auto row = query->step();
            if (!row)
                return row.error();
            if (!*row)
                findings_.wrong("deadline", deadline.subject, "of no assignment");
            return {};
        });
    }

    [[nodiscard]] Result<> list(std::string_view table, const char* what, std::string_view sql) {
        auto query = bound(db_, sql);
        if (!query)
            return query.error();
        return each_row(*query,
                        [&](const Statement& row) { findings_.wrong(table, row.text(0), what); });
    }

    /// Compares a row with what the journal has of it; true when they are the same.
    bool compare(std::string_view table, std::string_view id, std::string_view json,
                 Images& images) {
        findings_.compared();
        const auto* item = images.find(id);
        if (!item) {
            findings_.wrong(table, id, "is in no entry of the journal");
            return false;
        }
        const auto value = json::parse(json);
        if (!value) {
            findings_.wrong(table, id, "cannot be read: " + value.error().detail);
            return false;
        }
        const auto names = differences(*value, *item->image);
        if (!names.empty())
            findings_.wrong(table, id, "differs from " + entry_name(item->seq) + " in " + names);
        return names.empty();
    }

    void missing(std::string_view table, const Images& images) {
        for (const auto& item : images.items())
            if (!item.found)
                findings_.wrong(table, item.id, "is missing; " + entry_name(item.seq) + " has it");
    }

    void column(std::string_view table, std::string_view id, const char* name, bool is_right) {
        if (!is_right)
            findings_.wrong(table, id, std::string("column ") + name + " differs from the text");
    }

    /// The order's number; −1 when there is no such row.
    [[nodiscard]] Result<std::int64_t> order_row(Images& orders, std::string_view id) {
        auto query = bound(
            db_, "SELECT number, state, open, area, closed, json FROM orders WHERE id = ?", id);
        if (!query)
            return query.error();
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row) {
            missing("orders", orders);
            return -1;
        }
        if (compare("orders", id, query->text(5), orders)) {
            auto order = json::read<Order>(query->text(5), json::Unknown::ignore);
            if (!order)
                return fail(FailureKind::corrupt, "orders", order.error().detail);
            column("orders", id, "number", query->integer(0) == order->number);
            column("orders", id, "state", query->integer(1) == number_of(order->state));
            column("orders", id, "open", query->integer(2) == (is_open(order->state) ? 1 : 0));
            column("orders", id, "area", query->text(3) == order->area);
            column("orders", id, "closed", has_instant(*query, 4, order->closed));
        }
        return query->integer(0);
    }

    [[nodiscard]] static bool has_instant(const Statement& row, int at,
                                          const std::optional<Instant>& instant) {
        return instant ? !row.is_null(at) && row.integer(at) == ms_of(*instant) : row.is_null(at);
    }

    [[nodiscard]] Result<> assignment_rows(Images& images, std::int64_t number,
                                           const TimeLimits& limits, const Fired& fired) {
        auto query =
            bound(db_,
                  "SELECT id, row, unit, unit_key, unit_area, role, state, open, acknowledged, "
                  "json FROM assignment WHERE row BETWEEN ? AND ? ORDER BY row",
                  number * rows_per_order, number * rows_per_order + rows_per_order - 1);
        if (!query)
            return query.error();
        std::optional<Failure> unreadable;
        auto read = each_row(*query, [&](const Statement& row) {
            const auto id = row.text(0);
            if (!compare("assignment", id, row.text(9), images))
                return;
            const auto assignment = json::read<Assignment>(row.text(9), json::Unknown::ignore);
            if (!assignment) {
                unreadable = fail(FailureKind::corrupt, "assignment", assignment.error().detail);
                return;
            }
            const auto is = [&](const char* name, bool right) {
                column("assignment", id, name, right);
            };
            is("row", row.integer(1) - number * rows_per_order ==
                          static_cast<std::int64_t>(images.position(id)));
            is("unit", row.text(2) == assignment->unit);
            is("unit_key", row.integer(3) == unit_key(assignment->unit));
            is("unit_area", row.text(4) == assignment->unit_area);
            is("role", row.integer(5) == number_of(assignment->role));
            is("state", row.integer(6) == number_of(assignment->state));
            is("open", row.integer(7) == (is_open(assignment->state) ? 1 : 0));
            is("acknowledged", has_instant(row, 8, assignment->acknowledged));
        });
        if (!read)
            return read;
        if (unreadable)
            return *unreadable;
        missing("assignment", images);
        for (const auto& item : images.items())
            if (item.found)
                if (auto done = timers(*item.image, limits, fired); !done)
                    return done;
        return {};
    }

    /// The timers that follow from the assignment's state, at the level after the last that fired.
    [[nodiscard]] Result<> timers(const boost::json::value& image, const TimeLimits& limits,
                                  const Fired& fired) {
        auto assignment = json::decode<Assignment>(image, json::Unknown::ignore);
        if (!assignment)
            return fail(FailureKind::corrupt, "journal", assignment.error().detail);
        const OrderPolicy policy; // only for the order of the levels, which no settings change
        std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, TimerKind> due;
        for (const auto& first : timers_for(*assignment, limits, policy)) {
            std::optional<Timer> next = first;
            const auto last = fired.find(
                {assignment->id, std::string(json::name_of(first.kind)), ms_of(first.due)});
            while (next && last != fired.end() && next->level <= last->second)
                next = next_level(*next, policy);
            if (next)
                due[{number_of(next->kind), ms_of(next->due), number_of(next->level)}] = next->kind;
        }
        auto stored = deadlines_.of(db_, assignment->id, order_deadlines);
        if (!stored)
            return stored.error();
        for (const auto& deadline : *stored) {
            findings_.compared();
            const auto expected = due.find({deadline.kind, ms_of(deadline.due), deadline.level});
            const auto timer = timer_of(deadline);
            if (expected == due.end() || !timer) {
                findings_.wrong("deadline", assignment->id,
                                "one that does not follow from the assignment's state");
                continue;
            }
            if (!may_fire_at(*timer, limit_of(expected->second, limits)))
                findings_.wrong("deadline", assignment->id,
                                std::string(json::name_of(expected->second)) +
                                    " fires at a time that does not follow from its deadline");
            due.erase(expected);
        }
        for (const auto& [key, kind] : due)
            findings_.wrong("deadline", assignment->id,
                            "the one for " + std::string(json::name_of(kind)) + " is missing");
        return {};
    }

    [[nodiscard]] Result<> rows(std::string_view table, std::string_view sql, Images& images,
                                std::int64_t number) {
        auto query = bound(db_, sql, number);
        if (!query)
            return query.error();
        auto read = each_row(*query, [&](const Statement& row) {
            compare(table, row.text(0), row.text(1), images);
        });
        if (!read)
            return read;
        missing(table, images);
        return {};
    }

    [[nodiscard]] Result<> photos(const Images& reports, std::int64_t number) {
        std::set<std::string, std::less<>> named;
        for (const auto& item : reports.items()) {
            auto report = json::decode<Report>(*item.image, json::Unknown::ignore);
            if (!report)
                return fail(FailureKind::corrupt, "journal", report.error().detail);
            named.insert(report->attachments.begin(), report->attachments.end());
        }
        auto query =
            bound(db_, "SELECT attachment FROM report_attachment WHERE number = ?", number);
        if (!query)
            return query.error();
        auto read = each_row(*query, [&](const Statement& row) {
            const auto id = row.text(0);
            if (const auto at = named.find(id); at != named.end())
                named.erase(at);
            else
                findings_.wrong("report_attachment", id, "no report names it");
        });
        if (!read)
            return read;
        for (const auto& id : named)
            findings_.wrong("report_attachment", id, "is missing; a report names it");
        return {};
    }

    Database& db_;
    const DeadlineStore& deadlines_;
    Findings& findings_;
};

} // namespace

Result<> SqliteOrderStore::check(Database& db, const DeadlineStore& deadlines,
                                 Findings& findings) const {
    OrderCheck check(db, deadlines, findings);
    auto walked =
        each_timeline(db, {"order", "assignment", "supervision"},
                      [&](std::string_view order, const std::vector<WalkedEntry>& entries) {
                          return check.order(order, entries);
                      });
    if (!walked)
        return walked;
    return check.strays();
}

} // namespace chengyun::hub
