// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/generation.h"

#include <QTest>

#include <functional>
#include <optional>

using pressboard::server::redis::Generation;

class TestGeneration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersWhileItLasts()
    {
        const Generation generation;
        int sum = 0;
        const auto answer = generation.guard([&sum](int number) { sum += number; });
        answer(1);
        answer(2);
        QCOMPARE(sum, 3);
    }

    void dropsWhatWasAskedBefore()
    {
        Generation generation;
        int old = 0;
        int fresh = 0;
        const std::function<void()> early = generation.guard([&old] { ++old; });
        generation.begin();
        const std::function<void()> late = generation.guard([&fresh] { ++fresh; });
        early();
        late();
        QCOMPARE(old, 0);
        QCOMPARE(fresh, 1);
    }

    void marksEndOnce()
    {
        Generation generation;
        const auto mark = generation.mark();
        QVERIFY(mark.isCurrent());
        generation.begin();
        QVERIFY(!mark.isCurrent());
        generation.begin();
        QVERIFY(!mark.isCurrent());
        QVERIFY(generation.mark().isCurrent());
    }

    void endsWithItsOwner()
    {
        std::optional<Generation> generation(std::in_place);
        int calls = 0;
        const auto answer = generation->guard([&calls] { ++calls; });
        const auto mark = generation->mark();
        generation.reset();
        answer();
        QCOMPARE(calls, 0);
        QVERIFY(!mark.isCurrent());
    }
};

QTEST_APPLESS_MAIN(TestGeneration)
#include "tst_generation.moc"
