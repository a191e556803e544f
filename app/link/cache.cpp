#include "app/link/cache.h"

#include "app/guarded.h"
#include "app/link/fold.h"
#include "app/link/identity.h"
#include "app/text.h"
#include "core/json/binary.h"
#include "core/json/codec.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QPointer>
#include <QSaveFile>

#include <optional>

Q_LOGGING_CATEGORY(lcCache, "chengyun.cache")

namespace chengyun::console {
namespace {

// "CYC2": texts are showable. Files of "CYC1" may hold passwords of cameras, which are no longer
// part of a resource.
constexpr std::uint32_t snapshotMagic = 0x32435943;
constexpr std::uint32_t entriesMagic = 0x32455943; // "CYE2"
/// Folding rewrites the snapshot: seldom enough not to be felt, often enough to read fast.
constexpr int foldAfter = 4000;

/// Distinguishes halls by scope: another scope sees another hall in the same journal.
std::uint64_t mark(const Scope& scope) {
    return chengyun::binary::checksum(scope.area + '\n' + scope.unit + '\n' +
                                      std::string(json::name_of(scope.role)));
}

/// magic, fingerprint of the layout and the scope, checksum, then the value.
struct Header {
    std::uint32_t magic;
    std::uint32_t size;
    std::uint64_t fingerprint;
    std::uint64_t checksum;
};

template <class T>
QByteArray pack(std::uint32_t magic, const Scope& scope, const T& value) {
    chengyun::binary::Writer writer;
    writer.put(value);
    const auto& body = writer.bytes();
    const Header header{magic, static_cast<std::uint32_t>(body.size()),
                        chengyun::binary::fingerprint<T>() ^ mark(scope),
                        chengyun::binary::checksum(body)};
    QByteArray out(reinterpret_cast<const char*>(&header), sizeof header);
    out.append(body.data(), static_cast<qsizetype>(body.size()));
    return out;
}

/// Takes one record off the front; false when it is torn, rotten, of another version or scope.
template <class T>
bool unpack(std::string_view& bytes, std::uint32_t magic, const Scope& scope, T& value) {
    Header header{};
    if (bytes.size() < sizeof header)
        return false;
    std::memcpy(&header, bytes.data(), sizeof header);
    bytes.remove_prefix(sizeof header);
    static const auto layout = chengyun::binary::fingerprint<T>();
    const auto expected = layout ^ mark(scope);
    if (header.magic != magic || header.fingerprint != expected || header.size > bytes.size())
        return false;
    const auto body = bytes.substr(0, header.size);
    bytes.remove_prefix(header.size);
    if (chengyun::binary::checksum(body) != header.checksum)
        return false;
    chengyun::binary::Reader reader(body);
    reader.get(value);
    return reader.ok() && reader.atEnd();
}

/// What append() writes at a time: everything between two positions.
struct Batch {
    JournalPosition after, head;
    std::vector<Entry> entries;
};
BOOST_DESCRIBE_STRUCT(Batch, (), (after, head, entries))

Result<QByteArray> slurp(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::not_found, {}, file.errorString().toStdString());
    return file.readAll();
}

/// What two files hold, and how much of the second is of use.
struct Read {
    Snapshot snapshot;
    qint64 sound = 0; ///< bytes of entries up to the first piece that is torn or does not follow
    qint64 size = 0;  ///< bytes of entries
};

Result<Read> readFiles(const QString& snapshotFile, const QString& entriesFile,
                       const Scope& scope) {
    const auto bytes = slurp(snapshotFile);
    if (!bytes)
        return bytes.error();
    Read out;
    auto& snapshot = out.snapshot;
    auto left = view(*bytes);
    if (!unpack(left, snapshotMagic, scope, snapshot))
        return fail(FailureKind::corrupt, {},
                    "the snapshot is damaged, or of another version or scope");
    if (const auto more = slurp(entriesFile)) {
        auto rest = view(*more);
        out.size = more->size();
        for (Batch batch; !rest.empty() && unpack(rest, entriesMagic, scope, batch); batch = {}) {
            // Pieces that the snapshot is made of may still be there. Any other one follows on
            // what is known, or something is missing between.
            if (batch.head.seq > snapshot.seq) {
                if (batch.after != positionOf(snapshot))
                    break;
                fold(snapshot, batch.entries);
                snapshot.seq = batch.head.seq;
                snapshot.hash = batch.head.hash;
            }
            out.sound = out.size - static_cast<qint64>(rest.size());
        }
    }
    keepTo(snapshot, scope);
    return out;
}

/// Files of an older form may hold what is not for disk any more, and accounts that do not come
/// back would leave theirs for ever.
void removeOlderForms(const QString& folder) {
    const auto isOfThisForm = [](const QString& path, std::uint32_t expected) {
        QFile file(path);
        std::uint32_t magic = 0;
        return file.open(QIODevice::ReadOnly) &&
               file.read(reinterpret_cast<char*>(&magic), sizeof magic) == sizeof magic &&
               magic == expected;
    };
    const QDir dir(folder);
    for (const auto& [pattern, magic] : {std::pair(QStringLiteral("*.snapshot"), snapshotMagic),
                                         std::pair(QStringLiteral("*.entries"), entriesMagic)})
        for (const auto& name : dir.entryList({pattern}, QDir::Files))
            if (const auto path = dir.filePath(name); !isOfThisForm(path, magic))
                if (!QFile::remove(path))
                    qCWarning(lcCache) << "cannot be removed:" << path;
}

void warn(const char* what, const Result<>& result) {
    if (!result)
        qCWarning(lcCache) << what << "failed:" << result.error().detail.c_str();
}

} // namespace

/// One hall's files. The names are set once; the rest is the worker's only.
struct Cache::Files {
    QString snapshot, entries;
    Scope scope;
    /// Where the journal stands in the files; none when that is not known, and then nothing can be
    /// added to them.
    std::optional<JournalPosition> at;
    int appended = 0; ///< entries since the last snapshot

    void load(SnapshotPtr& out);
    void store(const Snapshot& value);
    void append(const Batch& batch);
    /// Runs one of these. After an exception nobody knows how far it got: nothing is added then.
    template <class Work>
    void guarded(Work&& work) {
        const auto done = [&] {
            work();
            return true;
        };
        if (!console::guarded("cache", done, false))
            at.reset();
    }
};

/// `out` stays empty when there is nothing usable.
void Cache::Files::load(SnapshotPtr& out) {
    at.reset();
    auto read = readFiles(snapshot, entries, scope);
    if (!read) {
        if (read.error().kind != FailureKind::not_found)
            qCInfo(lcCache) << "not usable:" << read.error().detail.c_str();
        return;
    }
    if (read->sound < read->size) {
        qCInfo(lcCache) << "entries end at" << read->snapshot.seq << "- the rest does not follow";
        // New entries must follow the last readable one without a gap.
        if (!QFile::resize(entries, read->sound))
            qCWarning(lcCache) << "the entries cannot be cut; nothing is added to them";
    }
    if (QFileInfo(entries).size() == read->sound)
        at = positionOf(read->snapshot);
    out = std::make_shared<const Snapshot>(std::move(read->snapshot));
}

void Cache::Files::store(const Snapshot& value) {
    const auto written = write(snapshot, value, scope);
    warn("writing the snapshot", written);
    if (!written)
        return; // what was there before is still whole
    appended = 0;
    at.reset();
    if (!QFile::exists(entries) || QFile::remove(entries))
        at = positionOf(value);
}

void Cache::Files::append(const Batch& batch) {
    if (at != batch.after)
        return;
    QFile file(entries);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        qCWarning(lcCache) << "cannot append:" << file.errorString();
        return;
    }
    const auto size = file.size();
    const auto bytes = pack(entriesMagic, scope, batch);
    if (file.write(bytes) != bytes.size()) {
        qCWarning(lcCache) << "cannot append:" << file.errorString();
        if (!file.resize(size))
            at.reset(); // nothing behind half a piece is ever read
        return;
    }
    file.close();
    at = batch.head;
    appended += 1 + static_cast<int>(batch.entries.size());
    if (appended >= foldAfter) {
        appended = 0;
        warn("folding", fold(snapshot, entries, scope));
    }
}

Cache::Cache(QString folder, QObject* parent) : QObject(parent), folder_(std::move(folder)) {
    worker_.setMaxThreadCount(1);
    worker_.setObjectName(QStringLiteral("cache"));
}

Cache::~Cache() {
    worker_.waitForDone();
}

void Cache::select(const QString& hub, const QString& account, Scope scope) {
    QDir().mkpath(folder_);
    // The hall's data is for this user's eyes only.
    QFile::setPermissions(folder_, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const auto stem = folder_ + QLatin1Char('/') + stemOf(hub, account);
    if (!files_)
        worker_.start([files = std::make_shared<Files>(), folder = folder_] {
            files->guarded([&] { removeOlderForms(folder); });
        });
    files_ = std::make_shared<Files>();
    files_->snapshot = stem + QStringLiteral(".snapshot");
    files_->entries = stem + QStringLiteral(".entries");
    files_->scope = std::move(scope);
}

void Cache::load(QObject* context, std::function<void(SnapshotPtr)> done) {
    worker_.start([files = files_, context = QPointer<QObject>(context), self = this,
                   done = std::move(done)]() mutable {
        SnapshotPtr snapshot;
        if (files)
            files->guarded([&] { files->load(snapshot); });
        // `self` outlives its worker, `context` is looked at on its own thread.
        QMetaObject::invokeMethod(self, [context, snapshot, done = std::move(done)] {
            if (context)
                done(snapshot);
        });
    });
}

void Cache::store(SnapshotPtr snapshot) {
    if (files_)
        worker_.start(
            [files = files_, snapshot] { files->guarded([&] { files->store(*snapshot); }); });
}

void Cache::append(JournalPosition after, EntriesPtr entries, JournalPosition head) {
    if (files_)
        worker_.start([files = files_, after = std::move(after), entries, head = std::move(head)] {
            files->guarded([&] { files->append({after, head, *entries}); });
        });
}

void Cache::flush() {
    worker_.waitForDone();
}

Result<Snapshot> Cache::read(const QString& snapshotFile, const QString& entriesFile,
                             const Scope& scope) {
    auto read = readFiles(snapshotFile, entriesFile, scope);
    if (!read)
        return read.error();
    return std::move(read->snapshot);
}

Result<> Cache::write(const QString& snapshotFile, const Snapshot& snapshot, const Scope& scope) {
    QSaveFile file(snapshotFile);
    if (!file.open(QIODevice::WriteOnly))
        return fail(FailureKind::unavailable, {}, file.errorString().toStdString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(pack(snapshotMagic, scope, snapshot));
    if (!file.commit())
        return fail(FailureKind::unavailable, {}, file.errorString().toStdString());
    return {};
}

Result<> Cache::fold(const QString& snapshotFile, const QString& entriesFile, const Scope& scope) {
    const auto snapshot = read(snapshotFile, entriesFile, scope);
    if (!snapshot)
        return snapshot.error();
    const auto written = write(snapshotFile, *snapshot, scope);
    if (written)
        QFile::remove(entriesFile);
    return written;
}

} // namespace chengyun::console
