// Which connections are ended, and when, by what the kernel says of them.
#include "hub/http/connections.h"

#include <QtTest>

#include <map>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace chengyun::hub;
using namespace std::chrono_literals;

namespace {

Ends ends(int number) {
    Ends out;
    out.bytes[0] = static_cast<unsigned char>(number);
    out.bytes[1] = static_cast<unsigned char>(number >> 8);
    return out;
}

/// The table with a clock and sockets of its own.
struct Door {
    explicit Door(std::size_t most = 100) : table({most, 10s, 1 << 20}, [this] { ++fulls; }) {}

    void open(int number) {
        table.opened(ends(number), now);
        received[number] = 0;
        now += 1ms;
    }
    /// Who has to go by now: number, and whether for being slow.
    std::map<int, bool> look(Connections::Clock::duration after = 1s) {
        now += after;
        std::vector<Socket> sockets;
        for (const auto& [number, bytes] : received)
            sockets.push_back({ends(number), number, 1, bytes});
        std::map<int, bool> out;
        for (const auto& due : table.judge(sockets, now))
            out[due.socket.fd] = due.slow;
        return out;
    }

    int fulls = 0;
    Connections table;
    Connections::Clock::time_point now{1h};
    std::map<int, std::int64_t> received;
};

using Gone = std::map<int, bool>;

} // namespace

class ConnectionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_silent_one_goes() {
        Door door;
        door.open(1);
        QCOMPARE(door.look(9s), Gone());
        QCOMPARE(door.look(2s), (Gone{{1, true}}));
        QCOMPARE(door.look(20s), Gone()); // once is enough
    }

    void a_dripped_request_goes() {
        Door door;
        door.open(1);
        Gone gone;
        for (int second = 0; second < 12 && gone.empty(); ++second) {
            ++door.received[1];
            gone = door.look();
        }
        QCOMPARE(gone, (Gone{{1, true}}));
    }

    void also_the_second_request_over_it() {
        Door door;
        door.open(1);
        door.received[1] = 500;
        QVERIFY(door.table.came(ends(1)));
        QCOMPARE(door.look(), Gone());
        QCOMPARE(door.look(60s), Gone()); // idle: the server library's affair
        door.received[1] += 1;
        QCOMPARE(door.look(), Gone());
        QCOMPARE(door.look(9s), Gone());
        QCOMPARE(door.look(2s), (Gone{{1, true}}));
    }

    void whoever_is_answered_slowly_stays() {
        Door door;
        door.open(1);
        door.received[1] = 500;
        QCOMPARE(door.look(), Gone());
        QVERIFY(door.table.came(ends(1)));
        QCOMPARE(door.look(), Gone());
        QCOMPARE(door.look(600s), Gone());
    }

    void a_photo_that_moves_is_let_come() {
        Door door;
        door.open(1);
        for (int second = 0; second < 300; ++second) {
            door.received[1] += 2048;
            QCOMPARE(door.look(), Gone());
        }
        QCOMPARE(door.look(400s), (Gone{{1, true}})); // and stands still
    }

    void headers_without_end_go_at_once() {
        Door door;
        door.open(1);
        door.received[1] = (1 << 20) + 1;
        QCOMPARE(door.look(), (Gone{{1, true}}));
    }

    void a_stream_stays() {
        Door door(1);
        door.open(1);
        QVERIFY(door.table.came(ends(1)));
        door.table.streams(ends(1));
        door.open(2);
        door.received[1] = 1 << 24;
        QCOMPARE(door.look(), (Gone{{2, false}}));
        QCOMPARE(door.look(600s), Gone());
    }

    void when_full_the_oldest_strangers_go() {
        Door door(3);
        for (int i = 1; i <= 6; ++i)
            door.open(i);
        QCOMPARE(door.fulls, 3);
        QVERIFY(door.table.came(ends(1)));
        door.table.known(ends(1));
        QCOMPARE(door.look(), (Gone{{2, false}, {3, false}, {4, false}}));
    }

    void nobody_with_an_account_goes_for_room() {
        Door door(2);
        for (int i = 1; i <= 4; ++i) {
            door.open(i);
            QVERIFY(door.table.came(ends(i)));
            door.table.known(ends(i));
        }
        QCOMPARE(door.look(), Gone());
    }

    void some_room_is_made_in_advance() {
        Door door(64);
        for (int i = 1; i <= 65; ++i)
            door.open(i);
        QCOMPARE(door.look().size(), std::size_t(1 + 64 / 32));
    }

    void what_has_closed_is_forgotten() {
        Door door;
        door.open(1);
        door.open(2);
        QCOMPARE(door.look(), Gone());
        door.received.erase(1);
        QCOMPARE(door.look(), Gone());
        QCOMPARE(door.table.size(), std::size_t(1));
        // One that was accepted after the sockets were listed is not.
        door.table.opened(ends(3), door.now + 1min);
        QCOMPARE(door.look(), Gone());
        QCOMPARE(door.table.size(), std::size_t(2));
    }

    void behind_a_request_that_could_be_two_nothing_is_believed() {
        Door door;
        door.open(1);
        QVERIFY(door.table.came(ends(1)));
        door.table.distrust(ends(1));
        QVERIFY(!door.table.came(ends(1)));
        door.open(1); // the next connection with the same ends
        QVERIFY(door.table.came(ends(1)));
    }

    void a_socket_is_found_and_ended() {
        const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        QCOMPARE(::bind(listener, plain, size), 0);
        QCOMPARE(::listen(listener, 1), 0);
        QCOMPARE(::getsockname(listener, plain, &size), 0);
        const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        QCOMPARE(::connect(client, plain, sizeof address), 0);
        sockaddr_in peer{};
        size = sizeof peer;
        const int served = ::accept(listener, reinterpret_cast<sockaddr*>(&peer), &size);
        QVERIFY(served >= 0);
        QCOMPARE(::write(client, "hello", 5), ssize_t(5));

        const auto wanted = ends_of(reinterpret_cast<const sockaddr*>(&peer), plain);
        Socket found;
        for (const auto& socket : connected_sockets())
            if (socket.ends == wanted)
                found = socket;
        QCOMPARE(found.fd, served);
        QCOMPARE(found.received, std::int64_t(5));

        auto another = found; // the number belongs to another connection by now
        ++another.cookie;
        end_connection(another, "no");
        end_connection(found, "bye");
        char text[8]{};
        QCOMPARE(::read(client, text, sizeof text), ssize_t(3));
        QCOMPARE(QByteArray(text), QByteArray("bye"));
        QCOMPARE(::read(client, text, sizeof text), ssize_t(0));
        for (const int fd : {listener, client, served})
            ::close(fd);
    }
};

QTEST_APPLESS_MAIN(ConnectionsTest)
#include "connections_test.moc"
