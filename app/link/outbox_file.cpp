#include "app/link/outbox_file.h"

#include "app/link/language.h"
#include "core/id/uuid.h"
#include "core/json/codec.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

Q_LOGGING_CATEGORY(lcOutboxFile, "chengyun.outbox.file")

namespace chengyun::console {
namespace {

/// 1: without `hub` and `lane`, as `user_version` 0. 2: this one.
constexpr int version = 2;

/// `place` gives the order of sending: keys of different clocks would not.
const auto schema = QStringLiteral("CREATE TABLE IF NOT EXISTS command ("
                                   "place INTEGER PRIMARY KEY AUTOINCREMENT,"
                                   "key TEXT NOT NULL UNIQUE,"
                                   "hub TEXT NOT NULL DEFAULT '',"
                                   "account TEXT NOT NULL,"
                                   "kind TEXT NOT NULL,"
                                   "title TEXT NOT NULL,"
                                   "subject TEXT NOT NULL,"
                                   "lane TEXT NOT NULL DEFAULT '',"
                                   "method TEXT NOT NULL,"
                                   "path TEXT NOT NULL,"
                                   "type TEXT NOT NULL,"
                                   "body BLOB,"
                                   "after TEXT NOT NULL,"
                                   "created INTEGER NOT NULL,"
                                   "expires INTEGER NOT NULL,"
                                   "attempts INTEGER NOT NULL,"
                                   "state TEXT NOT NULL,"
                                   "failure TEXT NOT NULL,"
                                   "field TEXT NOT NULL,"
                                   "answer BLOB,"
                                   "finished INTEGER NOT NULL DEFAULT 0)");

Failure failed(const QSqlQuery& query) {
    return fail(FailureKind::unavailable, "disk", query.lastError().text().toStdString());
}

QSqlQuery prepared(const QString& connection, const QString& sql) {
    QSqlQuery query(QSqlDatabase::database(connection));
    query.setForwardOnly(true);
    query.prepare(sql);
    return query;
}

Result<> run(QSqlQuery& query) {
    if (!query.exec())
        return failed(query);
    return {};
}

/// For a change of one command that waits. Not one row changed: the command is gone, or has been
/// settled, whatever this program believes of it.
Result<> runOnWaiting(QSqlQuery& query) {
    if (const auto done = run(query); !done)
        return done;
    if (query.numRowsAffected() != 1)
        return fail(FailureKind::conflict, {}, "the command does not wait in the file any more");
    return {};
}

QString stateText(OutboxState state) {
    switch (state) {
    case OutboxState::waiting:
    case OutboxState::sending:
        return QStringLiteral("waiting");
    case OutboxState::refused:
        return QStringLiteral("refused");
    case OutboxState::expired:
        return QStringLiteral("expired");
    case OutboxState::done:
        return QStringLiteral("done");
    }
    return {};
}

OutboxState stateOf(const QString& text) {
    if (text == QLatin1String("refused"))
        return OutboxState::refused;
    if (text == QLatin1String("expired"))
        return OutboxState::expired;
    return OutboxState::waiting;
}

/// SQLITE_CORRUPT and SQLITE_NOTADB: the bytes are wrong, and trying again does not mend them.
[[nodiscard]] bool is_damage(const QSqlError& error) {
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == 11 || code == 26;
}

/// Its place; 0 when the key is there already.
Result<qint64> addOne(const QString& connection, const OutboxItem& item) {
    auto query = prepared(
        connection,
        QStringLiteral("INSERT OR IGNORE INTO command (key,hub,account,kind,title,subject,lane,"
                       "method,path,type,body,after,created,expires,attempts,state,failure,field) "
                       "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'','')"));
    // A null QString would be bound as NULL, which no column takes.
    const auto text = [&](const QString& value) {
        query.addBindValue(value.isNull() ? QStringLiteral("") : value);
    };
    text(qs(item.key));
    text(item.hub);
    text(item.account);
    text(item.kind);
    text(item.title);
    text(item.subject);
    text(item.lane);
    text(QString::fromLatin1(item.method));
    text(item.path);
    text(QString::fromLatin1(item.type));
    query.addBindValue(item.body);
    text(item.after.join(QLatin1Char(',')));
    query.addBindValue(item.created);
    query.addBindValue(item.expires);
    query.addBindValue(item.attempts);
    text(stateText(item.state));
    if (!query.exec())
        return failed(query);
    return query.numRowsAffected() == 1 ? query.lastInsertId().toLongLong() : 0;
}

} // namespace

QString idIn(const QByteArray& answer) {
    const auto value = json::parse(answer.toStdString());
    const auto* object = value ? value->if_object() : nullptr;
    const auto* id = object ? object->if_contains("id") : nullptr;
    return id && id->is_string() ? qs(std::string_view(id->as_string())) : QString();
}

OutboxFile::OutboxFile(QString path) : path_(std::move(path)), connection_(qs(new_id())) {}

OutboxFile::~OutboxFile() {
    QSqlDatabase::removeDatabase(connection_);
}

OutboxFile::Opened OutboxFile::try_open() {
    auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
    db.setDatabaseName(path_);
    db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!db.open())
        return {db.lastError().text(), is_damage(db.lastError())};
    QSqlQuery query(db);
    // FULL in the rollback-journal mode: the file and its folder are on disk when a statement
    // returns.
    if (!query.exec(QStringLiteral("PRAGMA journal_mode=DELETE")) ||
        !query.exec(QStringLiteral("PRAGMA synchronous=FULL")) ||
        !query.exec(QStringLiteral("PRAGMA quick_check")) || !query.next())
        return {query.lastError().text(), is_damage(query.lastError())};
    if (const auto found = query.value(0).toString(); found != QLatin1String("ok"))
        return {found, true};
    query.finish();
    if (const auto migrated = migrate(); !migrated.why.isEmpty())
        return migrated;
    QFile::setPermissions(path_, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

OutboxFile::Opened OutboxFile::migrate() {
    auto db = QSqlDatabase::database(connection_);
    QSqlQuery query(db);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return {query.lastError().text(), is_damage(query.lastError())};
    const int found = query.value(0).toInt();
    query.finish();
    if (found > version)
        return {QStringLiteral("a newer version of this program has written it"), false};
    if (found == version)
        return {};
    QStringList steps;
    if (db.tables().contains(QStringLiteral("command"))) {
        // Whose hub it was written for was not said then; the account's id says it well enough.
        steps = {QStringLiteral("ALTER TABLE command ADD COLUMN hub TEXT NOT NULL DEFAULT ''"),
                 QStringLiteral("ALTER TABLE command ADD COLUMN lane TEXT NOT NULL DEFAULT ''"),
                 QStringLiteral("UPDATE command SET lane=CASE path WHEN '/attachments' THEN key "
                                "ELSE subject END")};
    } else {
        steps = {schema};
    }
    steps.append(QStringLiteral("PRAGMA user_version=%1").arg(version));
    db.transaction();
    for (const auto& step : std::as_const(steps))
        if (!query.exec(step)) {
            const Opened failed{query.lastError().text(), is_damage(query.lastError())};
            db.rollback();
            return failed;
        }
    if (!db.commit())
        return {db.lastError().text(), is_damage(db.lastError())};
    return {};
}

Result<QString> OutboxFile::open() {
    QDir().mkpath(QFileInfo(path_).absolutePath());
    QString aside;
    for (;;) {
        const auto opened = try_open();
        if (opened.why.isEmpty())
            return aside;
        QSqlDatabase::database(connection_, false).close();
        QSqlDatabase::removeDatabase(connection_);
        // One that is busy, or somebody else's, or on a full disk still holds what waits.
        if (!opened.damaged || !aside.isEmpty())
            return fail(FailureKind::unavailable, "disk", opened.why.toStdString());
        aside = path_ + QStringLiteral(".damaged-") +
                QString::number(QDateTime::currentSecsSinceEpoch());
        qCWarning(lcOutboxFile) << path_ << "cannot be used:" << opened.why << "- kept as" << aside;
        if (!QFile::rename(path_, aside))
            return fail(FailureKind::unavailable, "disk", opened.why.toStdString());
    }
}

Result<std::vector<OutboxItem>> OutboxFile::load() {
    auto query = prepared(
        connection_,
        QStringLiteral("SELECT place,key,hub,account,kind,title,subject,lane,method,path,type,body,"
                       "after,created,expires,attempts,state,failure,field "
                       "FROM command WHERE state<>'done' ORDER BY place"));
    if (!query.exec())
        return failed(query);
    std::vector<OutboxItem> items;
    while (query.next()) {
        int column = 0;
        const auto next = [&] { return query.value(column++); };
        OutboxItem item;
        item.place = next().toLongLong();
        item.key = next().toString().toStdString();
        item.hub = next().toString();
        item.account = next().toString();
        item.kind = next().toString();
        item.title = next().toString();
        item.subject = next().toString();
        item.lane = next().toString();
        item.method = next().toString().toLatin1();
        item.path = next().toString();
        item.type = next().toString().toLatin1();
        item.body = next().toByteArray();
        item.after = next().toString().split(QLatin1Char(','), Qt::SkipEmptyParts);
        item.created = next().toLongLong();
        item.expires = next().toLongLong();
        item.attempts = next().toInt();
        item.state = stateOf(next().toString());
        if (const auto kind = json::enum_of<FailureKind>(next().toString().toStdString())) {
            item.failure = fail(*kind, next().toString().toStdString());
            item.hasFailure = true;
        }
        items.push_back(std::move(item));
    }
    return items;
}

Result<std::vector<OutboxDone>> OutboxFile::loadDone() {
    // Answers of commands, which an older version kept whole, are of no further use.
    auto query = prepared(connection_, QStringLiteral("SELECT key,path,answer FROM command "
                                                      "WHERE state='done'"));
    if (!query.exec())
        return failed(query);
    std::vector<OutboxDone> done;
    while (query.next())
        done.push_back({query.value(0).toString().toStdString(),
                        query.value(1).toString() == QLatin1String("/attachments")
                            ? idIn(query.value(2).toByteArray())
                            : QString()});
    return done;
}

Result<> OutboxFile::add(std::vector<OutboxItem>& items) {
    auto db = QSqlDatabase::database(connection_);
    if (!db.transaction())
        return fail(FailureKind::unavailable, "disk", db.lastError().text().toStdString());
    // Also when memory runs out on the way: a transaction left open would refuse every later one.
    auto undo = qScopeGuard([&db] { db.rollback(); });
    for (auto& item : items) {
        const auto place = addOne(connection_, item);
        if (!place)
            return place.error();
        item.place = *place;
    }
    if (!db.commit())
        return fail(FailureKind::unavailable, "disk", db.lastError().text().toStdString());
    undo.dismiss();
    return {};
}

Result<> OutboxFile::begin(const OutboxItem& item) {
    auto query =
        prepared(connection_, QStringLiteral("UPDATE command SET attempts=?,body=?,after=? "
                                             "WHERE key=? AND state='waiting'"));
    query.addBindValue(item.attempts);
    query.addBindValue(item.body);
    query.addBindValue(item.after.isEmpty() ? QStringLiteral("")
                                            : item.after.join(QLatin1Char(',')));
    query.addBindValue(qs(item.key));
    return runOnWaiting(query);
}

Result<> OutboxFile::update(const OutboxItem& item) {
    auto query =
        prepared(connection_, QStringLiteral("UPDATE command SET state=?,failure=?,field=? "
                                             "WHERE key=? AND state='waiting'"));
    query.addBindValue(stateText(item.state));
    query.addBindValue(item.hasFailure ? qs(json::name_of(item.failure.kind)) : QStringLiteral(""));
    query.addBindValue(item.hasFailure ? qs(item.failure.field) : QStringLiteral(""));
    query.addBindValue(qs(item.key));
    return runOnWaiting(query);
}

Result<> OutboxFile::done(const OutboxDone& done, qint64 now) {
    auto query = prepared(connection_, QStringLiteral("UPDATE command SET state='done',body=NULL,"
                                                      "answer=?,finished=? WHERE key=?"));
    // As the hub's answer is written, which an older version would read.
    query.addBindValue(done.photo.isEmpty() ? QByteArray()
                                            : "{\"id\":\"" + done.photo.toUtf8() + "\"}");
    query.addBindValue(now);
    query.addBindValue(qs(done.key));
    return run(query);
}

Result<> OutboxFile::remove(std::string_view key) {
    auto query =
        prepared(connection_, QStringLiteral("DELETE FROM command WHERE key=? AND state<>'done'"));
    query.addBindValue(qs(key));
    return run(query);
}

Result<> OutboxFile::forget(qint64 before) {
    auto query = prepared(connection_, QStringLiteral("DELETE FROM command WHERE state='done' "
                                                      "AND finished<?"));
    query.addBindValue(before);
    return run(query);
}

} // namespace chengyun::console
