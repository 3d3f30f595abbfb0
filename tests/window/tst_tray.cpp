// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/system_appearance.h"
#include "client/tray/tray_controller.h"
#include "client/window/mute_actions.h"
#include "tests/support/dbus/private_bus.h"
#include "tests/support/dbus/tray_host.h"
#include "tests/support/dbus/tray_reader.h"
#include "tests/window/desktop_fixture.h"

#include <QAction>
#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using pressboard::test::DesktopFixture;
using pressboard::test::PrivateBus;
using pressboard::test::TrayHost;
using pressboard::test::TrayReader;

namespace {

/// A notice of this level arrives.
void receive(DesktopFixture &desktop, quint64 at, const QString &level)
{
    const QJsonObject data{{u"message"_qs, u"今天 19:00 停机检修"_qs},
                           {u"type"_qs, level},
                           {u"sender"_qs, u"王芳"_qs}};
    desktop.store.handle(protocol::EventMessage{QString(event_type::notice), data, {at, 0}, false});
}

/// On a bar, in shades of grey: as who sees no colours sees it.
QImage inGrey(const QIcon &icon, int size, bool darkBar)
{
    QImage bar(size, size, QImage::Format_RGB32);
    bar.fill(darkBar ? 0x17181A : 0xFFFFFF);
    QPainter painter(&bar);
    painter.drawPixmap(0, 0, icon.pixmap(size));
    painter.end();
    return bar.convertToFormat(QImage::Format_Grayscale8);
}

/// As it should be on a light bar.
QImage picture(TrayState state)
{
    return trayIcon(state, false).pixmap(22).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// The share of pixels that differ clearly.
double difference(const QImage &one, const QImage &other)
{
    int differ = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            differ += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 64;
    }
    return double(differ) / (one.width() * one.height());
}

QStringList wordsOf(const TrayReader::Line &menu)
{
    QStringList words;
    for (const TrayReader::Line &line : menu.lines) {
        if (line.visible && !line.isSeparator())
            words.append(line.words);
    }
    return words;
}

} // namespace

/// The tray icon as the desktop has it: its picture, its sentence and its menu read over D-Bus, its
/// entries clicked there. The bus and the tray on it must be there before Qt first looks.
class TestTray : public QObject
{
    Q_OBJECT
public:
    bool open() { return m_bus.start() && m_host.start(m_bus.address()); }
    QString address() const { return m_bus.address(); }

private Q_SLOTS:
    void init();
    void cleanup();
    void saysHowItIs();
    void theMenuIsComplete();
    void entriesAreClicked();
    void mutesWithTheEndInSight();
    void countsWhatIsUnread();
    void showsHowTheConnectionIs();
    void shapesTellTheStatesApart();
    void aClickOpensTheBoard();
    void comesBackWithTheTray();

private:
    void refresh();

    PrivateBus m_bus;
    TrayHost m_host;
    std::unique_ptr<SystemAppearance> m_appearance;
    std::unique_ptr<DesktopFixture> m_desktop;
    std::unique_ptr<MuteActions> m_muting;
    std::unique_ptr<TrayController> m_controller;
    std::unique_ptr<TrayReader> m_tray;
};

void TestTray::init()
{
    m_appearance = std::make_unique<SystemAppearance>();
    m_desktop = std::make_unique<DesktopFixture>();
    m_desktop->fillWithSample();
    m_desktop->setState(ConnectionState::Live);
    m_muting = std::make_unique<MuteActions>(m_desktop->actions, m_desktop->notifier.doNotDisturb(),
                                             m_desktop->store);
    m_controller = std::make_unique<TrayController>(m_desktop->actions, m_desktop->store,
                                                    m_desktop->notifier, *m_appearance);
    m_tray = std::make_unique<TrayReader>(m_bus.connection(u"desktop"_qs));
    refresh();
    QTRY_VERIFY(m_controller->isAvailable());
    QString item;
    QTRY_VERIFY(!(item = m_tray->registeredItem()).isEmpty());
    m_tray->setItem(item);
}

void TestTray::cleanup()
{
    m_controller.reset();
    m_muting.reset();
    m_desktop.reset();
    m_host.stop(); // a new one remembers no items
    QVERIFY(m_host.start(m_bus.address()));
}

/// As the program does each second.
void TestTray::refresh()
{
    m_desktop->settle();
    m_muting->sayEnds();
    m_controller->refresh();
}

void TestTray::saysHowItIs()
{
    QTRY_COMPARE(m_tray->tooltip(), u"印务看板：已连接·最近变化 10:32"_qs);
    m_desktop->actions.muteHour->trigger();
    refresh();
    QTRY_COMPARE(m_tray->tooltip(), u"印务看板：已连接·最近变化 10:32；免打扰至 11:34"_qs);
}

void TestTray::theMenuIsComplete()
{
    const TrayReader::Line menu = m_tray->menu();
    QCOMPARE(
        wordsOf(menu),
        QStringList({u"已连接·最近变化 10:32"_qs, u"打开看板"_qs, u"大屏模式"_qs, u"通知"_qs,
                     u"动态"_qs, u"免打扰"_qs, u"关闭声音"_qs, u"发通知…"_qs, u"发送测试通知"_qs,
                     u"立即重连"_qs, u"设置…"_qs, u"键盘快捷键"_qs, u"退出"_qs}));
    QVERIFY(!menu.lines.first().enabled); // it only says
}

void TestTray::entriesAreClicked()
{
    const Actions &actions = m_desktop->actions;
    const TrayReader::Line menu = m_tray->menu();
    const std::pair<QAction *, QString> entries[] = {
        {actions.open, u"打开看板"_qs},  {actions.notices, u"通知"_qs},
        {actions.activity, u"动态"_qs},  {actions.sendNotice, u"发通知…"_qs},
        {actions.wall, u"大屏模式"_qs},  {actions.reconnect, u"立即重连"_qs},
        {actions.settings, u"设置…"_qs}, {actions.soundOff, u"关闭声音"_qs},
        {actions.quit, u"退出"_qs},
    };
    m_desktop->actions.setMayNotify(true);
    for (const auto &[action, words] : entries) {
        QSignalSpy triggered(action, &QAction::triggered);
        const auto line = TrayReader::find(menu, words);
        QVERIFY2(line, qPrintable(words));
        m_tray->click(*line);
        QTRY_COMPARE(triggered.count(), 1);
    }
    QTRY_VERIFY(TrayReader::find(m_tray->menu(), u"关闭声音"_qs)->checked);
}

void TestTray::mutesWithTheEndInSight()
{
    const auto today = TrayReader::find(m_tray->menu(), u"到今天下班"_qs);
    QVERIFY(today); // without the desktop having announced that it opens the menu
    QCOMPARE(today->words, u"到今天下班（20:00）"_qs);
    m_tray->click(*today);
    QTRY_VERIFY(m_desktop->notifier.doNotDisturb().isOn());
    refresh();
    QTRY_VERIFY(TrayReader::find(m_tray->menu(), u"免打扰至 20:00"_qs));
    QTRY_VERIFY(TrayReader::find(m_tray->menu(), u"结束免打扰"_qs)->visible);
    m_tray->click(*TrayReader::find(m_tray->menu(), u"结束免打扰"_qs));
    QTRY_VERIFY(!m_desktop->notifier.doNotDisturb().isOn());
}

void TestTray::countsWhatIsUnread()
{
    const quint64 now = quint64(m_desktop->clock.now().time_since_epoch().count());
    receive(*m_desktop, now, u"info"_qs);
    receive(*m_desktop, now + 1, u"info"_qs);
    refresh();
    m_desktop->actions.setUnread(m_desktop->notifier.unreadCount());
    QTRY_VERIFY(TrayReader::find(m_tray->menu(), u"通知（2）"_qs));
    QTRY_VERIFY(m_tray->tooltip().endsWith(u"；2 条未读通知"_qs));
    QCOMPARE(m_tray->icon(22), picture(TrayState::Unread));
    receive(*m_desktop, now + 2, u"error"_qs);
    refresh();
    QTRY_COMPARE(m_tray->icon(22), picture(TrayState::Important));
    m_desktop->notifier.markAllRead();
    refresh();
    QTRY_COMPARE(m_tray->icon(22), picture(TrayState::Connected));
}

void TestTray::showsHowTheConnectionIs()
{
    QTRY_COMPARE(m_tray->icon(22), picture(TrayState::Connected));
    m_desktop->setState(ConnectionState::Waiting, Trouble::None, 1, 3s);
    refresh();
    QTRY_COMPARE(m_tray->icon(22), picture(TrayState::Reconnecting));
    m_desktop->setState(ConnectionState::Waiting, Trouble::None, 5, 3s);
    refresh();
    QTRY_COMPARE(m_tray->icon(22), picture(TrayState::Disconnected));
    QTRY_VERIFY(m_tray->tooltip().contains(u"数据截至"_qs));
    m_desktop->setState(ConnectionState::Live);
    m_desktop->actions.muteHour->trigger();
    refresh();
    QTRY_COMPARE(m_tray->icon(22), picture(TrayState::Muted));
}

void TestTray::shapesTellTheStatesApart()
{
    for (const bool darkBar : {false, true}) {
        for (const int size : {16, 22, 32}) {
            QList<QImage> seen;
            for (const TrayState state :
                 {TrayState::Connected, TrayState::Reconnecting, TrayState::Disconnected,
                  TrayState::Unread, TrayState::Important, TrayState::Muted}) {
                const QImage image = inGrey(trayIcon(state, darkBar), size, darkBar);
                for (const QImage &other : std::as_const(seen))
                    QVERIFY(difference(image, other) > 0.08);
                seen.append(image);
            }
        }
    }
}

void TestTray::aClickOpensTheBoard()
{
    QSignalSpy activated(m_controller.get(), &TrayController::activated);
    m_tray->activate();
    QTRY_COMPARE(activated.count(), 1);
}

void TestTray::comesBackWithTheTray()
{
    m_host.stop();
    QVERIFY(m_host.start(m_bus.address()));
    QTRY_VERIFY(!m_tray->registeredItem().isEmpty());
}

/// Qt looks for a tray once, and remembers.
int main(int argc, char **argv)
{
    TestTray test;
    if (!test.open())
        qFatal("dbus-daemon is missing: install dbus");
    qputenv("DBUS_SESSION_BUS_ADDRESS", test.address().toUtf8());
    QApplication program(argc, argv);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tray.moc"
