// The outbox as it is shown: rows, words, counts.
#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "core/json/codec.h"

#include <algorithm>

namespace chengyun::console {
namespace {

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

/// What somebody typed: the members of the body that hold it.
QString wordsOf(const OutboxItem& item) {
    if (item.isPhoto())
        return {};
    const auto value = json::parse(item.body.toStdString());
    const auto* object = value ? value->if_object() : nullptr;
    if (!object)
        return {};
    QStringList words;
    for (const auto* member : {"text", "reason", "outcome"})
        if (const auto* text = object->if_contains(member); text && text->is_string())
            words.append(qs(std::string_view(text->as_string())));
    return words.join(QLatin1Char('\n'));
}

} // namespace

QVariantMap Outbox::failureOf(const QString& subject) const {
    for (auto row = rows_.size(); row-- > 0;) {
        if (rows_[row].subject != subject || rows_[row].isWaiting())
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
        if (item->subject == subject && item->isWaiting())
            return item->kind;
    return {};
}

int Outbox::waiting() const {
    return static_cast<int>(std::ranges::count_if(rows_, &OutboxItem::isWaiting));
}
int Outbox::failed() const {
    return count() - waiting();
}
int Outbox::others() const {
    return static_cast<int>(std::ranges::count_if(others_, &OutboxItem::isWaiting));
}

QVariantList Outbox::elsewhere() const {
    QVariantList all;
    for (const auto& item : others_)
        if (item.isWaiting() && !item.leaving && isMineElsewhere(item))
            all.append(QVariantMap{{QStringLiteral("key"), qs(item.key)},
                                   {QStringLiteral("title"), item.title},
                                   {QStringLiteral("hub"), item.hub},
                                   {QStringLiteral("created"), item.created},
                                   {QStringLiteral("attempts"), item.attempts}});
    return all;
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
        // That the hub was away is said while it is.
        if (!item.hasFailure ||
            (item.isWaiting() && link_.isReachable() &&
             item.failure.kind == FailureKind::unavailable && item.failure.field.empty()))
            return QString();
        return failureText(item.failure);
    case FailureFieldRole:
        return item.hasFailure ? qs(item.failure.field) : QString();
    case WordsRole:
        return wordsOf(item);
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
            {FailureFieldRole, "failureField"},
            {WordsRole, "words"}};
}

} // namespace chengyun::console
