#include "app/link/outbox_file.h"

#include "app/link/language.h"
#include "core/id/uuid.h"
#include "core/json/codec.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

Q_LOGGING_CATEGORY(lcOutboxFile, "chengyun.outbox.file")

namespace chengyun::console {
namespace {

/// `place` gives the order of sending: keys of different clocks would not.
const auto schema = QStringLiteral("CREATE TABLE IF NOT EXISTS command ("
                                   "place INTEGER PRIMARY KEY AUTOINCREMENT,"
                                   "key TEXT NOT NULL UNIQUE,"
                                   "account TEXT NOT NULL,"
                                   "kind TEXT NOT NULL,"
                                   "title TEXT NOT NULL,"
                                   "subject TEXT NOT NULL,"
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
    return fail(FailureKind::unavailable, {}, query.lastError().text().toStdString());
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

} // namespace

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
    if (!query.exec(schema))
        return {query.lastError().text(), is_damage(query.lastError())};
    QFile::setPermissions(path_, QFile::ReadOwner | QFile::WriteOwner);
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
            return fail(FailureKind::unavailable, {}, opened.why.toStdString());
        aside = path_ + QStringLiteral(".damaged-") +
                QString::number(QDateTime::currentSecsSinceEpoch());
        qCWarning(lcOutboxFile) << path_ << "cannot be used:" << opened.why << "- kept as" << aside;
        if (!QFile::rename(path_, aside))
            return fail(FailureKind::unavailable, {}, opened.why.toStdString());
    }
}

Result<std::vector<OutboxItem>> OutboxFile::load() {
    auto query = prepared(
        connection_, QStringLiteral("SELECT key,account,kind,title,subject,method,path,type,body,"
                                    "after,created,expires,attempts,state,failure,field "
                                    "FROM command WHERE state<>'done' ORDER BY place"));
    if (!query.exec())
        return failed(query);
    std::vector<OutboxItem> items;
    while (query.next()) {
        OutboxItem item;
        item.key = query.value(0).toString().toStdString();
        item.account = query.value(1).toString();
        item.kind = query.value(2).toString();
        item.title = query.value(3).toString();
        item.subject = query.value(4).toString();
        item.method = query.value(5).toString().toLatin1();
        item.path = query.value(6).toString();
        item.type = query.value(7).toString().toLatin1();
        item.body = query.value(8).toByteArray();
        item.after = query.value(9).toString().split(QLatin1Char(','), Qt::SkipEmptyParts);
        item.created = query.value(10).toLongLong();
        item.expires = query.value(11).toLongLong();
        item.attempts = query.value(12).toInt();
        item.state = stateOf(query.value(13).toString());
        if (const auto kind =
                json::enum_of<FailureKind>(query.value(14).toString().toStdString())) {
            item.failure = fail(*kind, query.value(15).toString().toStdString());
            item.hasFailure = true;
        }
        items.push_back(std::move(item));
    }
    return items;
}

Result<bool> OutboxFile::add(const OutboxItem& item) {
    auto query =
        prepared(connection_, QStringLiteral("INSERT OR IGNORE INTO command (key,account,kind,"
                                             "title,subject,method,path,type,body,after,created,"
                                             "expires,attempts,state,failure,field) "
                                             "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,'','')"));
    // A null QString would be bound as NULL, which no column takes.
    const auto text = [&](const QString& value) {
        query.addBindValue(value.isNull() ? QStringLiteral("") : value);
    };
    text(qs(item.key));
    text(item.account);
    text(item.kind);
    text(item.title);
    text(item.subject);
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
    return query.numRowsAffected() == 1;
}

Result<> OutboxFile::update(const OutboxItem& item) {
    auto query = prepared(connection_, QStringLiteral("UPDATE command SET attempts=?,state=?,"
                                                      "failure=?,field=? WHERE key=?"));
    query.addBindValue(item.attempts);
    query.addBindValue(stateText(item.state));
    query.addBindValue(item.hasFailure ? qs(json::name_of(item.failure.kind)) : QStringLiteral(""));
    query.addBindValue(item.hasFailure ? qs(item.failure.field) : QStringLiteral(""));
    query.addBindValue(qs(item.key));
    return run(query);
}

Result<> OutboxFile::done(std::string_view key, const QByteArray& answer, qint64 now) {
    auto query = prepared(connection_, QStringLiteral("UPDATE command SET state='done',body=NULL,"
                                                      "answer=?,finished=? WHERE key=?"));
    query.addBindValue(answer);
    query.addBindValue(now);
    query.addBindValue(qs(key));
    return run(query);
}

Result<> OutboxFile::remove(std::string_view key) {
    auto query = prepared(connection_, QStringLiteral("DELETE FROM command WHERE key=?"));
    query.addBindValue(qs(key));
    return run(query);
}

bool OutboxFile::knows(std::string_view key) const {
    auto query = prepared(connection_, QStringLiteral("SELECT 1 FROM command WHERE key=?"));
    query.addBindValue(qs(key));
    return query.exec() && query.next();
}

std::optional<QByteArray> OutboxFile::answerTo(std::string_view key) const {
    auto query = prepared(connection_, QStringLiteral("SELECT answer FROM command WHERE key=? "
                                                      "AND state='done'"));
    query.addBindValue(qs(key));
    if (!query.exec() || !query.next())
        return std::nullopt;
    return query.value(0).toByteArray();
}

Result<> OutboxFile::forget(qint64 before) {
    auto query = prepared(connection_, QStringLiteral("DELETE FROM command WHERE state='done' "
                                                      "AND finished<?"));
    query.addBindValue(before);
    return run(query);
}

} // namespace chengyun::console
