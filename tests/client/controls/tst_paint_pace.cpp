// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/paint_pace.h"
#include "tests/support/manual_clock.h"

#include <QMouseEvent>
#include <QTest>
#include <QWidget>
#include <QWindow>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

/// Each of its pictures takes 20 ms.
class SlowWindow final : public QWidget
{
public:
    explicit SlowWindow(test::ManualClock &clock)
        : m_clock(clock)
    {
    }
    int pictures = 0;

protected:
    void paintEvent(QPaintEvent *) override
    {
        ++pictures;
        m_clock.advance(20ms);
    }

private:
    test::ManualClock &m_clock;
};

} // namespace

class TestPaintPace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void paintsAtOnceAfterARest();
    void waitsOnceItPaintedTooMuch();
    void paintsAtOnceForAHand();
    void saysOnceWhatManyAskedFor();

private:
    /// Lets the window paint what it wants to; true when it did.
    bool paints();
    void paintUntilTired();

    test::ManualClock m_clock;
    std::unique_ptr<SlowWindow> m_window;
    std::unique_ptr<PaintPace> m_pace;
};

void TestPaintPace::init()
{
    m_pace.reset();
    m_window = std::make_unique<SlowWindow>(m_clock);
    m_pace = std::make_unique<PaintPace>(*m_window, m_clock);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCoreApplication::processEvents();
    m_clock.advance(10s);
}

bool TestPaintPace::paints()
{
    const int before = m_window->pictures;
    m_window->update();
    QCoreApplication::sendPostedEvents();
    return m_window->pictures > before;
}

void TestPaintPace::paintUntilTired()
{
    const int enough = int(PaintPace::mostCredit / 20ms) + 1;
    for (int i = 0; i < enough && paints(); ++i) { }
}

void TestPaintPace::paintsAtOnceAfterARest()
{
    QVERIFY(paints());
    QVERIFY(paints());
}

void TestPaintPace::waitsOnceItPaintedTooMuch()
{
    paintUntilTired();
    QVERIFY(!paints());
    const int before = m_window->pictures;
    m_clock.advance(1s);
    QTRY_COMPARE(m_window->pictures, before + 1); // what was asked for is not forgotten
}

void TestPaintPace::paintsAtOnceForAHand()
{
    QVERIFY(paints()); // from now on it knows where hands are felt
    paintUntilTired();
    QVERIFY(!paints());
    const int before = m_window->pictures;
    QTest::keyClick(m_window->windowHandle(), Qt::Key_A);
    QTRY_COMPARE(m_window->pictures, before + 1); // what it waited with
    QVERIFY(paints());
}

void TestPaintPace::saysOnceWhatManyAskedFor()
{
    int said = 0;
    connect(m_pace.get(), &PaintPace::aboutToPaint, this, [&said] { ++said; });
    m_pace->request();
    m_pace->request();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(said, 1);
}

QTEST_MAIN(TestPaintPace)
#include "tst_paint_pace.moc"
