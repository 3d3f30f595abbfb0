// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/viewer.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

namespace {

const QString dept3 = QStringLiteral("dept_3");
const QString dept4 = QStringLiteral("dept_4");

RingEntry entryOf(FrameKind kind, const QStringList &before = {}, const QStringList &after = {})
{
    RingEntry entry;
    entry.kind = kind;
    entry.before = Audience(before);
    entry.after = Audience(after);
    entry.text = "text";
    entry.classic = "classic";
    if (!(entry.before == entry.after)) {
        entry.gained = "gained";
        entry.lost = "lost";
    }
    return entry;
}

Viewer v1(const QSet<QString> &groups = {})
{
    return {Viewer::Dialect::V1, true, false, groups};
}

Viewer classic(const QSet<QString> &groups = {})
{
    return {Viewer::Dialect::Classic, true, false, groups};
}

} // namespace

class TestViewer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyoneSeesWhatIsForEveryone();
    void othersSeeNothing();
    void sightIsGainedAndLost();
    void classicNeverHearsOfSight();
    void withoutViewOrdersOnlyNotices();
    void classicMissesWhatIsNotForIt();
    void silentIsSilent();
};

void TestViewer::everyoneSeesWhatIsForEveryone()
{
    for (const FrameKind kind : {FrameKind::Order, FrameKind::Numbers, FrameKind::Notice})
        QCOMPARE(textFor(entryOf(kind), v1()), "text");
}

void TestViewer::othersSeeNothing()
{
    const RingEntry entry = entryOf(FrameKind::Notice, {dept3}, {dept3});
    QCOMPARE(textFor(entry, v1({dept3})), "text");
    QVERIFY(textFor(entry, v1({dept4})).isEmpty());
    QVERIFY(textFor(entry, v1()).isEmpty());
}

void TestViewer::sightIsGainedAndLost()
{
    const RingEntry entry = entryOf(FrameKind::Order, {dept3}, {dept4});
    QCOMPARE(textFor(entry, v1({dept3, dept4})), "text");
    QCOMPARE(textFor(entry, v1({dept4})), "gained");
    QCOMPARE(textFor(entry, v1({dept3})), "lost");
    QVERIFY(textFor(entry, v1()).isEmpty());
    QCOMPARE(textFor(entryOf(FrameKind::Order, {dept3}, {}), v1()), "gained");
}

void TestViewer::classicNeverHearsOfSight()
{
    const RingEntry entry = entryOf(FrameKind::Order, {dept3}, {dept4});
    QCOMPARE(textFor(entry, classic({dept4})), "classic");
    QVERIFY(textFor(entry, classic({dept3})).isEmpty());
}

void TestViewer::withoutViewOrdersOnlyNotices()
{
    const Viewer viewer{Viewer::Dialect::V1, false, false, {}};
    QVERIFY(textFor(entryOf(FrameKind::Order), viewer).isEmpty());
    QVERIFY(textFor(entryOf(FrameKind::Numbers), viewer).isEmpty());
    QCOMPARE(textFor(entryOf(FrameKind::Notice), viewer), "text");
    QCOMPARE(textFor(entryOf(FrameKind::Source), viewer), "text");
}

void TestViewer::classicMissesWhatIsNotForIt()
{
    RingEntry entry = entryOf(FrameKind::Order);
    entry.classic.clear();
    QVERIFY(textFor(entry, classic()).isEmpty());
    QCOMPARE(textFor(entry, v1()), "text");
}

void TestViewer::silentIsSilent()
{
    QVERIFY(textFor(entryOf(FrameKind::Silent), v1()).isEmpty());
    QVERIFY(textFor(entryOf(FrameKind::Silent), classic()).isEmpty());
}

QTEST_APPLESS_MAIN(TestViewer)
#include "tst_viewer.moc"
