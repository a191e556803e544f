#include "app/shell/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QLoggingCategory>
#include <QSettings>

namespace chengyun::console {

namespace {
Q_LOGGING_CATEGORY(lc, "chengyun.shell")
} // namespace

Languages::Languages(QString file, const QString& wanted, QObject* parent)
    : QObject(parent), file_(std::move(file)) {
    QString language = wanted;
    if (language.isEmpty() && !file_.isEmpty())
        language = QSettings(file_, QSettings::IniFormat)
                       .value(QStringLiteral("seat/language"))
                       .toString();
    current_ = known().contains(language) ? language : known().first();
    install();
}

Languages::~Languages() {
    for (auto& translator : translators_)
        QCoreApplication::removeTranslator(&translator);
}

QStringList Languages::known() {
    return {QStringLiteral("zh_CN"), QStringLiteral("en")};
}

void Languages::use(const QString& language) {
    if (!known().contains(language)) {
        qCWarning(lc) << "no such language:" << language;
        return;
    }
    if (language == current_)
        return;
    current_ = language;
    install();
    if (!file_.isEmpty())
        QSettings(file_, QSettings::IniFormat).setValue(QStringLiteral("seat/language"), language);
    if (retranslate_)
        retranslate_();
    Q_EMIT currentChanged();
}

void Languages::install() {
    QLocale::setDefault(QLocale(current_));
    for (auto& translator : translators_)
        QCoreApplication::removeTranslator(&translator);
    const auto folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    const QStringList names{QStringLiteral("qtbase_"), QStringLiteral("qtdeclarative_")};
    for (qsizetype i = 0; i < names.size(); ++i)
        if (translators_[static_cast<std::size_t>(i) + 1].load(names[i] + current_, folder))
            QCoreApplication::installTranslator(&translators_[static_cast<std::size_t>(i) + 1]);
    if (translators_[0].load(QStringLiteral(":/i18n/chengyun_%1.qm").arg(current_)))
        QCoreApplication::installTranslator(&translators_[0]);
    else
        qCWarning(lc) << "translation is missing:" << current_;
}

} // namespace chengyun::console
