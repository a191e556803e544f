#include "app/link/outbox.h"

#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "core/id/uuid.h"

#include <QDir>
#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>
#include <iterator>

Q_LOGGING_CATEGORY(lcOutbox, "chengyun.outbox")

namespace chengyun::console {
namespace {

constexpr qint64 minuteMs = 60000;
constexpr qint64 defaultLifetimeMs = 30 * minuteMs;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
constexpr qint64 rememberDoneMs = dayMs;
/// How far this machine's clock may be ahead of a hub's that is not heard: an hour or a time zone.
constexpr qint64 marginMs = dayMs;
/// How long a hub keeps answers by itself (`store.keep_answers_days`). After that it does not say
/// any more what became of a command.
constexpr qint64 answersKeptMs = 30 * dayMs;

} // namespace

Outbox::Outbox(HubLink& link, HubClock& clock, const QString& file, QObject* parent)
    : QAbstractListModel(parent), link_(link), clock_(clock), disk_(file, *this) {
    auto found = disk_.open(ms_of(clock_.exact()) - rememberDoneMs);
    report(found.trouble);
    if (!found.aside.isEmpty())
        setAside_ = tr("What waited here could not be read any more; the file is kept as %1")
                        .arg(QDir::toNativeSeparators(found.aside));
    for (auto& done : found.done)
        done_.emplace(std::move(done.key), std::move(done.photo));
    others_ = std::move(found.items);
    setRows();
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &Outbox::pump);
    connect(&link_, &HubLink::reachableChanged, this, [this](bool reachable) {
        // That the hub was not there is not true any more.
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1), {FailureRole});
        if (reachable)
            retryNow();
    });
    connect(&link_, &HubLink::identityChanged, this, [this] {
        setRows();
        // A command under way belongs to the former account and holds up no other. That it could
        // not be sent says nothing about the new account's commands.
        command_.clear();
        photo_.clear();
        retryNow();
    });
    connect(&clock_, &HubClock::ticked, this, &Outbox::expire);
    onLanguageChange(this, [this] {
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
    });
}

Outbox::~Outbox() = default;

bool Outbox::isMine(const OutboxItem& item) const {
    const auto& identity = link_.identity();
    // An older version did not say for which hub; an account's id occurs at one only.
    return !identity.account.isEmpty() && item.account == identity.account &&
           (item.hub.isEmpty() || item.hub == identity.hub.toString());
}

bool Outbox::isMineElsewhere(const OutboxItem& item) const {
    const auto& account = link_.identity().account;
    return !account.isEmpty() && item.account == account && !isMine(item);
}

void Outbox::setRows() {
    beginResetModel();
    Items all;
    std::ranges::merge(rows_, others_, std::back_inserter(all), {}, &OutboxItem::place,
                       &OutboxItem::place);
    rows_.clear();
    others_.clear();
    for (auto& item : all)
        (isMine(item) ? rows_ : others_).push_back(std::move(item));
    endResetModel();
    Q_EMIT countsChanged();
}

std::string Outbox::newKey() const {
    return new_id(clock_.exact());
}

Result<> Outbox::submit(std::vector<OutboxRequest> requests, QObject* context, OnKept kept) {
    const auto& identity = link_.identity();
    if (identity.account.isEmpty())
        return fail(FailureKind::unauthenticated);
    const auto items = std::make_shared<Items>();
    for (auto& request : requests) {
        OutboxItem item;
        item.key = request.key.empty() ? newKey() : std::move(request.key);
        item.hub = identity.hub.toString();
        item.account = identity.account;
        item.kind = std::move(request.kind);
        item.title = std::move(request.title);
        item.subject = std::move(request.subject);
        item.method = std::move(request.method);
        item.path = std::move(request.path);
        // A photo goes by itself: nothing waits for it but what names it.
        item.lane = item.isPhoto()           ? qs(item.key)
                    : request.lane.isEmpty() ? item.subject
                                             : std::move(request.lane);
        item.type = std::move(request.type);
        item.body = std::move(request.body);
        item.after = std::move(request.after);
        item.created = ms_of(clock_.exact());
        item.expires =
            item.created + (request.lifetimeMs > 0 ? request.lifetimeMs : defaultLifetimeMs);
        items->push_back(std::move(item));
    }
    disk_.run([items](OutboxFile& file) { return file.add(*items); },
              [this, items, context = QPointer<QObject>(context),
               kept = std::move(kept)](const Result<>& added) {
                  report(added);
                  if (added)
                      take(std::move(*items));
                  if (context)
                      kept(added);
              });
    return {};
}

void Outbox::take(Items items) {
    QStringList subjects;
    for (auto& item : items) {
        if (item.place == 0)
            continue; // known already: once is enough
        // Somebody else may be signed in by now.
        if (!isMine(item)) {
            others_.push_back(std::move(item));
            continue;
        }
        subjects.append(item.subject);
        beginInsertRows({}, count(), count());
        rows_.push_back(std::move(item));
        endInsertRows();
    }
    Q_EMIT countsChanged();
    for (const auto& subject : std::as_const(subjects))
        Q_EMIT changed(subject);
    pumpSoon();
}

bool Outbox::knows(const std::string& key) const {
    return done_.contains(key) || rowOf(key).has_value() ||
           std::ranges::find(others_, key, &OutboxItem::key) != others_.end();
}

std::optional<std::size_t> Outbox::rowOf(const std::string& key) const {
    const auto found = std::ranges::find(rows_, key, &OutboxItem::key);
    if (found == rows_.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - rows_.begin());
}

OutboxItem* Outbox::find(const std::string& key) {
    for (auto* items : {&rows_, &others_})
        if (const auto found = std::ranges::find(*items, key, &OutboxItem::key);
            found != items->end())
            return &*found;
    return nullptr;
}

void Outbox::retryNow() {
    turns_.clear();
    pump();
}

std::optional<Failure> Outbox::whyOver(const OutboxItem& item) const {
    if (item.state != OutboxState::waiting || item.leaving)
        return std::nullopt;
    const bool mine = isMine(item);
    // A hub's commands expire by its own clock. This machine's may be ahead of a hub that is not
    // heard, and another hub's says nothing about it.
    const auto now =
        mine || clock_.tells(item.hub) ? ms_of(clock_.exact()) : ms_of(clock_.local()) - marginMs;
    if (item.attempts == 0)
        return item.expires <= now ? std::optional(fail(FailureKind::expired)) : std::nullopt;
    // One that has been sent may have been carried out: only the hub knows. Its owner's seat asks;
    // when the owner does not come until the hub has forgotten it, nobody can say any more.
    if (!mine && item.created + answersKeptMs <= now)
        return fail(FailureKind::expired, "Idempotency-Key");
    return std::nullopt;
}

void Outbox::expire() {
    std::vector<std::pair<std::string, Failure>> over;
    for (const auto* items : {&rows_, &others_})
        for (const auto& item : *items)
            if (auto why = whyOver(item))
                over.emplace_back(item.key, std::move(*why));
    for (const auto& [key, why] : over)
        if (auto* item = find(key))
            finish(*item, OutboxState::expired, why);
}

QByteArray Outbox::bodyOf(const QString& key) const {
    const auto row = rowOf(key.toStdString());
    return row ? rows_[*row].body : QByteArray();
}

void Outbox::giveUp(const QString& key) {
    auto* item = find(key.toStdString());
    if (!item || !(isMine(*item) || isMineElsewhere(*item)) || !item->isWaiting() || item->leaving)
        return;
    // Not sent any more from here on, and gone when the disk has forgotten it.
    item->leaving = true;
    Q_EMIT countsChanged();
    disk_.run([key = item->key](OutboxFile& file) { return file.remove(key); },
              [this, key = item->key, account = item->account](const Result<>& removed) {
                  report(removed);
                  auto* left = find(key);
                  if (!left)
                      return; // answered meanwhile
                  if (!removed) {
                      left->leaving = false;
                      Q_EMIT countsChanged();
                      return pump();
                  }
                  const bool mine = account == link_.identity().account;
                  const auto title = left->title;
                  const bool mayBeDone = left->attempts > 0;
                  turns_.release(left->lane);
                  land(key);
                  remove(key);
                  if (mine)
                      Q_EMIT givenUp(title, mayBeDone);
                  pumpSoon();
              });
}

void Outbox::dismiss(const QString& key) {
    const auto row = rowOf(key.toStdString());
    if (!row || rows_[*row].isWaiting())
        return;
    const auto id = rows_[*row].key;
    disk_.run([id](OutboxFile& file) { return file.remove(id); },
              [this](const Result<>& removed) { report(removed); });
    remove(id);
}

void Outbox::dismissAll() {
    for (std::size_t row = rows_.size(); row-- > 0;)
        if (!rows_[row].isWaiting())
            dismiss(qs(rows_[row].key));
}

void Outbox::remove(const std::string& key) {
    const auto row = rowOf(key);
    if (!row) {
        std::erase_if(others_, [&](const OutboxItem& item) { return item.key == key; });
        Q_EMIT countsChanged();
        return;
    }
    const auto subject = rows_[*row].subject;
    const auto at = static_cast<int>(*row);
    beginRemoveRows({}, at, at);
    rows_.erase(rows_.begin() + at);
    endRemoveRows();
    Q_EMIT countsChanged();
    Q_EMIT changed(subject);
}

void Outbox::touch(const OutboxItem& item) {
    const auto row = rowOf(item.key);
    if (!row)
        return;
    const auto at = index(static_cast<int>(*row));
    const auto subject = item.subject;
    Q_EMIT dataChanged(at, at);
    Q_EMIT changed(subject);
}

void Outbox::report(const Result<>& result) {
    QString trouble;
    if (!result) {
        qCWarning(lcOutbox) << "the outbox cannot be written:" << result.error().detail.c_str();
        if (result.error().kind == FailureKind::conflict)
            return; // about one command; the disk is well
        trouble = tr("Commands cannot be kept on this machine: %1").arg(qs(result.error().detail));
    }
    if (trouble == trouble_)
        return;
    trouble_ = trouble;
    Q_EMIT troubleChanged();
}

} // namespace chengyun::console
