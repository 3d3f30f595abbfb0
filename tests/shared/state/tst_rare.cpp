// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/order.h"

#include <QTest>

using namespace pressboard;
using namespace Qt::StringLiterals;

class TestRare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void costsOnePointer() { QCOMPARE(sizeof(Rare<StepDetails>), sizeof(void *)); }

    void readsAsNoneAtFirst()
    {
        const Rare<StepDetails> details;
        QCOMPARE(details->note, QString());
        QVERIFY(*details == StepDetails());
    }

    void comparesWhatItHolds()
    {
        Rare<StepDetails> one;
        Rare<StepDetails> other;
        one.set({{}, {}, {}, u"急"_qs, {}});
        QVERIFY(!(one == other));
        other.set({{}, {}, {}, u"急"_qs, {}});
        QVERIFY(one == other);
    }

    void isAValue()
    {
        Rare<StepDetails> one;
        one.set({{}, u"王芳"_qs, {}, {}, {}});
        QVERIFY(one.isAlone());
        const Rare<StepDetails> copy = one;
        QVERIFY(!one.isAlone());
        one.edit([](StepDetails &details) { details.confirmUser = u"李娜"_qs; });
        QCOMPARE(copy->confirmUser, u"王芳"_qs);
        QCOMPARE(one->confirmUser, u"李娜"_qs);
        QVERIFY(copy.isAlone());
    }

    void isNoneAgainOnceNothingIsLeft()
    {
        Rare<StepDetails> details;
        details.set({{}, {}, {}, u"急"_qs, {}});
        details.edit([](StepDetails &all) { all.note.clear(); });
        QVERIFY(details == Rare<StepDetails>());
    }
};

QTEST_APPLESS_MAIN(TestRare)
#include "tst_rare.moc"
