#include "app/orders/order_draft.h"

#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "app/link/session.h"
#include "app/orders/order_store.h"
#include "app/orders/own_drafts.h"
#include "app/resources/resource_store.h"
#include "core/area/area_codec.h"
#include "core/id/uuid.h"
#include "core/order/order_codec.h"
#include "core/text/limits.h"

#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcDraft, "chengyun.orders.draft")

namespace chengyun::console {
namespace {

/// What stands in the draft file.
struct KeptDraft {
    std::string key;
    IssueOrder command;
};
BOOST_DESCRIBE_STRUCT(KeptDraft, (), (key, command))

/// How close a place must be to a community's centre to be taken for lying in it, when nothing
/// better is known; the hub looks it up in the real outlines.
constexpr double nearCentreM = 1500;

} // namespace

OrderDraft::OrderDraft(ResourceStore& resources, OrderStore& orders, Outbox& outbox,
                       Session& session, QObject* parent)
    : QObject(parent), resources_(resources), orders_(orders), outbox_(outbox), session_(session),
      aside_(files_), recipients_(resources, orders), suggestions_(resources, orders, recipients_) {
    if (auto templates = builtInTemplates())
        templates_ = std::move(*templates);
    else
        qCCritical(lcDraft) << "templates:" << templates.error().detail.c_str();
    connect(&recipients_, &RecipientModel::edited, this, &OrderDraft::touch);
    connect(&orders_, &OrderStore::reloaded, this, [this] {
        // The draft was issued in the moment of the crash: it is an order already.
        if (active_ && orders_.order(command_.id))
            end();
    });
    onLanguageChange(this, [this] {
        Q_EMIT wordsChanged();
        Q_EMIT edited();
    });
    // A draft restored before anybody had signed in was judged as nobody's.
    connect(&session_, &Session::accountChanged, this, &OrderDraft::judgeAgain);
    connect(&orders_, &OrderStore::policyChanged, this, &OrderDraft::judgeAgain);
    connect(&orders_, &OrderStore::policyChanged, this, &OrderDraft::mostRecipientsChanged);
    connect(&files_, &SmallFiles::failed, this, [this](const QString&, const QString& why) {
        if (!std::exchange(toldUnkept_, true))
            Q_EMIT unkept(why);
    });
    connect(&session_, &Session::ownerChanged, this, &OrderDraft::changeOwner);
    changeOwner();
}

void OrderDraft::changeOwner() {
    // What the one before was writing is on disk, and theirs.
    forget();
    const auto folder = session_.ownFolder();
    path_ = folder.isEmpty() ? QString() : orderDraftIn(folder);
    aside_.open(folder.isEmpty() ? QString() : asideDraftsIn(folder));
    if (!path_.isEmpty())
        restore();
    Q_EMIT activeChanged();
    Q_EMIT asideChanged();
    Q_EMIT edited();
}

void OrderDraft::restore() {
    const auto bytes = files_.read(path_);
    if (!bytes)
        return;
    const auto kept = json::read<KeptDraft>(bytes->toStdString(), json::Unknown::ignore);
    if (!kept) {
        qCWarning(lcDraft) << "draft not readable:" << kept.error().field.c_str();
        return;
    }
    if (outbox_.knows(kept->key)) {
        files_.remove(path_);
        return; // it had been handed over before the crash
    }
    key_ = kept->key;
    command_ = kept->command;
    quiet_ = true;
    recipients_.setRecipients(command_.recipients);
    quiet_ = false;
    active_ = true;
    restored_ = true;
    askAgain();
    validate();
}

void OrderDraft::begin() {
    if (active_ || path_.isEmpty())
        return;
    command_ = {};
    command_.id = new_id();
    key_ = new_id();
    filledTitle_.clear();
    filledText_.clear();
    quiet_ = true;
    recipients_.clear();
    suggestions_.setText({});
    quiet_ = false;
    active_ = true;
    restored_ = false;
    Q_EMIT activeChanged();
}

void OrderDraft::touch() {
    if (quiet_ || !active_)
        return;
    command_.recipients = recipients_.recipients();
    askAgain();
    validate();
    files_.write(path_, QByteArray::fromStdString(json::write(KeptDraft{key_, command_})));
    Q_EMIT edited();
}

void OrderDraft::judgeAgain() {
    if (!active_)
        return;
    validate();
    Q_EMIT edited();
}

void OrderDraft::askAgain() {
    recipients_.setPlace(command_.place);
    suggestions_.setQuestion(kind(), command_.place, area());
}

void OrderDraft::validate() {
    command_.recipients = recipients_.recipients();
    failure_.reset();
    blocked_.clear();
    if (!session_.mayIssueOrders()) {
        failure_ = fail(FailureKind::forbidden);
        return;
    }
    // What people fill in first is told first: core's order is that of the fields on the wire.
    if (const auto title = check_text(command_.title, "title", limits::title, true); !title)
        failure_ = title.error();
    else if (command_.kind.empty())
        failure_ = fail(FailureKind::missing_field, "kind");
    else if (const auto checked = check(command_, orders_.policy().max_recipients); !checked)
        failure_ = checked.error();
    else
        checkInService();
}

void OrderDraft::checkInService() {
    // The hub's rule (core/order/suggest.h, Gate::block), so that it is said before issuing.
    const auto& recipients = command_.recipients;
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        const auto* unit = resources_.unit(recipients[i].unit);
        const auto* resource = unit ? resources_.resource(unit->resource) : nullptr;
        if ((unit && unit->state == Availability::unavailable) ||
            (resource && resource->state == Availability::unavailable)) {
            failure_ = fail(FailureKind::wrong_state, "recipients[" + std::to_string(i) + "].unit",
                            "out of service");
            blocked_ = unit->name;
            return;
        }
    }
}

void OrderDraft::start() {
    begin();
    touch();
}

void OrderDraft::startAt(double lon, double lat, const QString& address) {
    begin();
    if (!address.isEmpty())
        command_.address = address.toStdString();
    setPlace(lon, lat);
}

void OrderDraft::startFromResource(const QString& id) {
    const auto* resource = resources_.resource(id.toStdString());
    if (!resource)
        return start();
    begin();
    command_.resource = resource->id;
    command_.place = resource->place;
    if (!resource->area.empty())
        command_.area = resource->area;
    command_.address = resource->address.empty() ? resource->name : resource->address;
    if (const auto* team = resources_.unitOf(resource->id)) {
        quiet_ = true;
        recipients_.add(qs(team->id));
        quiet_ = false;
    }
    touch();
}

void OrderDraft::startFromOrder(const QString& id) {
    const auto* order = orders_.order(id.toStdString());
    if (!order)
        return start();
    begin();
    command_.title = order->title;
    command_.text = order->text;
    command_.kind = order->kind;
    command_.level = order->level;
    command_.place = order->place;
    command_.limits = order->limits;
    command_.exercise = order->exercise ? std::optional<bool>(true) : std::nullopt;
    const auto some = [](const std::string& text) {
        return text.empty() ? std::nullopt : std::optional<std::string>(text);
    };
    command_.area = some(order->area);
    command_.address = some(order->address);
    command_.resource = some(order->resource);
    touch();
}

void OrderDraft::startForUnits(const QStringList& units, double lon, double lat,
                               const QString& address) {
    begin();
    quiet_ = true;
    for (const auto& unit : units)
        recipients_.add(unit);
    quiet_ = false;
    // More recipients for an order that has its place: that stays.
    if (command_.place)
        return touch();
    if (command_.address.value_or("").empty() && !address.isEmpty())
        command_.address = address.toStdString();
    setPlace(lon, lat);
}

void OrderDraft::setPlace(double lon, double lat) {
    if (!active_)
        return;
    command_.place = Place{lon, lat};
    // For suggestions only, and only until the hub says better: the nearest community.
    const Area* nearest = nullptr;
    double best = nearCentreM;
    for (const auto& area : resources_.areas()) {
        if (area.level != AreaLevel::community || !area.centre)
            continue;
        const double distance = distance_m(*area.centre, *command_.place);
        if (distance < best) {
            best = distance;
            nearest = &area;
        }
    }
    command_.area = nearest ? std::optional<std::string>(nearest->code) : std::nullopt;
    touch();
}

void OrderDraft::clearPlace() {
    command_.place.reset();
    touch();
}

void OrderDraft::applyTemplate(const QString& key) {
    const auto found = std::ranges::find(templates_, key.toStdString(), &OrderTemplate::key);
    if (found == templates_.end())
        return;
    begin();
    const bool zh = speaksChinese();
    command_.kind = found->kind;
    command_.level = found->level;
    command_.limits = found->limits;
    // What somebody typed stays; what another template filled in does not.
    if (command_.title.empty() || command_.title == filledTitle_) {
        filledTitle_ = zh ? found->title_zh : found->title_en;
        if (command_.address && !command_.address->empty())
            filledTitle_ += " · " + *command_.address;
        command_.title = filledTitle_;
    }
    if (command_.text.empty() || command_.text == filledText_)
        command_.text = filledText_ = zh ? found->text_zh : found->text_en;
    touch();
}

void OrderDraft::takeSuggestions(int count) {
    quiet_ = true;
    for (const auto& suggestion : suggestions_.suggestions()) {
        if (count <= 0)
            break;
        if (suggestion.gate == Gate::open && recipients_.add(qs(suggestion.unit)))
            --count;
    }
    quiet_ = false;
    touch();
}

bool OrderDraft::issue() {
    if (!active_ || issuing_)
        return false;
    validate();
    if (failure_) {
        Q_EMIT edited();
        return false;
    }
    OutboxRequest request;
    request.key = key_;
    request.kind = QStringLiteral("order.issue");
    request.title = tr("Issue order: %1").arg(isolated(qs(command_.title)));
    request.subject = orderId();
    request.path = QStringLiteral("/orders");
    request.body = QByteArray::fromStdString(json::write(command_));
    const auto taken =
        outbox_.submit({std::move(request)}, this, [this, key = key_](const Result<>& kept) {
            if (key != key_)
                return; // somebody else is here by now; its owner finds it handed over
            setIssuing(false);
            if (!kept) {
                Q_EMIT notIssued(failureText(kept.error()));
                return;
            }
            const auto id = orderId();
            end();
            Q_EMIT issued(id);
        });
    if (!taken) {
        failure_ = taken.error();
        Q_EMIT edited();
        return false;
    }
    setIssuing(true);
    return true;
}

void OrderDraft::setIssuing(bool issuing) {
    if (issuing == issuing_)
        return;
    issuing_ = issuing;
    Q_EMIT issuingChanged();
}

bool OrderDraft::isEmpty() const {
    return command_.title.empty() && command_.text.empty() && command_.kind.empty() &&
           command_.address.value_or("").empty() && !command_.resource && !command_.place &&
           recipients_.recipients().empty();
}

QByteArray OrderDraft::toKeep() {
    if (!active_ || isEmpty())
        return {};
    command_.recipients = recipients_.recipients();
    return QByteArray::fromStdString(json::write(KeptDraft{key_, command_}));
}

bool OrderDraft::putAside() {
    if (!active_)
        return true;
    if (issuing_)
        return stillIssuing();
    const auto draft = toKeep();
    if (!draft.isEmpty())
        if (const auto kept = aside_.put(draft); !kept)
            return notKept(kept.error());
    end(); // removes the draft's own file: whoever is killed in between has it twice, not never
    if (!draft.isEmpty())
        Q_EMIT asideChanged();
    return true;
}

bool OrderDraft::bringBack() {
    const auto wanted = aside_.newest();
    if (wanted.isEmpty())
        return false;
    if (issuing_)
        return stillIssuing();
    if (const auto draft = toKeep(); !draft.isEmpty())
        if (const auto kept = aside_.putOldest(draft); !kept)
            return notKept(kept.error());
    if (active_)
        end();
    files_.write(path_, wanted);
    if (const auto saved = files_.flush(); !saved) {
        Q_EMIT asideChanged();
        return notKept(saved.error()); // it is still put aside
    }
    aside_.dropNewest();
    restore();
    Q_EMIT asideChanged();
    Q_EMIT activeChanged();
    Q_EMIT edited();
    return true;
}

bool OrderDraft::notKept(const Failure& failure) {
    qCWarning(lcDraft) << failure.detail.c_str();
    Q_EMIT keepingFailed(qs(failure.detail));
    return false;
}

bool OrderDraft::stillIssuing() {
    Q_EMIT keepingFailed(tr("it is just being issued"));
    return false;
}

bool OrderDraft::startFromOutbox(const QString& key) {
    auto command = json::read<IssueOrder>(outbox_.bodyOf(key).toStdString(), json::Unknown::ignore);
    if (!command)
        return false;
    if (path_.isEmpty() || !putAside())
        return false;
    begin();
    command->id = command_.id;
    command_ = std::move(*command);
    quiet_ = true;
    recipients_.setRecipients(command_.recipients);
    quiet_ = false;
    touch();
    // The command is removed when this says yes: from then on the draft is all there is of it.
    if (const auto saved = files_.flush(); !saved) {
        end();
        return notKept(saved.error());
    }
    return true;
}

void OrderDraft::forget() {
    setIssuing(false);
    toldUnkept_ = false;
    active_ = false;
    restored_ = false;
    filledTitle_.clear();
    filledText_.clear();
    command_ = {};
    key_.clear();
    failure_.reset();
    blocked_.clear();
    quiet_ = true;
    recipients_.clear();
    suggestions_.setText({});
    quiet_ = false;
}

void OrderDraft::end() {
    forget();
    files_.remove(path_);
    askAgain();
    Q_EMIT activeChanged();
    Q_EMIT edited();
}

} // namespace chengyun::console
