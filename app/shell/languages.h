// The language of the screen, switched while the program runs.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <array>
#include <functional>

namespace chengyun::console {

/// GUI thread. Installs the translators embedded under :/i18n, sets the default locale, and
/// remembers the choice in an INI file.
class Languages : public QObject {
    Q_OBJECT
    /// "zh_CN" or "en".
    Q_PROPERTY(QString current READ current WRITE use NOTIFY currentChanged)

public:
    /// `file`: where the choice is remembered; empty remembers nothing. `wanted` overrides what is
    /// remembered for this run; without either it is Chinese.
    Languages(QString file, const QString& wanted, QObject* parent = nullptr);
    ~Languages() override;

    [[nodiscard]] QString current() const { return current_; }
    /// Unknown names are ignored with a warning.
    Q_INVOKABLE void use(const QString& language);
    /// Called after each switch, when the translators are in place: QML engines retranslate here.
    void onSwitch(std::function<void()> retranslate) { retranslate_ = std::move(retranslate); }

    [[nodiscard]] static QStringList known();

Q_SIGNALS:
    void currentChanged();

private:
    void install();

    QString file_;
    QString current_;
    std::array<QTranslator, 3> translators_; ///< ours, and Qt's own words: of dialogs, of its QML
    std::function<void()> retranslate_;
};

} // namespace chengyun::console
