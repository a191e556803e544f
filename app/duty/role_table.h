// The roles of a list model as a table: the name by which QML asks for one, and what it gets.
#pragma once

#include <QHash>
#include <QVariant>

#include <functional>
#include <utility>
#include <vector>

namespace chengyun::console {

template <class Row>
class RoleTable {
public:
    struct Role {
        const char* name;
        std::function<QVariant(const Row&)> say;
    };
    explicit RoleTable(std::vector<Role> roles) : roles_(std::move(roles)) {}

    [[nodiscard]] QHash<int, QByteArray> names() const {
        QHash<int, QByteArray> names;
        for (std::size_t i = 0; i < roles_.size(); ++i)
            names.insert(first + static_cast<int>(i), roles_[i].name);
        return names;
    }
    /// Nothing for a role that is not in the table.
    [[nodiscard]] QVariant say(const Row& row, int role) const {
        const auto at = static_cast<std::size_t>(role - first);
        return role >= first && at < roles_.size() ? roles_[at].say(row) : QVariant();
    }

private:
    static constexpr int first = Qt::UserRole + 1;
    std::vector<Role> roles_;
};

} // namespace chengyun::console
