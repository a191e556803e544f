#include "tests/support/hub_under_test.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>

#include <csignal>

namespace chengyun::test {

using namespace Qt::StringLiterals;

QByteArray HttpAnswer::header(const QByteArray& name) const {
    for (const auto& [key, value] : headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

QString HttpAnswer::problem() const {
    return json()["type"_L1].toString().section(u':', -1);
}

QByteArray newKey() {
    // UUIDv7: QUuid makes them from Qt 6.9 on.
    auto hex = QByteArray::number(QDateTime::currentMSecsSinceEpoch(), 16).rightJustified(12, '0');
    hex += QByteArray::number(QRandomGenerator::global()->generate64(), 16).rightJustified(16, '0');
    hex += QByteArray::number(QRandomGenerator::global()->generate(), 16).rightJustified(8, '0');
    hex = hex.left(32);
    hex[12] = '7';
    hex[16] = 'a';
    for (const int dash : {20, 16, 12, 8})
        hex.insert(dash, '-');
    return hex;
}

QString HubUnderTest::program(const QString& name) {
    // Tests lie in bin/tests, programs in bin.
    return QDir(QCoreApplication::applicationDirPath()).absoluteFilePath(u"../"_s + name);
}

HubUnderTest::HubUnderTest(bool demo, const QStringList& flags) : flags_(flags), demo_(demo) {
    // What a test asks for stays on this machine, whatever proxies the environment names.
    network_.setProxy(QNetworkProxy::NoProxy);
    process_.setProcessChannelMode(QProcess::SeparateChannels);
}

HubUnderTest::~HubUnderTest() {
    if (running())
        kill();
}

bool HubUnderTest::start() {
    QStringList arguments{u"serve"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(port_), u"--data-dir"_s,
                          dataDir()};
    if (demo_)
        arguments << u"--demo"_s;
    arguments += flags_;
    process_.setStandardErrorFile(dir_.filePath(u"log"_s), QIODevice::Append);
    process_.start(program(u"chengyun-hub"_s), arguments);
    output_.clear();
    static const QRegularExpression listening(u"listening on (https?)://127\\.0\\.0\\.1:(\\d+)"_s);
    QRegularExpressionMatch match;
    while (!(match = listening.match(QString::fromUtf8(output_))).hasMatch()) {
        if (!process_.waitForReadyRead(60000)) {
            output_ += process_.readAllStandardOutput();
            return false;
        }
        output_ += process_.readAllStandardOutput();
    }
    scheme_ = match.captured(1);
    port_ = match.captured(2).toUShort();
    // What follows the address: the first administrator's link, or the console's session.
    while (!demo_ && !output_.contains("/setup#") && process_.waitForReadyRead(2000))
        output_ += process_.readAllStandardOutput();
    return true;
}

int HubUnderTest::stop() {
    process_.terminate();
    process_.waitForFinished(20000);
    output_ += process_.readAllStandardOutput();
    return process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
}

void HubUnderTest::kill() {
    process_.kill();
    process_.waitForFinished(20000);
}

QByteArray HubUnderTest::log() const {
    QFile file(dir_.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void HubUnderTest::freeze() {
    ::kill(pid_t(process_.processId()), SIGSTOP);
}

void HubUnderTest::thaw() {
    ::kill(pid_t(process_.processId()), SIGCONT);
}

QUrl HubUnderTest::url(const QString& path) const {
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(scheme_).arg(port_).arg(path));
}

QString HubUnderTest::password(const QString& account) const {
    QFile file(dataDir() + "/demo-accounts.toml"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QRegularExpression password(u"\\["_s + QRegularExpression::escape(account) +
                                      u"\\][^\\[]*password = \"([^\"]+)\""_s);
    return password.match(QString::fromUtf8(file.readAll())).captured(1);
}

QByteArray HubUnderTest::signIn(const QString& account) {
    const auto answer =
        request("POST", u"/api/v1/sessions"_s, {},
                QJsonDocument(QJsonObject{{"name"_L1, account}, {"password"_L1, password(account)}})
                    .toJson());
    return answer.json()["token"_L1].toString().toLatin1();
}

HttpAnswer HubUnderTest::request(const QByteArray& method, const QString& path,
                                 const QByteArray& token, const QByteArray& body,
                                 const QList<QPair<QByteArray, QByteArray>>& headers) {
    QNetworkRequest request(url(path));
    request.setTransferTimeout(30000);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (!body.isEmpty())
        request.setRawHeader("Content-Type", "application/json");
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    for (const auto& [name, value] : headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(network_.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(35000);
    HttpAnswer out;
    out.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    out.body = reply->readAll();
    out.headers = reply->rawHeaderPairs();
    out.type = out.header("content-type");
    return out;
}

HttpAnswer HubUnderTest::command(const QByteArray& method, const QString& path,
                                 const QByteArray& token, const QJsonObject& body,
                                 const QByteArray& key) {
    return request(method, path, token, QJsonDocument(body).toJson(QJsonDocument::Compact),
                   {{"Idempotency-Key", key.isEmpty() ? newKey() : key}});
}

} // namespace chengyun::test
