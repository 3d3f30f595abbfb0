// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/station_setup.h"
#include "client/station/station_layout.h"
#include "client/station/station_scale.h"
#include "client/station/station_style.h"

#include <QTest>

#include <cmath>

using namespace pressboard::client;

namespace {

constexpr QSizeF monitor185(410, 230); ///< mm: 18.5″, 0.30 a pixel
constexpr QSizeF monitor24(531, 299); ///< mm: 24″, 0.277 a pixel

/// How many minutes of arc a Chinese character of the queue has from so far.
double angleOf(double scale, double pixel, double metres)
{
    const double height = StationStyle::row * scale * pixel;
    return std::atan(height / (metres * 1000)) * 180 / M_PI * 60;
}

} // namespace

class TestStationScale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asItWasDrawn();
    void theSameAngleOnAnotherScreen();
    void sizesThatNobodyCanBelieve_data();
    void sizesThatNobodyCanBelieve();
    void aSmallScreenSaysFromHowFar();
    void everythingHasItsPlace_data();
    void everythingHasItsPlace();
    void aLargerScreenHasMoreRows();
    void aTallScreenHasItsPanelsBelowEachOther();
};

void TestStationScale::asItWasDrawn()
{
    const StationScale scale = StationScale::of({1366, 768}, monitor185, 3.0);
    QVERIFY(std::abs(scale.scale - 1.0) < 0.02);
    QVERIFY(std::abs(scale.legibleFrom - 3.0) < 0.05);
    const StationLayout layout = StationLayout::of({1366, 768}, 1.0);
    QCOMPARE(layout.header, QRect(0, 0, 1366, 64));
    QCOMPARE(layout.running, QRect(12, 76, 654, 410));
    QCOMPARE(layout.next, QRect(12, 498, 654, 186));
    QCOMPARE(layout.queue, QRect(678, 76, 676, 410));
    QCOMPARE(layout.soon, QRect(678, 498, 676, 186));
    QCOMPARE(layout.foot, QRect(0, 696, 1366, 72));
    QCOMPARE(layout.band, QRect(0, 498, 1366, 186));
    QCOMPARE(layout.card, QRect(12, 76, 1342, 608));
    QCOMPARE(layout.queueRows, 6);
    QCOMPARE(layout.soonRows, 2);
}

void TestStationScale::theSameAngleOnAnotherScreen()
{
    const StationScale scale = StationScale::of({1920, 1080}, monitor24, 3.0);
    QCOMPARE(qRound(StationStyle::row * scale.scale), 50);
    for (const double metres : StationSetup::distances) {
        const StationScale at = StationScale::of({3840, 2160}, QSizeF(1210, 680), metres);
        const double angle = angleOf(at.scale, 1210.0 / 3840, at.legibleFrom);
        QVERIFY2(angle > 15.7 && angle < 16.3, qPrintable(QString::number(angle)));
    }
}

void TestStationScale::sizesThatNobodyCanBelieve_data()
{
    QTest::addColumn<QSizeF>("millimetres");
    QTest::newRow("none") << QSizeF();
    QTest::newRow("zero") << QSizeF(0, 0);
    QTest::newRow("the ratio instead of the size") << QSizeF(16, 9);
    QTest::newRow("centimetres") << QSizeF(53, 30);
    QTest::newRow("a projector that claims metres") << QSizeF(5310, 2990);
    QTest::newRow("of another shape") << QSizeF(531, 400);
    QTest::newRow("negative") << QSizeF(-531, -299);
}

void TestStationScale::sizesThatNobodyCanBelieve()
{
    QFETCH(QSizeF, millimetres);
    QCOMPARE(StationScale::pixelSize({1920, 1080}, millimetres), StationScale::usualPixel);
}

void TestStationScale::aSmallScreenSaysFromHowFar()
{
    const StationScale scale = StationScale::of({1366, 768}, monitor185, 5.0);
    QCOMPARE(scale.scale, 1.0);
    QVERIFY(std::abs(scale.legibleFrom - 3.0) < 0.05);
}

void TestStationScale::everythingHasItsPlace_data()
{
    QTest::addColumn<QSize>("screen");
    for (const QSize size :
         {QSize(1366, 768), QSize(1920, 1080), QSize(1280, 1024), QSize(1024, 600), QSize(800, 480),
          QSize(2560, 1440), QSize(3840, 2160), QSize(1080, 1920), QSize(768, 1366),
          QSize(1000, 1000), QSize(3440, 1440), QSize(1, 1)})
        QTest::addRow("%d x %d", size.width(), size.height()) << size;
}

/// A law for every screen and distance: nothing is outside, nothing lies over another panel, and
/// every row is whole.
void TestStationScale::everythingHasItsPlace()
{
    QFETCH(QSize, screen);
    for (const double metres : {0.5, 1.5, 3.0, 5.0, 12.0}) {
        const StationScale scale = StationScale::of(screen, QSizeF(), metres);
        QVERIFY(scale.scale > 0 && scale.legibleFrom <= metres + 1e-9);
        const StationLayout layout = StationLayout::of(screen, scale.scale);
        const QRect all(QPoint(0, 0), screen.expandedTo(QSize(320, 180)));
        const QList<QRect> parts{layout.header, layout.running, layout.next,
                                 layout.queue,  layout.soon,    layout.foot};
        for (int i = 0; i < parts.size(); ++i) {
            QVERIFY(all.adjusted(-1, -1, 1, 1).contains(parts.at(i)));
            QVERIFY(parts.at(i).height() > 0 && parts.at(i).width() > 0);
            for (int j = 0; j < i; ++j)
                QVERIFY(!parts.at(i).intersects(parts.at(j)));
        }
        const auto rows = [&layout](int count) {
            return layout.px(count * StationLayout::rowHeight);
        };
        QVERIFY(rows(layout.queueRows) < layout.queue.height());
        QVERIFY(rows(layout.soonRows) < layout.soon.height());
        for (const QRect &panel : {layout.running, layout.next, layout.queue, layout.soon})
            QVERIFY(layout.card.adjusted(-1, -1, 1, 1).contains(panel));
    }
}

void TestStationScale::aLargerScreenHasMoreRows()
{
    const StationScale scale = StationScale::of({3840, 2160}, QSizeF(1210, 680), 3.0);
    QVERIFY(StationLayout::of({3840, 2160}, scale.scale).queueRows > 20);
}

void TestStationScale::aTallScreenHasItsPanelsBelowEachOther()
{
    const StationLayout layout = StationLayout::of({1080, 1920}, 1.2);
    QVERIFY(layout.running.bottom() < layout.next.top());
    QVERIFY(layout.next.bottom() < layout.queue.top());
    QVERIFY(layout.queue.bottom() < layout.soon.top());
    QCOMPARE(layout.running.width(), layout.queue.width());
}

QTEST_GUILESS_MAIN(TestStationScale)
#include "tst_station_scale.moc"
