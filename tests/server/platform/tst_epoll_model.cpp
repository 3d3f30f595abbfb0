// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/epoll_dispatcher.h"
#include "tests/server/platform/notifier_script.h"

#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <memory>

using pressboard::server::platform::EpollDispatcher;

namespace {

// In a thread of its own, on the dispatcher given or, without one, on Qt's.
QStringList play(const NotifierScript &script, std::unique_ptr<EpollDispatcher> dispatcher)
{
    QStringList turns;
    const std::unique_ptr<QThread> thread(QThread::create([&] { turns = script.play(); }));
    if (dispatcher)
        thread->setEventDispatcher(dispatcher.release());
    thread->start();
    thread->wait();
    return turns;
}

} // namespace

// The law: in each turn the same notifiers are activated as by Qt's own dispatcher over poll().
class TestEpollModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Qt's other dispatcher, over GLib, serves sockets and posted events in different turns.
    void initTestCase() { qputenv("QT_NO_GLIB", "1"); }

    void activatesWhatQtWould()
    {
        const quint32 first = QRandomGenerator::global()->generate();
        qInfo("seed %u", first);
        qsizetype activations = 0;
        for (quint32 seed = first; seed != first + 200; ++seed) {
            const auto script = NotifierScript::random(seed, 400);
            const auto expected = play(script, nullptr);
            const auto found = play(script, std::make_unique<EpollDispatcher>());
            QCOMPARE(found.size(), expected.size());
            for (qsizetype i = 0; i < found.size(); ++i)
                QVERIFY2(found[i] == expected[i],
                         qPrintable(QStringLiteral("script %1, turn %2: %3 instead of %4")
                                        .arg(seed)
                                        .arg(i)
                                        .arg(found[i], expected[i])));
            activations += found.join(u' ').size() / 3;
        }
        QVERIFY(activations > 10'000); // not silence compared with silence
    }
};

QTEST_GUILESS_MAIN(TestEpollModel)
#include "tst_epoll_model.moc"
