// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings.h"
#include "client/window/closing.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace pressboard::client;

/// The close button keeps the board ready, with a tray and without one, and says so once.
class TestClosing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"s.ini"_qs));
        m_window = std::make_unique<QWidget>();
        m_told.clear();
        m_closing = std::make_unique<Closing>(
            *m_settings, *m_window,
            [this](const QString &, const QString &text) { m_told.append(text); });
        m_window->show();
    }

    void hidesIntoTheTrayAndSaysSoOnce()
    {
        const QSignalSpy quit(m_closing.get(), &Closing::quitWanted);
        for (int day = 0; day < 2; ++day) {
            m_window->close();
            m_closing->close(true);
            QVERIFY(!m_window->isVisible());
        }
        QCOMPARE(m_told.size(), 1);
        QVERIFY(m_told.first().contains(u"icon beside the clock"_qs));
        QCOMPARE(quit.size(), 0);
    }

    void minimisesWithoutATray()
    {
        const QSignalSpy quit(m_closing.get(), &Closing::quitWanted);
        m_window->close();
        m_closing->close(false);
        QVERIFY(m_window->isMinimized());
        QVERIFY(m_window->isVisible()); // in the list of windows
        QCOMPARE(m_told.size(), 1);
        QVERIFY(m_told.first().contains(u"minimised"_qs));
        QCOMPARE(quit.size(), 0);
    }

    void endsWhereThatWasChosen()
    {
        m_settings->setCloseKeepsRunning(false);
        const QSignalSpy quit(m_closing.get(), &Closing::quitWanted);
        m_window->close();
        m_closing->close(true);
        QCOMPARE(quit.size(), 1);
        QVERIFY(m_told.isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Closing> m_closing;
    QStringList m_told;
};

QTEST_MAIN(TestClosing)
#include "tst_closing.moc"
