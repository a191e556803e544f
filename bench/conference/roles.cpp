#include "bench/conference/roles.h"

#include "app/consult/media/conference.h"
#include "app/consult/media/webrtc_peer.h"
#include "bench/conference/clock_signal.h"
#include "bench/conference/room_seat.h"
#include "bench/wall/cpu_time.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <gst/gst.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace chengyun::bench {

namespace {

using namespace Qt::StringLiterals;
using namespace chengyun::console;

constexpr int patience = 30'000; // ms

void say(const QJsonObject& what) {
    std::printf("%s\n", QJsonDocument(what).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

[[noreturn]] void give_up(const char* why) {
    std::fprintf(stderr, "bench_conference: %s\n", why);
    std::fflush(stderr);
    std::_Exit(1);
}

ConferenceTicket ask_ticket(const QString& member) {
    say({{"want"_L1, member}});
    std::string line;
    if (!std::getline(std::cin, line))
        give_up("no ticket");
    const auto given = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    return {QUrl(given["url"_L1].toString()), given["room"_L1].toString(),
            given["token"_L1].toString(), given["feed"_L1].toString(), member};
}

template <class Done>
void wait_for(Done done, const char* what) {
    if (!QTest::qWaitFor(done, patience))
        give_up(what);
}

GstSample* sample_of(GstBuffer* buffer, GstCaps* caps) {
    GstSample* out = gst_sample_new(buffer, caps, nullptr, nullptr);
    gst_buffer_unref(buffer);
    return out;
}

/// A scene with as much in it as a room that is filmed: noise that slides, and the clock.
class Pictures {
public:
    Pictures() : noise_(sent_width * 2 * sent_height) {
        std::mt19937 random(1);
        for (int i = 0; i < static_cast<int>(noise_.size()); ++i)
            noise_[std::size_t(i)] =
                std::uint8_t(90 + (i / 40 % 2) * 50 + static_cast<int>(random() % 24));
    }
    GstSample* next() {
        GstBuffer* buffer = gst_buffer_new_allocate(nullptr, pixels * 3 / 2, nullptr);
        GstMapInfo map;
        gst_buffer_map(buffer, &map, GST_MAP_WRITE);
        const int shift = static_cast<int>(shown_++ * 2 % sent_width);
        for (int row = 0; row < sent_height; ++row)
            std::copy_n(noise_.begin() + row * sent_width * 2 + shift, sent_width,
                        map.data + std::ptrdiff_t(row) * sent_width);
        std::fill_n(map.data + pixels, pixels / 2, std::uint8_t(128));
        draw_clock(map.data, sent_width, now_ms());
        gst_buffer_unmap(buffer, &map);
        GST_BUFFER_PTS(buffer) = common_time_now();
        return sample_of(buffer, caps_);
    }

private:
    static constexpr gsize pixels = gsize{sent_width} * sent_height;
    std::vector<std::uint8_t> noise_;
    GstCaps* caps_ = gst_caps_from_string(sent_picture_caps());
    unsigned shown_ = 0;
};

/// What was recorded in the last 20 ms.
GstSample* next_sound(GstCaps* caps, bool bursts) {
    constexpr int count = sound_rate_hz / 50;
    GstBuffer* buffer = gst_buffer_new_allocate(nullptr, count * sizeof(std::int16_t), nullptr);
    GstMapInfo map;
    gst_buffer_map(buffer, &map, GST_MAP_WRITE);
    auto* samples = reinterpret_cast<std::int16_t*>(map.data);
    const auto begin = (now_ms() - 20) * 1000;
    for (int i = 0; i < count; ++i)
        samples[i] = bursts ? sample_at(begin + i * 1'000'000LL / sound_rate_hz)
                            : std::int16_t(i % 96 < 48 ? 60 : -60);
    gst_buffer_unmap(buffer, &map);
    GST_BUFFER_PTS(buffer) = common_time_now() - 20'000'000;
    GST_BUFFER_DURATION(buffer) = 20'000'000;
    return sample_of(buffer, caps);
}

/// Every 20 ms sound, every 40 ms a picture, to all.
void feed(const std::vector<std::pair<Sender::Entry, Sender::Entry>>& entries) {
    Pictures pictures;
    GstCaps* caps = gst_caps_from_string(sound_caps());
    auto due = std::chrono::steady_clock::now();
    for (int turn = 0;; ++turn) {
        due += std::chrono::milliseconds(20);
        std::this_thread::sleep_until(due);
        GstSample* quiet = next_sound(caps, false);
        GstSample* bursts = next_sound(caps, true);
        for (std::size_t i = 0; i < entries.size(); ++i)
            Sender::put(entries[i].first.get(), i == 0 ? bursts : quiet);
        gst_sample_unref(quiet);
        gst_sample_unref(bursts);
        if (turn % 2)
            continue;
        GstSample* picture = pictures.next();
        for (const auto& [sound, place] : entries)
            Sender::put(place.get(), picture);
        gst_sample_unref(picture);
    }
}

/// Finds where a burst begins.
class BurstEar {
public:
    void hear(GstSample* sample) {
        const auto now = now_ms();
        GstMapInfo map;
        if (!gst_buffer_map(gst_sample_get_buffer(sample), &map, GST_MAP_READ))
            return;
        const auto* samples = reinterpret_cast<const std::int16_t*>(map.data);
        const int count = static_cast<int>(map.size / sizeof(std::int16_t));
        for (int i = 0; i < count; ++i) {
            const bool loud = std::abs(samples[i]) > 3000;
            if (loud && quiet_ > sound_rate_hz / 5) {
                const std::scoped_lock lock(mutex_);
                late_.push_back(static_cast<double>(now % burst_every_ms) + i / 48.0);
            }
            quiet_ = loud ? 0 : quiet_ + 1;
        }
        gst_buffer_unmap(gst_sample_get_buffer(sample), &map);
    }
    std::vector<double> take() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(late_, {});
    }

private:
    std::mutex mutex_;
    int quiet_ = 0; ///< samples; of the streaming thread
    std::vector<double> late_;
};

QJsonArray listed(const std::vector<double>& values) {
    QJsonArray out;
    for (const auto one : values)
        out << one;
    return out;
}

/// Calls `measured` after everything has run for a while and then for the seconds.
QJsonObject measure(int seconds, auto pictures, auto begin) {
    QTest::qWait(settle_s * 1000);
    begin();
    const auto cpu = cpu_seconds();
    const auto shown = pictures();
    const auto from = std::chrono::steady_clock::now();
    QTest::qWait(seconds * 1000);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - from;
    return {{"cpu_s"_L1, cpu_seconds() - cpu},
            {"seconds"_L1, took.count()},
            {"pictures"_L1, pictures() - shown}};
}

} // namespace

int run_senders(const RoleOptions& options) {
    std::vector<std::unique_ptr<RoomSeat>> seats;
    std::vector<std::pair<Sender::Entry, Sender::Entry>> entries;
    for (int i = 0; i < options.participants; ++i) {
        seats.push_back(std::make_unique<RoomSeat>(ask_ticket(u"sender%1"_s.arg(i)), true));
        QObject::connect(seats.back().get(), &RoomSeat::failed, qApp,
                         [](const QString& why) { give_up(qPrintable(why)); });
        entries.emplace_back(seats.back()->sender().sound_entry(),
                             seats.back()->sender().picture_entry());
        wait_for([&] { return seats.back()->isSending(); }, "a sender is not in");
    }
    std::thread(feed, entries).detach();
    QTest::qWait(1000);
    say({{"sending"_L1, true}});
    std::thread([&seats] {
        auto from = std::chrono::steady_clock::now();
        std::uint64_t before = 0;
        for (std::string line; std::getline(std::cin, line);) {
            std::uint64_t sent = 0;
            for (const auto& seat : seats)
                sent += seat->sent();
            const auto now = std::chrono::steady_clock::now();
            const std::chrono::duration<double> took = now - std::exchange(from, now);
            say({{"uplink_kbit"_L1, static_cast<double>(sent - std::exchange(before, sent)) * 8 /
                                        1000 / took.count() / static_cast<double>(seats.size())}});
        }
        std::_Exit(0);
    }).detach();
    return QCoreApplication::exec();
}

int run_console(const RoleOptions& options) {
    auto ear = std::make_shared<BurstEar>();
    ConferenceSetup setup;
    setup.silent = true;
    setup.heard = [ear](GstSample* sample) { ear->hear(sample); };
    std::vector<double> joins, late;
    std::unique_ptr<Conference> conference;
    std::vector<std::unique_ptr<ConferenceView>> views;
    int unread = 0;
    for (int i = 0; i < options.joins; ++i) {
        views.clear();
        conference.reset();
        const auto ticket = ask_ticket(u"console"_s);
        conference = std::make_unique<Conference>(setup);
        auto* people = conference->people();
        QObject::connect(
            people, &QAbstractItemModel::rowsInserted, people,
            [&, people](const QModelIndex&, int row) {
                views.push_back(std::make_unique<ConferenceView>());
                auto* picture = people->data(people->index(row), ConferencePeople::PictureRole)
                                    .value<ConferencePicture*>();
                views.back()->setPicture(picture);
                QObject::connect(
                    picture, &ConferencePicture::shown, people, [&](const Picture& shown) {
                        QVideoFrame frame = shown.frame;
                        if (!frame.map(QVideoFrame::ReadOnly))
                            return;
                        if (const auto ms = read_clock(frame.bits(0), frame.bytesPerLine(0)))
                            late.push_back(static_cast<double>(age_of(*ms)));
                        else
                            ++unread;
                        frame.unmap();
                    });
            });
        const auto from = std::chrono::steady_clock::now();
        conference->enter(ticket);
        wait_for(
            [&] {
                return conference->state() == Conference::State::In &&
                       static_cast<int>(views.size()) == options.participants &&
                       std::ranges::all_of(views, [](const auto& view) {
                           return view->picture() && view->picture()->frames() > 0;
                       });
            },
            "not everybody is seen");
        joins.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from)
                .count());
    }
    auto out = measure(
        options.seconds,
        [&] {
            int sum = 0;
            for (const auto& view : views)
                sum += view->picture()->frames();
            return sum;
        },
        [&] {
            late.clear();
            unread = 0;
            ear->take();
        });
    out["join_ms"_L1] = listed(joins);
    out["picture_ms"_L1] = listed(late);
    out["sound_ms"_L1] = listed(ear->take());
    out["unread"_L1] = unread;
    say(out);
    views.clear();
    conference.reset();
    return 0;
}

int run_plain(const RoleOptions& options) {
    RoomSeat seat(ask_ticket(u"plain"_s), false);
    QObject::connect(&seat, &RoomSeat::failed, qApp,
                     [](const QString& why) { give_up(qPrintable(why)); });
    wait_for([&] { return seat.pictures() >= options.participants; }, "nothing is decoded");
    auto out = measure(options.seconds, [&] { return seat.pictures(); }, [] {});
    out["blocks"_L1] = seat.blocks();
    say(out);
    return 0;
}

} // namespace chengyun::bench
