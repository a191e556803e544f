#include "hub/duty/handover_items.h"

#include "core/id/uuid.h"
#include "core/order/order_codec.h"
#include "core/order/rules.h"
#include "core/text/limits.h"
#include "hub/duty/rota_reads.h"
#include "hub/orders/order_store.h"

#include <algorithm>
#include <map>
#include <set>

namespace chengyun::hub {

namespace {

/// Values whose texts are joined with commas.
template <class T>
Result<std::vector<T>> values_of(const std::string& joined) {
    return stored_value<std::vector<T>>("[" + joined + "]");
}

/// At most so many characters, cut at one.
std::string shortened(std::string_view text, std::size_t most) {
    std::size_t at = 0, count = 0;
    for (; at < text.size() && count < most; ++count)
        at += std::max<std::size_t>(code_point_length(text, at), 1);
    return at == text.size() ? std::string(text) : std::string(text.substr(0, at)) + "…";
}

HandoverItemKind kind_of_standing(LogKind kind) {
    switch (kind) {
    case LogKind::equipment:
        return HandoverItemKind::fault;
    case LogKind::announcement:
        return HandoverItemKind::announcement;
    default:
        return HandoverItemKind::instruction;
    }
}

class ItemFinder {
public:
    ItemFinder(Database& db, Instant now) : db_(db), now_(now) {}

    Result<> add_orders(const OrderStore& store, const Post& post) {
        // Only open ones: none was closed after now.
        auto texts = store.recent(db_, {post.unit.empty(), {}, post.unit}, Instant::max());
        if (!texts)
            return texts.error();
        auto orders = values_of<Order>(texts->orders);
        auto assignments = values_of<Assignment>(texts->assignments);
        auto supervisions = values_of<Supervision>(texts->supervisions);
        if (!orders)
            return orders.error();
        if (!assignments)
            return assignments.error();
        if (!supervisions)
            return supervisions.error();
        std::set<std::string_view> overdue;
        for (const auto& assignment : *assignments)
            if (is_open(assignment.state) && assignment.escalation >= Escalation::L1)
                overdue.insert(assignment.order);
        std::map<std::string_view, std::string> numbers;
        for (const auto& order : *orders) {
            const auto number = "#" + std::to_string(order.number) + " ";
            numbers.emplace(order.id, number);
            add(overdue.contains(order.id) ? HandoverItemKind::overdue_order
                                           : HandoverItemKind::open_order,
                order.id, number + order.title);
        }
        std::map<std::string_view, std::string_view> units;
        for (const auto& assignment : *assignments)
            units.emplace(assignment.id, assignment.unit_name);
        for (const auto& supervision : *supervisions)
            if (supervision.state != SupervisionState::closed)
                add(HandoverItemKind::supervision, supervision.id,
                    numbers[supervision.order] + std::string(units[supervision.assignment]));
        return {};
    }

    Result<> add_log(const Post& post, std::string_view shift) {
        auto standing = standing_log(db_, post.unit.empty() ? std::string_view() : post.id);
        if (!standing)
            return standing.error();
        for (const auto& entry : *standing)
            add(kind_of_standing(entry.kind), entry.id, entry.text);
        auto own = log_of_shift(db_, shift);
        if (!own)
            return own.error();
        for (const auto& entry : *own)
            add(HandoverItemKind::log, entry.id, entry.text);
        return {};
    }

    [[nodiscard]] std::vector<HandoverItem> take() { return std::move(items_); }

private:
    void add(HandoverItemKind kind, const std::string& subject, std::string_view title) {
        HandoverItem item;
        item.id = new_id(now_);
        item.kind = kind;
        item.subject = subject;
        item.title = shortened(title, limits::title);
        items_.push_back(std::move(item));
    }

    Database& db_;
    Instant now_;
    std::vector<HandoverItem> items_;
};

} // namespace

Result<std::vector<HandoverItem>> found_items(Database& db, const OrderStore& orders,
                                              const Post& post, std::string_view shift,
                                              Instant now) {
    ItemFinder finder(db, now);
    if (auto done = finder.add_orders(orders, post); !done)
        return done.error();
    if (auto done = finder.add_log(post, shift); !done)
        return done.error();
    return finder.take();
}

} // namespace chengyun::hub
