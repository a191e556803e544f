#include "hub/orders/snapshot.h"

#include "core/account/account_codec.h"
#include "hub/duty/duty_store.h"
#include "hub/orders/order_service.h"
#include "hub/resources/area_store.h"
#include "hub/resources/resource_store.h"
#include "hub/resources/scope.h"
#include "hub/resources/unit_store.h"
#include "hub/store/rows.h"

namespace chengyun::hub {

namespace {

/// A list of the snapshot, written into its text at once; absent when it stays empty, as the codec
/// has it.
class ListWriter {
public:
    ListWriter(std::string& out, std::string_view name) : out_(out), name_(name) {}
    ~ListWriter() {
        if (begun_)
            out_ += ']';
    }
    ListWriter(const ListWriter&) = delete;
    ListWriter& operator=(const ListWriter&) = delete;
    void add(std::string_view json) {
        if (json.empty())
            return;
        if (begun_) {
            out_ += ',';
        } else {
            out_ += ",\"";
            out_ += name_;
            out_ += "\":[";
            begun_ = true;
        }
        out_ += json;
    }

private:
    std::string& out_;
    std::string_view name_;
    bool begun_ = false;
};

} // namespace

Result<std::string> SnapshotMaker::make(Database& db, const Account& account, Instant now) const {
    auto scope = ReadScope::begin(db);
    if (!scope)
        return scope.error();
    auto head = bound(db, "SELECT seq, hash FROM journal_head");
    if (!head)
        return head.error();
    if (auto row = head->step(); !row)
        return row.error();
    std::string out = "{\"seq\":" + std::to_string(head->integer(0)) + ",\"hash\":\"" +
                      std::string(head->text(1)) + '"';
    const bool map = !sees_nothing(account);
    if (map) {
        ListWriter list(out, "areas");
        if (auto read =
                areas_.each(db, account.area, [&](std::string_view json) { list.add(json); });
            !read)
            return read.error();
    }
    {
        ListWriter list(out, "units");
        if (account.role == Role::unit && !account.disabled) {
            auto own = units_.get(db, account.unit);
            if (!own && own.error().kind != FailureKind::not_found)
                return own.error();
            if (own && !in_scope(account, own->area))
                list.add(json::write(*own));
        }
        if (map)
            if (auto read =
                    units_.each(db, account.area, [&](std::string_view json) { list.add(json); });
                !read)
                return read.error();
    }
    if (map) {
        ListWriter list(out, "resources");
        if (auto read =
                resources_.each(db, account.area, [&](std::string_view json) { list.add(json); });
            !read)
            return read.error();
    }
    auto recent = orders_.recent(db, OrderService::scope_of(account), now - std::chrono::hours(24));
    if (!recent)
        return recent.error();
    ListWriter(out, "orders").add(recent->orders);
    ListWriter(out, "assignments").add(recent->assignments);
    ListWriter(out, "reports").add(recent->reports);
    ListWriter(out, "supervisions").add(recent->supervisions);
    auto duty = duty_.get(db);
    if (!duty)
        return duty.error();
    out += ",\"duty\":" + json::write(*duty) + '}';
    return out;
}

} // namespace chengyun::hub
