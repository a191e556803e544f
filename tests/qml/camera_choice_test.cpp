// The video screen: which cameras are looked at, chosen by mouse, by keys and by typing.
#include "app/resources/resource_list_model.h"
#include "core/id/uuid.h"
#include "tests/qml/items.h"
#include "tests/qml/test_seat.h"

#include <QApplication>
#include <QJSValue>
#include <QTest>
#include <QtQuickTest/quicktest.h>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

class CameraChoiceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestSeat> seat_;
    QQuickItem* screen_ = nullptr;
    ResourceListModel* cameras_ = nullptr;

    void click(QQuickItem* item) {
        QVERIFY(item);
        QVERIFY(QQuickTest::qWaitForPolish(&seat_->window()));
        QTest::mouseClick(&seat_->window(), Qt::LeftButton, {},
                          item->mapToScene({item->width() / 3, item->height() / 2}).toPoint());
    }
    /// The cameras in the frames, by name; empty where a frame has none.
    [[nodiscard]] QStringList shown() const {
        QStringList names;
        for (const auto& id :
             screen_->property("shown").value<QJSValue>().toVariant().toStringList())
            names.append(id.isEmpty() ? QString()
                                      : cameras_
                                            ->data(cameras_->index(cameras_->rowOf(id), 0),
                                                   ResourceListModel::NameRole)
                                            .toString());
        return names;
    }
    /// The names on the pictures that are seen.
    [[nodiscard]] QStringList pictures() const {
        QStringList names;
        for (const auto* view : all(screen_, "CameraView"))
            names.append(view->property("name").toString());
        return names;
    }
    [[nodiscard]] QQuickItem* row(const QString& camera) const {
        for (auto* found : all(screen_, "RowBase"))
            if (found->property("name") == camera)
                return found;
        return having(screen_, "text", camera);
    }

private Q_SLOTS:
    void init() {
        seat_ = std::make_unique<TestSeat>();
        // Of six cameras the second has no address.
        for (int i = 1; i <= 6; ++i) {
            chengyun::Resource camera;
            camera.id = chengyun::new_id();
            camera.layer = chengyun::Layer::camera;
            camera.code = "C-" + std::to_string(i);
            camera.name = "路口" + std::to_string(i) + "号";
            camera.initials = "lk" + std::to_string(i) + "h";
            camera.kind = "other";
            camera.area = "420114000000";
            camera.place = {114.03 + 0.001 * i, 30.58};
            if (i != 2)
                camera.stream = "rtsp://127.0.0.1:1/" + std::to_string(i);
            seat_->hub.snapshot.values<chengyun::Resource>().push_back(camera);
        }
        QVERIFY(seat_->ready());
        QMetaObject::invokeMethod(seat_->seat(), "go", Q_ARG(QString, u"video"_s));
        QTRY_VERIFY(seat_->item("VideoScreen"));
        screen_ = seat_->item("VideoScreen");
        cameras_ = screen_->property("cameras").value<ResourceListModel*>();
        QVERIFY(cameras_);
        QTRY_COMPARE(cameras_->count(), 6);
        QTRY_COMPARE(pictures().size(), 4);
    }
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void it_opens_with_cameras_that_have_an_address() {
        QCOMPARE(shown(), (QStringList{u"路口1号"_s, u"路口3号"_s, u"路口4号"_s, u"路口5号"_s}));
        QCOMPARE(pictures(), shown());
        // The hub gives no address: each frame says so, and none is left turning.
        QTRY_COMPARE(screen_->property("settled").toInt(), 4);
    }

    void a_click_fills_the_frame_and_goes_on_to_the_next() {
        click(row(u"路口6号"_s));
        QTRY_COMPARE(shown().value(0), u"路口6号"_s);
        QCOMPARE(screen_->property("current").toInt(), 1);
        // A camera is looked at once: it leaves the frame that it was in.
        click(row(u"路口5号"_s));
        QTRY_COMPARE(shown(), (QStringList{u"路口6号"_s, u"路口5号"_s, u"路口4号"_s, QString()}));
        QTRY_COMPARE(pictures().size(), 3);
        // A frame is chosen by a click.
        click(all(screen_, "CameraView").constFirst());
        QTRY_COMPARE(screen_->property("current").toInt(), 0);
    }

    void keys_choose() {
        auto* list = all(screen_, "QQuickListView").value(0);
        QVERIFY(list);
        list->forceActiveFocus();
        list->setProperty("currentIndex", 0);
        for (int i = 0; i < 5; ++i)
            seat_->key(Qt::Key_Down);
        QCOMPARE(list->property("currentIndex").toInt(), 5);
        seat_->key(Qt::Key_Return);
        QTRY_COMPARE(shown().value(0), u"路口6号"_s);
    }

    void typing_filters_and_says_when_there_is_none() {
        auto* field = having(screen_, "placeholderText", u"摄像机、地点、首字母"_s);
        QVERIFY(field);
        field->forceActiveFocus();
        seat_->type(u"lk4"_s);
        QTRY_COMPARE(cameras_->count(), 1);
        QVERIFY(row(u"路口4号"_s));
        seat_->type(u"x"_s);
        QTRY_COMPARE(cameras_->count(), 0);
        QTRY_VERIFY(having(screen_, "text", u"没有这台摄像机"_s));
        seat_->key(Qt::Key_Escape);
        QTRY_COMPARE(cameras_->count(), 6);
        QTRY_VERIFY(!having(screen_, "text", u"没有这台摄像机"_s));
        QCOMPARE(pictures().size(), 4); // what is looked at stays
    }

    void there_are_one_four_or_nine_frames_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("pictures");
        QTest::newRow("one") << u"单画面"_s << 1;
        QTest::newRow("four") << u"四画面"_s << 4;
        QTest::newRow("nine") << u"九画面"_s << 4; // no more were chosen
    }
    void there_are_one_four_or_nine_frames() {
        QFETCH(QString, name);
        QFETCH(int, pictures);
        click(having(screen_, "text", name));
        QTRY_COMPARE(this->pictures().size(), pictures);
        QCOMPARE(this->pictures().constFirst(), u"路口1号"_s);
        // What was chosen is still there.
        click(having(screen_, "text", u"四画面"_s));
        QTRY_COMPARE(this->pictures(),
                     (QStringList{u"路口1号"_s, u"路口3号"_s, u"路口4号"_s, u"路口5号"_s}));
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    CameraChoiceTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "camera_choice_test.moc"
