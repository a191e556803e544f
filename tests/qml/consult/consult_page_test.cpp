// Consultations at a seat, by mouse and keys: out of an order, a call that is answered, the chair's
// acts, and how many people stand on the screen.
#include "core/consult/consult_codec.h"
#include "core/consult/entry_kinds.h"
#include "tests/qml/test_seat.h"

#include "app/consult/consult_capability.h"
#include "app/link/session.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

std::string idOf(int number) {
    return "0190b000-0000-7000-8000-0000000000" + std::to_string(10 + number);
}

const std::string roomId = "0190a000-0000-7000-8000-000000000001";

} // namespace

class ConsultPageTest : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSeat> seat_;

    void begin(std::vector<Consult> rooms, const QString& language = u"zh_CN"_s) {
        seat_ = std::make_unique<TestSeat>(false, language);
        seat_->hub.snapshot.values<Consult>() = std::move(rooms);
        seat_->hub.page = [this](const QByteArray& path) -> QByteArray {
            if (!path.contains("consult_proposal"))
                return {};
            const auto row = [](int number, const QString& kind, const QString& name,
                                const QString& post) {
                return QJsonObject{{u"id"_s, QString::fromStdString(idOf(number))},
                                   {u"kind"_s, kind},
                                   {u"name"_s, name},
                                   {u"post"_s, post}};
            };
            return QJsonDocument(
                       QJsonObject{
                           {u"items"_s, QJsonArray{row(1, u"unit"_s, u"排涝一队"_s, {}),
                                                   row(2, u"person"_s, u"王建国"_s, u"指挥长"_s)}}})
                .toJson();
        };
        QVERIFY(
            seat_->hall->session().signInWithFile(seat_->hub.sessionFile(seat_->folder.path())));
        QVERIFY(QTest::qWaitFor([this] { return seat_->ready(); }, 60000));
    }
    [[nodiscard]] ConsultMember self(MemberState state) const {
        return {seat_ ? seat_->hub.account.id : SmallHub().account.id,
                MemberKind::person,
                "李调度",
                "值班调度",
                state,
                system_now()};
    }
    static Consult room(std::vector<ConsultMember> members) {
        Consult room;
        room.id = roomId;
        room.title = "内涝 · 汉阳大道";
        room.members = std::move(members);
        room.made = system_now();
        room.version = 1;
        return room;
    }
    static ConsultMember person(int number, const std::string& name, MemberState state,
                                const std::string& post = "指挥长") {
        return {idOf(number), MemberKind::person, name, post, state, system_now()};
    }
    void push(std::string_view kind, Consult room) {
        room.version = ++version_;
        Entry entry;
        entry.kind = kind;
        entry.entity = "consult";
        entry.id = entry.subject = room.id;
        entry.body.values<Consult>() = {std::move(room)};
        seat_->hub.push(entry);
    }
    [[nodiscard]] ConsultCapability& consult() const {
        return *qobject_cast<ConsultCapability*>(seat_->made("consult"));
    }
    void run(const QString& command) {
        QMetaObject::invokeMethod(seat_->seat(), "run", Q_ARG(QString, command),
                                  Q_ARG(QVariant, QVariant()));
    }
    void open(const QString& kind, const std::string& id) {
        QMetaObject::invokeMethod(seat_->seat(), "open", Q_ARG(QString, kind),
                                  Q_ARG(QString, QString::fromStdString(id)));
    }
    /// The first visible item below with this text.
    [[nodiscard]] static QQuickItem* withText(QQuickItem* item, const QString& text) {
        if (!item || !item->isVisible())
            return nullptr;
        if (item->property("text").toString() == text &&
            item->metaObject()->indexOfSignal("clicked()") >= 0)
            return item;
        for (auto* child : item->childItems())
            if (auto* found = withText(child, text))
                return found;
        return nullptr;
    }
    void click(const QQuickItem* item) {
        QVERIFY(item);
        const auto middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
        QTest::mouseClick(&seat_->window(), Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    }
    [[nodiscard]] bool waitFor(const QByteArray& command) {
        return QTest::qWaitFor([&] { return seat_->hub.commands.contains(command); }, 20000);
    }
    /// With CHENGYUN_PICTURES=FOLDER what is tested can be looked at.
    void picture(const QString& name) {
        const auto folder = qEnvironmentVariable("CHENGYUN_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(seat_->window().grabWindow().save(folder + u'/' + name + u".png"_s));
    }
    [[nodiscard]] QList<QQuickItem*> tiles() const {
        QList<QQuickItem*> found;
        const auto look = [&](auto& again, QQuickItem* item) -> void {
            if (!item->isVisible())
                return;
            if (QByteArrayView(item->metaObject()->className()).startsWith("ConsultTile_QML"))
                found << item;
            for (auto* child : item->childItems())
                again(again, child);
        };
        look(look, seat_->window().contentItem());
        return found;
    }

    std::int64_t version_ = 100;

private Q_SLOTS:
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void two_keys_call_those_who_belong_to_an_order() {
        begin({});
        if (QTest::currentTestFailed())
            return;
        const auto order = seat_->hub.snapshot.values<Order>().front().id;
        open(u"order"_s, order);
        seat_->key(Qt::Key_F7);
        QTRY_COMPARE(consult().proposal()->chosen(), 2);
        picture(u"call-order"_s);
        seat_->key(Qt::Key_Return);
        QVERIFY(waitFor("POST /api/v1/consults"));
        const auto sent = json::read<MakeConsult>(seat_->hub.bodies.constLast().toStdString());
        QVERIFY(sent);
        QCOMPARE(sent->order, order);
        QCOMPARE(sent->call.size(), std::size_t(2));
        QCOMPARE(sent->call[1].post, std::string("指挥长"));

        // The hub has it: this seat goes in.
        auto made = room({self(MemberState::accepted), person(2, "王建国", MemberState::called)});
        made.id = sent->id;
        made.kind = ConsultKind::order;
        made.order = order;
        made.chair = seat_->hub.account.id;
        push(entry_kind::consult_made, made);
        QVERIFY(waitFor("POST /api/v1/consults/" + QByteArray::fromStdString(sent->id) + "/enter"));
        QCOMPARE(consult().roomOf(QString::fromStdString(order)).toStdString(), sent->id);
    }

    void who_is_struck_out_is_not_called() {
        begin({});
        if (QTest::currentTestFailed())
            return;
        open(u"order"_s, seat_->hub.snapshot.values<Order>().front().id);
        seat_->key(Qt::Key_F7);
        QTRY_COMPARE(consult().proposal()->chosen(), 2);
        consult().proposal()->toggle(0);
        seat_->key(Qt::Key_Return);
        QVERIFY(waitFor("POST /api/v1/consults"));
        const auto sent = json::read<MakeConsult>(seat_->hub.bodies.constLast().toStdString());
        QVERIFY(sent);
        QCOMPARE(sent->call.size(), std::size_t(1));
        QCOMPARE(sent->call[0].id, idOf(2));
    }

    void a_call_is_accepted_by_one_key() {
        begin({});
        if (QTest::currentTestFailed())
            return;
        auto calling = room({person(2, "王建国", MemberState::in), self(MemberState::called)});
        calling.chair = idOf(2);
        push(entry_kind::consult_made, calling);
        auto* banner = qobject_cast<QQuickItem*>(seat_->part("consult.banner"));
        QTRY_VERIFY(banner && banner->isVisible());
        QTRY_VERIFY(seat_->made("alarm.bell")->property("unacknowledged").toInt() > 0);
        picture(u"call-banner"_s);
        seat_->key(Qt::Key_F10);
        QVERIFY(waitFor("POST /api/v1/consults/" + QByteArray::fromStdString(roomId) + "/enter"));
        calling.members[1].state = MemberState::in;
        push(entry_kind::consult_entered, calling);
        QTRY_VERIFY(!banner->isVisible());
        QTRY_COMPARE(consult().desk()->phase(), ConsultDesk::Phase::Seated);
        QTRY_COMPARE(tiles().size(), 2);
        // The media server is away here: the room says so and goes on.
        QTRY_VERIFY(!consult().desk()->mediaText().isEmpty());
        picture(u"room-two"_s);
        QVERIFY(!consult().desk()->conference()->microphone());
        seat_->key(Qt::Key_M);
        QVERIFY(consult().desk()->conference()->microphone());
        seat_->key(Qt::Key_M);
        QVERIFY(!consult().desk()->conference()->microphone());

        calling.members[1].state = MemberState::removed;
        push(entry_kind::consult_removed, calling);
        QTRY_COMPARE(consult().desk()->phase(), ConsultDesk::Phase::Out);
    }

    void a_call_is_declined_by_a_click() {
        begin({});
        if (QTest::currentTestFailed())
            return;
        auto calling = room({person(2, "王建国", MemberState::in), self(MemberState::called)});
        push(entry_kind::consult_made, calling);
        auto* banner = qobject_cast<QQuickItem*>(seat_->part("consult.banner"));
        QTRY_VERIFY(banner && banner->isVisible());
        auto* decline = banner;
        for (const auto& words : {u"拒绝"_s, u"Decline"_s, u"谢绝"_s})
            if (auto* found = withText(banner, words))
                decline = found;
        QVERIFY(decline != banner);
        click(decline);
        QVERIFY(waitFor("POST /api/v1/consults/" + QByteArray::fromStdString(roomId) + "/decline"));
    }

    void the_chair_lets_in_locks_and_removes() {
        begin({});
        if (QTest::currentTestFailed())
            return;
        auto meeting = room({self(MemberState::in), person(2, "王建国", MemberState::in),
                             person(3, "赵书记", MemberState::waiting)});
        meeting.chair = seat_->hub.account.id;
        push(entry_kind::consult_made, meeting);
        QTRY_COMPARE(consult().rooms()->count(), 1);
        open(u"consult"_s, roomId);
        QVERIFY(consult().card()[u"isChair"_s].toBool());
        auto* panel = qobject_cast<QQuickItem*>(seat_->part("consult.page.room.membersPanel"));
        QTRY_VERIFY(panel && panel->isVisible());
        picture(u"lobby"_s);
        const auto path = "POST /api/v1/consults/" + QByteArray::fromStdString(roomId);
        QQuickItem* letIn = nullptr;
        QTRY_VERIFY((letIn = withText(panel, u"Let in"_s)) || (letIn = withText(panel, u"准入"_s)));
        click(letIn);
        QVERIFY(waitFor(path + "/let_in"));
        const auto sent = json::read<ChosenMember>(seat_->hub.bodies.constLast().toStdString());
        QVERIFY(sent && sent->member == idOf(3));
        QVERIFY(consult().commands()->setLocked(QString::fromStdString(roomId), true));
        QVERIFY(waitFor(path + "/lock"));
        QVERIFY(consult().commands()->handOver(QString::fromStdString(roomId),
                                               QString::fromStdString(idOf(2))));
        QVERIFY(waitFor(path + "/chair"));
        // The map stands beside, as it does on walls.
        QMetaObject::invokeMethod(seat_->part("consult.page.room.bar"), "besidePicked",
                                  Q_ARG(QString, u"map"_s));
        QTRY_VERIFY(seat_->item("MapPane"));
        QVERIFY(seat_->item("MapPane")->width() > 100);
        picture(u"beside-map"_s);
        // Whose place is here already only sits down.
        QVERIFY(consult().desk()->enter(QString::fromStdString(roomId)));
        QCOMPARE(consult().desk()->phase(), ConsultDesk::Phase::Seated);
    }

    void all_who_are_in_stand_on_the_screen_data() {
        QTest::addColumn<int>("people");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        for (const int people : {1, 8, 30})
            for (const auto& size : {QSize(1366, 768), QSize(1920, 1080), QSize(3840, 2160)})
                for (const auto& language : {u"zh_CN"_s, u"en"_s})
                    QTest::addRow("%d at %d, %s", people, size.width(), qPrintable(language))
                        << people << size << language;
    }
    void all_who_are_in_stand_on_the_screen() {
        QFETCH(int, people);
        QFETCH(QSize, size);
        QFETCH(QString, language);
        begin({}, language);
        if (QTest::currentTestFailed())
            return;
        seat_->window().resize(size);
        auto meeting = room({});
        for (int i = 0; i < people; ++i)
            meeting.members.push_back(
                i == 3   ? person(i, "武汉市蔡甸区张湾街道应急排涝与抢险救援联合支队第一突击队",
                                  MemberState::in, "区水务和湖泊局防汛抗旱指挥部办公室副主任")
                : i == 4 ? person(i, "Alexandra Featherstonehaugh-Montgomery", MemberState::in,
                                  "Deputy director of flood control")
                         : person(i, "王建国", MemberState::in));
        meeting.chair = idOf(0);
        push(entry_kind::consult_made, meeting);
        QTRY_COMPARE(consult().rooms()->count(), 1);
        open(u"consult"_s, roomId);
        QTRY_COMPARE(tiles().size(), people);
        auto* stage = seat_->item("ConsultStage");
        QVERIFY(stage);
        const auto places = [&] {
            QList<QRectF> boxes;
            for (auto* tile : tiles())
                boxes << QRectF(tile->position(), tile->size());
            return boxes;
        };
        const QRectF all(-1, -1, stage->width() + 2, stage->height() + 2);
        const auto grid = places();
        for (qsizetype i = 0; i < grid.size(); ++i) {
            QVERIFY(all.contains(grid[i]));
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY(!grid[i].adjusted(1, 1, -1, -1).intersects(grid[j]));
        }
        const auto name = u"%1-%2-%3"_s.arg(people).arg(size.width()).arg(language);
        picture(u"grid-"_s + name);
        stage->setProperty("speakerView", true);
        QTRY_VERIFY(places() != grid || people == 1);
        picture(u"speaker-"_s + name);
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    ConsultPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "consult_page_test.moc"
