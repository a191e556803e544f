#include "hub/store/rows.h"
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

#include <future>
#include <thread>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;
using chengyun::hub::test::start_ms;

namespace {

Entry note(const std::string& kind) {
    Entry entry;
    entry.actor = "system";
    entry.kind = kind;
    entry.entity = "test";
    return entry;
}

/// Work that appends one entry of this kind and then succeeds or not.
Writer::Work appending(const std::string& kind, bool succeed = true) {
    return [=](Transaction& tx) -> Result<Answer> {
        auto seq = tx.append(note(kind));
        if (!seq)
            return seq.error();
        if (!succeed)
            return fail(FailureKind::wrong_state, {}, "refused on purpose");
        return Answer{200, std::to_string(*seq), 0};
    };
}

/// Holds the writer thread, so that what is submitted meanwhile makes one batch.
class Gate {
public:
    explicit Gate(Writer& writer) {
        std::promise<void> entered;
        writer.submit(
            [&entered, opened = opened_.get_future().share()](Transaction&) -> Result<Answer> {
                entered.set_value();
                opened.wait();
                return Answer{};
            },
            {});
        entered.get_future().wait();
    }
    void open() { opened_.set_value(); }

private:
    std::promise<void> opened_;
};

CommandKey key(const std::string& digest = "d", std::optional<Instant> expires = {}) {
    return {lowest_id(instant_of(start_ms)), "account", digest, expires};
}

/// The number of answers that are kept.
std::int64_t answers_kept(const Hall& hall) {
    auto query = must(hall.reader->prepare("SELECT count(*) FROM command"));
    must(query.step());
    return query.integer(0);
}

Result<Answer> submit(Writer& writer, CommandKey command, Writer::Work work) {
    std::promise<Result<Answer>> promise;
    auto future = promise.get_future();
    writer.submit(std::move(command), std::move(work),
                  [&](Result<Answer> answer) { promise.set_value(std::move(answer)); });
    return future.get();
}

} // namespace

class WriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void one_batch_is_one_commit() {
        Hall hall;
        const auto before = hall.writer->counters().batches;
        std::vector<std::int64_t> seen;
        std::vector<std::size_t> batches;
        hall.writer->observe([&](const std::vector<StoredEntryPtr>& entries) {
            batches.push_back(entries.size());
            for (const auto& entry : entries)
                seen.push_back(entry->seq);
        });
        Gate gate(*hall.writer);
        std::vector<std::int64_t> heads;
        for (int i = 0; i < 20; ++i)
            hall.writer->submit(appending("test.n"), [&](Result<Answer> answer) {
                QVERIFY(answer.has_value());
                // The observers have had the whole batch, and it is committed.
                QCOMPARE(seen.size(), 20U);
                heads.push_back(hall.writer->head());
            });
        gate.open();
        hall.writer->stop();
        QCOMPARE(heads, std::vector<std::int64_t>(20, 20));
        QCOMPARE(batches, std::vector<std::size_t>{20});
        QCOMPARE(hall.writer->counters().batches - before, 2); // the gate's and this
        for (std::size_t i = 0; i < seen.size(); ++i)
            QCOMPARE(seen[i], static_cast<std::int64_t>(i) + 1);
        QVERIFY(hall.chain_intact());
    }

    void a_refused_command_leaves_no_trace() {
        Hall hall;
        Gate gate(*hall.writer);
        std::vector<bool> outcomes;
        const auto keep = [&](Result<Answer> answer) { outcomes.push_back(answer.has_value()); };
        hall.writer->submit(appending("test.first"), keep);
        hall.writer->submit(appending("test.bad", false), keep);
        hall.writer->submit(
            [](Transaction&) -> Result<Answer> { throw std::runtime_error("a mistake"); }, keep);
        hall.writer->submit(appending("test.second"), keep);
        gate.open();
        hall.writer->stop();
        QCOMPARE(outcomes, (std::vector<bool>{true, false, false, true}));
        QCOMPARE(hall.kinds(), (std::vector<std::string>{"test.first", "test.second"}));
        QCOMPARE(hall.writer->head(), 2);
        QCOMPARE(hall.writer->counters().refused, 2);
        QVERIFY(hall.chain_intact());
    }

    void a_key_runs_once() {
        Hall hall;
        int runs = 0;
        const auto work = [&](Transaction& tx) {
            ++runs;
            return appending("test.keyed")(tx);
        };
        const auto first = submit(*hall.writer, key(), work);
        VERIFY_OK(first);
        const auto again = submit(*hall.writer, key(), work);
        VERIFY_OK(again);
        QCOMPARE(again->body, first->body);
        QCOMPARE(runs, 1);
        VERIFY_REFUSED(submit(*hall.writer, key("another"), work), key_reused);
        auto other = key();
        other.account = "somebody else";
        VERIFY_REFUSED(submit(*hall.writer, other, work), key_reused);
        // Also in the next life.
        hall.close();
        hall.open();
        const auto later = submit(*hall.writer, key(), work);
        VERIFY_OK(later);
        QCOMPARE(later->body, first->body);
        QCOMPARE(runs, 1);
        QCOMPARE(hall.writer->head(), 1);
    }

    void the_same_key_twice_in_one_batch() {
        Hall hall;
        Gate gate(*hall.writer);
        std::vector<std::string> bodies;
        for (int i = 0; i < 2; ++i)
            hall.writer->submit(key(), appending("test.keyed"),
                                [&](Result<Answer> answer) { bodies.push_back(answer->body); });
        gate.open();
        hall.writer->stop();
        QCOMPARE(bodies, (std::vector<std::string>{"1", "1"}));
        QCOMPARE(hall.writer->head(), 1);
    }

    void a_refused_key_may_try_again() {
        Hall hall;
        VERIFY_REFUSED(submit(*hall.writer, key(), appending("test.bad", false)), wrong_state);
        VERIFY_OK(submit(*hall.writer, key(), appending("test.good")));
    }

    void expiry() {
        Hall hall;
        const auto expires = hall.clock() + std::chrono::minutes(1);
        VERIFY_OK(submit(*hall.writer, key("d", expires), appending("test.keyed")));
        hall.later(2);
        // Carried out in time: the answer is still given.
        VERIFY_OK(submit(*hall.writer, key("d", expires), appending("test.keyed")));
        auto late = key("d", expires);
        late.key = lowest_id(instant_of(start_ms + 1));
        VERIFY_REFUSED(submit(*hall.writer, late, appending("test.late")), expired);
        QCOMPARE(hall.writer->head(), 1);
    }

    void an_old_key_is_refused_and_forgotten() {
        Hall hall;
        VERIFY_OK(submit(*hall.writer, key(), appending("test.keyed")));
        constexpr std::int64_t day = 24 * 60;
        const auto newer = [&] { return CommandKey{lowest_id(hall.clock()), "account", "d", {}}; };
        hall.later(29 * day);
        VERIFY_OK(submit(*hall.writer, newer(), appending("test.newer")));
        VERIFY_OK(submit(*hall.writer, key(), appending("test.again")));
        QCOMPARE(answers_kept(hall), 2);

        hall.later(3 * day);
        VERIFY_OK(submit(*hall.writer, newer(), appending("test.newest")));
        QCOMPARE(answers_kept(hall), 2);
        // Nobody can tell any more whether it was carried out, so it is not carried out again.
        VERIFY_REFUSED(submit(*hall.writer, key(), appending("test.twice")), expired);
        // Neither by a clock that is put back a little.
        hall.later(-day);
        VERIFY_REFUSED(submit(*hall.writer, key(), appending("test.twice")), expired);
        // Nor by one that was weeks ahead when the answer was forgotten.
        hall.later(-25 * day);
        VERIFY_REFUSED(submit(*hall.writer, key(), appending("test.twice")), expired);
        QCOMPARE(hall.kinds(),
                 (std::vector<std::string>{"test.keyed", "test.newer", "test.newest"}));
    }

    void old_keys_are_forgotten_a_few_at_a_time() {
        Hall hall;
        Gate gate(*hall.writer);
        constexpr int many = 700;
        for (int i = 0; i < many; ++i)
            hall.writer->submit({lowest_id(instant_of(start_ms + i)), "account", "d", {}},
                                [](Transaction&) -> Result<Answer> { return Answer{}; }, {});
        gate.open();
        must(hall.writer->run(appending("test.before")));
        QCOMPARE(answers_kept(hall), many);
        hall.later(40 * 24 * 60);
        must(hall.writer->run(appending("test.after")));
        const auto left = answers_kept(hall);
        QVERIFY(left > 0 && left < many);
        for (std::int64_t rest = left; rest > 0; rest = answers_kept(hall)) {
            must(hall.writer->run(appending("test.after")));
            QVERIFY(answers_kept(hall) < rest);
        }
        QVERIFY(hall.chain_intact());
    }

    void many_submitters() {
        Hall hall;
        constexpr int threads = 8, each = 200;
        std::atomic<int> answered{0};
        std::vector<std::thread> submitters;
        for (int t = 0; t < threads; ++t)
            submitters.emplace_back([&] {
                for (int i = 0; i < each; ++i)
                    hall.writer->submit(appending("test.n", i % 5 != 0),
                                        [&](Result<Answer>) { ++answered; });
            });
        for (auto& thread : submitters)
            thread.join();
        hall.writer->stop();
        QCOMPARE(answered.load(), threads * each);
        QCOMPARE(hall.writer->head(), threads * each * 4 / 5);
        QVERIFY(hall.chain_intact());
    }

    void after_stop_nothing_is_taken() {
        Hall hall;
        hall.writer->stop();
        VERIFY_REFUSED(hall.writer->run(appending("test.late")), unavailable);
    }

    void a_commit_that_fails_fails_all_of_its_commands() {
        Hall hall;
        must(hall.writer->run(appending("test.before")));
        // No page may be added any more: what does not fit is a full disk to SQLite.
        must(hall.writer->run([](Transaction& tx) -> Result<Answer> {
            must(tx.database().execute("PRAGMA max_page_count = 1"));
            return Answer{};
        }));
        const std::string big(200'000, 'x');
        const auto filling = [&](Transaction& tx) -> Result<Answer> {
            auto draft = note("test.big");
            draft.body.note["big"] = big;
            auto seq = tx.append(draft);
            if (!seq)
                return seq.error();
            return Answer{};
        };
        Gate gate(*hall.writer);
        std::vector<FailureKind> kinds;
        hall.writer->submit(filling, [&](Result<Answer> answer) {
            QVERIFY(answer.has_error());
            kinds.push_back(answer.error().kind);
        });
        gate.open();
        VERIFY_REFUSED(hall.writer->run(filling), unavailable);
        QCOMPARE(kinds, std::vector<FailureKind>{FailureKind::unavailable});
        QCOMPARE(hall.writer->head(), 1);
        // The disk has room again: the chain goes on where it was.
        must(hall.writer->run([](Transaction& tx) -> Result<Answer> {
            must(tx.database().execute("PRAGMA max_page_count = 4294967294"));
            return Answer{};
        }));
        must(hall.writer->run(appending("test.after")));
        QCOMPARE(hall.kinds(), (std::vector<std::string>{"test.before", "test.after"}));
        QVERIFY(hall.chain_intact());
    }

    void one_writer_a_file() {
        Hall hall;
        VERIFY_REFUSED(open_writer(hall.file), conflict);
        hall.writer.reset();
        VERIFY_OK(open_writer(hall.file));
    }

    void overload_is_refused_at_once() {
        Hall hall;
        hall.close();
        WriterOptions options;
        options.max_waiting = 3;
        hall.open(options);
        Gate gate(*hall.writer);
        int refused = 0, done = 0;
        for (int i = 0; i < 5; ++i)
            hall.writer->submit(appending("test.n"), [&](Result<Answer> answer) {
                if (answer)
                    ++done;
                else if (answer.error().kind == FailureKind::too_many)
                    ++refused;
            });
        QCOMPARE(refused, 2);
        gate.open();
        hall.writer->stop();
        QCOMPARE(done, 3);
    }

    void the_log_is_moved_into_the_file() {
        Hall hall;
        const std::string big(60'000, 'x');
        for (int i = 0; i < 2500; ++i)
            must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
                auto draft = note("test.big");
                draft.body.note["big"] = big;
                auto seq = tx.append(draft);
                if (!seq)
                    return seq.error();
                return Answer{};
            }));
        // 150 MB went through the log; it began again from its start on the way.
        QVERIFY(std::filesystem::file_size(hall.file.string() + "-wal") < 100'000'000U);
        QVERIFY(hall.chain_intact());
    }
};

QTEST_GUILESS_MAIN(WriterTest)
#include "writer_test.moc"
