// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/column_table.h"
#include "client/models/board_row.h"
#include "client/orders/due_badge.h"
#include "client/theme/icon.h"
#include "client/theme/theme.h"
#include "client/toasts/toast_card.h"

#include <QDir>
#include <QFontInfo>
#include <QFontMetrics>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace pressboard::client;

namespace {

/// WCAG 2: relative luminance.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

/// What everything looks like, as far as it can be measured.
class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("stale");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("light stale") << false << true;
        QTest::newRow("dark stale") << true << true;
    }

    void everyTextCanBeRead()
    {
        QFETCH(bool, dark);
        QFETCH(bool, stale);
        const Tokens &t = tokensFor(dark, stale);
        for (const QColor &ground : {t.bg, t.surface, t.hover, t.select}) {
            for (const QColor &text : {t.text, t.text2, t.text3})
                QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + ground.name()));
        }
        QVERIFY(contrast(t.onRed, t.red) >= 4.5);
        QVERIFY(contrast(t.onInk, t.ink) >= 4.5);
        QVERIFY(contrast(t.orange, t.surface) >= 4.5);
    }

    void everyBorderCanBeSeen_data() { everyTextCanBeRead_data(); }

    /// WCAG 2, 1.4.11: where a field or a box begins must be seen.
    void everyBorderCanBeSeen()
    {
        QFETCH(bool, dark);
        QFETCH(bool, stale);
        const Tokens &t = tokensFor(dark, stale);
        for (const QColor &ground : {t.bg, t.surface, t.hover})
            QVERIFY2(contrast(t.control, ground) >= 3, qPrintable(ground.name()));
    }

    void staleHasNoColour()
    {
        for (const bool dark : {false, true}) {
            const Tokens &t = tokensFor(dark, true);
            for (const QColor &color : {t.red, t.orange, t.green, t.dot, t.blue, t.select})
                QVERIFY2(color.hsvSaturationF() < 0.12, qPrintable(color.name()));
        }
    }

    void digitsHaveEqualWidths()
    {
        const Theme theme;
        for (const auto weight : {Theme::Weight::Regular, Theme::Weight::Bold}) {
            const QFontMetrics metrics(theme.font(28, weight));
            QCOMPARE(metrics.horizontalAdvance(QStringLiteral("1111")),
                     metrics.horizontalAdvance(QStringLiteral("0000")));
        }
    }

    void aBigWindowIsDrawnLarger()
    {
        Theme theme;
        QSignalSpy resized(&theme, &Theme::sizesChanged);
        theme.fit({1280, 720});
        QCOMPARE(resized.count(), 0);
        QCOMPARE(theme.px(40), 40);
        theme.fit({1920, 1080});
        QVERIFY(theme.isRoomy());
        QCOMPARE(theme.px(40), 40);
        theme.fit({3840, 2160});
        QCOMPARE(theme.px(40), 80);
        theme.setTextScale(150);
        QCOMPARE(theme.px(40), 120);
    }

    void columnsFillTheRow_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("width");
        for (int kind = 0; kind <= int(ListKind::Completed); ++kind) {
            for (const int width : {484, 598, 758, 934})
                QTest::addRow("%d-%d", kind, width) << kind << width;
        }
    }

    void columnsFillTheRow()
    {
        QFETCH(int, kind);
        QFETCH(int, width);
        const Theme theme;
        const auto places = ColumnTable(ListKind(kind)).places(QRect(0, 0, width, 40), theme);
        int right = 15;
        for (const ColumnTable::Place &place : places) {
            QVERIFY(place.box.left() >= right);
            QVERIFY(place.box.width() > 0);
            right = place.box.left() + place.box.width();
        }
        QCOMPARE(right, width - 15);
    }

    /// 逾期44天 never touches the number beside it.
    void aLateOrderHasRoomForItsBadge()
    {
        const Theme theme;
        BoardRow row;
        row.due = pressboard::DueTier::Overdue;
        row.dueDays = -44;
        const auto places = ColumnTable(ListKind::Running).places(QRect(0, 0, 758, 40), theme);
        const int badge = dueBadge(row).width(theme, 13);
        QVERIFY(places.at(0).box.left() + badge <= places.at(1).box.left() - theme.px(4));
    }

    void everyToastHasItsIcon()
    {
        for (int kind = 0; kind <= int(ToastKind::UnknownType); ++kind) {
            const QPixmap pixmap = iconOf(ToastKind(kind)).pixmap(18, Qt::black, 1.0);
            QVERIFY2(!pixmap.isNull(), qPrintable(iconOf(ToastKind(kind)).name()));
        }
    }

    void everyIconCanBeDrawn()
    {
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
        QVERIFY(files.size() > 20);
        for (QString file : files) {
            const QImage image = Icon(file.chopped(4)).pixmap(24, Qt::red, 1.0).toImage();
            bool painted = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    painted = painted || qAlpha(image.pixel(x, y)) > 0;
            }
            QVERIFY2(painted, qPrintable(file));
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
