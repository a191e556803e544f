#include "app/link/cache.h"

#include "app/link/binary.h"
#include "app/link/fold.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QPointer>
#include <QSaveFile>

Q_LOGGING_CATEGORY(lcCache, "chengyun.cache")

namespace chengyun::console {
namespace {

constexpr std::uint32_t snapshotMagic = 0x31435943; // "CYC1"
constexpr std::uint32_t entriesMagic = 0x31455943;  // "CYE1"
/// Folding rewrites the snapshot: seldom enough not to be felt, often enough to read fast.
constexpr int foldAfter = 4000;

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// magic, fingerprint, checksum, then the value.
struct Header {
    std::uint32_t magic;
    std::uint32_t size;
    std::uint64_t fingerprint;
    std::uint64_t checksum;
};

template <class T>
QByteArray pack(std::uint32_t magic, const T& value) {
    binary::Writer writer;
    writer.put(value);
    const auto& body = writer.bytes();
    const Header header{magic, static_cast<std::uint32_t>(body.size()), binary::fingerprint<T>(),
                        binary::checksum(body)};
    QByteArray out(reinterpret_cast<const char*>(&header), sizeof header);
    out.append(body.data(), static_cast<qsizetype>(body.size()));
    return out;
}

/// Takes one record off the front; false when it is torn, rotten or of another version.
template <class T>
bool unpack(std::string_view& bytes, std::uint32_t magic, T& value) {
    Header header{};
    if (bytes.size() < sizeof header)
        return false;
    std::memcpy(&header, bytes.data(), sizeof header);
    bytes.remove_prefix(sizeof header);
    static const auto expected = binary::fingerprint<T>();
    if (header.magic != magic || header.fingerprint != expected || header.size > bytes.size())
        return false;
    const auto body = bytes.substr(0, header.size);
    bytes.remove_prefix(header.size);
    if (binary::checksum(body) != header.checksum)
        return false;
    binary::Reader reader(body);
    reader.get(value);
    return reader.ok() && reader.atEnd();
}

/// What append() writes at a time.
struct Batch {
    std::int64_t head = 0;
    std::vector<Entry> entries;
};
BOOST_DESCRIBE_STRUCT(Batch, (), (head, entries))

Result<QByteArray> slurp(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::not_found, {}, file.errorString().toStdString());
    return file.readAll();
}

void warn(const char* what, const Result<>& result) {
    if (!result)
        qCWarning(lcCache) << what << "failed:" << result.error().detail.c_str();
}

} // namespace

Cache::Cache(QString folder, QObject* parent) : QObject(parent), folder_(std::move(folder)) {
    worker_.setMaxThreadCount(1);
    worker_.setObjectName(QStringLiteral("cache"));
}

Cache::~Cache() {
    worker_.waitForDone();
}

void Cache::select(const QString& hub, const QString& account, Scope scope) {
    const auto name =
        QCryptographicHash::hash(hub.toUtf8() + '\n' + account.toUtf8(), QCryptographicHash::Sha256)
            .toHex()
            .left(24);
    QDir().mkpath(folder_);
    // The hall's data is for this user's eyes only.
    QFile::setPermissions(folder_, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const auto stem = folder_ + QLatin1Char('/') + QString::fromLatin1(name);
    snapshotFile_ = stem + QStringLiteral(".snapshot");
    entriesFile_ = stem + QStringLiteral(".entries");
    scope_ = std::move(scope);
    appended_ = 0;
}

void Cache::load(QObject* context, std::function<void(SnapshotPtr)> done) {
    worker_.start([snapshotFile = snapshotFile_, entriesFile = entriesFile_, scope = scope_,
                   context = QPointer<QObject>(context), self = this,
                   done = std::move(done)]() mutable {
        SnapshotPtr snapshot;
        if (auto read = Cache::read(snapshotFile, entriesFile, scope))
            snapshot = std::make_shared<const Snapshot>(std::move(*read));
        else if (read.error().kind != FailureKind::not_found)
            qCInfo(lcCache) << "not usable:" << read.error().detail.c_str();
        // `self` outlives its worker, `context` is looked at on its own thread.
        QMetaObject::invokeMethod(self, [context, snapshot, done = std::move(done)] {
            if (context)
                done(snapshot);
        });
    });
}

void Cache::store(SnapshotPtr snapshot) {
    if (snapshotFile_.isEmpty())
        return;
    appended_ = 0;
    worker_.start([snapshotFile = snapshotFile_, entriesFile = entriesFile_, snapshot] {
        const auto written = write(snapshotFile, *snapshot);
        warn("writing the snapshot", written);
        if (written)
            QFile::remove(entriesFile);
    });
}

void Cache::append(EntriesPtr entries, qint64 head) {
    if (snapshotFile_.isEmpty())
        return;
    appended_ += 1 + static_cast<int>(entries->size());
    const bool foldNow = appended_ >= foldAfter;
    if (foldNow)
        appended_ = 0;
    worker_.start([snapshotFile = snapshotFile_, entriesFile = entriesFile_, scope = scope_,
                   entries, head, foldNow] {
        QFile file(entriesFile);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append)) {
            qCWarning(lcCache) << "cannot append:" << file.errorString();
            return;
        }
        file.write(pack(entriesMagic, Batch{head, *entries}));
        file.close();
        if (foldNow)
            warn("folding", fold(snapshotFile, entriesFile, scope));
    });
}

void Cache::flush() {
    worker_.waitForDone();
}

Result<Snapshot> Cache::read(const QString& snapshotFile, const QString& entriesFile,
                             const Scope& scope) {
    const auto bytes = slurp(snapshotFile);
    if (!bytes)
        return bytes.error();
    Snapshot snapshot;
    auto left = view(*bytes);
    if (!unpack(left, snapshotMagic, snapshot))
        return fail(FailureKind::corrupt, {}, "the snapshot is damaged or of another version");
    if (const auto more = slurp(entriesFile)) {
        auto rest = view(*more);
        // What cannot be read ends it: the hub sends everything after that again.
        for (Batch batch; !rest.empty() && unpack(rest, entriesMagic, batch); batch = {}) {
            if (batch.head <= snapshot.seq)
                continue; // written before the snapshot that it is part of
            console::fold(snapshot, batch.entries);
            snapshot.seq = batch.head;
        }
    }
    keepTo(snapshot, scope);
    return snapshot;
}

Result<> Cache::write(const QString& snapshotFile, const Snapshot& snapshot) {
    QSaveFile file(snapshotFile);
    if (!file.open(QIODevice::WriteOnly))
        return fail(FailureKind::unavailable, {}, file.errorString().toStdString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(pack(snapshotMagic, snapshot));
    if (!file.commit())
        return fail(FailureKind::unavailable, {}, file.errorString().toStdString());
    return {};
}

Result<> Cache::fold(const QString& snapshotFile, const QString& entriesFile, const Scope& scope) {
    const auto snapshot = read(snapshotFile, entriesFile, scope);
    if (!snapshot)
        return snapshot.error();
    const auto written = write(snapshotFile, *snapshot);
    if (written)
        QFile::remove(entriesFile);
    return written;
}

} // namespace chengyun::console
