#include "tests/support/web_driver.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>

namespace chengyun::test {

using namespace Qt::StringLiterals;

WebDriver::WebDriver() {
    network_.setProxy(QNetworkProxy::NoProxy);
}

WebDriver::~WebDriver() {
    if (!session_.isEmpty())
        call("DELETE", u"/session/"_s + session_);
    if (driver_.state() != QProcess::NotRunning) {
        driver_.terminate();
        driver_.waitForFinished(5000);
    }
}

bool WebDriver::start(QSize size, const QString& language, const QStringList& flags) {
    const auto driver = QStandardPaths::findExecutable(u"chromedriver"_s);
    const auto browser = QStandardPaths::findExecutable(u"chromium"_s);
    if (driver.isEmpty() || browser.isEmpty()) {
        problem_ = u"chromium or chromedriver is not installed"_s;
        return false;
    }
    driver_.setProcessChannelMode(QProcess::MergedChannels);
    driver_.start(driver, {u"--port=0"_s});
    static const QRegularExpression started(u"on port (\\d+)\\."_s);
    QString output;
    QRegularExpressionMatch match;
    while (!(match = started.match(output)).hasMatch()) {
        if (!driver_.waitForReadyRead(30000)) {
            problem_ = u"chromedriver does not start: "_s + output;
            return false;
        }
        output += QString::fromUtf8(driver_.readAll());
    }
    base_ = u"http://127.0.0.1:"_s + match.captured(1);
    QJsonArray words{u"--headless"_s,
                     u"--no-sandbox"_s,
                     u"--disable-gpu"_s,
                     u"--disable-quic"_s,
                     u"--no-first-run"_s,
                     u"--disable-background-networking"_s,
                     u"--disable-component-update"_s,
                     u"--disable-sync"_s,
                     u"--disable-dev-shm-usage"_s,
                     u"--no-proxy-server"_s,
                     u"--lang="_s + language,
                     u"--user-data-dir="_s + profile_.path(),
                     u"--window-size=%1,%2"_s.arg(size.width()).arg(size.height())};
    for (const auto& flag : flags)
        words << flag;
    const QJsonObject options{
        {"binary"_L1, browser},
        {"args"_L1, words},
        {"prefs"_L1, QJsonObject{{"intl.accept_languages"_L1, language}}},
        {"mobileEmulation"_L1,
         QJsonObject{{"deviceMetrics"_L1, QJsonObject{{"width"_L1, size.width()},
                                                      {"height"_L1, size.height()},
                                                      {"pixelRatio"_L1, 2}}}}}};
    const QJsonObject capabilities{{"browserName"_L1, "chrome"_L1},
                                   {"goog:chromeOptions"_L1, options},
                                   {"goog:loggingPrefs"_L1, QJsonObject{{"browser"_L1, "ALL"_L1}}}};
    const auto value = call("POST", u"/session"_s,
                            {{"capabilities"_L1, QJsonObject{{"alwaysMatch"_L1, capabilities}}}});
    session_ = value.toObject()["sessionId"_L1].toString();
    if (session_.isEmpty())
        problem_ = QString::fromUtf8(QJsonDocument(value.toObject()).toJson());
    return !session_.isEmpty();
}

QJsonValue WebDriver::call(const QByteArray& method, const QString& path, const QJsonObject& body) {
    QNetworkRequest request{QUrl(base_ + path)};
    request.setTransferTimeout(60000);
    request.setRawHeader("Content-Type", "application/json");
    const auto content = method == "POST" ? QJsonDocument(body).toJson() : QByteArray();
    const std::unique_ptr<QNetworkReply> reply(
        network_.sendCustomRequest(request, method, content));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(65000);
    return QJsonDocument::fromJson(reply->readAll()).object()["value"_L1];
}

void WebDriver::open(const QUrl& url) {
    call("POST", u"/session/%1/url"_s.arg(session_), {{"url"_L1, url.toString()}});
}

QString WebDriver::openTab(const QUrl& url) {
    const auto made =
        call("POST", u"/session/%1/window/new"_s.arg(session_), {{"type"_L1, "tab"_L1}});
    const auto name = made.toObject()["handle"_L1].toString();
    switchTo(name);
    open(url);
    return name;
}

QString WebDriver::tab() {
    return call("GET", u"/session/%1/window"_s.arg(session_)).toString();
}

void WebDriver::switchTo(const QString& tab) {
    call("POST", u"/session/%1/window"_s.arg(session_), {{"handle"_L1, tab}});
}

void WebDriver::closeTab() {
    call("DELETE", u"/session/%1/window"_s.arg(session_));
}

QJsonValue WebDriver::run(const QString& script, const QJsonArray& arguments) {
    return call("POST", u"/session/%1/execute/sync"_s.arg(session_),
                {{"script"_L1, script}, {"args"_L1, arguments}});
}

QString WebDriver::text(const QString& selector) {
    const auto value = run(u"const e = document.querySelector(arguments[0]);"
                           "return e && !e.closest('[hidden]') ? e.innerText : null;"_s,
                           {selector});
    return value.isString() ? value.toString() + u""_s : QString();
}

QString WebDriver::element(const QString& selector) {
    const auto found = call("POST", u"/session/%1/element"_s.arg(session_),
                            {{"using"_L1, "css selector"_L1}, {"value"_L1, selector}})
                           .toObject();
    return found["element-6066-11e4-a52e-4f735466cecf"_L1].toString();
}

bool WebDriver::click(const QString& selector) {
    // The page may put a new element in the place of the one that was found; a person would not
    // notice.
    for (;;) {
        const auto id = element(selector);
        if (id.isEmpty()) {
            problem_ = u"no element "_s + selector;
            return false;
        }
        const auto value = call("POST", u"/session/%1/element/%2/click"_s.arg(session_, id));
        if (value.isNull())
            return true;
        if (value.toObject()["error"_L1].toString() == "stale element reference"_L1)
            continue;
        problem_ = value.toObject()["message"_L1].toString();
        return false;
    }
}

bool WebDriver::type(const QString& selector, const QString& text) {
    const auto id = element(selector);
    return !id.isEmpty() &&
           call("POST", u"/session/%1/element/%2/value"_s.arg(session_, id), {{"text"_L1, text}})
               .isNull();
}

void WebDriver::setOffline(bool offline) {
    const auto path = u"/session/%1/chromium/network_conditions"_s.arg(session_);
    if (offline)
        call("POST", path,
             {{"network_conditions"_L1,
               QJsonObject{{"offline"_L1, true}, {"latency"_L1, 0}, {"throughput"_L1, 0}}}});
    else
        call("DELETE", path);
}

void WebDriver::setQuota(const QUrl& origin, std::optional<qint64> bytes) {
    QJsonObject parameters{
        {"origin"_L1, origin.toString(QUrl::RemovePath | QUrl::StripTrailingSlash)}};
    if (bytes)
        parameters["quotaSize"_L1] = *bytes;
    call("POST", u"/session/%1/goog/cdp/execute"_s.arg(session_),
         {{"cmd"_L1, "Storage.overrideQuotaForOrigin"_L1}, {"params"_L1, parameters}});
}

QByteArray WebDriver::screenshot() {
    return QByteArray::fromBase64(
        call("GET", u"/session/%1/screenshot"_s.arg(session_)).toString().toLatin1());
}

QStringList WebDriver::messages() {
    QStringList out;
    const auto entries =
        call("POST", u"/session/%1/se/log"_s.arg(session_), {{"type"_L1, "browser"_L1}}).toArray();
    for (const auto& entry : entries)
        out << entry["level"_L1].toString() + u' ' + entry["message"_L1].toString();
    return out;
}

QStringList WebDriver::errors() {
    QStringList out;
    for (const auto& message : messages())
        if (message.startsWith("SEVERE "_L1))
            out << message.mid(7);
    return out;
}

} // namespace chengyun::test
