#include "tests/support/janus_under_test.h"

#include <QHostAddress>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace chengyun::test {

namespace {

int free_port() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QString sourced() {
    return uR"(set -eu
        export CHENGYUN_TOP='%1'
        for part in say chroot hall janus; do . "$CHENGYUN_TOP/dev.d/lib/$part.sh"; done
        )"_s.arg(QString::fromUtf8(CHENGYUN_SOURCE_DIR));
}

} // namespace

JanusUnderTest::JanusUnderTest() : seats(free_port()), admin(free_port()) {
    process_.setProcessChannelMode(QProcess::MergedChannels);
}

JanusUnderTest::~JanusUnderTest() {
    stop();
}

bool JanusUnderTest::is_there() {
    return QProcess::execute(u"bash"_s, {u"-c"_s, sourced() + u"test -d \"$(janus_folder)\""_s}) ==
           0;
}

void JanusUnderTest::start() {
    const auto command =
        sourced() +
        u"janus_configure '%1' %2 %3; janus_keep '%1'"_s.arg(folder()).arg(seats).arg(admin);
    process_.start(u"bash"_s, {u"-c"_s, command});
    process_.waitForStarted();
}

void JanusUnderTest::stop() {
    if (process_.state() == QProcess::NotRunning)
        return;
    process_.terminate();
    if (!process_.waitForFinished(15'000))
        process_.kill();
}

void JanusUnderTest::kill() const {
    QProcess::execute(u"pkill"_s,
                      {u"-KILL"_s, u"-P"_s, QString::number(process_.processId()), u"janus"_s});
}

QString JanusUnderTest::adminAddress() const {
    return u"http://127.0.0.1:%1/admin"_s.arg(admin);
}

QString JanusUnderTest::seatsAddress() const {
    return u"ws://127.0.0.1:%1"_s.arg(seats);
}

} // namespace chengyun::test
