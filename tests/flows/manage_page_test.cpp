// The page of those who manage, in a real browser: from the first start's link to accounts that can
// sign in, a one-time link for a team's phone, and the journal.
#include "tests/support/hub_under_test.h"
#include "tests/support/web_driver.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chengyun::test;

class ManagePageTest : public QObject {
    Q_OBJECT

    WebDriver browser_;

    /// Pictures for people to look at, when a folder is named.
    void shot(const char* name) {
        const auto folder = qEnvironmentVariable("CHENGYUN_SHOTS");
        if (folder.isEmpty())
            return;
        QFile file(folder + u"/manage-"_s + QLatin1StringView(name) + u".png"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(browser_.screenshot());
    }
    bool signIn(HubUnderTest& hub, const QString& name, const QString& password) {
        return signIn(browser_, hub, name, password);
    }
    static bool signIn(WebDriver& browser, HubUnderTest& hub, const QString& name,
                       const QString& password) {
        browser.open(hub.url(u"/manage"_s));
        return QTest::qWaitFor([&] {
                   return browser.has(u"#sign-in"_s) || browser.has(u"#out:not([hidden])"_s);
               }) &&
               (browser.has(u"#sign-in"_s) || (browser.click(u"#out"_s) && QTest::qWaitFor([&] {
                                                   return browser.has(u"#sign-in"_s);
                                               }))) &&
               browser.type(u"#name"_s, name) && browser.type(u"#password"_s, password) &&
               browser.click(u"#sign-in"_s) &&
               QTest::qWaitFor([&] { return browser.has(u"#out:not([hidden])"_s); });
    }
    void set(const QString& field, const QString& value) {
        browser_.run(
            u"const field = document.querySelector(arguments[0]); field.value = arguments[1];"
            "field.dispatchEvent(new Event('input')); field.dispatchEvent(new Event('change'));"_s,
            {field, value});
    }
    QString row(const QString& name) { return browser_.text(u"[data-account='%1']"_s.arg(name)); }
    /// What stands at each entry shown: its member of the dataset, or the text of a part of it.
    QStringList entries(const QString& part) {
        const auto all = browser_.run(
            u"return [...document.querySelectorAll('.entry')].map(entry =>"
            "entry.dataset[arguments[0]] ?? entry.querySelector(arguments[0]).textContent)"_s,
            {part});
        QStringList out;
        for (const auto& one : all.toArray())
            out.append(one.toString());
        return out;
    }
    static bool fits(WebDriver& browser) {
        return browser.run(u"return document.documentElement.scrollWidth <= window.innerWidth"_s)
            .toBool();
    }
    static int signInStatus(HubUnderTest& hub, const QString& name, const QString& password) {
        return hub
            .request(
                "POST", u"/api/v1/sessions"_s, {},
                QJsonDocument(QJsonObject{{"name"_L1, name}, {"password"_L1, password}}).toJson())
            .status;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(browser_.start({1366, 768}), qPrintable(browser_.problem())); }

    void theFirstAdministratorMakesTheFirstOperator() {
        HubUnderTest hub(false, {u"--accounts.min-password=20"_s});
        QVERIFY2(hub.start(), hub.log().constData());
        static const QRegularExpression link(u"(/setup#[\\w-]+)"_s);
        const auto said = link.match(QString::fromUtf8(hub.output() + hub.log()));
        QVERIFY(said.hasMatch());
        browser_.open(QUrl(hub.url(u"/"_s).toString().chopped(1) + said.captured(1)));
        QTRY_VERIFY(browser_.has(u"#display"_s));
        const auto shortest = [this](const QString& field) {
            return browser_
                .run(u"return document.querySelector(arguments[0])?.minLength ?? -1"_s, {field})
                .toInt();
        };
        QTRY_COMPARE(shortest(u"#password"_s), 20);
        QVERIFY(browser_.text(u"#rule"_s).contains(u"20"_s));
        browser_.type(u"#name"_s, u"chief"_s);
        browser_.type(u"#display"_s, u"首位管理员"_s);
        browser_.type(u"#password"_s, u"a long first password"_s);
        browser_.type(u"#again"_s, u"a long first password"_s);
        QVERIFY(browser_.click(u"button.main"_s));
        QTRY_VERIFY(!browser_.text(u"#done a"_s).isEmpty());
        QVERIFY(browser_.click(u"#done a"_s));

        QTRY_VERIFY(row(u"chief"_s).contains(u"管理员"_s)); // signed in already
        QVERIFY(browser_.click(u"#new"_s));
        QVERIFY(browser_.type(u"#a-name"_s, u"zhang.wei"_s));
        QVERIFY(browser_.type(u"#a-person"_s, u"张伟"_s));
        QCOMPARE(shortest(u"#a-password"_s), 20);
        QVERIFY(browser_.text(u"#account-form"_s).contains(u"20"_s));
        QVERIFY(browser_.click(u"#generate"_s));
        const auto password =
            browser_.run(u"return document.querySelector('#a-password').value"_s).toString();
        QVERIFY(password.size() >= 20);
        shot("new");
        QVERIFY(browser_.click(u"#a-save"_s));
        QTRY_VERIFY(row(u"zhang.wei"_s).contains(u"调度员"_s));
        QCOMPARE(signInStatus(hub, u"zhang.wei"_s, password), 200);
        shot("first");
        QCOMPARE(browser_.errors(), QStringList());
    }

    void accountsAreMadeChangedAndEnded() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        QVERIFY(signIn(hub, u"admin"_s, hub.password(u"admin"_s)));
        QTRY_VERIFY(row(u"operator"_s).contains(u"启用"_s));
        shot("accounts");

        // Of a street; its code comes from the list.
        QVERIFY(browser_.click(u"#new"_s));
        QVERIFY(browser_.type(u"#a-name"_s, u"street.one"_s));
        QVERIFY(browser_.type(u"#a-person"_s, u"街道值班"_s));
        const auto password = u"correct horse battery"_s;
        QVERIFY(browser_.type(u"#a-password"_s, password));
        set(u"#a-area"_s, u"123456789012"_s);
        QVERIFY(browser_.click(u"#a-save"_s));
        QTRY_VERIFY(browser_.text(u"#account-form > .problem"_s).contains(u"123456789012"_s));
        const auto code =
            browser_
                .run(u"return [...document.querySelectorAll('#area-list option')]"
                     ".map(o => o.value).find(c => !c.endsWith('000000') && c.endsWith('000'))"_s)
                .toString();
        QVERIFY(!code.isEmpty());
        set(u"#a-area"_s, code);
        QVERIFY(browser_.click(u"#a-save"_s));
        QTRY_VERIFY(row(u"street.one"_s).contains(u"街道"_s));
        QCOMPARE(signInStatus(hub, u"street.one"_s, password), 200);

        // A name that is taken: the words stay.
        QVERIFY(browser_.click(u"#new"_s));
        QVERIFY(browser_.type(u"#a-name"_s, u"street.one"_s));
        QVERIFY(browser_.type(u"#a-person"_s, u"另一人"_s));
        QVERIFY(browser_.type(u"#a-password"_s, password));
        QVERIFY(browser_.click(u"#a-save"_s));
        QTRY_VERIFY(browser_.text(u"#account-form > .problem"_s).contains(u"street.one"_s));
        QCOMPARE(browser_.run(u"return document.querySelector('#a-person').value"_s).toString(),
                 u"另一人"_s);
        // The same as an account of a unit, which has to be chosen.
        browser_.run(u"document.querySelector('#a-name').value = ''"_s);
        QVERIFY(browser_.type(u"#a-name"_s, u"team.desk"_s));
        set(u"#a-role"_s, u"unit"_s);
        QVERIFY(browser_.click(u"#a-save"_s));
        QTRY_VERIFY(browser_.text(u"#account-form > .problem"_s).contains(u"单位"_s));
        QVERIFY(browser_.type(u"#a-unit"_s, u"消防"_s));
        QTRY_VERIFY(browser_.has(u".options [data-unit]"_s));
        shot("unit");
        QVERIFY(browser_.click(u".options [data-unit]"_s));
        QVERIFY(browser_.click(u"#a-save"_s));
        QTRY_VERIFY(row(u"team.desk"_s).contains(u"单位"_s));

        const auto team = browser_.text(u"[data-account='team.desk'] strong"_s);
        QCOMPARE(team, u"另一人"_s);
        QVERIFY(browser_.click(u"[data-edit='team.desk']"_s)); // says whose it is
        QTRY_VERIFY(browser_.run(u"return document.querySelector('#a-unit').value"_s)
                        .toString()
                        .contains(u"消防"_s));
        QVERIFY(browser_.click(u".acts .second"_s));

        // Ended: cannot sign in any more.
        QVERIFY(browser_.click(u"[data-edit='street.one']"_s));
        QTRY_VERIFY(browser_.has(u"#a-off"_s));
        // The page behind is out of reach of the keyboard, and Escape gives it back.
        QCOMPARE(browser_
                     .run(u"document.querySelector('#new').focus();"
                          "return document.activeElement.id"_s)
                     .toString(),
                 u"a-person"_s);
        QVERIFY(browser_.click(u"#a-off"_s));
        shot("edit");
        QVERIFY(browser_.click(u"#a-save"_s));
        QTRY_VERIFY(row(u"street.one"_s).contains(u"停用"_s));
        QVERIFY(signInStatus(hub, u"street.one"_s, password) != 200);

        // A form that has stood open changes what was changed in it and nothing else.
        QVERIFY(browser_.click(u"[data-edit='team.desk']"_s));
        QTRY_VERIFY(browser_.has(u"#a-off"_s));
        const auto admin = hub.signIn(u"admin"_s);
        const auto all = hub.get(u"/api/v1/accounts"_s, admin).json()["items"_L1].toArray();
        const auto desk = std::ranges::find_if(
            all, [](const QJsonValue& account) { return account["name"_L1] == "team.desk"_L1; });
        QVERIFY(desk != all.end());
        QCOMPARE(hub.command("PATCH", u"/api/v1/accounts/"_s + (*desk)["id"_L1].toString(), admin,
                             {{"disabled"_L1, true}})
                     .status,
                 200);
        browser_.run(u"document.querySelector('#a-person').value = ''"_s);
        QVERIFY(browser_.type(u"#a-person"_s, u"值班手机"_s));
        QVERIFY(browser_.click(u"#a-save"_s));
        QTRY_VERIFY(row(u"team.desk"_s).contains(u"值班手机"_s));
        QVERIFY2(row(u"team.desk"_s).contains(u"停用"_s), qPrintable(row(u"team.desk"_s)));

        // The last administrator stays one, and is told so.
        QVERIFY(browser_.click(u"[data-edit='admin']"_s));
        QVERIFY(browser_.click(u"#a-off"_s));
        QVERIFY(browser_.click(u"#a-save"_s));
        QTRY_VERIFY(browser_.text(u"#account-form > .problem"_s).contains(u"最后一位"_s));
        QVERIFY(browser_.click(u".acts .second"_s));

        QVERIFY(browser_.type(u"#filter"_s, u"调度"_s));
        QTRY_VERIFY(row(u"admin"_s).isNull());
        QVERIFY(!row(u"operator"_s).isNull());
        QVERIFY(browser_.click(u"#language"_s));
        QTRY_VERIFY(row(u"operator"_s).contains(u"Dispatcher"_s));
        shot("english");
        QVERIFY(browser_.click(u"#new"_s));
        QTRY_VERIFY(browser_.text(u"#account-form h2"_s).contains(u"New account"_s));
        shot("english-new");
        QVERIFY(browser_.click(u".acts .second"_s));
        QVERIFY(browser_.click(u"#language"_s));
    }

    void theHallMakesLinksForPhones() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        QVERIFY(signIn(hub, u"operator"_s, hub.password(u"operator"_s)));
        QTRY_VERIFY(browser_.has(u".units li"_s));
        QVERIFY(!browser_.has(u"#accounts"_s));
        QVERIFY(browser_.type(u"#unit-search"_s, u"消防"_s));
        QTRY_VERIFY(browser_.text(u".units li strong"_s).contains(u"消防"_s));
        const auto team = browser_.text(u".units li strong"_s);
        QVERIFY(browser_.click(u".units li [data-link]"_s));
        QTRY_VERIFY(browser_.has(u".link input"_s));
        shot("phones");
        const QUrl address(
            browser_.run(u"return document.querySelector('.link input').value"_s).toString());
        QVERIFY(address.fragment().size() > 20);

        // Signed out only when the hub has heard it.
        browser_.setOffline(true);
        QVERIFY(browser_.click(u"#out"_s));
        QTRY_VERIFY(browser_.has(u"#toast:not([hidden])"_s));
        QVERIFY(browser_.has(u"#phones"_s));
        browser_.setOffline(false);

        browser_.open(address); // as the phone would
        QTRY_VERIFY(browser_.has(u"#open"_s));
        QVERIFY(browser_.click(u"#open"_s));
        QTRY_COMPARE(browser_.text(u"#unit"_s), team);
    }

    void theJournalTellsWhoTookWhichAlarm() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        // An alarm is taken, put off with words that look like markup, and opened again.
        const auto operator_ = hub.signIn(u"operator"_s);
        const auto order = hub.get(u"/api/v1/orders?state=open&limit=1"_s, operator_)
                               .json()["items"_L1][0]["order"_L1];
        const auto alarm = u"order/%1/new_order/%1"_s.arg(order["id"_L1].toString());
        const auto now = QDateTime::currentMSecsSinceEpoch();
        const auto reason = u"<b id=\"injected\">等<script>1</script>回电</b>"_s;
        const auto act = [&](const QString& what, QJsonValue& version, QJsonObject body) {
            body["alarms"_L1] = QJsonArray{QJsonObject{
                {"id"_L1, alarm}, {"raised"_L1, now}, {"version"_L1, version.toInteger()}}};
            const auto done = hub.command("POST", u"/api/v1/alarms/"_s + what, operator_, body);
            version = done.json()["change"_L1]["alarms"_L1][0]["version"_L1];
            return done.status;
        };
        QJsonValue version = 0;
        QCOMPARE(act(u"take"_s, version, {}), 200);
        QCOMPARE(act(u"snooze"_s, version, {{"until"_L1, now + 3'600'000}, {"reason"_L1, reason}}),
                 200);
        QCOMPARE(act(u"give_back"_s, version, {}), 200);

        QVERIFY(signIn(hub, u"operator"_s, hub.password(u"operator"_s)));
        QTRY_VERIFY(browser_.has(u"#phones"_s));
        QVERIFY(!browser_.has(u".sections"_s)); // a dispatcher has no journal
        QVERIFY(signIn(hub, u"commander"_s, hub.password(u"commander"_s)));
        QTRY_VERIFY(browser_.has(u"#phones"_s));
        QVERIFY(browser_.click(u".sections a[href='#journal']"_s));

        const auto about = u"指令 %1 号"_s.arg(order["number"_L1].toInteger());
        const auto what = [this](const QString& kind) {
            return browser_.text(u"[data-kind='alarm.%1'] .what"_s.arg(kind));
        };
        QTRY_VERIFY2(what(u"taken"_s).contains(about), qPrintable(what(u"taken"_s)));
        QVERIFY(what(u"taken"_s).contains(u"确认提醒"_s));
        QVERIFY(what(u"taken"_s).contains(order["title"_L1].toString()));
        QCOMPARE(browser_.text(u"[data-kind='alarm.taken'] .by"_s), u"演示调度员"_s);
        QTRY_VERIFY2(what(u"snoozed"_s).contains(reason), qPrintable(what(u"snoozed"_s)));
        QVERIFY(!browser_.has(u"#injected"_s));
        QTRY_VERIFY2(what(u"released"_s).contains(u"人工重新打开"_s),
                     qPrintable(what(u"released"_s)));
        QVERIFY(fits(browser_));
        shot("journal");

        // The newest first, and back to the first entry, each once and in words.
        QCOMPARE(entries(u"seq"_s).size(), 50);
        for (int pages = 0; pages < 60 && browser_.has(u"#older:not([hidden])"_s); ++pages) {
            const auto before = entries(u"seq"_s).size();
            QVERIFY(browser_.click(u"#older"_s));
            QTRY_VERIFY(!browser_.has(u"#older:disabled"_s));
            QVERIFY(entries(u"seq"_s).size() > before);
        }
        QVERIFY(browser_.text(u"#j-said"_s).contains(u"全部"_s));
        const auto numbers = entries(u"seq"_s);
        for (qsizetype i = 1; i < numbers.size(); ++i)
            QVERIFY2(numbers[i].toLongLong() < numbers[i - 1].toLongLong(), qPrintable(numbers[i]));
        const auto kinds = entries(u"kind"_s), titles = entries(u".title"_s);
        for (qsizetype i = 0; i < kinds.size(); ++i)
            QVERIFY2(!titles[i].contains(kinds[i]), qPrintable(titles[i]));

        // By what, by whom, by day.
        set(u"#j-kind"_s, u"alarm"_s);
        QTRY_COMPARE(entries(u"kind"_s),
                     (QStringList{u"alarm.released"_s, u"alarm.snoozed"_s, u"alarm.taken"_s}));
        set(u"#j-kind"_s, u"alarm.taken"_s);
        QTRY_COMPARE(entries(u"kind"_s), QStringList{u"alarm.taken"_s});
        set(u"#j-who"_s, u"查无此人"_s);
        QTRY_COMPARE(entries(u"kind"_s), QStringList());
        QTRY_VERIFY(browser_.text(u"#j-said"_s).contains(u"没有符合"_s));
        set(u"#j-who"_s, u"调度"_s);
        QTRY_COMPARE(entries(u"kind"_s), QStringList{u"alarm.taken"_s});
        // The demonstration's hall goes by the time of Shanghai, wherever the browser is.
        const auto taken = QDateTime::fromString(
            browser_.run(u"return document.querySelector('.entry time').dateTime"_s).toString(),
            Qt::ISODateWithMs);
        const auto day = taken.toOffsetFromUtc(8 * 3600).date();
        QCOMPARE(browser_.text(u".entry time"_s),
                 taken.toOffsetFromUtc(8 * 3600).toString(u"HH:mm:ss"_s));
        QCOMPARE(browser_.has(u"#j-zone:not([hidden])"_s),
                 browser_.run(u"return new Date().getTimezoneOffset()"_s).toInt() != -480);
        set(u"#j-day"_s, day.addDays(1).toString(Qt::ISODate));
        QTRY_COMPARE(entries(u"kind"_s), QStringList());
        set(u"#j-day"_s, day.toString(Qt::ISODate));
        QTRY_COMPARE(entries(u"kind"_s), QStringList{u"alarm.taken"_s});
        set(u"#j-kind"_s, QString());
        set(u"#j-day"_s, QString());
        set(u"#j-who"_s, u"系统计时"_s); // as the hub itself is called here
        QTRY_VERIFY(entries(u"kind"_s).size() > 1 &&
                    entries(u".by"_s).count(u"系统计时"_s) == entries(u"kind"_s).size());

        QVERIFY(browser_.click(u"#language"_s));
        set(u"#j-kind"_s, u"alarm.snoozed"_s);
        QTRY_COMPARE(entries(u"kind"_s), QStringList{u"alarm.snoozed"_s});
        QTRY_VERIFY(what(u"snoozed"_s).contains(u"Order %1"_s.arg(order["number"_L1].toInteger())));
        QVERIFY(what(u"snoozed"_s).contains(u"Put off an alarm"_s));
        QVERIFY(fits(browser_));
        shot("journal-english");
        QVERIFY(browser_.click(u"#language"_s));

        // As wide as a phone.
        WebDriver phone;
        QVERIFY2(phone.start({390, 844}), qPrintable(phone.problem()));
        QVERIFY(signIn(phone, hub, u"auditor"_s, hub.password(u"auditor"_s)));
        QTRY_VERIFY(phone.has(u".entry"_s)); // an auditor has nothing else here
        QVERIFY(fits(phone));
        QVERIFY(phone
                    .run(u"const part = name => document.querySelector('.entry ' + name)"
                         ".getBoundingClientRect();"
                         "return part('.what').top >= part('.by').bottom"_s)
                    .toBool());
    }

    /// Made out of equal screens; its machine signs in by a code, and goes dark when that is
    /// revoked.
    void wallsAreMadeAndTheirMachinesSignIn() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        QVERIFY(signIn(hub, u"admin"_s, hub.password(u"admin"_s)));
        const auto wall = u"[data-wall='二楼会商室']"_s;
        const auto section = [this](const QString& name) {
            return browser_.click(u".sections a[href='#%1']"_s.arg(name));
        };
        QTRY_VERIFY(section(u"walls"_s));
        QTRY_VERIFY(browser_.has(u"#walls li"_s)); // the demonstration's
        browser_.run(u"window.confirm = () => true"_s);
        QVERIFY(browser_.click(u"#new-wall"_s));
        QVERIFY(browser_.type(u"#w-name"_s, u"二楼会商室"_s));
        set(u"#w-across"_s, u"3"_s);
        set(u"#w-down"_s, u"2"_s);
        set(u"#w-gap"_s, u"20"_s);
        shot("wall-new");
        QVERIFY(browser_.click(u"#w-save"_s));
        QTRY_VERIFY(browser_.text(wall).contains(u"6"_s));
        QVERIFY(!browser_.has(wall + u" [data-wall-act=revoke]"_s));

        QVERIFY(browser_.click(wall + u" [data-wall-act=code]"_s));
        QTRY_VERIFY(browser_.has(wall + u" .link input"_s));
        shot("wall-code");
        const auto code = browser_
                              .run(u"return document.querySelector(arguments[0]).value"_s,
                                   {wall + u" .link input"_s})
                              .toString();
        const auto opened = hub.request("POST", u"/api/v1/links"_s, {},
                                        QJsonDocument(QJsonObject{{"token"_L1, code}}).toJson());
        QCOMPARE(opened.status, 200);
        const auto machine = opened.json()["token"_L1].toString().toUtf8();
        const auto admin = hub.signIn(u"admin"_s);
        const auto walls = hub.get(u"/api/v1/walls"_s, admin).json()["items"_L1].toArray();
        const auto made = std::ranges::find_if(
            walls, [](const QJsonValue& value) { return value["name"_L1] == u"二楼会商室"_s; });
        QVERIFY(made != walls.end());
        const auto last = (*made)["screens"_L1].toArray().last();
        QCOMPARE(last["x"_L1].toInt(), 2 * (1920 + 20));
        QCOMPARE(last["y"_L1].toInt(), 1080 + 20);

        QVERIFY(signIn(hub, u"admin"_s, hub.password(u"admin"_s)));
        QTRY_VERIFY(section(u"walls"_s));
        QTRY_VERIFY(browser_.has(wall + u" [data-wall-act=revoke]"_s));
        browser_.run(u"window.confirm = () => true"_s);
        QVERIFY(browser_.click(wall + u" [data-wall-act=revoke]"_s));
        QTRY_VERIFY(!browser_.has(wall + u" [data-wall-act=revoke]"_s));
        QCOMPARE(hub.get(u"/api/v1/me"_s, machine).status, 401);
        QVERIFY(browser_.click(wall + u" [data-wall-act=remove]"_s));
        QTRY_VERIFY(!browser_.has(wall));
        // The machines of walls are no accounts for people to edit.
        QVERIFY(section(u"accounts"_s));
        QTRY_VERIFY(browser_.has(u"[data-account]"_s));
        QVERIFY(browser_
                    .run(u"return [...document.querySelectorAll('[data-account]')]"
                         ".every(row => !row.dataset.account.startsWith('wall.'))"_s)
                    .toBool());
    }

    void whoManagesNothingIsTold() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        QVERIFY(signIn(hub, u"unit"_s, hub.password(u"unit"_s)));
        QTRY_VERIFY(browser_.text(u"#view .empty"_s).contains(u"没有"_s));
        QVERIFY(browser_.click(u"#out"_s));
        QTRY_VERIFY(browser_.has(u"#sign-in"_s));
        browser_.type(u"#name"_s, u"unit"_s);
        browser_.type(u"#password"_s, u"wrong"_s);
        QVERIFY(browser_.click(u"#sign-in"_s));
        QTRY_VERIFY(browser_.text(u".problem"_s).contains(u"错误"_s));
    }
};

QTEST_GUILESS_MAIN(ManagePageTest)
#include "manage_page_test.moc"
