#include "app/duty/log_model.h"

#include "app/duty/duty_commands.h"
#include "app/duty/print/print_text.h"
#include "app/duty/roster.h"
#include "app/duty/roster_words.h"
#include "app/link/hub_link.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "core/duty/roster_codec.h"
#include "core/text/showable.h"

#include <QUrlQuery>

#include <algorithm>

namespace chengyun::console {
namespace {

constexpr int logPage = 100;
constexpr int typingPauseMs = 300;

struct LogAnswer {
    std::vector<LogEntry> duty_log;
};
BOOST_DESCRIBE_STRUCT(LogAnswer, (), (duty_log))

bool talks(LogKind kind) {
    return kind == LogKind::call_in || kind == LogKind::call_out || kind == LogKind::visit;
}

std::optional<std::string> filled(const QVariant& value) {
    auto text = value.toString().trimmed().toStdString();
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

} // namespace

LogModel::LogModel(DutyRoster& roster, DutyCommands& commands, HubLink& link, Outbox& outbox,
                   QObject* parent)
    : QAbstractListModel(parent), roster_(roster), commands_(commands), link_(link),
      outbox_(outbox),
      roles_({
          {"entryId", [](const LogEntry& e) { return qs(e.id); }},
          {"kind", [](const LogEntry& e) { return qs(json::name_of(e.kind)); }},
          {"kindName", [](const LogEntry& e) { return logKindName(e.kind); }},
          {"text", [](const LogEntry& e) { return qs(e.text); }},
          {"time", [](const LogEntry& e) { return qint64(ms_of(e.time)); }},
          {"recorded", [](const LogEntry& e) { return qint64(ms_of(e.recorded)); }},
          {"dayText",
           [this](const LogEntry& e) {
               const auto day = roster_.calendar().day(e.time);
               return qs(text_of(day)) + QStringLiteral("  ") + weekdayName(day);
           }},
          {"timeText", [this](const LogEntry& e) { return roster_.clockText(e.time); }},
          {"byName", [](const LogEntry& e) { return qs(e.by_name); }},
          {"with", [](const LogEntry& e) { return qs(e.with); }},
          {"phone", [](const LogEntry& e) { return qs(e.phone); }},
          {"order", [](const LogEntry& e) { return qs(e.order); }},
          {"corrects", [](const LogEntry& e) { return qs(e.corrects); }},
          {"corrected", [this](const LogEntry& e) { return corrected_.contains(qs(e.id)); }},
          {"stands", [](const LogEntry& e) { return e.stands; }},
          {"settled", [](const LogEntry& e) { return qint64(e.settled ? ms_of(*e.settled) : 0); }},
          {"maySettle", [this](const LogEntry& e) { return e.stands && !e.settled && mayWrite(); }},
      }) {
    typing_.setSingleShot(true);
    typing_.setInterval(typingPauseMs);
    connect(&typing_, &QTimer::timeout, this, &LogModel::search);
    connect(&roster_, &DutyRoster::logChanged, this, &LogModel::refresh);
    connect(&roster_, &DutyRoster::reloaded, this, [this] {
        if (looked_)
            search();
    });
    for (const auto signal : {&DutyRoster::shiftsChanged, &DutyRoster::peopleChanged})
        connect(&roster_, signal, this, [this] {
            Q_EMIT mayWriteChanged();
            refresh();
        });
    connect(&link_, &HubLink::identityChanged, this, &LogModel::forget);
    onLanguageChange(this, [this] {
        Q_EMIT languageChanged();
        refresh();
    });
}

void LogModel::forget() {
    ++round_;
    typing_.stop();
    text_.clear();
    kind_.clear();
    order_.clear();
    day_.clear();
    fetched_.replace({});
    looked_ = loading_ = failed_ = more_ = false;
    Q_EMIT filterChanged();
    Q_EMIT loadingChanged();
    refresh();
}

void LogModel::setText(const QString& text) {
    if (text == text_)
        return;
    text_ = text;
    Q_EMIT filterChanged();
    refresh(); // what is known shows at once; the hub is asked when the typing pauses
    typing_.start();
}
void LogModel::setKind(const QString& kind) {
    if (kind == kind_)
        return;
    kind_ = kind;
    Q_EMIT filterChanged();
    search();
}
void LogModel::setOrder(const QString& order) {
    if (order == order_)
        return;
    order_ = order;
    Q_EMIT filterChanged();
    search();
}
void LogModel::setDay(const QString& day) {
    if (day == day_)
        return;
    day_ = day;
    Q_EMIT filterChanged();
    search();
}

bool LogModel::mayWrite() const {
    const auto self = roster_.selfId().toStdString();
    return !self.empty() && std::ranges::any_of(roster_.shifts(), [&](const Shift& shift) {
        return shift.person == self && shift.state == ShiftState::on_duty;
    });
}

QVariantList LogModel::kinds() const {
    QVariantList kinds;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<LogKind>>([&](auto each) {
        kinds.append(QVariantMap{{QStringLiteral("key"), qs(json::name_of(each.value))},
                                 {QStringLiteral("text"), logKindName(each.value)},
                                 {QStringLiteral("stands"), may_stand(each.value)},
                                 {QStringLiteral("talks"), talks(each.value)}});
    });
    return kinds;
}

QString LogModel::write(const QVariantMap& fields) {
    WriteLog command;
    command.id = outbox_.newKey();
    const auto kind =
        json::enum_of<LogKind>(fields.value(QStringLiteral("kind")).toString().toStdString());
    command.kind = kind.value_or(LogKind::note);
    command.text = fields.value(QStringLiteral("text")).toString().trimmed().toStdString();
    if (const auto time = fields.value(QStringLiteral("time")).toLongLong(); time != 0)
        command.time = instant_of(time);
    if (talks(command.kind)) {
        command.with = filled(fields.value(QStringLiteral("with")));
        command.phone = filled(fields.value(QStringLiteral("phone")));
    }
    command.order = filled(fields.value(QStringLiteral("order")));
    command.corrects = filled(fields.value(QStringLiteral("corrects")));
    if (may_stand(command.kind) && fields.value(QStringLiteral("stands")).toBool())
        command.stands = true;
    return commands_.write(command) ? qs(command.id) : QString();
}

bool LogModel::settle(const QString& id) {
    return commands_.settleLog(id);
}

QVariantMap LogModel::entry(const QString& id) const {
    const auto* found = find(id.toStdString());
    if (!found)
        return {};
    return {{QStringLiteral("kind"), qs(json::name_of(found->kind))},
            {QStringLiteral("text"), qs(found->text)},
            {QStringLiteral("time"), qint64(ms_of(found->time))},
            {QStringLiteral("with"), qs(found->with)},
            {QStringLiteral("phone"), qs(found->phone)},
            {QStringLiteral("order"), qs(found->order)}};
}

const LogEntry* LogModel::find(std::string_view id) const {
    const auto* live = roster_.logEntry(id);
    return live ? live : fetched_.find(id);
}

bool LogModel::matches(const LogEntry& entry) const {
    if (!kind_.isEmpty() && qs(json::name_of(entry.kind)) != kind_)
        return false;
    if (!order_.isEmpty() && qs(entry.order) != order_)
        return false;
    if (!day_.isEmpty() && qs(text_of(roster_.calendar().day(entry.time))) != day_)
        return false;
    const auto words = text_.trimmed();
    return words.isEmpty() || std::ranges::any_of(
                                  std::initializer_list<const std::string*>{
                                      &entry.text, &entry.with, &entry.phone, &entry.by_name},
                                  [&](const std::string* part) {
                                      return qs(*part).contains(words, Qt::CaseInsensitive);
                                  });
}

void LogModel::refresh() {
    std::vector<LogEntry> rows;
    corrected_.clear();
    const auto take = [&](const LogEntry& entry) {
        if (!entry.corrects.empty())
            corrected_.insert(qs(entry.corrects));
        rows.push_back(entry);
    };
    for (const auto& entry : fetched_.all())
        if (!roster_.logEntry(entry.id))
            take(entry);
    // The hub finds more than this seat would; of what the seat has by itself, what matches.
    for (const auto& entry : roster_.log())
        if (matches(entry) || fetched_.find(entry.id))
            take(entry);
    std::ranges::sort(rows, [](const LogEntry& a, const LogEntry& b) {
        return a.time != b.time ? a.time > b.time : a.id > b.id;
    });
    const bool same = std::ranges::equal(rows, rows_, {}, &LogEntry::id, &LogEntry::id);
    if (same) {
        rows_ = std::move(rows);
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
}

void LogModel::look() {
    if (looked_)
        return;
    search();
}

void LogModel::search() {
    looked_ = true;
    typing_.stop();
    fetched_.replace({});
    more_ = false;
    refresh();
    fetch({});
}

void LogModel::fetchNext() {
    if (loading_ || !more_ || fetched_.all().empty())
        return;
    const auto oldest = std::ranges::min_element(
        fetched_.all(), {}, [](const LogEntry& e) { return std::pair(e.time, e.id); });
    fetch(oldest->id);
}

void LogModel::fetch(const std::string& before) {
    QUrlQuery query;
    const auto add = [&](const char* name, const QString& value) {
        if (!value.isEmpty())
            query.addQueryItem(QLatin1StringView(name),
                               QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("q", text_.trimmed());
    add("kind", kind_);
    add("order", order_);
    if (const auto day = day_of(day_.toStdString())) {
        const auto& calendar = roster_.calendar();
        add("from", QString::number(ms_of(calendar.at(*day, 0))));
        add("to", QString::number(ms_of(calendar.at(*day + std::chrono::days(1), 0))));
    }
    add("before", qs(before));
    add("limit", QString::number(logPage));
    loading_ = true;
    failed_ = false;
    Q_EMIT loadingChanged();
    link_.get(QStringLiteral("/duty/log?") + query.toString(QUrl::FullyEncoded), this,
              [this, round = ++round_](const Reply& reply) {
                  if (round != round_)
                      return;
                  loading_ = false;
                  auto answer = reply.ok()
                                    ? json::read<LogAnswer>(view(reply.body), json::Unknown::ignore)
                                    : Result<LogAnswer>(reply.failure());
                  failed_ = !answer;
                  if (answer) {
                      make_showable(answer->duty_log);
                      more_ = std::ssize(answer->duty_log) >= logPage;
                      for (const auto& entry : answer->duty_log)
                          fetched_.take(entry);
                  }
                  Q_EMIT loadingChanged();
                  refresh();
              });
}

int LogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant LogModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return roles_.say(rows_[static_cast<std::size_t>(index.row())], role);
}

} // namespace chengyun::console
