// OrderService: what it answers without changing anything.
#include "hub/journal/journal_page.h"
#include "hub/orders/order_entry.h"
#include "hub/orders/order_service.h"
#include "hub/resources/page_text.h"
#include "hub/store/database.h"

namespace chengyun::hub {

namespace {

/// More entries than one order gathers.
constexpr std::size_t whole_timeline = 1'000'000;

void append_list(std::string& out, std::string_view name, const std::vector<std::string>& items) {
    out += ",\"";
    out += name;
    out += "\":[";
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0)
            out += ',';
        out += items[i];
    }
    out += ']';
}

} // namespace

Result<std::string> OrderService::list(Database& db, const Account& account,
                                       const OrderQuery& query) const {
    auto scope = ReadScope::begin(db);
    if (!scope)
        return scope.error();
    auto page = orders_.query(db, scope_of(account), query);
    if (!page)
        return page.error();
    std::vector<std::string> items;
    items.reserve(page->items.size());
    for (const auto& texts : page->items) {
        auto& item = items.emplace_back("{\"order\":" + texts.order);
        append_list(item, "assignments", texts.assignments);
        item += '}';
    }
    return page_text(items, page->next);
}

Result<std::string> OrderService::detail(Database& db, const Account& account,
                                         std::string_view order) const {
    auto scope = ReadScope::begin(db);
    if (!scope)
        return scope.error();
    auto visible = orders_.in_scope(db, order, scope_of(account));
    if (!visible)
        return visible.error();
    if (!*visible)
        return fail(FailureKind::not_found, "order", "no such order");
    auto texts = orders_.texts(db, order);
    if (!texts)
        return texts.error();
    std::string out = "{\"order\":" + texts->order;
    append_list(out, "assignments", texts->assignments);
    append_list(out, "reports", texts->reports);
    append_list(out, "supervisions", texts->supervisions);
    out += '}';
    return out;
}

Result<Audience> OrderService::audience(Database& db, const Account& account,
                                        std::string_view id) const {
    auto scope = ReadScope::begin(db);
    if (!scope)
        return scope.error();
    auto order = orders_.order(db, id);
    if (!order)
        return order.error();
    auto heads = orders_.heads(db, order->number);
    if (!heads)
        return heads.error();
    auto audience = audience_of(*order, *heads);
    if (!sees(account, audience))
        return fail(FailureKind::not_found, "order", "no such order");
    return audience;
}

Result<std::string> OrderService::timeline(Database& db, const JournalKinds& kinds,
                                           const Account& account, std::string_view order) const {
    auto scope = ReadScope::begin(db);
    if (!scope)
        return scope.error();
    auto visible = orders_.in_scope(db, order, scope_of(account));
    if (!visible)
        return visible.error();
    if (!*visible)
        return fail(FailureKind::not_found, "order", "no such order");
    return timeline_page(db, kinds, account, order, 0, whole_timeline);
}

Result<bool> OrderService::may_fetch(Database& db, const Account& account,
                                     std::string_view attachment) const {
    return orders_.attachment_in_scope(db, attachment, scope_of(account));
}

} // namespace chengyun::hub
