// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scanner/scan_detector.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pressboard::client;
using namespace std::chrono_literals;
using Decision = ScanDetector::Decision;
using std::chrono::milliseconds;

namespace {

/// A keyboard whose keys are told apart by what they print; it notes what went its usual way.
class Keyboard
{
public:
    /// After a pause, a key goes down and up.
    void type(const QString &text, milliseconds pause)
    {
        m_now += pause;
        quietUntilNow();
        add(key(text, true));
        add(key(text, false));
    }
    void typeAll(const QString &texts, milliseconds pause)
    {
        for (const QChar c : texts)
            type(QString(c), pause);
    }
    void end(milliseconds pause) { type(QStringLiteral("\n"), pause); }
    void shift(bool press, milliseconds pause)
    {
        m_now += pause;
        quietUntilNow();
        RawKey shift = key({}, press);
        shift.kind = RawKey::Kind::Shift;
        shift.code = 50;
        add(shift);
    }
    void repeat(const QString &text, milliseconds pause)
    {
        m_now += pause;
        RawKey held = key(text, true);
        held.isRepeat = true;
        add(held);
    }
    void rest()
    {
        m_now += 1s;
        quietUntilNow();
    }

    QStringList passed; ///< "+a" pressed, "-a" released
    QStringList scans;

private:
    RawKey key(const QString &text, bool press) const
    {
        RawKey key;
        key.kind = text == QStringLiteral("\n") ? RawKey::Kind::End : RawKey::Kind::Text;
        key.text = key.kind == RawKey::Kind::Text ? text : QString();
        key.code = text.isEmpty() ? 0 : text.at(0).unicode();
        key.isPress = press;
        key.at = m_now;
        return key;
    }
    static QString nameOf(const RawKey &key)
    {
        const QString name =
            key.kind == RawKey::Kind::Shift ? QStringLiteral("shift") : QString(QChar(key.code));
        return (key.isPress ? u'+' : u'-') + name;
    }
    /// As the filter's timer does.
    void quietUntilNow()
    {
        if (!m_detector.isHolding() || m_now - m_lastHeld < ScanDetector::longestGap)
            return;
        m_detector.forgetHeld();
        release();
    }
    void release() { passed += std::exchange(m_held, {}); }
    void add(const RawKey &key)
    {
        switch (m_detector.add(key)) {
        case Decision::Release:
            release();
            [[fallthrough]];
        case Decision::Pass:
            passed.append(nameOf(key));
            break;
        case Decision::ReleaseAndHold:
            release();
            [[fallthrough]];
        case Decision::Hold:
            m_held.append(nameOf(key));
            m_lastHeld = m_now;
            break;
        case Decision::Scanned:
            m_held.clear();
            scans.append(m_detector.code());
            break;
        case Decision::Drop:
            break;
        }
    }

    ScanDetector m_detector;
    QStringList m_held;
    milliseconds m_now{1000};
    milliseconds m_lastHeld{0};
};

QStringList strokes(const QString &texts)
{
    QStringList all;
    for (const QChar c : texts)
        all << u'+' + QString(c) << u'-' + QString(c);
    return all;
}

} // namespace

class TestScanDetector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fastCodeWithEnterIsScan_data();
    void fastCodeWithEnterIsScan();
    void handIsNeverAScan();
    void shortBurstIsTyped();
    void slowEnterIsTyped();
    void capitalsOfAScanTakeTheirShiftAlong();
    void shiftAloneKeepsItsPlace();
    void heldKeyIsNoScan();
    void secondEndOfAScanIsDropped();
    void keyHeldFromBeforeIsReleased();
    void endlessLettersAreLetGo();
    void nothingTypedIsLostOrReordered();
};

void TestScanDetector::fastCodeWithEnterIsScan_data()
{
    QTest::addColumn<int>("pause");
    for (const int pause : {0, 2, 12, 49})
        QTest::addRow("%d ms", pause) << pause;
}

void TestScanDetector::fastCodeWithEnterIsScan()
{
    QFETCH(int, pause);
    Keyboard keyboard;
    for (const QString &code : {QStringLiteral("PO20261130008"), QStringLiteral("SG-41"),
                                QStringLiteral("https://crm/o/7?no=SG9")}) {
        keyboard.rest();
        keyboard.scans.clear();
        keyboard.typeAll(code, milliseconds(pause));
        keyboard.end(milliseconds(pause));
        QCOMPARE(keyboard.scans, QStringList{code});
    }
    QCOMPARE(keyboard.passed, QStringList());
}

void TestScanDetector::handIsNeverAScan()
{
    Keyboard keyboard;
    keyboard.typeAll(QStringLiteral("PO20261130008"), 50ms);
    keyboard.end(50ms);
    QCOMPARE(keyboard.scans, QStringList());
    QCOMPARE(keyboard.passed, strokes(QStringLiteral("PO20261130008\n")));
}

void TestScanDetector::shortBurstIsTyped()
{
    Keyboard keyboard;
    keyboard.typeAll(QStringLiteral("SG41"), 5ms);
    keyboard.end(5ms);
    QCOMPARE(keyboard.scans, QStringList());
    QCOMPARE(keyboard.passed, strokes(QStringLiteral("SG41\n")));
}

void TestScanDetector::slowEnterIsTyped()
{
    Keyboard keyboard;
    keyboard.typeAll(QStringLiteral("SG00041"), 5ms);
    keyboard.end(300ms);
    QCOMPARE(keyboard.scans, QStringList());
    QCOMPARE(keyboard.passed, strokes(QStringLiteral("SG00041\n")));
}

void TestScanDetector::capitalsOfAScanTakeTheirShiftAlong()
{
    Keyboard keyboard;
    keyboard.shift(true, 2ms);
    keyboard.typeAll(QStringLiteral("SG"), 2ms);
    keyboard.shift(false, 2ms);
    keyboard.typeAll(QStringLiteral("00041"), 2ms);
    keyboard.end(2ms);
    QCOMPARE(keyboard.scans, QStringList{QStringLiteral("SG00041")});
    QCOMPARE(keyboard.passed, QStringList());
}

void TestScanDetector::shiftAloneKeepsItsPlace()
{
    Keyboard keyboard;
    keyboard.shift(true, 2ms);
    keyboard.type(QStringLiteral("A"), 2ms);
    keyboard.shift(false, 2ms);
    keyboard.rest();
    QCOMPARE(keyboard.passed,
             (QStringList{QStringLiteral("+shift"), QStringLiteral("+A"), QStringLiteral("-A"),
                          QStringLiteral("-shift")}));
}

void TestScanDetector::heldKeyIsNoScan()
{
    Keyboard keyboard;
    keyboard.type(QStringLiteral("a"), 2ms);
    for (int i = 0; i < 10; ++i)
        keyboard.repeat(QStringLiteral("a"), 30ms);
    keyboard.end(5ms);
    QCOMPARE(keyboard.scans, QStringList());
    QCOMPARE(keyboard.passed.count(QStringLiteral("+a")), 11);
    QCOMPARE(keyboard.passed.last(), QStringLiteral("-\n"));
}

void TestScanDetector::secondEndOfAScanIsDropped()
{
    Keyboard keyboard;
    keyboard.typeAll(QStringLiteral("SG00041"), 2ms);
    keyboard.end(2ms);
    keyboard.end(2ms);
    QCOMPARE(keyboard.scans.size(), 1);
    QCOMPARE(keyboard.passed, QStringList());
    keyboard.end(500ms);
    QCOMPARE(keyboard.passed, strokes(QStringLiteral("\n")));
}

/// Else Qt would believe that it is still pressed.
void TestScanDetector::keyHeldFromBeforeIsReleased()
{
    ScanDetector detector;
    RawKey arrow;
    arrow.code = 111;
    arrow.at = 1000ms;
    QCOMPARE(detector.add(arrow), Decision::Pass);
    for (int i = 0; i < 5; ++i)
        detector.add({RawKey::Kind::Text, true, quint32(10 + i), QStringLiteral("1"),
                      milliseconds(1010 + i), false});
    arrow.isPress = false;
    arrow.at = 1016ms;
    QCOMPARE(detector.add(arrow), Decision::Pass);
}

void TestScanDetector::endlessLettersAreLetGo()
{
    Keyboard keyboard;
    const QString letters(ScanDetector::longestCode + 40, u'x');
    keyboard.typeAll(letters, 1ms);
    QVERIFY(keyboard.passed.size() >= 2 * ScanDetector::longestCode);
    keyboard.rest();
    QCOMPARE(keyboard.passed, strokes(letters));
}

/// 10,000 keys of a hand that is quick, slow, and rests, with scans between.
void TestScanDetector::nothingTypedIsLostOrReordered()
{
    QRandomGenerator random(20261130);
    Keyboard keyboard;
    QStringList typed;
    int scans = 0;
    while (typed.size() < 20'000) {
        if (random.bounded(50) == 0) {
            keyboard.rest();
            keyboard.typeAll(QStringLiteral("PO%1").arg(random.bounded(1000, 9999)), 3ms);
            keyboard.end(3ms);
            ++scans;
            keyboard.rest();
            continue;
        }
        // Never five fast ones before an Enter: that is what a scan is.
        const QString word = QStringLiteral("abcdefgh").left(random.bounded(1, 8));
        keyboard.typeAll(word, milliseconds(random.bounded(1, 120)));
        typed += strokes(word);
        if (random.bounded(4) == 0) {
            keyboard.end(milliseconds(random.bounded(60, 400)));
            typed += strokes(QStringLiteral("\n"));
        }
    }
    keyboard.rest();
    QCOMPARE(keyboard.scans.size(), scans);
    QVERIFY(scans > 20);
    QCOMPARE(keyboard.passed, typed);
}

QTEST_GUILESS_MAIN(TestScanDetector)
#include "tst_scan_detector.moc"
