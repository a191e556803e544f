#include "hub/capability/snapshot.h"

#include "hub/journal/journal.h"
#include "hub/store/database.h"

namespace chengyun::hub {

SnapshotText::List::~List() {
    if (begun_)
        out_ += ']';
}

void SnapshotText::List::add(std::string_view json) {
    if (json.empty())
        return;
    if (begun_) {
        out_ += ',';
    } else {
        out_ += ",\"";
        out_ += kind_;
        out_ += "\":[";
        begun_ = true;
    }
    out_ += json;
}

void SnapshotText::one(std::string_view kind, std::string_view json) {
    out_ += ",\"";
    out_ += kind;
    out_ += "\":";
    out_ += json;
}

Result<std::string> SnapshotMaker::make(Database& db, const Account& account, Instant now) const {
    auto scope = ReadScope::begin(db);
    if (!scope)
        return scope.error();
    auto end = journal_end(db);
    if (!end)
        return end.error();
    std::string out =
        "{\"seq\":" + std::to_string(end->seq) + ",\"hash\":\"" + std::string(end->hash) + '"';
    SnapshotText text(out);
    for (const auto& capability : capabilities_)
        if (auto added = capability->add_to_snapshot(db, account, now, text); !added)
            return added.error();
    return out + '}';
}

} // namespace chengyun::hub
