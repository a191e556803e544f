// Questions of HTTP Digest as servers ask them, and the answer that RFC 7616 gives to its own.
#include "core/resource/digest_sign_in.h"

#include <QCryptographicHash>
#include <QTest>

using namespace chengyun;

class DigestSignInTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void answers_as_the_standard();
    void answers_without_quality();
    void nothing_leaves_its_quotes();
};

namespace {

std::string sha256(const std::string& text) {
    return QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

} // namespace

void DigestSignInTest::reads_data() {
    using Questions = std::vector<DigestQuestion>;
    QTest::addColumn<std::string>("header");
    QTest::addColumn<Questions>("questions");
    const auto row = [](const char* header, const Questions& questions) {
        QTest::newRow(header) << std::string(header) << questions;
    };
    row(R"(Digest realm="a", nonce="b")", {{.realm = "a", .nonce = "b"}});
    row(R"(digest  Realm = "a, \"b\"" ,nonce=c,ALGORITHM=sha-256,qop="auth-int, auth",stale=TRUE)",
        {{.realm = "a, \"b\"",
          .nonce = "c",
          .algorithm = "sha-256",
          .has_quality = true,
          .is_stale = true}});
    row(R"(Basic realm="x", Digest realm="a",nonce="b",qop="auth-int", Digest realm="a",nonce="d",opaque="")",
        {{.realm = "a", .nonce = "b"}, {.realm = "a", .nonce = "d", .opaque = ""}});
    row(R"(Basic realm="x", nonce="y")", {});
    row(R"(Digest realm="a")", {});
    row("Digest nonce=\"never ends", {});
    row("Digest \"\"\"=,=,,\\realm=\"", {});
    row("", {});
}

void DigestSignInTest::reads() {
    QFETCH(std::string, header);
    QFETCH(std::vector<DigestQuestion>, questions);
    QVERIFY(read_digest_questions(header) == questions);
}

/// RFC 7616 §3.9.1.
void DigestSignInTest::answers_as_the_standard() {
    const DigestQuestion question{.realm = "http-auth@example.org",
                                  .nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                                  .opaque = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
                                  .algorithm = "SHA-256",
                                  .has_quality = true};
    QVERIFY(question.is_sha256());
    const auto answer =
        answer_digest(question,
                      {.method = "GET",
                       .uri = "/dir/index.html",
                       .client_nonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"},
                      "Mufasa", "Circle of Life", sha256);
    QVERIFY2(answer.find("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6"
                         "c1\"") != std::string::npos,
             answer.c_str());
    QVERIFY(answer.find("qop=auth, nc=00000001, ") != std::string::npos);
    QVERIFY(answer.find("Circle") == std::string::npos);
}

void DigestSignInTest::answers_without_quality() {
    const auto answer =
        answer_digest({.realm = "r", .nonce = "n", .algorithm = "SHA-256"},
                      {.method = "DESCRIBE", .uri = "rtsp://h/p"}, "管理员", "口令", sha256);
    const auto expected = sha256(sha256("管理员:r:口令") + ":n:" + sha256("DESCRIBE:rtsp://h/p"));
    QCOMPARE(answer, "Digest username=\"管理员\", realm=\"r\", nonce=\"n\", uri=\"rtsp://h/p\", "
                     "algorithm=SHA-256, response=\"" +
                         expected + "\"");
}

void DigestSignInTest::nothing_leaves_its_quotes() {
    const auto answer = answer_digest(
        {.realm = "a\r\nX: \"b\"", .nonce = "n\\", .opaque = "\"\n", .algorithm = "SHA-256"},
        {.method = "M", .uri = "u"}, "\"u", "p", sha256);
    QVERIFY(answer.find_first_of("\r\n") == std::string::npos);
    const std::string expected = "username=\"\\\"u\", realm=\"aX: \\\"b\\\"\", nonce=\"n\\\\\"";
    QVERIFY2(answer.find(expected) != std::string::npos, answer.c_str());
}

QTEST_APPLESS_MAIN(DigestSignInTest)
#include "digest_sign_in_test.moc"
