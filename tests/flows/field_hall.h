// A hub with the demonstration district and a browser at phone size in the hand of its one unit:
// what the tests of the recipients' page begin with.
#pragma once

#include "tests/support/hub_under_test.h"
#include "tests/support/web_driver.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

namespace chengyun::test {

class FieldHall {
public:
    HubUnderTest hub;
    WebDriver phone;
    QByteArray operatorToken, unitToken;
    QString unit; ///< the id of the unit whose phone it is

    /// `flags` are the hub's.
    explicit FieldHall(const QStringList& flags = {}) : hub(true, flags) {}

    /// Empty, or why it does not start. `browser` are flags of the phone's.
    [[nodiscard]] QString start(const QStringList& browser = {}) {
        using namespace Qt::StringLiterals;
        if (!hub.start())
            return QString::fromUtf8(hub.log());
        operatorToken = hub.signIn(u"operator"_s);
        unitToken = hub.signIn(u"unit"_s);
        unit = hub.get(u"/api/v1/me"_s, unitToken).json()["unit"_L1].toString();
        if (unit.isEmpty())
            return u"the demonstration has no unit account"_s;
        return phone.start({390, 844}, u"zh-CN"_s, browser) ? QString() : phone.problem();
    }

    static inline const QString neighbourPassword = QStringLiteral("a neighbour's long password");
    /// Makes "neighbour", an account of another unit, which the browser may find itself signed in
    /// as.
    [[nodiscard]] bool makeNeighbour() {
        using namespace Qt::StringLiterals;
        QString other;
        const auto units = hub.get(u"/api/v1/units"_s, operatorToken).json();
        for (const auto& each : units["items"_L1].toArray())
            if (each["id"_L1].toString() != unit)
                other = each["id"_L1].toString();
        const auto made = hub.command("POST", u"/api/v1/accounts"_s, hub.signIn(u"admin"_s),
                                      {{"name"_L1, "neighbour"_L1},
                                       {"display_name"_L1, u"邻近队伍"_s},
                                       {"role"_L1, "unit"_L1},
                                       {"unit"_L1, other},
                                       {"password"_L1, neighbourPassword}});
        return made.status == 200;
    }

    /// Another tab signs the neighbour in: the browser has one cookie for all of them.
    [[nodiscard]] bool takeTheNeighboursCookie() {
        using namespace Qt::StringLiterals;
        phone.run(u"window.taken = false;"
                  "fetch('/api/v1/sessions?cookie=1', {method: 'POST',"
                  "    headers: {'Content-Type': 'application/json', 'X-Chengyun': '1'},"
                  "    body: JSON.stringify({name: 'neighbour', password: arguments[0]})})"
                  ".then(answer => { window.taken = answer.ok; });"_s,
                  {neighbourPassword});
        return QTest::qWaitFor([&] { return phone.run(u"return window.taken"_s).toBool(); });
    }

    /// An order to the phone's unit.
    struct Issued {
        QString order, assignment;
        /// Selects its card in the list.
        [[nodiscard]] QString card() const {
            return QStringLiteral("[data-assignment='%1']").arg(assignment);
        }
    };
    [[nodiscard]] Issued issue(const QString& title) {
        using namespace Qt::StringLiterals;
        const QJsonObject body{
            {"id"_L1, QString::fromLatin1(newKey())},
            {"title"_L1, title},
            {"text"_L1, u"居民反映路口积水约二十厘米，请到场排水并疏导交通，完成后上传照片。"_s},
            {"kind"_L1, "flood"_L1},
            {"level"_L1, "II"_L1},
            {"address"_L1, u"临江路与三元街路口"_s},
            {"place"_L1, QJsonObject{{"lon"_L1, 114.3}, {"lat"_L1, 30.5}}},
            {"limits"_L1,
             QJsonObject{{"acknowledge"_L1, 10}, {"report"_L1, 60}, {"complete"_L1, 240}}},
            {"recipients"_L1, QJsonArray{QJsonObject{{"unit"_L1, unit}, {"role"_L1, "lead"_L1}}}}};
        const auto done = hub.command("POST", u"/api/v1/orders"_s, operatorToken, body);
        const QJsonValue change = done.json()["change"_L1];
        return {change["orders"_L1][0]["id"_L1].toString(),
                change["assignments"_L1][0]["id"_L1].toString()};
    }

    /// As the hub has it: {order, assignments, reports, supervisions}.
    [[nodiscard]] QJsonObject detail(const Issued& issued) {
        return hub.get(QStringLiteral("/api/v1/orders/") + issued.order, operatorToken).json();
    }
    [[nodiscard]] QString state(const Issued& issued) {
        using namespace Qt::StringLiterals;
        return detail(issued)["assignments"_L1][0]["state"_L1].toString();
    }
    [[nodiscard]] QJsonArray reports(const Issued& issued) {
        using namespace Qt::StringLiterals;
        return detail(issued)["reports"_L1].toArray();
    }

    /// Opens the page and signs in there; false when it does not come to the list of orders.
    [[nodiscard]] bool signIn(const QString& name, const QString& password) {
        using namespace Qt::StringLiterals;
        phone.open(hub.url(u"/field"_s));
        return signInHere(name, password);
    }
    /// Signs in on the page that is open. Who had a sheet begun goes on with it, and the list may
    /// be gone before anybody has looked.
    [[nodiscard]] bool signInHere(const QString& name, const QString& password) {
        using namespace Qt::StringLiterals;
        return QTest::qWaitFor([&] { return phone.has(u"#sign-in"_s); }) &&
               phone.type(u"#name"_s, name) && phone.type(u"#password"_s, password) &&
               phone.click(u"#sign-in"_s) &&
               QTest::qWaitFor([&] { return phone.has(u"#orders, .sheet:modal"_s); }, 10000);
    }
    [[nodiscard]] bool signIn() {
        using namespace Qt::StringLiterals;
        return signIn(u"unit"_s, hub.password(u"unit"_s));
    }

    /// Opens an order from the list.
    [[nodiscard]] bool openOrder(const Issued& issued) {
        using namespace Qt::StringLiterals;
        return QTest::qWaitFor([&] { return phone.has(issued.card()); }, 10000) &&
               phone.click(issued.card()) &&
               QTest::qWaitFor([&] { return phone.has(u"#detail"_s); });
    }
    /// Loads the page again and goes to the list: it shows what it showed before.
    [[nodiscard]] bool openList() {
        using namespace Qt::StringLiterals;
        phone.open(hub.url(u"/field"_s));
        return QTest::qWaitFor(
                   [&] { return phone.has(u"#detail"_s) || phone.has(u"#orders"_s); }) &&
               (phone.has(u"#orders"_s) || backToList());
    }
    /// Goes back to the list.
    [[nodiscard]] bool backToList() {
        using namespace Qt::StringLiterals;
        return phone.click(u"#back"_s) && QTest::qWaitFor([&] { return phone.has(u"#orders"_s); });
    }

    /// The path of a JPEG of that size.
    [[nodiscard]] QString photo(int width, int height) {
        QImage image(width, height, QImage::Format_RGB32);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                image.setPixel(x, y, qRgb(x % 256, y % 256, (x * y) % 256));
        const auto path = hub.dataDir() + QStringLiteral("/photo.jpg");
        image.save(path, "JPEG", 90);
        return path;
    }
};

} // namespace chengyun::test
