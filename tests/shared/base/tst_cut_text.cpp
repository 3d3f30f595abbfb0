// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/cut_text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pressboard;

class TestCutText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesWhatFits();
    void cutsAtTheEdgeOfACharacter_data();
    void cutsAtTheEdgeOfACharacter();
    void keepsTheBoundWhateverComes();
};

void TestCutText::leavesWhatFits()
{
    QCOMPARE(cutToUnits(u"印刷"_qs, 2), u"印刷"_qs);
    QCOMPARE(cutToBytes(u"印刷"_qs, 6), u"印刷"_qs);
    QCOMPARE(cutToUnits(QString(), 1), QString());
}

/// Characters of several units, and what is left of three of them where two and the … fit.
void TestCutText::cutsAtTheEdgeOfACharacter_data()
{
    QTest::addColumn<QString>("character");
    QTest::newRow("letter") << u"a"_qs;
    QTest::newRow("Chinese") << u"印"_qs;
    QTest::newRow("a pair") << u"𠀀"_qs;
    QTest::newRow("an accent") << u"e\u0301"_qs;
    QTest::newRow("two accents") << u"e\u0301\u0323"_qs;
    QTest::newRow("a flag") << u"🇨🇳"_qs;
    QTest::newRow("a family") << u"👨‍👩‍👧"_qs;
    QTest::newRow("a skin") << u"👍🏽"_qs;
    QTest::newRow("Korean") << u"\u1112\u1161\u11ab"_qs;
}

void TestCutText::cutsAtTheEdgeOfACharacter()
{
    QFETCH(QString, character);
    const QString text = character.repeated(3) + u"zzzz"_qs;
    const qsizetype units = character.size();
    for (qsizetype room = 2 * units; room < 3 * units; ++room)
        QCOMPARE(cutToUnits(text, room + 1), character.repeated(2) + u'…');
    const qsizetype bytes = character.toUtf8().size();
    for (qsizetype room = 2 * bytes; room < 3 * bytes; ++room)
        QCOMPARE(cutToBytes(text, room + 3), character.repeated(2) + u'…');
}

void TestCutText::keepsTheBoundWhateverComes()
{
    QRandomGenerator dice(7);
    const QString alphabet =
        u"aé印🇨🇳👨‍👩‍👧\u0301\u0301\r\n\0"_qs + QChar(0xd800) + QChar(0xdc00);
    for (int round = 0; round < 2000; ++round) {
        QString text;
        for (int i = dice.bounded(120); i >= 0; --i)
            text.append(alphabet[dice.bounded(int(alphabet.size()))]);
        const qsizetype bound = dice.bounded(3, 60);
        const QString units = cutToUnits(text, bound);
        QVERIFY(units.size() <= bound);
        QVERIFY(units == text || (units.endsWith(u'…') && text.startsWith(units.chopped(1))));
        const QString bytes = cutToBytes(text, bound);
        QVERIFY(bytes.toUtf8().size() <= bound);
        QVERIFY(bytes == text || (bytes.endsWith(u'…') && text.startsWith(bytes.chopped(1))));
    }
    // Nobody's accents take the whole text away.
    QCOMPARE(cutToUnits(u'e' + QString(500, QChar(0x301)), 10).size(), 10);
}

QTEST_APPLESS_MAIN(TestCutText)
#include "tst_cut_text.moc"
