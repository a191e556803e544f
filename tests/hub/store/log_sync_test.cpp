// What is told, and when: nothing before the disk has it.
#include "hub/store/rows.h"
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

#include <condition_variable>
#include <future>
#include <mutex>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

/// A disk that can be held in the middle of its work, and made to fail.
class Disk {
public:
    std::error_code force() {
        std::unique_lock lock(mutex_);
        ++asked_;
        changed_.notify_all();
        changed_.wait(lock, [&] { return !held_; });
        return fails_ ? std::make_error_code(std::errc::io_error) : std::error_code();
    }
    void hold() {
        const std::lock_guard lock(mutex_);
        held_ = true;
    }
    void let_go() {
        const std::lock_guard lock(mutex_);
        held_ = false;
        changed_.notify_all();
    }
    void fail_from_now() {
        const std::lock_guard lock(mutex_);
        fails_ = true;
    }
    void wait_until_asked(int times) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return asked_ >= times; });
    }
    int asked() {
        const std::lock_guard lock(mutex_);
        return asked_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int asked_ = 0;
    bool held_ = false, fails_ = false;
};

struct HallOnDisk : Hall {
    Disk disk;
    std::atomic<int> ends{0};
    HallOnDisk() {
        close();
        WriterOptions options;
        options.force = [this] { return disk.force(); };
        options.disk_failed = [this] { ++ends; };
        open(options);
    }
    std::int64_t entries() {
        auto query = must(reader->prepare("SELECT count(*) FROM journal"));
        must(query.step());
        return query.integer(0);
    }
};

Writer::Work appending(bool succeed = true) {
    return [succeed](Transaction& tx) -> Result<Answer> {
        if (!succeed)
            return fail(FailureKind::wrong_state, {}, "refused on purpose");
        Entry entry;
        entry.actor = "system";
        entry.kind = "test.n";
        entry.entity = "test";
        auto seq = tx.append(entry);
        if (!seq)
            return seq.error();
        return Answer{200, std::to_string(*seq), 0};
    };
}

} // namespace

class LogSyncTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothing_is_told_before_the_disk_has_it() {
        HallOnDisk hall;
        std::atomic<int> answered{0}, observed{0}, readers{0};
        hall.writer->observe([&](const auto& entries) { observed += int(entries.size()); });
        const int before = hall.disk.asked();
        hall.disk.hold();
        hall.writer->submit(appending(), [&](const Result<Answer>& answer) {
            QVERIFY(answer.has_value());
            QCOMPARE(observed.load(), 1);
            QCOMPARE(hall.writer->head(), 1);
            ++answered;
        });
        hall.disk.wait_until_asked(before + 1);
        QCOMPARE(hall.entries(), 1); // committed: others can read it
        hall.writer->when_on_disk([&](bool on_disk) { readers += on_disk; });
        QCOMPARE(answered.load(), 0);
        QCOMPARE(observed.load(), 0);
        QCOMPARE(readers.load(), 0);
        QCOMPARE(hall.writer->head(), 0);
        hall.disk.let_go();
        hall.writer->stop();
        QCOMPARE(answered.load(), 1);
        QCOMPARE(readers.load(), 1);
    }

    void the_writer_goes_on_while_the_disk_works() {
        HallOnDisk hall;
        std::vector<std::string> answers;
        const auto keep = [&](const Result<Answer>& answer) { answers.push_back(answer->body); };
        const int before = hall.disk.asked();
        hall.disk.hold();
        hall.writer->submit(appending(), keep);
        hall.disk.wait_until_asked(before + 1);
        hall.writer->submit(appending(), keep);
        hall.writer->submit(appending(), keep);
        QTRY_COMPARE(hall.entries(), 3);
        hall.disk.let_go();
        hall.writer->stop();
        QCOMPARE(answers, (std::vector<std::string>{"1", "2", "3"}));
        QVERIFY(hall.chain_intact());
    }

    void a_disk_that_failed_is_believed_no_more() {
        HallOnDisk hall;
        must(hall.writer->run(appending()));
        int observed = 0;
        hall.writer->observe([&](const auto&) { ++observed; });
        hall.disk.fail_from_now();
        VERIFY_REFUSED(hall.writer->run(appending()), unavailable);
        QVERIFY(hall.ends > 0);
        const int asked = hall.disk.asked();
        VERIFY_REFUSED(hall.writer->run(appending()), unavailable);
        QCOMPARE(hall.disk.asked(), asked);
        QCOMPARE(hall.writer->head(), 1);
        QCOMPARE(observed, 0);
        bool believed = true;
        hall.writer->when_on_disk([&](bool on_disk) { believed = on_disk; });
        QVERIFY(!believed);
    }

    void a_disk_that_fails_at_the_start_opens_nothing() {
        Hall hall;
        hall.close();
        WriterOptions options;
        options.force = [] { return std::make_error_code(std::errc::io_error); };
        VERIFY_REFUSED(open_writer(hall.file, options), unavailable);
    }

    void refusals_and_reads_ask_no_disk() {
        HallOnDisk hall;
        must(hall.writer->run(appending()));
        const int asked = hall.disk.asked();
        VERIFY_REFUSED(hall.writer->run(appending(false)), wrong_state);
        bool at_once = false;
        hall.writer->when_on_disk([&](bool on_disk) { at_once = on_disk; });
        QVERIFY(at_once);
        QCOMPARE(hall.disk.asked(), asked);
    }
};

QTEST_GUILESS_MAIN(LogSyncTest)
#include "log_sync_test.moc"
