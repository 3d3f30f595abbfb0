// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/desktop_fixture.h"

#include "tests/window/sample_shop.h"

#include <QApplication>

using namespace pressboard::client;

namespace pressboard::test {

DesktopFixture::DesktopFixture(const QString &language)
    : clock(sampleNow())
    , scheduler(clock)
    , settings(folder.filePath(QStringLiteral("settings.ini")))
    , autostart(folder.filePath(QStringLiteral("autostart")), {QStringLiteral("pressboard")})
    , access(settings, nullptr, scheduler, {})
    , style(theme)
    , store(clock)
    , board(store, clock)
    , notifier(store, settings, clock)
    , connection(
          store, scheduler, clock, [] { return std::unique_ptr<Socket>(); }, [] { return 0.5; }, {})
    , stations(connection, store)
    , calls(connection, store, scheduler, clock)
    , orderActions(store, board.marks())
    , window(theme, store, board, actions, orderActions, clock)
    , pages(window, theme, store, board, notifier, settings, orderActions, clock, stations)
    , tray(actions)
{
    translations.use(language);
    actions.retranslate();
    QObject::connect(&theme, &Theme::sizesChanged, &window,
                     [this] { QApplication::setFont(theme.font(14)); });
    setDark(false);
    window.setSurroundings({true, QStringLiteral("办公室-2"), {}, 3});
}

void DesktopFixture::fillWithSample()
{
    StoreImage image;
    image.book = sampleBook();
    image.stats = sampleStats(image.book);
    image.dayStats = sampleDayStats(image.book);
    image.dayStart = QDate(2026, 11, 23);
    image.shop = sampleShop();
    image.dataAsOf = image.lastChange = sampleNow() - std::chrono::minutes(2);
    store.restore(image);
}

void DesktopFixture::setState(ConnectionState state, Trouble trouble, int attempt,
                              std::chrono::milliseconds retryIn)
{
    ConnectionStatus status;
    status.state = state;
    status.trouble = trouble;
    status.attempt = attempt;
    status.retryIn = retryIn;
    store.setConnectionStatus(status);
}

void DesktopFixture::greetAsManager()
{
    protocol::ConnectionEstablished greeting;
    greeting.user = QStringLiteral("王芳");
    greeting.epoch = store.book().epoch;
    greeting.time = clock.now();
    greeting.features = protocol::features();
    greeting.permissions = {QStringLiteral("view_orders"), QStringLiteral("notify"),
                            QStringLiteral("publish"), QStringLiteral("manage")};
    greeting.shop = sampleShop();
    greeting.shop.departments = {{QStringLiteral("1"), QStringLiteral("印刷组")},
                                 {QStringLiteral("2"), QStringLiteral("装订组")},
                                 {QStringLiteral("3"), QStringLiteral("覆膜组")}};
    for (const char16_t *title : {u"缺纸", u"机器故障", u"质量问题", u"找组长"}) {
        protocol::Shop::Call call;
        call.name = QString::number(greeting.shop.calls.size());
        call.title = QString::fromUtf16(title);
        greeting.shop.calls.append(call);
    }
    store.handle(greeting);
}

StreamId DesktopFixture::ring()
{
    StreamId id = store.book().position;
    id.ms = std::max(id.ms, quint64(clock.now().time_since_epoch().count()));
    ++id.seq;
    clock.advance(std::chrono::minutes(3));
    store.noteAlive();
    store.handle(protocol::EventMessage{
        QString(event_type::notice),
        {{QStringLiteral("message"), QStringLiteral("2号机漏墨，请停机检查")},
         {QStringLiteral("type"), QStringLiteral("error")},
         {QStringLiteral("sender"), QStringLiteral("王芳")},
         {QStringLiteral("alarm"), true}},
        id,
        false,
        {}});
    return id;
}

void DesktopFixture::setDark(bool dark)
{
    theme.setDark(dark);
    QApplication::setPalette(theme.palette());
    QApplication::setFont(theme.font(14));
}

void DesktopFixture::showUnread()
{
    const int unread = notifier.unreadCount();
    const int turns = int(board.marks().newTurns().size());
    window.setSurroundings({true, QStringLiteral("办公室-2"), {}, unread, turns});
    actions.setUnread(unread + turns);
}

void DesktopFixture::show(QSize size)
{
    window.resize(size);
    window.show();
    settle();
}

void DesktopFixture::settle()
{
    QApplication::processEvents(); // layouts
    window.refresh();
    QApplication::processEvents();
}

} // namespace pressboard::test
