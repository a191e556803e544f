// Translators, locale and what is remembered.
#include "app/shell/languages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun::console;

class LanguagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chinese_comes_first() {
        Languages languages({}, {});
        QCOMPARE(languages.current(), QStringLiteral("zh_CN"));
        QCOMPARE(QCoreApplication::translate("Workstation", "Map"), QStringLiteral("一张图"));
        QCOMPARE(QLocale().name(), QStringLiteral("zh_CN"));
    }

    void a_switch_is_remembered() {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("seat.ini"));
        {
            Languages languages(file, {});
            QSignalSpy changed(&languages, &Languages::currentChanged);
            int retranslated = 0;
            languages.onSwitch([&] { ++retranslated; });
            languages.use(QStringLiteral("en"));
            QCOMPARE(changed.count(), 1);
            QCOMPARE(retranslated, 1);
            QCOMPARE(QCoreApplication::translate("Workstation", "Map"), QStringLiteral("Map"));
        }
        Languages again(file, {});
        QCOMPARE(again.current(), QStringLiteral("en"));
    }

    void what_was_wanted_overrides_what_is_remembered() {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("seat.ini"));
        Languages(file, {}).use(QStringLiteral("en"));
        Languages languages(file, QStringLiteral("zh_CN"));
        QCOMPARE(languages.current(), QStringLiteral("zh_CN"));
    }

    void an_unknown_language_changes_nothing() {
        QTest::ignoreMessage(QtWarningMsg, "no such language: \"fr\"");
        Languages languages({}, {});
        languages.use(QStringLiteral("fr"));
        QCOMPARE(languages.current(), QStringLiteral("zh_CN"));
    }

    void english_has_plural_forms() {
        Languages languages({}, QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("OrderForm", "Issue to %n unit(s)", nullptr, 1),
                 QStringLiteral("Issue to 1 unit"));
        QCOMPARE(QCoreApplication::translate("OrderForm", "Issue to %n unit(s)", nullptr, 3),
                 QStringLiteral("Issue to 3 units"));
    }
};

QTEST_GUILESS_MAIN(LanguagesTest)
#include "languages_test.moc"
