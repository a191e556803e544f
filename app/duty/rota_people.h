// People to be put onto the rota: those who could take the chosen shift first, and of them those
// with the fewest hours.
#pragma once

#include "core/duty/shift.h"

#include <QAbstractListModel>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace chengyun::console {

class RotaBoard;

/// GUI thread. Roles: person (id), name, unitName, phone, initials, hours and shifts and nights (of
/// the period that is looked at), fit (may take the chosen shift: active, qualified, free and
/// rested), active, own (the signed-in person).
class RotaPeople : public QAbstractListModel {
    Q_OBJECT
    /// Typed: every word must occur in name, pinyin initials, pinyin, telephone number or unit.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    /// Also those who do no duty any more.
    Q_PROPERTY(bool withInactive READ withInactive WRITE setWithInactive NOTIFY textChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        PersonRole = Qt::UserRole + 1,
        NameRole,
        UnitNameRole,
        PhoneRole,
        InitialsRole,
        HoursRole,
        ShiftsRole,
        NightsRole,
        FitRole,
        ActiveRole,
        OwnRole
    };
    Q_ENUM(Role)

    explicit RotaPeople(RotaBoard& board, QObject* parent = nullptr);

    /// Whom could this shift be given to? Empty: no shift is chosen, and everybody is fit.
    Q_INVOKABLE void chooseFor(const QString& shift);
    /// The same for a shift that is not there yet.
    Q_INVOKABLE void chooseForNew(const QString& post, const QString& date, int start, int minutes);
    /// Id of the person in a row; empty when there is none.
    Q_INVOKABLE [[nodiscard]] QString at(int row) const;

    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] bool withInactive() const { return withInactive_; }
    void setWithInactive(bool with);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void textChanged();
    void countChanged();

private:
    struct Row {
        std::string person;
        int hours = 0, shifts = 0, nights = 0;
        bool fit = true;
        bool operator==(const Row&) const = default;
    };
    void refresh();

    RotaBoard& board_;
    QString text_;
    bool withInactive_ = false;
    std::optional<Shift> for_;
    std::vector<Row> rows_;
};

/// What a person is found by, beside the name.
[[nodiscard]] std::string initialsOf(const Person& person);

} // namespace chengyun::console
