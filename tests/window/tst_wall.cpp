// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/screen_curtain.h"
#include "client/bigscreen/screen_header.h"
#include "client/bigscreen/screen_strip.h"
#include "client/wall/wall_call.h"
#include "client/wall/wall_list.h"
#include "client/wall/wall_numbers.h"
#include "client/wall/wall_window.h"
#include "tests/window/desktop_fixture.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>
#include <QTextDocumentFragment>

#include <cmath>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

/// A text as it was painted.
struct Ink
{
    QString text;
    double size = 0; ///< in pixels
};

/// An SVG keeps texts as texts.
QList<Ink> inkOf(QWidget &widget)
{
    QBuffer file;
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(widget.size());
    svg.setResolution(72); // a point is a pixel
    widget.render(&svg, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
    static const QRegularExpression text(
        QStringLiteral("font-size=\"([0-9.]+)\"[^>]*>\\s*<text[^>]*>([^<]*)</text>"
                       "|<text[^>]*font-size=\"([0-9.]+)\"[^>]*>([^<]*)</text>"));
    QList<Ink> inks;
    for (const auto &match : text.globalMatch(QString::fromUtf8(file.data()))) {
        const bool own = !match.captured(3).isEmpty();
        inks.append({QTextDocumentFragment::fromHtml(match.captured(own ? 4 : 2)).toPlainText(),
                     match.captured(own ? 3 : 1).toDouble()});
    }
    return inks;
}

/// Makes each picture of a widget take 20 ms.
class SlowPaint final : public QObject
{
public:
    SlowPaint(QWidget &widget, test::ManualClock &clock)
        : m_clock(clock)
    {
        widget.installEventFilter(this);
    }
    int pictures = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            ++pictures;
            m_clock.advance(20ms);
        }
        return false;
    }

private:
    test::ManualClock &m_clock;
};

bool has(const QList<Ink> &inks, const QString &words)
{
    QString all; // one line may be painted in pieces
    for (const Ink &ink : inks)
        all += ink.text;
    return all.contains(words);
}

} // namespace

/// Orders in the shop, each with a step that runs and one that is ready; every second one is
/// overdue.
static void addOrders(test::DesktopFixture &desktop, int count)
{
    const auto tell = [&desktop](const QString &type, const QJsonObject &data) {
        desktop.clock.advance(1ms);
        protocol::EventMessage message;
        message.type = type;
        message.id = {quint64(desktop.clock.now().time_since_epoch().count()), 0};
        message.data = data;
        desktop.store.handle(message);
    };
    const QDate today = desktop.store.today();
    for (int i = 0; i < count; ++i) {
        const int id = 50'000 + i;
        const QDate due = today.addDays(i % 2 ? -1 - i / 10 : 3);
        tell(event_type::order,
             {{u"order_id"_qs, id},
              {u"order_no"_qs, u"PO2026%1"_qs.arg(2'000'000 + i)},
              {u"customer_name"_qs, u"新知书局"_qs},
              {u"product_name"_qs, u"《江南纪事》精装书"_qs},
              {u"status"_qs, 2},
              {u"delivery_date"_qs, due.toString(Qt::ISODate)}});
        for (int step = 0; step < 2; ++step)
            tell(event_type::progress,
                 {{u"order_id"_qs, id},
                  {u"progress_id"_qs, id * 10 + step},
                  {u"step_name"_qs, step ? u"印刷"_qs : u"覆膜"_qs},
                  {u"step_order"_qs, 1},
                  {u"category"_qs, step ? u"content"_qs : u"cover"_qs},
                  {u"status"_qs, step ? 1 : 2}});
    }
}

/// The wall as it is seen from four metres, in every size, language and state.
class TestWall : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void picture_data();
    void picture();
    void layout_data();
    void layout();
    void saysSinceWhenItIsStale();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void refusalStoodBeforeTheWall();
    void refusalDoesNotFlicker();
    void pagesTurn();
    void fourHundredOrdersAreCounted();
    void onlyTheWorstAreRed();
    void hasALookOfItsOwn();
    void darkWhileTheShopSleeps();
    void leavesWhenEscapeIsHeld();
    void callsOut();
    void paintsAtABoundedPace();

private:
    struct Hall
    {
        explicit Hall(const QString &language = u"zh_CN"_qs)
            : desktop(language)
            , wall(desktop.theme, desktop.store, desktop.board, desktop.clock)
        {
        }
        void show(QSize size)
        {
            wall.resize(size);
            wall.show();
            wall.refresh();
            QCoreApplication::processEvents();
        }
        void save(const QString &name)
        {
            QDir folder(QStringLiteral(PRESSBOARD_SCREENSHOTS));
            QVERIFY(folder.mkpath(QStringLiteral(".")));
            QVERIFY(wall.grab().save(folder.filePath(name + QStringLiteral(".png"))));
        }
        ScreenCurtain::Kind curtain() const { return wall.findChild<ScreenCurtain *>()->kind(); }
        template<typename T> T *part(const char *name = "") const
        {
            return wall.findChild<T *>(QString::fromLatin1(name));
        }

        test::DesktopFixture desktop;
        WallWindow wall;
    };
};

void TestWall::picture_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
        for (const bool dark : {true, false}) {
            for (const QSize size : {QSize(1920, 1080), QSize(3840, 2160), QSize(1280, 720),
                                     QSize(1080, 1920), QSize(1024, 768)}) {
                const QString name = QStringLiteral("wall-%1-%2-%3x%4")
                                         .arg(language, dark ? u"dark"_qs : u"light"_qs)
                                         .arg(size.width())
                                         .arg(size.height());
                QTest::newRow(qPrintable(name)) << language << dark << size;
            }
        }
    }
}

/// Nothing is smaller than 2.8 % of the height, and no order number is cut.
void TestWall::picture()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    Hall hall(language);
    hall.desktop.fillWithSample();
    hall.desktop.setDark(dark);
    hall.desktop.setState(ConnectionState::Live);
    hall.wall.setStrip({u"info"_qs, u"通知・王芳"_qs, u"今天 19:00 停机检修 2 小时，请提前收尾"_qs,
                        u"10:15"_qs, false});
    hall.show(size);
    hall.save(QString::fromUtf8(QTest::currentDataTag()));

    const QList<Ink> inks = inkOf(hall.wall);
    QVERIFY(inks.size() > 60);
    const int shorter = std::min(size.width(), size.height());
    for (const Ink &ink : inks)
        QVERIFY2(ink.size >= std::floor(shorter * 0.9 * 0.028), qPrintable(ink.text));
    if (size.width() > size.height() * 3 / 2) {
        for (const Ink &ink : inks)
            QVERIFY2(ink.size >= std::floor(size.height() * 0.028), qPrintable(ink.text));
    }
    const auto largest = std::max_element(
        inks.begin(), inks.end(), [](const Ink &a, const Ink &b) { return a.size < b.size; });
    QVERIFY(largest->size < size.height() * 0.1); // they are pixels that were measured
    for (const char *name : {"wallRunning", "wallUrgent", "wallReady"}) {
        const QList<WallRow> rows = hall.part<WallList>(name)->shownRows();
        QVERIFY(!rows.isEmpty());
        for (const WallRow &row : rows) {
            QVERIFY2(has(inks, row.number), qPrintable(row.number));
            QVERIFY2(has(inks, row.due), qPrintable(row.due));
        }
    }
    for (const WallNumber &number : hall.part<WallNumbers>()->numbers()) {
        QVERIFY2(has(inks, number.value), qPrintable(number.value));
        QVERIFY2(has(inks, number.label), qPrintable(number.label));
    }
}

void TestWall::layout_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("tall");
    QTest::newRow("full HD") << QSize(1920, 1080) << false;
    QTest::newRow("4K") << QSize(3840, 2160) << false;
    QTest::newRow("HD") << QSize(1280, 720) << false;
    QTest::newRow("16:10") << QSize(1920, 1200) << false;
    QTest::newRow("odd HD") << QSize(1366, 768) << false;
    QTest::newRow("very wide") << QSize(3440, 1440) << false;
    QTest::newRow("4:3") << QSize(1024, 768) << true;
    QTest::newRow("square") << QSize(1080, 1080) << true;
    QTest::newRow("upright") << QSize(1080, 1920) << true;
    QTest::newRow("upright 4K") << QSize(2160, 3840) << true;
    QTest::newRow("tiny") << QSize(640, 360) << false;
}

/// Parts neither overlap nor leave the screen, and every list has a row.
void TestWall::layout()
{
    QFETCH(QSize, size);
    const WallLayout layout = WallLayout::of(size);
    QTEST(layout.isTall, "tall");
    const QList<QRect> parts{layout.header, layout.numbers, layout.running,
                             layout.urgent, layout.ready,   layout.strip};
    for (int i = 0; i < parts.size(); ++i) {
        QVERIFY(QRect({}, size).contains(parts.at(i)));
        for (int j = 0; j < i; ++j)
            QVERIFY(!parts.at(i).intersects(parts.at(j)));
    }
    QVERIFY(layout.urgentRows >= 1 && layout.readyRows >= 1 && layout.runningRows >= 1);
    QCOMPARE(layout.staleBand.bottom() + 1, layout.staleNumbers.top());
    QCOMPARE(layout.numbers.bottom(), layout.staleNumbers.bottom());
    if (size == QSize(1920, 1080) || size == QSize(3840, 2160)) {
        const int twice = size.width() / 1920;
        QCOMPARE(layout.header, QRect(0, 0, 1920 * twice, 64 * twice));
        QCOMPARE(layout.running, QRect(16 * twice, 236 * twice, 1128 * twice, 784 * twice));
        QCOMPARE(layout.urgent.width(), 744 * twice);
        QCOMPARE(layout.strip, QRect(0, 1024 * twice, 1920 * twice, 56 * twice));
        QCOMPARE(layout.runningRows, 11);
        QCOMPARE(layout.urgentRows, 6);
        QCOMPARE(layout.readyRows, 4);
    }
}

void TestWall::saysSinceWhenItIsStale()
{
    for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
        Hall hall(language);
        hall.desktop.fillWithSample();
        hall.desktop.setDark(true);
        hall.desktop.setState(ConnectionState::Live);
        hall.show({1920, 1080});
        auto *header = hall.part<ScreenHeader>();
        QCOMPARE(header->height(), 64);
        QVERIFY(header->facts().stale.isEmpty());
        hall.desktop.setState(ConnectionState::Waiting, Trouble::Cut, 3, 5s);
        hall.desktop.theme.setStale(true);
        QCOMPARE(header->height(), 96);
        QVERIFY(header->facts().alarm);
        if (language == u"zh_CN")
            QCOMPARE(header->facts().stale, u"断线·以下是 10:34 的数据·正在重连"_qs);
        else
            QCOMPARE(header->facts().stale, u"Offline · showing data from 10:34 · reconnecting"_qs);
        hall.save(u"wall-stale-"_qs + language);
        hall.desktop.setState(ConnectionState::Syncing);
        QVERIFY(!header->facts().alarm);
        hall.desktop.setState(ConnectionState::Live);
        QVERIFY(header->facts().stale.isEmpty());
        QCOMPARE(header->height(), 64);
    }
}

void TestWall::saysWhatIsMissing_data()
{
    QTest::addColumn<bool>("configured");
    QTest::addColumn<bool>("hasBoard");
    QTest::addColumn<int>("trouble");
    QTest::addColumn<bool>("covered");
    QTest::newRow("no server") << false << false << int(Trouble::None) << true;
    QTest::newRow("refused") << true << true << int(Trouble::Unauthorized) << true;
    QTest::newRow("forbidden") << true << true << int(Trouble::Forbidden) << true;
    QTest::newRow("wrong address") << true << true << int(Trouble::WrongAddress) << true;
    QTest::newRow("too old") << true << true << int(Trouble::ProtocolMismatch) << true;
    QTest::newRow("never connected") << true << false << int(Trouble::Cut) << true;
    QTest::newRow("cut") << true << true << int(Trouble::Cut) << false;
    QTest::newRow("planned stop") << true << true << int(Trouble::GoingAway) << false;
    QTest::newRow("crowded") << true << true << int(Trouble::TooMany) << false;
}

void TestWall::saysWhatIsMissing()
{
    QFETCH(bool, configured);
    QFETCH(bool, hasBoard);
    QFETCH(int, trouble);
    Hall hall;
    if (hasBoard)
        hall.desktop.fillWithSample();
    hall.wall.setConfigured(configured);
    hall.show({1920, 1080});
    hall.desktop.setState(ConnectionState::Waiting, Trouble(trouble), 2, 60s);
    QCoreApplication::processEvents();
    const bool covered = hall.curtain() == ScreenCurtain::Kind::Sentence;
    QTEST(covered, "covered");
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    hall.save(QStringLiteral("wall-missing-") + QString::fromUtf8(QTest::currentDataTag()));
}

void TestWall::refusalStoodBeforeTheWall()
{
    Hall hall;
    hall.desktop.fillWithSample();
    hall.desktop.setState(ConnectionState::Waiting, Trouble::Unauthorized, 1, 60s);
    WallWindow later(hall.desktop.theme, hall.desktop.store, hall.desktop.board,
                     hall.desktop.clock);
    later.refresh();
    QCOMPARE(later.findChild<ScreenCurtain *>()->kind(), ScreenCurtain::Kind::Sentence);
}

void TestWall::refusalDoesNotFlicker()
{
    Hall hall;
    hall.desktop.fillWithSample();
    hall.show({1280, 720});
    hall.desktop.setState(ConnectionState::Waiting, Trouble::Unauthorized, 1, 60s);
    QCOMPARE(hall.curtain(), ScreenCurtain::Kind::Sentence);
    hall.desktop.setState(ConnectionState::Connecting);
    QCOMPARE(hall.curtain(), ScreenCurtain::Kind::Sentence);
    hall.desktop.setState(ConnectionState::Syncing);
    QCOMPARE(hall.curtain(), ScreenCurtain::Kind::Open);
}

void TestWall::pagesTurn()
{
    Hall hall;
    hall.desktop.fillWithSample();
    hall.desktop.setState(ConnectionState::Live);
    hall.show({1920, 1080});
    auto *running = hall.part<WallList>("wallRunning");
    QVERIFY(running->pages().pages() > 1);
    hall.wall.tick();
    const QList<WallRow> first = running->shownRows();
    hall.desktop.clock.advance(12s);
    hall.wall.tick();
    const QList<WallRow> second = running->shownRows();
    QCOMPARE(running->pages().page(), 1);
    QCOMPARE(second.mid(0, 3), first.mid(0, 3));
    QVERIFY(second.at(3) != first.at(3));
    QVERIFY(running->accessibleDescription().contains(second.at(3).number));
}

/// Nobody waits until the hundredth page comes round.
void TestWall::fourHundredOrdersAreCounted()
{
    Hall hall;
    hall.desktop.fillWithSample();
    hall.desktop.setState(ConnectionState::Live);
    addOrders(hall.desktop, 400);
    hall.show({1920, 1080});
    hall.save(u"wall-400-1920x1080"_qs);
    for (const char *name : {"wallRunning", "wallReady"}) {
        auto *list = hall.part<WallList>(name);
        QCOMPARE(list->pages().pages(), 2);
        QVERIFY(list->countedRows() > 100);
        QSet<QString> seen;
        for (int page = 0; page < 2; ++page) {
            hall.wall.tick();
            for (const WallRow &row : list->shownRows())
                seen.insert(row.number + row.step);
            hall.desktop.clock.advance(12s);
        }
        QCOMPARE(seen.size() + list->countedRows(), list->allRows().size());
        QVERIFY(list->accessibleDescription().contains(QString::number(list->countedRows())));
    }
}

void TestWall::onlyTheWorstAreRed()
{
    Hall hall;
    hall.desktop.fillWithSample();
    hall.desktop.setState(ConnectionState::Live);
    addOrders(hall.desktop, 40);
    hall.show({1920, 1080});
    QSet<QString> red;
    int overdue = 0;
    for (const char *name : {"wallRunning", "wallUrgent", "wallReady"}) {
        for (const WallRow &row : hall.part<WallList>(name)->allRows()) {
            if (row.tier == DueTier::Overdue)
                red.insert(row.number);
            overdue += row.due.startsWith(u'晚');
        }
    }
    QVERIFY(overdue > 10);
    QCOMPARE(red.size(), 5);
}

void TestWall::hasALookOfItsOwn()
{
    Hall hall;
    hall.desktop.fillWithSample();
    hall.desktop.setState(ConnectionState::Live);
    hall.show({1366, 768});
    const auto ground = [&hall] { return hall.wall.grab().toImage().pixelColor(2, 700); };
    QVERIFY(ground().lightness() > 128);
    WallSetup setup;
    setup.look = ThemeChoice::Dark;
    hall.wall.setSetup(setup);
    QVERIFY(ground().lightness() < 128);
    hall.desktop.setDark(true);
    setup.look = ThemeChoice::Light;
    hall.wall.setSetup(setup);
    QVERIFY(ground().lightness() > 128);
}

void TestWall::darkWhileTheShopSleeps()
{
    Hall hall;
    hall.desktop.fillWithSample();
    hall.desktop.setState(ConnectionState::Live);
    hall.wall.setSetup({{}, u"10:00-11:00"_qs, WallSetup::Customers::Short, true}); // it is 10:34
    hall.show({1280, 720});
    QCOMPARE(hall.curtain(), ScreenCurtain::Kind::Dark);
    QTest::keyClick(&hall.wall, Qt::Key_Space);
    QCOMPARE(hall.curtain(), ScreenCurtain::Kind::Open); // somebody came
    hall.desktop.clock.advance(1min);
    hall.wall.tick();
    QCOMPARE(hall.curtain(), ScreenCurtain::Kind::Dark);
    hall.desktop.clock.advance(30min);
    hall.wall.tick();
    QCOMPARE(hall.curtain(), ScreenCurtain::Kind::Open);
    hall.wall.setSetup({{}, u"nonsense"_qs, WallSetup::Customers::Short, true});
    QVERIFY(!hall.wall.isDark());
}

void TestWall::leavesWhenEscapeIsHeld()
{
    Hall hall;
    hall.desktop.fillWithSample();
    hall.show({1280, 720});
    const QSignalSpy left(&hall.wall, &WallWindow::left);
    QCOMPARE(hall.wall.cursor().shape(), Qt::BlankCursor);
    QTest::keyPress(&hall.wall, Qt::Key_Escape);
    QVERIFY(has(inkOf(hall.wall), u"按住 Esc 2 秒退出"_qs));
    hall.desktop.clock.advance(1900ms);
    QTest::keyRelease(&hall.wall, Qt::Key_Escape);
    hall.desktop.clock.advance(1s);
    hall.wall.tick();
    QCOMPARE(left.size(), 0);
    QTest::keyPress(&hall.wall, Qt::Key_Escape);
    hall.desktop.clock.advance(2s);
    QTRY_COMPARE(left.size(), 1);
    hall.desktop.clock.advance(5s);
    hall.wall.tick();
    QVERIFY(!has(inkOf(hall.wall), u"按住 Esc 2 秒退出"_qs));
}

void TestWall::callsOut()
{
    Hall hall;
    hall.desktop.fillWithSample();
    hall.desktop.setDark(true);
    hall.desktop.setState(ConnectionState::Live);
    hall.show({1920, 1080});
    Toast toast;
    toast.kind = ToastKind::OrderCancelled;
    toast.emphasis = ToastEmphasis::Alarm;
    toast.title = u"订单已取消，请停止生产 PO20261109002"_qs;
    toast.text = u"正在：覆膜（张伟）"_qs;
    hall.wall.setCall(toast);
    QVERIFY(hall.part<WallCall>()->isVisible());
    hall.save(u"wall-call-alarm"_qs);
    QVERIFY(has(inkOf(hall.wall), toast.title));
    toast.emphasis = ToastEmphasis::Attention;
    toast.title = u"今天要交 5 单"_qs;
    hall.wall.setCall(toast);
    hall.save(u"wall-call-attention"_qs);
    hall.wall.setCall(std::nullopt);
    QVERIFY(!hall.part<WallCall>()->isVisible());
}

/// However much streams in, painting takes its share; and the last change is not forgotten.
void TestWall::paintsAtABoundedPace()
{
    Hall hall;
    hall.desktop.fillWithSample();
    hall.desktop.setState(ConnectionState::Live);
    hall.show({1280, 720});
    QVERIFY(QTest::qWaitForWindowExposed(&hall.wall));
    hall.desktop.clock.advance(10s);
    SlowPaint painting(*hall.part<WallNumbers>(), hall.desktop.clock);
    const auto tell = [&hall](int total) {
        hall.desktop.store.handle(protocol::Numbers{{{u"processing_orders"_qs, total}}});
        hall.part<WallNumbers>()->update();
        QCoreApplication::sendPostedEvents();
    };
    for (int total = 1; total <= 200; ++total)
        tell(total);
    QVERIFY(painting.pictures > 1);
    QVERIFY(painting.pictures <= int(PaintPace::mostCredit / 20ms) + 1);
    hall.desktop.clock.advance(10s);
    QTRY_COMPARE(hall.part<WallNumbers>()->numbers().at(3).value, u"200"_qs);
}

QTEST_MAIN(TestWall)
#include "tst_wall.moc"
