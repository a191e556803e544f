#include "app/duty/figures_model.h"

#include "app/duty/print/rota_table.h"
#include "app/duty/roster.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/local/local.h"

#include <algorithm>
#include <array>

namespace chengyun::console {
namespace {

/// Roles of figuresNumbers(), in its order.
constexpr std::array<const char*, 11> figureRoles{"planned",  "shifts",   "hours",     "nights",
                                                  "weekends", "holidays", "statutory", "late",
                                                  "missed",   "stoodIn",  "exchanges"};

std::vector<RoleTable<FiguresRow>::Role> figuresRoles() {
    std::vector<RoleTable<FiguresRow>::Role> roles{
        {"personId", [](const FiguresRow& r) { return qs(r.figures.person); }},
        {"name", [](const FiguresRow& r) { return r.name; }},
        {"unit", [](const FiguresRow& r) { return r.unit; }},
    };
    for (std::size_t i = 0; i < figureRoles.size(); ++i)
        roles.push_back(
            {figureRoles[i], [i](const FiguresRow& r) { return figuresNumbers(r.figures)[i]; }});
    return roles;
}

} // namespace

FiguresModel::FiguresModel(DutyRoster& roster, HubClock& clock, QObject* parent)
    : QAbstractListModel(parent), roster_(roster), clock_(clock), roles_(figuresRoles()) {
    month_ = thisMonth();
    for (const auto signal : {&DutyRoster::shiftsChanged, &DutyRoster::peopleChanged,
                              &DutyRoster::requestsChanged, &DutyRoster::holidaysChanged})
        connect(&roster_, signal, this, &FiguresModel::refresh);
    onLanguageChange(this, [this] { refresh(); });
    connect(&Local::instance(), &Local::changed, this, [this] {
        if (looked_)
            return look(); // the same month is other hours
        month_ = thisMonth();
        Q_EMIT changed();
    });
}

std::chrono::year_month FiguresModel::thisMonth() const {
    const std::chrono::year_month_day today(roster_.calendar().day(clock_.exact()));
    return today.year() / today.month();
}

std::pair<Instant, Instant> FiguresModel::period() const {
    const auto& calendar = roster_.calendar();
    return {calendar.at(Day(month_ / 1), 0),
            calendar.at(Day((month_ + std::chrono::months(1)) / 1), 0)};
}

void FiguresModel::look() {
    looked_ = true;
    const auto [from, to] = period();
    roster_.look(from, to);
    refresh();
}

void FiguresModel::step(int months) {
    month_ += std::chrono::months(months);
    look();
}

void FiguresModel::refresh() {
    if (!looked_)
        return; // reckoning is for those who look
    const auto [from, to] = period();
    std::vector<FiguresRow> rows;
    for (auto& each : figures(roster_.people(), roster_.shifts(), roster_.exchanges(),
                              roster_.calendar(), from, to, clock_.exact())) {
        const auto* person = roster_.person(each.person);
        const auto numbers = figuresNumbers(each);
        if (!person->active && std::ranges::all_of(numbers, [](double n) { return n == 0; }))
            continue;
        rows.push_back({qs(person->name), roster_.unitName(qs(person->unit)), std::move(each)});
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
    Q_EMIT changed();
}

FiguresTable FiguresModel::table(const QString& hall) const {
    return {hall, figuresTitle(monthName()), month(), rows_};
}

QString FiguresModel::monthName() const {
    return console::monthName(month_);
}
QString FiguresModel::month() const {
    return qs(text_of(Day(month_ / 1))).left(7);
}

QVariantList FiguresModel::columns() const {
    QVariantList columns;
    const auto headings = figuresHeadings();
    for (std::size_t i = 0; i < figureRoles.size(); ++i)
        columns.append(
            QVariantMap{{QStringLiteral("role"), QString::fromLatin1(figureRoles[i])},
                        {QStringLiteral("title"), headings.at(static_cast<qsizetype>(i) + 2)}});
    return columns;
}

int FiguresModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant FiguresModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return roles_.say(rows_[static_cast<std::size_t>(index.row())], role);
}

} // namespace chengyun::console
