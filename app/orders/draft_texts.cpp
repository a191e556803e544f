#include "app/orders/draft_texts.h"

#include "app/link/language.h"
#include "app/link/session.h"
#include "app/orders/own_drafts.h"
#include "core/json/codec.h"

#include <QLoggingCategory>

#include <map>

Q_LOGGING_CATEGORY(lcDraftTexts, "chengyun.orders.texts")

namespace chengyun::console {

DraftTexts::DraftTexts(Session& session, QObject* parent) : QObject(parent), session_(session) {
    connect(&files_, &SmallFiles::failed, this, [this](const QString&, const QString& why) {
        if (!std::exchange(toldUnkept_, true))
            Q_EMIT unkept(why);
    });
    connect(&session_, &Session::ownerChanged, this, &DraftTexts::changeOwner);
    changeOwner();
}

void DraftTexts::changeOwner() {
    texts_.clear();
    toldUnkept_ = false;
    const auto folder = session_.ownFolder();
    path_ = folder.isEmpty() ? QString() : draftTextsIn(folder);
    if (path_.isEmpty())
        return;
    const auto bytes = files_.read(path_);
    if (!bytes)
        return;
    const auto texts = json::read<std::map<std::string, std::string>>(bytes->toStdString());
    if (!texts) {
        qCWarning(lcDraftTexts) << "drafts not readable:" << texts.error().detail.c_str();
        return;
    }
    for (const auto& [key, text] : *texts)
        texts_.insert(qs(key), qs(text));
}

QString DraftTexts::text(const QString& key) const {
    return texts_.value(key);
}

void DraftTexts::setText(const QString& key, const QString& text) {
    if (path_.isEmpty() || texts_.value(key) == text)
        return;
    if (text.isEmpty())
        texts_.remove(key);
    else
        texts_.insert(key, text);
    save();
}

void DraftTexts::clear(const QString& key) {
    setText(key, {});
}

void DraftTexts::clearSent(const QString& key, const QString& sent) {
    if (texts_.value(key).trimmed() == sent.trimmed())
        clear(key);
}

void DraftTexts::save() {
    std::map<std::string, std::string> texts;
    for (auto it = texts_.cbegin(); it != texts_.cend(); ++it)
        texts.emplace(it.key().toStdString(), it.value().toStdString());
    if (texts.empty())
        files_.remove(path_);
    else
        files_.write(path_, QByteArray::fromStdString(json::write(texts)));
}

} // namespace chengyun::console
