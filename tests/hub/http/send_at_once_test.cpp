// What is accepted on a port that was told so sends at once; other ports stay as they were.
#include "hub/http/send_at_once.h"

#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

using chengyun::hub::send_at_once;

namespace {

/// A listening socket on a free port of loopback, and connections to it.
struct Listener {
    int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};

    Listener() {
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address);
        ::listen(fd, 4);
        socklen_t size = sizeof address;
        ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
    }
    ~Listener() { ::close(fd); }

    [[nodiscard]] std::uint16_t port() const { return ntohs(address.sin_port); }
    /// TCP_NODELAY of a connection accepted now; −1 when there is none.
    [[nodiscard]] int acceptedOption() const {
        const int client = ::socket(AF_INET, SOCK_STREAM, 0);
        ::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        const int accepted = ::accept(fd, nullptr, nullptr);
        int on = -1;
        socklen_t size = sizeof on;
        ::getsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &on, &size);
        ::close(accepted);
        ::close(client);
        return on;
    }
};

} // namespace

class SendAtOnceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void accepted_connections_have_it() {
        const Listener told, other;
        QCOMPARE(told.acceptedOption(), 0);
        QCOMPARE(send_at_once(told.port()), 1);
        QVERIFY(told.acceptedOption() > 0);
        QCOMPARE(other.acceptedOption(), 0);
    }

    void nobody_listens() {
        std::uint16_t port = 0;
        {
            const Listener gone;
            port = gone.port();
        }
        QCOMPARE(send_at_once(port), 0);
    }
};

QTEST_GUILESS_MAIN(SendAtOnceTest)
#include "send_at_once_test.moc"
