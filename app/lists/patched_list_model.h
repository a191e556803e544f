// A list whose rows are worked out as a whole again and again, and changed row by row.
#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chengyun::console {

/// GUI thread. Who looks at the list keeps the rows that stay: what is chosen, scrolled to or
/// pointed at there remains it.
class PatchedListModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

protected:
    /// Makes `rows` what is `wanted`. `keyOf` a row is the text that tells it from all others. No
    /// row is told to have changed but those that come, go or stand elsewhere. Many changes at once
    /// are cheaper as a whole: then the model is reset.
    template <class Row, class KeyOf>
    void patch(std::vector<Row>& rows, std::vector<Row> wanted, KeyOf keyOf) {
        constexpr std::size_t fewEnough = 64;
        std::unordered_map<std::string_view, std::size_t> places;
        places.reserve(wanted.size());
        for (std::size_t at = 0; at < wanted.size(); ++at)
            places.emplace(keyOf(wanted[at]), at);
        std::vector<bool> known(wanted.size());
        std::vector<std::size_t> gone;
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if (const auto found = places.find(keyOf(rows[at])); found != places.end())
                known[found->second] = true;
            else
                gone.push_back(at);
        }
        const auto fresh = static_cast<std::size_t>(std::ranges::count(known, false));
        if (gone.size() + fresh > fewEnough) {
            beginResetModel();
            rows = std::move(wanted);
            endResetModel();
            return;
        }
        for (auto at = gone.rbegin(); at != gone.rend(); ++at) {
            beginRemoveRows({}, static_cast<int>(*at), static_cast<int>(*at));
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(*at));
            endRemoveRows();
        }
        for (std::size_t at = 0; at < wanted.size(); ++at) {
            if (known[at])
                continue;
            const auto row = static_cast<int>(std::min(at, rows.size()));
            beginInsertRows({}, row, row);
            rows.insert(rows.begin() + row, wanted[at]);
            endInsertRows();
        }
        // Now both hold the same rows.
        const auto isSame = [&](const Row& a, const Row& b) { return keyOf(a) == keyOf(b); };
        if (std::ranges::equal(rows, wanted, isSame)) {
            rows = std::move(wanted);
            return;
        }
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        const auto before = persistentIndexList();
        QModelIndexList after;
        for (const auto& old : before)
            after.append(index(
                static_cast<int>(places.at(keyOf(rows[static_cast<std::size_t>(old.row())]))), 0));
        rows = std::move(wanted);
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }
};

} // namespace chengyun::console
