#include "hub/duty/handover_items.h"

#include "core/id/uuid.h"
#include "core/text/limits.h"
#include "hub/duty/rota_reads.h"
#include "hub/orders/order_store.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

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

    Result<> add_orders(const OrderStore& store, const Post& post, const Handover& sheet) {
        const OrderScope scope{post.unit.empty(), {}, post.unit};
        auto orders = store.most_urgent(db_, scope, most_listed_on_a_sheet, sheet.handed_over);
        if (!orders)
            return orders.error();
        for (const auto& order : orders->first)
            add(order);
        add_further(further_orders, orders->all - orders->first.size());
        if (sheet.handed_over)
            if (auto done = add_overdue(store, scope, sheet); !done)
                return done;
        auto supervisions =
            store.open_supervisions(db_, scope, most_listed_on_a_sheet, sheet.handed_over);
        if (!supervisions)
            return supervisions.error();
        for (const auto& supervision : supervisions->first)
            add(HandoverItemKind::supervision, supervision.id,
                numbered(supervision.number, supervision.unit_name));
        add_further(further_supervisions, supervisions->all - supervisions->first.size());
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
    static std::string numbered(std::int64_t number, const std::string& text) {
        return "#" + std::to_string(number) + " " + text;
    }
    void add(const OrderStore::OpenOrder& order) {
        add(order.is_overdue ? HandoverItemKind::overdue_order : HandoverItemKind::open_order,
            order.id, numbered(order.number, order.title));
    }
    /// Those on the sheet that are overdue by now.
    Result<> add_overdue(const OrderStore& store, const OrderScope& scope, const Handover& sheet) {
        auto orders = store.most_urgent(db_, scope, most_listed_on_a_sheet, {});
        if (!orders)
            return orders.error();
        for (const auto& order : orders->first)
            if (order.is_overdue && std::ranges::find(sheet.items, order.id,
                                                      &HandoverItem::subject) != sheet.items.end())
                add(order);
        return {};
    }
    void add_further(std::string_view subject, std::size_t count) {
        if (count > 0)
            add(HandoverItemKind::further, std::string(subject), std::to_string(count));
    }
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
                                              const Post& post, const Handover& sheet,
                                              Instant now) {
    ItemFinder finder(db, now);
    if (auto done = finder.add_orders(orders, post, sheet); !done)
        return done.error();
    if (auto done = finder.add_log(post, sheet.outgoing); !done)
        return done.error();
    return finder.take();
}

} // namespace chengyun::hub
