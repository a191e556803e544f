#include "app/wall/pane_content.h"

#include "app/text.h"

namespace chengyun::console {

namespace {

const QString kind = QStringLiteral("kind");
const QString subject = QStringLiteral("subject");
const QString title = QStringLiteral("title");
const QString text = QStringLiteral("text");
const QString options = QStringLiteral("options");

} // namespace

QVariantMap toMap(const PaneContent& content) {
    QVariantMap more;
    for (const auto& [key, value] : content.options)
        more.insert(qs(key), qs(value));
    return {{kind, qs(content.kind)},
            {subject, qs(content.subject)},
            {title, qs(content.title)},
            {text, qs(content.text)},
            {options, more}};
}

PaneContent paneContentOf(const QVariantMap& map) {
    PaneContent content;
    content.kind = map.value(kind).toString().toStdString();
    content.subject = map.value(subject).toString().toStdString();
    content.title = map.value(title).toString().trimmed().toStdString();
    content.text = map.value(text).toString().trimmed().toStdString();
    const auto more = map.value(options).toMap();
    for (auto at = more.begin(); at != more.end(); ++at)
        content.options.emplace(at.key().toStdString(), at.value().toString().toStdString());
    return content;
}

} // namespace chengyun::console
