// The thread that imports beside a running hub.
#include "hub/imports/import_thread.h"

#include "core/id/uuid.h"
#include "core/json/codec.h"
#include "hub/resources/edition_store.h"
#include "tests/hub/imports/import_desk.h"
#include "tests/hub/imports/watched_writer.h"
#include "tests/hub/verify.h"

#include <atomic>
#include <future>
#include <new>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

namespace {

const auto map = R"(layer = "shelter"
system = "EPSG:4326"
[columns]
code = "no"
name = "name"
x = "lon"
y = "lat"
)"s;

std::string rows(int count) {
    std::string out = "no,name,lon,lat\n";
    for (int i = 0; i < count; ++i)
        out += "S" + std::to_string(i) + ",n,114." + std::to_string(10000 + i) + ",30.5\n";
    return out;
}

ImportThread::Job job(ImportDesk& desk, int count, bool dry_run = false) {
    ImportThread::Job out;
    out.request.file = desk.write("rows" + std::to_string(count) + ".csv", rows(count));
    out.request.map = map;
    out.dry_run = dry_run;
    out.actor = {"id", "name"};
    out.key = {new_id(), "account", "digest", {}};
    return out;
}

/// An answer that has not come yet.
class Pending {
public:
    ImportThread::Done done() {
        return
            [promise = promise_](Result<Answer> answer) { promise->set_value(std::move(answer)); };
    }
    Result<Answer> wait() { return promise_->get_future().get(); }

private:
    std::shared_ptr<std::promise<Result<Answer>>> promise_ =
        std::make_shared<std::promise<Result<Answer>>>();
};

Result<Answer> ask(ImportThread& thread, const ImportThread::Job& job) {
    Pending pending;
    thread.submit(job, pending.done());
    return pending.wait();
}

ImportReport report(const Result<Answer>& answer) {
    return answer ? *json::read<ImportReport>(answer->body) : ImportReport();
}

/// Has no memory when it is asked, as often as it is told to.
class NoMemory final : public EditionStore {
public:
    explicit NoMemory(EditionStore& inner) : inner_(inner) {}
    std::atomic<int> failures{0};

    Result<> open(Database& db) override { return inner_.open(db); }
    Result<std::int64_t> next_version(Database& db) const override {
        if (failures > 0)
            throw std::bad_alloc();
        return inner_.next_version(db);
    }
    Result<ChangedBeside> take_changes(Database& db, std::size_t limit) override {
        return inner_.take_changes(db, limit);
    }
    Result<> show(Database& db) override { return inner_.show(db); }
    Result<bool> has_remains(Database& db) const override { return inner_.has_remains(db); }
    Result<bool> clear(Database& db, std::size_t limit) override { return inner_.clear(db, limit); }

private:
    EditionStore& inner_;
};

} // namespace

class ImportThreadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void one_after_the_other() {
        ImportDesk desk;
        ImportThread thread(*desk.writer, desk.target);
        Pending dry, first, second;
        thread.submit(job(desk, 700, true), dry.done());
        thread.submit(job(desk, 700), first.done());
        thread.submit(job(desk, 800), second.done());
        const auto looked = report(dry.wait());
        QVERIFY(looked.dry_run && !looked.stored);
        QCOMPARE(looked.inserted, 700);
        QCOMPARE(report(first.wait()).inserted, 700);
        const auto last = report(second.wait());
        QVERIFY(last.stored);
        QCOMPARE(last.inserted, 100);
        QCOMPARE(last.unchanged, 700);
        QCOMPARE(desk.writer->head(), 2);
    }

    void the_same_command_again_gets_its_first_answer() {
        ImportDesk desk;
        ImportThread thread(*desk.writer, desk.target);
        const auto command = job(desk, 30);
        Pending first, again;
        thread.submit(command, first.done());
        thread.submit(command, again.done());
        const auto answer = first.wait();
        VERIFY_OK(answer);
        QCOMPARE(report(answer).inserted, 30);
        QCOMPARE(again.wait()->body, answer->body);
        // Whatever has become of the file.
        std::filesystem::remove(command.request.file);
        QCOMPARE(ask(thread, command)->body, answer->body);
        QCOMPARE(desk.writer->head(), 1);
        auto another = command;
        another.key.digest = "another";
        VERIFY_REFUSED(ask(thread, another), key_reused);
    }

    void commands_pass_between_the_pieces() {
        ImportDesk desk;
        WatchedWriter writer(*desk.writer);
        int commands = 0; // on the import's thread, until it has answered
        writer.before = [&](int) {
            const auto done =
                desk.writer->run([](Transaction&) -> Result<Answer> { return Answer{}; });
            commands += done.has_value();
        };
        ImportThread thread(writer, desk.target);
        QCOMPARE(report(ask(thread, job(desk, 2000))).inserted, 2000);
        QVERIFY(commands >= 8);
    }

    void stopped_in_the_middle_it_says_so_and_leaves_nothing() {
        ImportDesk desk;
        WatchedWriter writer(*desk.writer);
        std::promise<void> storing;
        std::promise<void> goes_on;
        auto may_go_on = goes_on.get_future();
        writer.before = [&](int work) {
            if (work != 5) // the thread's own first look is one
                return;
            storing.set_value();
            may_go_on.wait();
        };
        ImportThread thread(writer, desk.target);
        Pending under_way, waiting;
        thread.submit(job(desk, 2000), under_way.done());
        thread.submit(job(desk, 30), waiting.done());
        storing.get_future().wait();
        auto stopped = std::async(std::launch::async, [&] { thread.stop(); });
        // Only then is it sure that it was asked to stop before the next piece.
        QTRY_COMPARE(thread.unfinished(), std::size_t(1));
        goes_on.set_value();
        stopped.get();
        VERIFY_REFUSED(under_way.wait(), unavailable);
        VERIFY_REFUSED(waiting.wait(), unavailable);
        VERIFY_REFUSED(ask(thread, job(desk, 30)), unavailable);
        QCOMPARE(desk.writer->head(), 0);

        // The next start clears away and imports.
        ImportThread next(*desk.writer, desk.target);
        QCOMPARE(report(ask(next, job(desk, 2000))).inserted, 2000);
    }

    void too_many_wait() {
        ImportDesk desk;
        WatchedWriter writer(*desk.writer);
        std::promise<void> goes_on;
        const auto may_go_on = goes_on.get_future().share();
        std::promise<void> looking;
        writer.before = [&](int work) {
            if (work == 1)
                looking.set_value();
            may_go_on.wait();
        };
        ImportThread thread(writer, desk.target);
        looking.get_future().wait(); // the thread's own first look waits no more
        std::vector<Pending> pending(9);
        for (auto& one : pending)
            thread.submit(job(desk, 30), one.done());
        VERIFY_REFUSED(pending.back().wait(), too_many);
        goes_on.set_value();
        for (std::size_t i = 0; i + 1 < pending.size(); ++i)
            VERIFY_OK(pending[i].wait());
    }

    void without_memory_only_that_import_fails() {
        ImportDesk desk;
        NoMemory editions(*desk.edition_store);
        editions.failures = 1;
        const ImportTarget target{desk.resources,   desk.areas,       *desk.resource_store,
                                  *desk.area_store, *desk.unit_store, editions,
                                  *desk.readers};
        ImportThread thread(*desk.writer, target);
        VERIFY_REFUSED(ask(thread, job(desk, 30)), too_large);
        editions.failures = 0;
        const auto next = report(ask(thread, job(desk, 30)));
        QVERIFY(next.stored);
        QCOMPARE(next.inserted, 30);
    }
};

QTEST_GUILESS_MAIN(ImportThreadTest)
#include "import_thread_test.moc"
