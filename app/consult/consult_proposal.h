// Who is to be called: what the hub proposes for an order, and whom one finds besides.
#pragma once

#include <QAbstractListModel>
#include <QVariantList>

#include <string>
#include <vector>

namespace chengyun {
struct Unit;
}

namespace chengyun::console {

class ConsultCommands;
class ConsultStore;
class DutyRoster;
class HubLink;
class ResourceStore;

/// GUI thread. Rows: who is proposed or was added, each chosen or struck out. Those who are members
/// already and need no call are left out.
///
/// Roles: id, kind ("person", "unit"), name, post, chosen (bool).
class ConsultProposal : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int chosen READ chosen NOTIFY chosenChanged)
    /// The hub is asked.
    Q_PROPERTY(bool busy READ busy NOTIFY stateChanged)
    /// Why the hub proposes nothing, in words.
    Q_PROPERTY(QString failureText READ failureText NOTIFY stateChanged)

public:
    enum Role { IdRole = Qt::UserRole + 1, KindRole, NameRole, PostRole, ChosenRole };
    Q_ENUM(Role)

    /// All must outlive this.
    ConsultProposal(ConsultStore& store, ConsultCommands& commands, DutyRoster& roster,
                    ResourceStore& resources, HubLink& link, QObject* parent = nullptr);

    /// Begins anew: with the hub's proposal where there is an `order`, for `room` where it is made
    /// already; both may be empty.
    Q_INVOKABLE void begin(const QString& order, const QString& room);
    Q_INVOKABLE void toggle(int row);
    /// One more, chosen: as in found(). Twice is once.
    Q_INVOKABLE void add(const QVariantMap& who);
    /// People of the hall and units whose name holds the text (or its initials), at most 30: {id,
    /// kind, name, post (unit's area or the person's unit)}.
    Q_INVOKABLE [[nodiscard]] QVariantList found(const QString& text) const;
    /// {id, kind, post} of the chosen ones, as ConsultCommands takes them.
    Q_INVOKABLE [[nodiscard]] QVariantList call() const;

    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int chosen() const;
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] QString failureText() const { return failureText_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    void chosenChanged();
    void stateChanged();

private:
    struct Row {
        QString id, kind, name, post;
        bool chosen = true;
        bool operator==(const Row&) const = default;
    };
    void take(const QByteArray& body);
    void append(Row row);
    [[nodiscard]] bool isWanted(const QString& id) const;

    ConsultStore& store_;
    ConsultCommands& commands_;
    DutyRoster& roster_;
    ResourceStore& resources_;
    HubLink& link_;
    std::vector<Row> rows_;
    QString room_;
    QString failureText_;
    bool busy_ = false;
    int round_ = 0;
};

} // namespace chengyun::console
