#include "app/patrol/shown_log.h"

#include "app/link/failure_text.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/lists/table_text.h"
#include "app/local/local.h"
#include "app/patrol/patrol_store.h"
#include "app/text.h"
#include "core/patrol/patrol_codec.h"

#include <algorithm>
#include <chrono>

namespace chengyun::console {

namespace {

/// What the hub answers (docs/api.md).
struct ShownPage {
    std::vector<ShownCamera> items;
};
BOOST_DESCRIBE_STRUCT(ShownPage, (), (items))

constexpr std::chrono::minutes often{1};
/// The hub takes no span of more than a day: a camera that stays is told in pieces.
constexpr std::chrono::hours piece{6};

QString timeText(Instant at) {
    return Local::text(Local::instance().zone(), ms_of(at), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace

ShownLog::ShownLog(PatrolStore& store, HubLink& link, QString machine, QObject* parent)
    : QObject(parent), store_(store), link_(link), machine_(std::move(machine)) {
    connect(&store_, &PatrolStore::seen, this, &ShownLog::show);
    connect(&link_, &HubLink::identityChanged, this, &ShownLog::forget);
    connect(&timer_, &QTimer::timeout, this, &ShownLog::tell);
    worker_.setMaxThreadCount(1);
}

void ShownLog::show(const QObject* round, const QString& group, const QString& camera) {
    const auto now = store_.clock().exact();
    if (const auto open = open_.find(round); open != open_.end()) {
        auto span = *open;
        open_.erase(open);
        span.to = std::max(span.from, now);
        closed_.push_back(std::move(span));
    }
    if (!camera.isEmpty())
        open_.insert(round, {group.toStdString(), camera.toStdString(), now, now});
    if (closed_.size() > most_waiting)
        closed_.erase(closed_.begin(), closed_.end() - static_cast<std::ptrdiff_t>(most_waiting));
    if (!timer_.isActive())
        timer_.start(often);
}

/// What was seen is of the account that was signed in.
void ShownLog::forget() {
    closed_.clear();
    const auto now = store_.clock().exact();
    for (auto& span : open_)
        span.from = span.to = now;
}

void ShownLog::tell() {
    if (telling_ || link_.identity().token.isEmpty())
        return;
    const auto now = store_.clock().exact();
    for (auto& span : open_) {
        span.to = std::max(span.from, now);
        if (span.to - span.from < piece)
            continue;
        closed_.push_back(span);
        span.from = span.to;
    }
    ReportShown report;
    report.machine = machine_.left(100).toStdString();
    const auto told = std::min(closed_.size(), most_shown_spans);
    report.spans.assign(closed_.begin(), closed_.begin() + static_cast<std::ptrdiff_t>(told));
    for (const auto& span : std::as_const(open_))
        if (report.spans.size() < most_shown_spans && span.to > span.from)
            report.spans.push_back(span);
    if (report.spans.empty()) {
        timer_.stop();
        return;
    }
    telling_ = true;
    Command command;
    command.path = QStringLiteral("/sessions/current/shown");
    command.body = QByteArray::fromStdString(json::write(report));
    link_.send(command, this,
               [this, last = told > 0 ? closed_[told - 1] : ShownSpan(), told](const Reply& reply) {
                   telling_ = false;
                   // Not heard, or of another account: what waits is told later, or gone already.
                   // What the hub does not take, it would not take the next time either.
                   if (!reply.answered() || reply.former || reply.status >= 500 || told == 0)
                       return;
                   const auto at = std::ranges::find(closed_, last);
                   if (at != closed_.end())
                       closed_.erase(closed_.begin(), at + 1);
               });
}

void ShownLog::exportCsv(const QUrl& file, qint64 from, qint64 to) {
    fetch(file, from, to, 0,
          {{tr("Machine"), tr("Wall or person"), tr("Group"), tr("Camera"), tr("From"), tr("To"),
            tr("Seconds")}});
}

void ShownLog::fetch(const QUrl& file, qint64 from, qint64 to, qint64 after,
                     QList<QStringList> rows) {
    const auto path =
        QStringLiteral("/patrol_shown?from=%1&to=%2&after=%3").arg(from).arg(to).arg(after);
    link_.get(path, this, [this, file, from, to, rows](const Reply& reply) mutable {
        const auto page = reply.ok()
                              ? json::read<ShownPage>(view(reply.body), json::Unknown::ignore)
                              : Result<ShownPage>(reply.failure());
        if (!page) {
            Q_EMIT exported(failureText(page.error()), true);
            return;
        }
        for (const auto& shown : page->items)
            rows.append(QStringList{qs(shown.machine), qs(shown.by_name), qs(shown.group_name),
                                    qs(shown.camera_name), timeText(shown.from), timeText(shown.to),
                                    QString::number((ms_of(shown.to) - ms_of(shown.from)) / 1000)});
        if (page->items.empty() || rows.size() > most_rows)
            write(file, rows, !page->items.empty());
        else
            fetch(file, from, to, page->items.back().number, std::move(rows));
    });
}

void ShownLog::write(const QUrl& file, const QList<QStringList>& rows, bool more) {
    worker_.start([this, file, rows, more] {
        const bool written = writeCsv(file, rows);
        QMetaObject::invokeMethod(this, [this, written, more, count = int(rows.size()) - 1] {
            if (!written)
                Q_EMIT exported(tr("The file could not be written."), true);
            else if (more)
                Q_EMIT exported(
                    tr("The first %n row(s) have been written; choose a shorter time for "
                       "the others.",
                       nullptr, count),
                    false);
            else
                Q_EMIT exported(tr("%n row(s) have been written.", nullptr, count), false);
        });
    });
}

} // namespace chengyun::console
