#include "app/duty/rota_people.h"

#include "app/duty/roster.h"
#include "app/duty/rota_board.h"
#include "app/resources/matching.h"
#include "app/text.h"
#include "core/pinyin/pinyin.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace chengyun::console {

std::string initialsOf(const Person& person) {
    return pinyin_initials(person.name);
}

RotaPeople::RotaPeople(RotaBoard& board, QObject* parent)
    : QAbstractListModel(parent), board_(board) {
    connect(&board_, &RotaBoard::refreshed, this, &RotaPeople::refresh);
    connect(&board_.roster(), &DutyRoster::peopleChanged, this, &RotaPeople::refresh);
    refresh();
}

void RotaPeople::chooseFor(const QString& id) {
    const auto* shift = board_.draft().shift(id.toStdString());
    for_ = shift ? std::optional(*shift) : std::nullopt;
    refresh();
}

void RotaPeople::chooseForNew(const QString& post, const QString& date, int start, int minutes) {
    const auto day = day_of(date.toStdString());
    for_.reset();
    if (day) {
        for_.emplace();
        for_->post = post.toStdString();
        for_->start = board_.roster().calendar().at(*day, start);
        for_->end = for_->start + std::chrono::minutes(minutes);
    }
    refresh();
}

QString RotaPeople::at(int row) const {
    return row >= 0 && row < count() ? qs(rows_[static_cast<std::size_t>(row)].person) : QString();
}

void RotaPeople::setText(const QString& text) {
    if (text == text_)
        return;
    text_ = text;
    refresh();
    Q_EMIT textChanged();
}

void RotaPeople::setWithInactive(bool with) {
    if (with == withInactive_)
        return;
    withInactive_ = with;
    refresh();
    Q_EMIT textChanged();
}

void RotaPeople::refresh() {
    const auto& roster = board_.roster();
    const auto& calendar = roster.calendar();
    std::unordered_map<std::string_view, Row> loads;
    for (const auto* shift : board_.shifts()) {
        if (shift->person.empty() || shift->start < board_.from())
            continue;
        auto& load = loads[shift->person];
        load.hours += static_cast<int>((shift->end - shift->start) / std::chrono::minutes(1));
        ++load.shifts;
        // As the figures count it: an hour or more between 0 and 6.
        const auto day = calendar.day(shift->start);
        for (int later = 0; later < 3; ++later) {
            const auto from =
                std::max(shift->start, calendar.at(day + std::chrono::days(later), 0));
            const auto to = std::min(shift->end, calendar.at(day + std::chrono::days(later), 360));
            if (to - from >= std::chrono::hours(1)) {
                ++load.nights;
                break;
            }
        }
    }
    std::set<std::string, std::less<>> fit;
    if (for_)
        for (auto& id : stand_ins(board_.rota(), *for_))
            fit.insert(std::move(id));
    const TypedText typed(text_);
    std::vector<Row> rows;
    for (const auto& person : roster.people()) {
        if (!person.active && !withInactive_)
            continue;
        if (!typed.isEmpty() &&
            !typed.matches({person.name, initialsOf(person), pinyin(person.name),
                            person.phones.empty() ? std::string() : person.phones.front(),
                            roster.unitName(qs(person.unit)).toStdString()}))
            continue;
        if (typed.isEmpty() && !board_.shows(person.unit))
            continue;
        auto row = loads.contains(person.id) ? loads.at(person.id) : Row();
        row.person = person.id;
        row.hours /= 60;
        row.fit = !for_ || fit.contains(person.id) || for_->person == person.id;
        rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, [](const Row& a, const Row& b) {
        return std::tuple(!a.fit, a.hours) < std::tuple(!b.fit, b.hours);
    });
    const bool same = std::ranges::equal(rows, rows_, {}, &Row::person, &Row::person);
    if (!same)
        beginResetModel();
    rows_ = std::move(rows);
    if (!same) {
        endResetModel();
        Q_EMIT countChanged();
    } else if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0), index(count() - 1));
    }
}

int RotaPeople::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant RotaPeople::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    const auto* person = board_.roster().person(row.person);
    if (!person)
        return {};
    switch (role) {
    case PersonRole:
        return qs(row.person);
    case Qt::DisplayRole:
    case NameRole:
        return qs(person->name);
    case UnitNameRole:
        return board_.roster().unitName(qs(person->unit));
    case PhoneRole:
        return person->phones.empty() ? QString() : qs(person->phones.front());
    case InitialsRole:
        return qs(initialsOf(*person));
    case HoursRole:
        return row.hours;
    case ShiftsRole:
        return row.shifts;
    case NightsRole:
        return row.nights;
    case FitRole:
        return row.fit;
    case ActiveRole:
        return person->active;
    case OwnRole:
        return person == board_.roster().self();
    default:
        return {};
    }
}

QHash<int, QByteArray> RotaPeople::roleNames() const {
    return {{PersonRole, "person"},
            {NameRole, "name"},
            {UnitNameRole, "unitName"},
            {PhoneRole, "phone"},
            {InitialsRole, "initials"},
            {HoursRole, "hours"},
            {ShiftsRole, "shifts"},
            {NightsRole, "nights"},
            {FitRole, "fit"},
            {ActiveRole, "active"},
            {OwnRole, "own"}};
}

} // namespace chengyun::console
