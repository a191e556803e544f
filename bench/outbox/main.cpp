// bench outbox: a console is killed with SIGKILL and its link to the hub is cut, at random, while
// it issues orders. In the end every order that the console took is in the hub's journal, once.
#include "bench/client/hub_process.h"
#include "bench/client/wire.h"
#include "bench/outbox/console.h"
#include "bench/outbox/proxy.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>

#include <boost/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <random>

#include <unistd.h>

namespace {

using namespace chengyun::bench;

void spin(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
}

struct Bench {
    QString folder;
    int run = 0;

    [[nodiscard]] QString ledger() const { return folder + QStringLiteral("/ledger"); }
    [[nodiscard]] QString refused() const { return folder + QStringLiteral("/refused"); }
    [[nodiscard]] QString session() const { return folder + QStringLiteral("/session.json"); }

    void spawn(QProcess& console, bool drain) {
        QStringList arguments{QStringLiteral("--console"), folder + QStringLiteral("/console"),
                              QStringLiteral("--name"), QStringLiteral("outbox-%1").arg(++run)};
        if (drain)
            arguments.append(QStringLiteral("--drain"));
        console.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        console.start(QCoreApplication::applicationFilePath(), arguments);
        console.waitForStarted();
    }
};

/// How often each title was issued, by the journal.
bool readIssued(int port, const std::string& token, std::map<QString, int>& issued) {
    const int fd = connect_to(port, true);
    std::int64_t from = 0;
    bool good = true;
    while (true) {
        const auto reply = round_trip(
            fd, get_request("/api/v1/journal?limit=1000&from=" + std::to_string(from), token));
        if (reply.status != 200) {
            std::fprintf(stderr, "bench outbox: journal %d\n", reply.status);
            good = false;
            break;
        }
        const auto page = boost::json::parse(reply.body);
        for (const auto& item : page.at("items").as_array()) {
            if (item.at("kind").as_string() != "order.issued")
                continue;
            const auto& title = item.at("body").at("orders").as_array().front().at("title");
            ++issued[QString::fromUtf8(title.as_string().c_str())];
        }
        const auto* next = page.as_object().if_contains("next");
        if (!next)
            break;
        from = next->to_number<std::int64_t>();
    }
    ::close(fd);
    return good;
}

std::string signIn(int port, const std::string& name, const std::string& password) {
    const int fd = connect_to(port, true);
    const auto reply = round_trip(
        fd, post_request("/api/v1/sessions", {}, {},
                         "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}"));
    ::close(fd);
    return reply.status == 200 ? std::string(boost::json::parse(reply.body).at("token").as_string())
                               : std::string();
}

bool writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

std::optional<QStringList> readLines(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

/// A command's title ends with its order's.
bool isRefused(const QString& title, const QStringList& refusals) {
    return std::ranges::any_of(refusals, [&](const QString& refusal) {
        return refusal.endsWith(QLatin1Char(' ') + title);
    });
}

int fail(const Bench& bench, const char* what) {
    std::fprintf(stderr, "bench outbox: %s; see %s\n", what, qPrintable(bench.folder));
    return 1;
}

int runBench(int cuts, unsigned seed, const std::string& below) {
    Bench bench;
    bench.folder = QString::fromStdString(fresh_folder(below));
    HubProcess hub(sibling_program("chengyun-hub"), bench.folder.toStdString() + "/hub");
    if (!hub.start(0))
        return fail(bench, "the hub did not start");
    Proxy proxy(static_cast<quint16>(hub.port()));
    if (!proxy.start())
        return fail(bench, "no port for the proxy");
    const QJsonObject session{
        {QStringLiteral("url"), QStringLiteral("http://127.0.0.1:%1").arg(proxy.port())},
        {QStringLiteral("token"), QString::fromStdString(hub.console_token())}};
    if (!writeFile(bench.session(), QJsonDocument(session).toJson()))
        return fail(bench, "the session file cannot be written");

    std::mt19937 random(seed);
    const auto between = [&](int low, int high) {
        return std::uniform_int_distribution(low, high)(random);
    };
    auto console = std::make_unique<QProcess>();
    const auto restart = [&] {
        console->kill(); // SIGKILL
        console->waitForFinished();
        console = std::make_unique<QProcess>();
        bench.spawn(*console, false);
    };
    bench.spawn(*console, false);
    spin(1500);
    int kills = 0, links = 0, swallowed = 0;
    for (int cut = 0; cut < cuts; ++cut) {
        spin(between(50, 700));
        switch (between(0, 3)) {
        case 0: // the console dies
            restart();
            ++kills;
            break;
        case 1: // the link breaks and stays away for a while
            proxy.cut();
            spin(between(0, 600));
            proxy.mend();
            ++links;
            break;
        case 2: // the hub hears and is not heard
            proxy.swallowAnswers();
            spin(between(20, 300));
            proxy.cut();
            spin(between(0, 100));
            proxy.mend();
            ++swallowed;
            break;
        default: // both: it dies while nobody answers
            proxy.swallowAnswers();
            spin(between(10, 150));
            proxy.cut();
            restart();
            spin(between(0, 300));
            proxy.mend();
            ++kills;
            ++links;
            break;
        }
        if (console->state() == QProcess::NotRunning)
            return fail(bench, "the console ended by itself");
    }
    console->kill();
    console->waitForFinished();

    // Whoever comes next finds what waits, and sends it.
    QProcess last;
    bench.spawn(last, true);
    QElapsedTimer patience;
    patience.start();
    while (last.state() != QProcess::NotRunning && patience.elapsed() < 120000)
        spin(20);
    if (last.state() != QProcess::NotRunning) {
        last.kill();
        last.waitForFinished();
        return fail(bench, "something waits for ever");
    }

    std::map<QString, int> inJournal;
    const auto commander = signIn(hub.port(), "commander", hub.password_of("commander"));
    if (!readIssued(hub.port(), commander, inJournal))
        return fail(bench, "the journal cannot be read");
    const auto ledger = readLines(bench.ledger());
    const auto refusals = readLines(bench.refused());
    if (!ledger || !refusals)
        return fail(bench, "there is no ledger");
    // Issued is what the outbox took and the hub did not refuse in sight; all that is there, once.
    QSet<QString> taken;
    int refused = 0, lost = 0, duplicated = 0;
    for (const auto& title : *ledger) {
        if (!isRefused(title, *refusals))
            taken.insert(title);
        else if (inJournal.contains(title))
            return fail(bench, "an order is said to be refused, and is in the journal");
        else
            ++refused;
    }
    for (const auto& title : taken)
        lost += !inJournal.contains(title);
    for (const auto& [title, times] : inJournal)
        duplicated += title.startsWith(QLatin1String("outbox-")) ? times - 1 : 0;
    hub.stop();
    std::printf("{\"cuts\":%d,\"kills\":%d,\"link_cuts\":%d,\"lost_answers\":%d,\"issued\":%lld,"
                "\"refused\":%d,\"lost\":%d,\"duplicated\":%d}\n",
                cuts, kills, links, swallowed, static_cast<long long>(taken.size()), refused, lost,
                duplicated);
    const bool good = lost == 0 && duplicated == 0 && !taken.isEmpty();
    if (good)
        std::filesystem::remove_all(bench.folder.toStdString());
    return good ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption cuts(QStringLiteral("cuts"), QStringLiteral("how often"),
                                  QStringLiteral("N"), QStringLiteral("50"));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("of the randomness"),
                                  QStringLiteral("N"));
    const QCommandLineOption below(QStringLiteral("below"), QStringLiteral("folder to work in"),
                                   QStringLiteral("FOLDER"));
    const QCommandLineOption console(QStringLiteral("console"),
                                     QStringLiteral("be the console, with this data folder"),
                                     QStringLiteral("FOLDER"));
    const QCommandLineOption name(QStringLiteral("name"), QStringLiteral("of the console's orders"),
                                  QStringLiteral("NAME"));
    const QCommandLineOption drain(QStringLiteral("drain"),
                                   QStringLiteral("only send what waits, then end"));
    parser.addOptions({cuts, seed, below, console, name, drain});
    parser.addHelpOption();
    parser.process(app);
    if (parser.isSet(console)) {
        const auto folder = parser.value(console);
        return runConsole({folder, folder + QStringLiteral("/../session.json"),
                           folder + QStringLiteral("/../ledger"),
                           folder + QStringLiteral("/../refused"), parser.value(name),
                           parser.isSet(drain)});
    }
    const auto chosen = parser.isSet(seed) ? parser.value(seed).toUInt() : std::random_device{}();
    return runBench(parser.value(cuts).toInt(), chosen, parser.value(below).toStdString());
}
