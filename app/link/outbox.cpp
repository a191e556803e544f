#include "app/link/outbox.h"

#include "app/link/failure_text.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "core/id/uuid.h"
#include "core/json/codec.h"

#include <QDir>
#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcOutbox, "chengyun.outbox")

namespace chengyun::console {
namespace {

constexpr qint64 minuteMs = 60000;
constexpr qint64 defaultLifetimeMs = 30 * minuteMs;
constexpr qint64 rememberDoneMs = 24 * 60 * minuteMs;
constexpr int firstRetryMs = 250, longestRetryMs = 10000;
/// A hub that fails on a command each time must not hold up all that wait behind it.
constexpr int internalAtMost = 5;
const auto attachmentsPath = QStringLiteral("/attachments"); ///< answers with an id, not a Done

bool isWaiting(const OutboxItem& item) {
    return item.state == OutboxState::waiting || item.state == OutboxState::sending;
}

bool mayHelpToRepeat(const Failure& failure, int attempts) {
    switch (failure.kind) {
    case FailureKind::unavailable:
    case FailureKind::too_many:
    case FailureKind::unauthenticated:
        return true;
    case FailureKind::internal:
        return attempts < internalAtMost;
    default:
        return false;
    }
}

QString idIn(const QByteArray& answer) {
    const auto value = json::parse(answer.toStdString());
    const auto* object = value ? value->if_object() : nullptr;
    const auto* id = object ? object->if_contains("id") : nullptr;
    return id && id->is_string() ? qs(std::string_view(id->as_string())) : QString();
}

/// Is it the hub that says yes? A network's sign-in page or a proxy can answer 200 too. Only the
/// mark is looked for, so that a console older than the hub does not ask for ever.
bool saysDone(const OutboxItem& item, const Reply& reply) {
    if (!reply.ok())
        return false;
    if (item.path == attachmentsPath)
        return !idIn(reply.body).isEmpty();
    const auto value = json::parse(reply.body.toStdString());
    const auto* object = value ? value->if_object() : nullptr;
    const auto* seq = object ? object->if_contains("seq") : nullptr;
    return seq && (seq->is_int64() || seq->is_uint64());
}

QString stateKey(OutboxState state) {
    switch (state) {
    case OutboxState::waiting:
        return QStringLiteral("waiting");
    case OutboxState::sending:
        return QStringLiteral("sending");
    case OutboxState::refused:
        return QStringLiteral("refused");
    case OutboxState::expired:
        return QStringLiteral("expired");
    case OutboxState::done:
        break;
    }
    return QStringLiteral("done");
}

} // namespace

Outbox::Outbox(HubLink& link, HubClock& clock, const QString& file, QObject* parent)
    : QAbstractListModel(parent), link_(link), clock_(clock), file_(file),
      random_(std::random_device{}()) {
    if (const auto aside = file_.open(); !aside)
        report(aside.error());
    else if (!aside->isEmpty())
        setAside_ = tr("What waited here could not be read any more; the file is kept as %1")
                        .arg(QDir::toNativeSeparators(*aside));
    report(file_.forget(ms_of(clock_.exact()) - rememberDoneMs));
    if (auto loaded = file_.load())
        rows_ = std::move(*loaded);
    else
        report(loaded.error());
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &Outbox::pump);
    connect(&link_, &HubLink::reachableChanged, this, [this](bool reachable) {
        if (reachable)
            retryNow();
    });
    connect(&link_, &HubLink::tokenChanged, this, &Outbox::retryNow);
    connect(&link_, &HubLink::accountChanged, this, &Outbox::retryNow);
    connect(&clock_, &HubClock::ticked, this, &Outbox::expire);
    onLanguageChange(this, [this] {
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
    });
}

Outbox::~Outbox() = default;

Result<std::string> Outbox::submit(Wish wish) {
    if (link_.account().isEmpty())
        return fail(FailureKind::unauthenticated);
    OutboxItem item;
    item.key = wish.key.empty() ? new_id(clock_.exact()) : std::move(wish.key);
    item.account = link_.account();
    item.kind = std::move(wish.kind);
    item.title = std::move(wish.title);
    item.subject = std::move(wish.subject);
    item.method = std::move(wish.method);
    item.path = std::move(wish.path);
    item.type = std::move(wish.type);
    item.body = std::move(wish.body);
    item.after = std::move(wish.after);
    item.created = ms_of(clock_.exact());
    item.expires = item.created + (wish.lifetimeMs > 0 ? wish.lifetimeMs : defaultLifetimeMs);
    const auto added = file_.add(item);
    if (!added) {
        report(added.error());
        return added.error();
    }
    if (!trouble_.isEmpty()) {
        trouble_.clear();
        Q_EMIT troubleChanged();
    }
    const auto key = item.key;
    if (!*added)
        return key; // known already: once is enough
    beginInsertRows({}, count(), count());
    rows_.push_back(std::move(item));
    endInsertRows();
    Q_EMIT countsChanged();
    Q_EMIT changed(rows_.back().subject);
    // Not from within: whoever submits several at once gets them all on disk first.
    QMetaObject::invokeMethod(this, &Outbox::pump, Qt::QueuedConnection);
    return key;
}

bool Outbox::knows(std::string_view key) const {
    return file_.knows(key);
}

std::optional<std::size_t> Outbox::rowOf(std::string_view key) const {
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (rows_[i].key == key)
            return i;
    return std::nullopt;
}

void Outbox::pump() {
    if (!sending_.empty() || retry_.isActive() || link_.token().isEmpty() ||
        link_.account().isEmpty())
        return;
    const auto next = std::ranges::find_if(rows_, [&](const OutboxItem& item) {
        return item.state == OutboxState::waiting && item.account == link_.account();
    });
    if (next == rows_.end())
        return;
    const auto row = static_cast<std::size_t>(next - rows_.begin());

    auto body = next->body;
    for (const auto& earlier : std::as_const(next->after)) {
        const auto answer = file_.answerTo(earlier.toStdString());
        const auto id = answer ? idIn(*answer) : QString();
        if (id.isEmpty()) {
            const auto before = rowOf(earlier.toStdString());
            finish(row, OutboxState::refused,
                   before ? rows_[*before].failure : fail(FailureKind::not_found, "attachments"));
            return;
        }
        body.replace("outbox:" + earlier.toUtf8(), id.toUtf8());
    }

    // On disk before it goes out: after a crash it is known that the hub may have it.
    auto item = *next;
    ++item.attempts;
    if (const auto written = file_.update(item); !written) {
        report(written);
        return waitBeforeRetry();
    }
    item.state = OutboxState::sending;
    *next = item;
    sending_ = item.key;
    touch(row);
    Command command{item.method, item.path, item.type, body, QByteArray::fromStdString(item.key),
                    item.expires};
    link_.send(command, this, [this, key = item.key](const Reply& reply) { answered(key, reply); });
}

void Outbox::answered(const std::string& key, const Reply& reply) {
    sending_.clear();
    const auto row = rowOf(key);
    if (!row)
        return pump();
    auto& item = rows_[*row];
    if (saysDone(item, reply)) {
        failures_ = 0;
        const auto written = file_.done(key, reply.body, ms_of(clock_.exact()));
        if (!written) {
            // The hub has done it; asking again gives the same answer, so nothing is lost.
            report(written);
            item.state = OutboxState::waiting;
            touch(*row);
            return waitBeforeRetry();
        }
        const auto kind = item.kind;
        removeRow(*row);
        Q_EMIT succeeded(qs(key), kind, reply.body);
        return pump();
    }
    const auto failure = reply.failure();
    if (!mayHelpToRepeat(failure, item.attempts)) {
        failures_ = 0;
        return finish(*row,
                      failure.kind == FailureKind::expired ? OutboxState::expired
                                                           : OutboxState::refused,
                      failure);
    }
    item.state = OutboxState::waiting;
    item.failure = failure;
    item.hasFailure = true;
    touch(*row);
    waitBeforeRetry();
}

void Outbox::finish(std::size_t row, OutboxState state, const Failure& failure) {
    auto& item = rows_[row];
    item.state = state;
    item.failure = failure;
    item.hasFailure = true;
    report(file_.update(item));
    qCInfo(lcOutbox) << item.kind << "given up:" << kindKey(failure.kind) << failure.field.c_str();
    const auto key = qs(item.key);
    const auto kind = item.kind, title = item.title;
    touch(row);
    Q_EMIT countsChanged();
    Q_EMIT gaveUp(key, kind, title, failureText(failure));
    QMetaObject::invokeMethod(this, &Outbox::pump, Qt::QueuedConnection);
}

void Outbox::waitBeforeRetry() {
    const int base = std::min(longestRetryMs, firstRetryMs << std::min(failures_, 6));
    ++failures_;
    retry_.start(base / 2 + static_cast<int>(random_() % static_cast<unsigned>(base)));
}

void Outbox::retryNow() {
    failures_ = 0;
    retry_.stop();
    pump();
}

void Outbox::expire() {
    const auto now = ms_of(clock_.exact());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        const auto& item = rows_[row];
        // One that has been sent may have been carried out: only the hub knows, and it is asked.
        if (item.state == OutboxState::waiting && item.attempts == 0 && item.expires <= now)
            finish(row, OutboxState::expired, fail(FailureKind::expired));
    }
}

QByteArray Outbox::bodyOf(const QString& key) const {
    const auto found = std::ranges::find(rows_, key.toStdString(), &OutboxItem::key);
    return found == rows_.end() ? QByteArray() : found->body;
}

bool Outbox::cancel(const QString& key) {
    const auto row = rowOf(key.toStdString());
    if (!row || rows_[*row].state != OutboxState::waiting || rows_[*row].attempts > 0)
        return false;
    if (const auto removed = file_.remove(rows_[*row].key); !removed) {
        report(removed);
        return false;
    }
    removeRow(*row);
    return true;
}

void Outbox::dismiss(const QString& key) {
    const auto row = rowOf(key.toStdString());
    if (!row || isWaiting(rows_[*row]))
        return;
    report(file_.remove(rows_[*row].key));
    removeRow(*row);
}

void Outbox::dismissAll() {
    for (std::size_t row = rows_.size(); row-- > 0;)
        if (!isWaiting(rows_[row]))
            dismiss(qs(rows_[row].key));
}

void Outbox::removeRow(std::size_t row) {
    const auto subject = rows_[row].subject;
    const auto at = static_cast<int>(row);
    beginRemoveRows({}, at, at);
    rows_.erase(rows_.begin() + at);
    endRemoveRows();
    Q_EMIT countsChanged();
    Q_EMIT changed(subject);
}

void Outbox::touch(std::size_t row) {
    const auto at = index(static_cast<int>(row));
    Q_EMIT dataChanged(at, at);
    Q_EMIT changed(rows_[row].subject);
}

void Outbox::report(const Result<>& result) {
    if (result)
        return;
    qCWarning(lcOutbox) << "the outbox cannot be written:" << result.error().detail.c_str();
    trouble_ = tr("Commands cannot be kept on this machine: %1").arg(qs(result.error().detail));
    Q_EMIT troubleChanged();
}

QVariantMap Outbox::failureOf(const QString& subject) const {
    for (auto row = rows_.size(); row-- > 0;) {
        if (rows_[row].subject != subject || isWaiting(rows_[row]))
            continue;
        const auto at = index(static_cast<int>(row));
        return {{QStringLiteral("key"), at.data(KeyRole)},
                {QStringLiteral("stateName"), at.data(StateNameRole)},
                {QStringLiteral("failure"), at.data(FailureRole)}};
    }
    return {};
}

QString Outbox::pendingKind(const QString& subject) const {
    for (auto item = rows_.rbegin(); item != rows_.rend(); ++item)
        if (item->subject == subject && isWaiting(*item))
            return item->kind;
    return {};
}

int Outbox::waiting() const {
    return static_cast<int>(std::ranges::count_if(rows_, isWaiting));
}
int Outbox::failed() const {
    return count() - waiting();
}

int Outbox::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant Outbox::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& item = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KeyRole:
        return qs(item.key);
    case KindRole:
        return item.kind;
    case Qt::DisplayRole:
    case TitleRole:
        return item.title;
    case SubjectRole:
        return item.subject;
    case CreatedRole:
        return item.created;
    case ExpiresRole:
        return item.expires;
    case AttemptsRole:
        return item.attempts;
    case StateRole:
        return stateKey(item.state);
    case StateNameRole:
        switch (item.state) {
        case OutboxState::waiting:
            return item.attempts > 0 ? tr("Not confirmed yet") : tr("Waiting");
        case OutboxState::sending:
            return tr("Sending");
        case OutboxState::refused:
            return tr("Refused");
        case OutboxState::expired:
            return tr("Expired");
        case OutboxState::done:
            return tr("Done");
        }
        return {};
    case FailureRole:
        return item.hasFailure ? failureText(item.failure) : QString();
    case FailureFieldRole:
        return item.hasFailure ? qs(item.failure.field) : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> Outbox::roleNames() const {
    return {{KeyRole, "key"},
            {KindRole, "kind"},
            {TitleRole, "title"},
            {SubjectRole, "subject"},
            {CreatedRole, "created"},
            {ExpiresRole, "expires"},
            {AttemptsRole, "attempts"},
            {StateRole, "state"},
            {StateNameRole, "stateName"},
            {FailureRole, "failure"},
            {FailureFieldRole, "failureField"}};
}

} // namespace chengyun::console
