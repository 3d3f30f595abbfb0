// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/column_labels.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pressboard::client;

namespace {

constexpr int room = 700;

QList<ColumnLabels::Label> evenly(int count, int width)
{
    QList<ColumnLabels::Label> labels;
    for (int i = 0; i < count; ++i)
        labels.append({room * (2 * i + 1) / (2 * count), width, false});
    return labels;
}

QList<std::optional<int>> placed(const QList<ColumnLabels::Label> &labels)
{
    return ColumnLabels{8, 4, room}.place(labels);
}

} // namespace

class TestColumnLabels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placesAllWhereThereIsRoom();
    void leavesOutInEvenSteps();
    void keptOnesMakeRoomForEachOther();
    void neverWritesOverAnother();
};

void TestColumnLabels::placesAllWhereThereIsRoom()
{
    const auto labels = evenly(14, 36);
    const auto lefts = placed(labels);
    for (qsizetype i = 0; i < labels.size(); ++i)
        QCOMPARE(lefts.at(i), std::optional(labels.at(i).middle - 18));
}

void TestColumnLabels::leavesOutInEvenSteps()
{
    const auto lefts = placed(evenly(24, 40)); // a column is 29 wide
    for (qsizetype i = 0; i < lefts.size(); ++i)
        QCOMPARE(lefts.at(i).has_value(), i % 2 == 0);
}

void TestColumnLabels::keptOnesMakeRoomForEachOther()
{
    auto labels = evenly(14, 38);
    labels[0] = {25, 58, true}; // Overdue
    labels[1] = {75, 44, true}; // Today
    labels[2].isKept = true;
    const auto lefts = placed(labels);
    QCOMPARE(lefts.at(0), std::optional(0));
    QCOMPARE(lefts.at(1), std::optional(62));
    QCOMPARE(lefts.at(2), std::optional(110));
    QVERIFY(lefts.at(3)); // and the next is not pushed out by them
}

void TestColumnLabels::neverWritesOverAnother()
{
    QRandomGenerator random(18);
    for (int trial = 0; trial < 500; ++trial) {
        auto labels = evenly(1 + random.bounded(30), 30);
        for (ColumnLabels::Label &label : labels) {
            label.width = 10 + random.bounded(80);
            label.isKept = random.bounded(4) == 0;
        }
        const auto lefts = placed(labels);
        int free = 0;
        for (qsizetype i = 0; i < labels.size(); ++i) {
            if (!lefts.at(i))
                continue;
            QVERIFY(*lefts.at(i) >= free);
            free = *lefts.at(i) + labels.at(i).width;
            QVERIFY(free <= room);
        }
    }
}

QTEST_APPLESS_MAIN(TestColumnLabels)
#include "tst_column_labels.moc"
