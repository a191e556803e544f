#include "app/consult/media/conference.h"

#include "app/back_off.h"
#include "app/consult/media/capture.h"
#include "app/consult/media/conference_call.h"
#include "app/consult/media/loudness.h"
#include "app/consult/media/sound_out.h"
#include "app/video/shut_down.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace chengyun::console {

namespace {

/// Lost together, 500 seats come back one after the other, and all within five seconds.
constexpr std::chrono::milliseconds shortest_wait{200}, longest_wait{1500};
/// Refusals in a row while coming back: the media server may have been started anew between the
/// ticket and its use.
constexpr int most_refusals = 3;

/// Where what a device gives goes to at present; put in on streaming threads.
struct Outlet {
    std::mutex mutex;
    Sender::Entry entry;

    void set(Sender::Entry to) {
        const std::scoped_lock lock(mutex);
        entry = std::move(to);
    }
    void put(GstSample* sample) {
        const std::scoped_lock lock(mutex);
        if (entry)
            Sender::put(entry.get(), sample);
    }
};

} // namespace

ConferenceSetup ConferenceSetup::fromEnvironment() {
    ConferenceSetup out;
    if (qEnvironmentVariableIsSet("CHENGYUN_CONFERENCE_TEST")) {
        out.testSources = out.silent = true;
        out.testName = qEnvironmentVariable("CHENGYUN_CONFERENCE_TEST");
    }
    return out;
}

struct Conference::Impl {
    Impl(Conference& owner, ConferenceSetup s) : q(owner), setup(std::move(s)) {
        retry.setSingleShot(true);
        connect(&retry, &QTimer::timeout, &q, &Conference::ticketWanted);
        connect(&listen, &QTimer::timeout, &q, [this] { measure(); });
        listen.setInterval(100);
        connect(&devices, &MediaDevices::changed, &q, [this] { lookAtDevices(); });
    }
    ~Impl() {
        for (auto& box : {own_box})
            if (box)
                box->show = {};
        camera_out->set({});
        microphone_out->set({});
        speaker_out->set({});
    }

    Conference& q;
    const ConferenceSetup setup;
    MediaDevices devices;
    ConferencePeople people;
    ConferencePicture own_picture;

    State state = State::Idle;
    Reason reason = Reason::None;
    QString detail;
    bool microphone_on = false, camera_on = false, preview = false;
    DeviceFault microphone_fault = DeviceFault::None, camera_fault = DeviceFault::None,
                speaker_fault = DeviceFault::None;
    QString microphone_id, camera_id, speaker_id;
    double own_level = 0;

    std::unique_ptr<ConferenceCall> call;
    QSet<QString> own_feeds;
    BackOff back_off{shortest_wait, longest_wait};
    BackOff first_tries;
    QTimer retry, listen;
    bool was_in = false; ///< since the user entered: it comes back
    int refusals = 0;

    std::unique_ptr<Capture> microphone, camera;
    std::unique_ptr<SoundOut> speaker;
    std::shared_ptr<Outlet> microphone_out = std::make_shared<Outlet>(),
                            camera_out = std::make_shared<Outlet>(),
                            speaker_out = std::make_shared<Outlet>();
    std::shared_ptr<Loudness> loudness = std::make_shared<Loudness>();
    std::shared_ptr<PictureBox> own_box;

    void enterState(State next, Reason why = Reason::None, const QString& words = {}) {
        state = next;
        reason = why;
        detail = words;
        if (next != State::In && next != State::Entering)
            people.clear();
        update();
        Q_EMIT q.stateChanged();
    }

    void dropCall() {
        retry.stop();
        microphone_out->set({});
        camera_out->set({});
        if (!call)
            return;
        QObject::disconnect(call.get(), nullptr, &q, nullptr);
        // It may be what has told us so.
        call.release()->deleteLater();
        people.clear();
    }

    void enter(const ConferenceTicket& ticket) {
        dropCall();
        gst_init(nullptr, nullptr);
        call = std::make_unique<ConferenceCall>(
            ticket, setup, people, own_feeds, streams(),
            [out = speaker_out, heard = setup.heard](GstSample* sample) {
                out->put(sample);
                if (heard)
                    heard(sample);
            });
        own_feeds.insert(ticket.feed);
        QObject::connect(call.get(), &ConferenceCall::entered, &q, [this] {
            was_in = true;
            refusals = 0;
            back_off.reset();
            enterState(State::In);
        });
        QObject::connect(
            call.get(), &ConferenceCall::ended, &q,
            [this](Reason why, const QString& words, bool again) { ended(why, words, again); });
        microphone_out->set(call->soundEntry());
        camera_out->set(call->pictureEntry());
        enterState(State::Entering);
    }

    void ended(Reason why, const QString& words, bool again) {
        dropCall();
        const bool may_pass = why == Reason::TicketRefused || why == Reason::RoomEnded;
        // A room that ends while one is in it has ended.
        if (was_in && state == State::Entering && may_pass && ++refusals <= most_refusals)
            again = true;
        if (again)
            // A media server that this seat has never reached may be out of its reach for good.
            retry.start(was_in ? back_off.next() : first_tries.next());
        else
            was_in = false;
        enterState(again ? State::Lost : State::Refused, why, words);
    }

    [[nodiscard]] bool isInside() const {
        return state == State::Entering || state == State::In || state == State::Lost;
    }

    [[nodiscard]] OwnStreams streams() const {
        const auto word = [](bool on, DeviceFault fault) {
            return std::string(fault != DeviceFault::None ? stream_none
                               : on                       ? stream_sent
                                                          : stream_muted);
        };
        return {word(microphone_on, microphone_fault), word(camera_on, camera_fault)};
    }

    /// Whether it can be opened now. One that was chosen and is not there is a fault; while it is
    /// not known yet what is there, the devices tell later.
    bool isThere(MediaDevices::Kind kind, const QString& id, DeviceFault& fault_there) {
        if (setup.testSources || id.isEmpty() || devices.has(kind, id))
            return true;
        if (devices.isReady()) {
            fault_there = DeviceFault::Missing;
            QMetaObject::invokeMethod(&q, &Conference::faultsChanged, Qt::QueuedConnection);
        }
        return false;
    }

    /// Devices run while they are needed, and no longer.
    void update() {
        const bool runs = isInside() || preview;
        if (isInside() && !setup.silent && !speaker && speaker_fault == DeviceFault::None &&
            isThere(MediaDevices::Kind::speaker, speaker_id, speaker_fault))
            startSpeaker();
        else if (!isInside())
            stopSpeaker();
        const bool hears = runs && microphone_on && microphone_fault == DeviceFault::None;
        if (hears && !microphone &&
            isThere(MediaDevices::Kind::microphone, microphone_id, microphone_fault))
            startMicrophone();
        else if (!hears)
            microphone.reset();
        const bool sees = runs && camera_on && camera_fault == DeviceFault::None;
        if (sees && !camera && isThere(MediaDevices::Kind::camera, camera_id, camera_fault))
            startCamera();
        else if (!sees)
            stopCamera();
        if (microphone)
            listen.start();
        if (call)
            call->setStreams(streams());
    }

    /// `act` on the GUI thread, unless the device has been let go of by then.
    template <class Device, class Act>
    auto onGui(std::unique_ptr<Device>& device, Act act) {
        auto turn = std::make_shared<int>(0);
        (&device == static_cast<void*>(&microphone) ? microphone_turn
         : &device == static_cast<void*>(&camera)   ? camera_turn
                                                    : speaker_turn) = turn;
        return [this, watch = std::weak_ptr(turn), act](bool missing, const QString& words) {
            QMetaObject::invokeMethod(
                &q,
                [watch, act, missing, words] {
                    if (watch.lock())
                        act(missing ? DeviceFault::Missing : DeviceFault::Failed, words);
                },
                Qt::QueuedConnection);
        };
    }
    std::shared_ptr<int> microphone_turn, camera_turn, speaker_turn;

    void fault(DeviceFault& of, DeviceFault what, const char* which, const QString& words) {
        if (what != DeviceFault::None)
            qWarning("conference: %s: %s", which, qUtf8Printable(words));
        if (std::exchange(of, what) == what)
            return;
        update();
        Q_EMIT q.faultsChanged();
    }

    void startMicrophone() {
        Capture::Hears hears;
        hears.sample = [out = microphone_out, loud = loudness](GstSample* sample) {
            loud->take(gst_sample_get_buffer(sample));
            out->put(sample);
        };
        hears.failed = onGui(microphone, [this](DeviceFault what, const QString& words) {
            microphone.reset();
            fault(microphone_fault, what, "microphone", words);
        });
        microphone =
            setup.testSources
                ? Capture::test_sound(std::move(hears))
                : Capture::microphone(devices.make(MediaDevices::Kind::microphone, microphone_id),
                                      speaker ? speaker->probe() : std::string(), std::move(hears));
    }

    void startCamera() {
        auto box = std::make_shared<PictureBox>();
        box->show = [this](const Picture& picture) { own_picture.show(picture); };
        own_box = box;
        Capture::Hears hears;
        hears.sample = [out = camera_out](GstSample* sample) { out->put(sample); };
        hears.picture = [&beat = PictureBeat::shared(), box](Picture picture) {
            beat.post(box, std::move(picture));
        };
        hears.failed = onGui(camera, [this](DeviceFault what, const QString& words) {
            stopCamera();
            fault(camera_fault, what, "camera", words);
        });
        camera = setup.testSources
                     ? Capture::test_picture(setup.testName, std::move(hears))
                     : Capture::camera(devices.make(MediaDevices::Kind::camera, camera_id),
                                       std::move(hears));
    }

    void stopCamera() {
        camera.reset();
        if (own_box)
            own_box->show = {};
        own_box.reset();
        own_picture.forget();
    }

    void startSpeaker() {
        auto failed = onGui(speaker, [this](DeviceFault what, const QString& words) {
            stopSpeaker();
            fault(speaker_fault, what, "loudspeaker", words);
        });
        speaker = std::make_unique<SoundOut>(devices.make(MediaDevices::Kind::speaker, speaker_id),
                                             std::move(failed));
        speaker_out->set(speaker->entry());
        // It is opened again, and listens to what is played from now on.
        if (!setup.testSources)
            microphone.reset();
    }

    void stopSpeaker() {
        speaker_out->set({});
        speaker.reset();
    }

    /// What has been missing may have been plugged in.
    void lookAtDevices() {
        if (setup.testSources)
            return;
        bool changes = false;
        const auto look = [&](DeviceFault& fault_there, MediaDevices::Kind kind,
                              const QString& id) {
            if (fault_there != DeviceFault::None && devices.has(kind, id)) {
                fault_there = DeviceFault::None;
                changes = true;
            }
        };
        look(microphone_fault, MediaDevices::Kind::microphone, microphone_id);
        look(camera_fault, MediaDevices::Kind::camera, camera_id);
        look(speaker_fault, MediaDevices::Kind::speaker, speaker_id);
        update();
        if (changes)
            Q_EMIT q.faultsChanged();
    }

    void measure() {
        const auto loud = loudness->decibels();
        const auto level = std::round(std::clamp((loud + 60) / 60, 0.0, 1.0) * 20) / 20;
        if (!microphone)
            listen.stop();
        if (level == own_level)
            return;
        own_level = level;
        Q_EMIT q.ownLevelChanged();
    }

    /// Another device of a kind: the one that runs is let go, and its fault forgotten.
    void choose(QString& of, const QString& id, DeviceFault& fault_there, auto stop) {
        if (of == id)
            return;
        of = id;
        fault_there = DeviceFault::None;
        stop();
        update();
        Q_EMIT q.chosenChanged();
        Q_EMIT q.faultsChanged();
    }
};

Conference::Conference(QObject* parent) : Conference(ConferenceSetup::fromEnvironment(), parent) {}

Conference::Conference(const ConferenceSetup& setup, QObject* parent)
    : QObject(parent), impl_(std::make_unique<Impl>(*this, setup)) {}

Conference::~Conference() {
    // Not later, as elsewhere: it uses what goes now.
    if (impl_->call)
        disconnect(impl_->call.get(), nullptr, this, nullptr);
    impl_->call.reset();
}

void Conference::enter(const ConferenceTicket& ticket) {
    impl_->enter(ticket);
}

void Conference::ticketUnavailable() {
    if (impl_->state == State::Lost)
        impl_->retry.start(impl_->back_off.next());
}

void Conference::leave() {
    if (impl_->state == State::Idle)
        return;
    impl_->dropCall();
    impl_->was_in = false;
    impl_->refusals = 0;
    impl_->back_off.reset();
    impl_->first_tries.reset();
    impl_->own_feeds.clear();
    // The next time it may be there.
    impl_->speaker_fault = DeviceFault::None;
    impl_->enterState(State::Idle);
}

Conference::State Conference::state() const {
    return impl_->state;
}
Conference::Reason Conference::reason() const {
    return impl_->reason;
}
QString Conference::detail() const {
    return impl_->detail;
}
bool Conference::microphone() const {
    return impl_->microphone_on;
}
bool Conference::camera() const {
    return impl_->camera_on;
}
Conference::DeviceFault Conference::microphoneFault() const {
    return impl_->microphone_fault;
}
Conference::DeviceFault Conference::cameraFault() const {
    return impl_->camera_fault;
}
Conference::DeviceFault Conference::speakerFault() const {
    return impl_->speaker_fault;
}
QString Conference::microphoneDevice() const {
    return impl_->microphone_id;
}
QString Conference::cameraDevice() const {
    return impl_->camera_id;
}
QString Conference::speakerDevice() const {
    return impl_->speaker_id;
}
MediaDevices* Conference::devices() const {
    return &impl_->devices;
}
double Conference::ownLevel() const {
    return impl_->own_level;
}
ConferencePicture* Conference::ownPicture() const {
    return &impl_->own_picture;
}
bool Conference::preview() const {
    return impl_->preview;
}
ConferencePeople* Conference::people() const {
    return &impl_->people;
}

void Conference::setMicrophone(bool on) {
    if (on == impl_->microphone_on)
        return;
    impl_->microphone_on = on;
    // Who switches it on again wants it tried again.
    if (on && std::exchange(impl_->microphone_fault, DeviceFault::None) != DeviceFault::None)
        Q_EMIT faultsChanged();
    impl_->update();
    Q_EMIT sendingChanged();
}

void Conference::setCamera(bool on) {
    if (on == impl_->camera_on)
        return;
    impl_->camera_on = on;
    if (on && std::exchange(impl_->camera_fault, DeviceFault::None) != DeviceFault::None)
        Q_EMIT faultsChanged();
    impl_->update();
    Q_EMIT sendingChanged();
}

void Conference::setMicrophoneDevice(const QString& id) {
    impl_->choose(impl_->microphone_id, id, impl_->microphone_fault,
                  [this] { impl_->microphone.reset(); });
}

void Conference::setCameraDevice(const QString& id) {
    impl_->choose(impl_->camera_id, id, impl_->camera_fault, [this] { impl_->stopCamera(); });
}

void Conference::setSpeakerDevice(const QString& id) {
    impl_->choose(impl_->speaker_id, id, impl_->speaker_fault, [this] { impl_->stopSpeaker(); });
}

void Conference::setPreview(bool on) {
    if (on == impl_->preview)
        return;
    impl_->preview = on;
    gst_init(nullptr, nullptr);
    impl_->update();
    Q_EMIT previewChanged();
}

bool Conference::waitForShutDown(int milliseconds) {
    return wait_for_shut_downs(milliseconds);
}

} // namespace chengyun::console
