#include "app/orders/draft_texts.h"

#include "app/link/language.h"
#include "core/wire/codecs.h"

#include <QLoggingCategory>

#include <map>

Q_LOGGING_CATEGORY(lcDraftTexts, "chengyun.orders.texts")

namespace chengyun::console {

DraftTexts::DraftTexts(const QString& folder, QObject* parent)
    : QObject(parent), file_(folder + QStringLiteral("/texts.json")) {
    const auto bytes = file_.read();
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
    if (texts_.value(key) == text)
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

void DraftTexts::save() {
    std::map<std::string, std::string> texts;
    for (auto it = texts_.cbegin(); it != texts_.cend(); ++it)
        texts.emplace(it.key().toStdString(), it.value().toStdString());
    const auto saved =
        texts.empty() ? file_.remove() : file_.write(QByteArray::fromStdString(json::write(texts)));
    if (!saved)
        qCWarning(lcDraftTexts) << "drafts cannot be kept:" << saved.error().detail.c_str();
}

} // namespace chengyun::console
