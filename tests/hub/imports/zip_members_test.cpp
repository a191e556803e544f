// A zip file is taken when every reader would understand it alike, and only then.
#include "hub/imports/zip_members.h"

#include "tests/hub/imports/zip_file.h"
#include "tests/hub/verify.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

using Member = ZipFile::Member;

Q_DECLARE_METATYPE(chengyun::FailureKind)

class ZipMembersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void members_come_as_they_were_put_in() {
        std::string text(3'000'000, 'a');
        text.back() = 'b';
        const auto zip = ZipFile({{.name = "a/", .content = {}, .method = 0},
                                  {.name = "a/large.xml", .content = text},
                                  {.name = "stored", .content = "c", .method = 0},
                                  {.name = "none", .content = {}}})
                             .bytes();
        const auto members = zip_members(zip, 4'000'000);
        VERIFY_OK(members);
        QCOMPARE(members->size(), std::size_t(3));
        QCOMPARE(members->at(0).name, "a/large.xml"s);
        QCOMPARE(members->at(0).size, text.size());
        QVERIFY(*unpack(members->at(0)) == text);
        QCOMPARE(*unpack(members->at(1)), "c"s);
        QCOMPARE(*unpack(members->at(2)), ""s);
        VERIFY_REFUSED(zip_members(zip, 3'000'000), too_large);
    }

    void what_others_could_read_otherwise_is_refused_data() {
        QTest::addColumn<QByteArray>("zip");
        QTest::addColumn<FailureKind>("kind");
        const auto row = [](const char* name, const std::string& zip, FailureKind kind) {
            QTest::newRow(name) << QByteArray::fromStdString(zip) << kind;
        };
        const auto with = [](const Member& member) {
            return ZipFile({{.name = "first", .content = "1"}, member}).bytes();
        };
        const ZipFile sound({{.name = "first", .content = "1"}});
        row("nothing", "", FailureKind::malformed);
        row("a text", "no zip file at all, but long enough", FailureKind::malformed);
        row("cut off", sound.bytes().substr(0, 60), FailureKind::malformed);
        row("something before it", "x" + sound.bytes(), FailureKind::malformed);
        row("a comment", sound.bytes(-1, "hello"), FailureKind::malformed);
        row("another end in a comment",
            sound.bytes(-1, sound.bytes().substr(sound.bytes().size() - 22)),
            FailureKind::malformed);
        row("more entries than there are", sound.bytes(2), FailureKind::malformed);
        row("fewer entries than there are", sound.bytes(0), FailureKind::malformed);
        row("a directory of the 64-bit form",
            ZipFile({{.name = "first",
                      .content = "PK\6\7\0\0\0\0"s + std::string(12, '\0'),
                      .method = 0}})
                .bytes(),
            FailureKind::wrong_type);
        row("a size of the 64-bit form", with({.name = "a", .content = "1", .claimed = 0xffffffff}),
            FailureKind::wrong_type);
        row("another size behind the entry",
            with({.name = "a", .content = "1", .extra = "\1\0\0\0"s}), FailureKind::wrong_type);
        row("another name behind the entry",
            with({.name = "a", .content = "1", .extra = "\x75\x70\0\0"s}), FailureKind::wrong_type);
        row("encrypted", with({.name = "a", .content = "1", .flags = 1}), FailureKind::wrong_type);
        row("packed by another method", with({.name = "a", .content = "1", .method = 12}),
            FailureKind::wrong_type);
        row("two of one name", with({.name = "first", .content = "2"}), FailureKind::malformed);
        row("two of one name but for capitals", with({.name = "FIRST", .content = "2"}),
            FailureKind::malformed);
        row("two that are the same bytes",
            with({.name = "a", .content = "2", .local_name = "first", .lies_at = 0}),
            FailureKind::malformed);
        row("two that overlap",
            ZipFile({{.name = "a",
                      .content = "PK\3\4"s + std::string(22, '\0') + "\1\0\0\0"s + "b",
                      .method = 0},
                     {.name = "b", .content = {}, .method = 0, .lies_at = 31}})
                .bytes(),
            FailureKind::malformed);
        row("beyond the end", with({.name = "a", .content = "1", .lies_at = 100'000}),
            FailureKind::malformed);
        row("another name before the content",
            with({.name = "a", .content = "1", .local_name = "b"}), FailureKind::malformed);
        for (const auto* name : {"../a", "a/../b", "/a", "a//b", "./a", "a\\b", "."})
            row(name, with({.name = name, .content = "1"}), FailureKind::malformed);
        row("a name of 300 bytes", with({.name = std::string(300, 'a'), .content = "1"}),
            FailureKind::malformed);
        std::string deep;
        for (int i = 0; i < 20; ++i)
            deep += "a/";
        row("deep folders", with({.name = deep + "a", .content = "1"}), FailureKind::malformed);
        row("a folder with content", with({.name = "a/", .content = "1"}), FailureKind::malformed);
    }
    void what_others_could_read_otherwise_is_refused() {
        QFETCH(QByteArray, zip);
        QFETCH(FailureKind, kind);
        const auto bytes = zip.toStdString();
        const auto members = zip_members(bytes, 1'000'000);
        QVERIFY(members.has_error());
        QVERIFY2(members.error().kind == kind, chengyun::test::show(members.error()).constData());
    }

    /// The directory is not believed.
    void a_size_is_held_to_data() {
        QTest::addColumn<int>("claimed");
        QTest::addColumn<QByteArray>("behind");
        QTest::newRow("less") << 999 << QByteArray();
        QTest::newRow("nothing") << 0 << QByteArray();
        QTest::newRow("more") << 1001 << QByteArray();
        QTest::newRow("something behind it") << 1000 << QByteArray("x");
    }
    void a_size_is_held_to() {
        QFETCH(int, claimed);
        QFETCH(QByteArray, behind);
        const auto zip = ZipFile({{.name = "a",
                                   .content = std::string(1000, 'a'),
                                   .claimed = claimed,
                                   .behind = behind.toStdString()}})
                             .bytes();
        const auto members = zip_members(zip, 10'000);
        VERIFY_OK(members);
        VERIFY_REFUSED(unpack(members->at(0)), malformed);
    }

    void what_cannot_be_unpacked() {
        auto zip = ZipFile({{.name = "a", .content = std::string(1000, 'a')}}).bytes();
        zip[31] = '\xff'; // the first byte of its content
        const auto members = zip_members(zip, 10'000);
        VERIFY_OK(members);
        VERIFY_REFUSED(unpack(members->at(0)), malformed);
    }
};

QTEST_GUILESS_MAIN(ZipMembersTest)
#include "zip_members_test.moc"
