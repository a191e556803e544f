// What is sealed is opened by its key, for its owner, unchanged; and by nothing else.
#include "hub/store/secret_box.h"

#include "tests/hub/verify.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>

using namespace chengyun;
using namespace chengyun::hub;

class SecretBoxTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    [[nodiscard]] std::filesystem::path key() const {
        return secret_key_file(folder_.path().toStdString());
    }

private Q_SLOTS:
    void cleanup() { std::filesystem::remove(key()); }

    void what_comes_in_comes_out_data() {
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("signs") << QByteArray("a#@:/?%25 b");
        QTest::newRow("Chinese") << QByteArray("密码“门”");
        QTest::newRow("a zero") << QByteArray("a\0b", 3);
        QTest::newRow("long") << QByteArray(4000, 'x');
    }
    void what_comes_in_comes_out() {
        QFETCH(QByteArray, secret);
        const auto text = secret.toStdString();
        SecretBox box(key());
        const auto sealed = box.seal(text, "camera 1");
        VERIFY_OK(sealed);
        QVERIFY(text.size() < 3 || sealed->find(text) == std::string::npos);
        // Two of the same tell nobody that they are.
        QVERIFY(*box.seal(text, "camera 1") != *sealed);
        // A hub of later has the key from the file.
        const SecretBox later(key());
        const auto opened = later.open(*sealed, "camera 1");
        VERIFY_OK(opened);
        QCOMPARE(*opened, text);
    }

    void nothing_else_opens_it() {
        SecretBox box(key());
        const auto sealed = box.seal("a password", "camera 1");
        VERIFY_OK(sealed);
        VERIFY_REFUSED(box.open(*sealed, "camera 2"), corrupt);
        for (std::size_t i = 0; i < sealed->size(); ++i) {
            auto changed = *sealed;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            const auto opened = box.open(changed, "camera 1");
            QVERIFY2(!opened, changed.c_str());
        }
        VERIFY_REFUSED(box.open(sealed->substr(0, sealed->size() / 2), "camera 1"), corrupt);
        VERIFY_REFUSED(box.open("", "camera 1"), corrupt);

        std::filesystem::remove(key());
        VERIFY_REFUSED(SecretBox(key()).open(*sealed, "camera 1"), not_found);
        SecretBox other(key());
        VERIFY_OK(other.seal("another", "camera 1"));
        VERIFY_REFUSED(other.open(*sealed, "camera 1"), corrupt);
    }

    void the_key_is_its_owners_alone() {
        SecretBox box(key());
        QVERIFY(!std::filesystem::exists(key()));
        VERIFY_OK(box.seal("a password", "camera 1"));
        QCOMPARE(std::filesystem::status(key()).permissions(),
                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }

    /// What it has sealed would be closed for ever.
    void a_damaged_key_is_not_replaced() {
        std::ofstream(key()) << "half a k";
        SecretBox box(key());
        VERIFY_REFUSED(box.seal("a password", "camera 1"), corrupt);
        QCOMPARE(std::filesystem::file_size(key()), std::uintmax_t(8));
    }
};

QTEST_GUILESS_MAIN(SecretBoxTest)
#include "secret_box_test.moc"
