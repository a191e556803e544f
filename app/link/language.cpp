#include "app/link/language.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace chengyun::console {
namespace {

/// Hears of the event where it is sent first: at the application object.
class Watch : public QObject {
public:
    Watch(QObject* owner, std::function<void()> refresh)
        : QObject(owner), refresh_(std::move(refresh)) {
        if (auto* app = QCoreApplication::instance())
            app->installEventFilter(this);
    }

    bool eventFilter(QObject* target, QEvent* event) override {
        if (event->type() == QEvent::LanguageChange && target == QCoreApplication::instance())
            refresh_();
        return QObject::eventFilter(target, event);
    }

private:
    std::function<void()> refresh_;
};

} // namespace

void onLanguageChange(QObject* owner, std::function<void()> refresh) {
    new Watch(owner, std::move(refresh));
}

bool speaksChinese() {
    //: The two-letter code of the language this file translates to: "en" or "zh".
    return QCoreApplication::translate("Language", "en") == QLatin1String("zh");
}

QString isolated(const QString& words) {
    const auto codes = words.toUcs4();
    const bool turns = std::ranges::any_of(codes, [](char32_t code) {
        const auto direction = QChar::direction(code);
        return direction == QChar::DirR || direction == QChar::DirAL;
    });
    return turns ? u'\u2068' + words + u'\u2069' : words;
}

QString joined(const QStringList& parts) {
    QStringList filled;
    for (const auto& part : parts)
        if (!part.isEmpty())
            filled.append(isolated(part));
    return filled.join(QStringLiteral(" · "));
}

} // namespace chengyun::console
