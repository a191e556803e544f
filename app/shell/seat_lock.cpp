#include "app/shell/seat_lock.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace chengyun::console {
namespace {

Failure noLock(int code) {
    return fail(FailureKind::unavailable, "state-dir", std::generic_category().message(code));
}

} // namespace

Result<SeatLock> SeatLock::take(const QString& folder) {
    QDir().mkpath(folder);
    const auto path = QFile::encodeName(folder + QStringLiteral("/console.lock"));
    // Not inherited: a program that the console starts must not hold the folder after it.
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return noLock(errno);
    SeatLock lock(file);
    int locked = -1;
    do
        locked = ::flock(file, LOCK_EX | LOCK_NB);
    while (locked != 0 && errno == EINTR);
    if (locked == 0)
        return lock;
    if (errno == EWOULDBLOCK)
        return fail(FailureKind::conflict, "state-dir",
                    "another console is running on the folder " + folder.toStdString());
    return noLock(errno);
}

SeatLock::~SeatLock() {
    if (file_ >= 0)
        ::close(file_);
}

SeatLock::SeatLock(SeatLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

SeatLock& SeatLock::operator=(SeatLock&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}

} // namespace chengyun::console
