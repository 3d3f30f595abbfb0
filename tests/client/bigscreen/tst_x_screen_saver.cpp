// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/screen_savers.h"
#include "client/bigscreen/x_screen_saver.h"

#include <QGuiApplication>
#include <QTest>

#include <cstdlib>
#include <memory>

#include <xcb/screensaver.h>
#include <xcb/xcb.h>

using namespace pressboard::client;

namespace {

/// A second program at the same X server: the one that sets how soon it darkens, and looks.
class Onlooker
{
public:
    Onlooker()
        : m_connection(xcb_connect(nullptr, nullptr))
        , m_root(xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root)
    {
        setTimeout(1);
    }
    ~Onlooker()
    {
        setTimeout(0);
        wake();
        xcb_disconnect(m_connection);
    }

    bool isDark() { return info()->state == XCB_SCREENSAVER_STATE_ON; }
    /// As the server counts: nobody touched anything for this long.
    quint32 idleMs() { return info()->ms_since_user_input; }
    void wake()
    {
        xcb_force_screen_saver(m_connection, XCB_SCREEN_SAVER_RESET);
        xcb_flush(m_connection);
    }

private:
    using Info = std::unique_ptr<xcb_screensaver_query_info_reply_t, void (*)(void *)>;

    void setTimeout(qint16 seconds)
    {
        xcb_set_screen_saver(m_connection, seconds, 0, XCB_BLANKING_PREFERRED,
                             XCB_EXPOSURES_ALLOWED);
        xcb_flush(m_connection);
    }
    Info info()
    {
        return Info(xcb_screensaver_query_info_reply(
                        m_connection, xcb_screensaver_query_info(m_connection, m_root), nullptr),
                    &std::free);
    }

    xcb_connection_t *m_connection;
    xcb_window_t m_root;
};

xcb_connection_t *ownConnection()
{
    return qGuiApp->nativeInterface<QNativeInterface::QX11Application>()->connection();
}

} // namespace

/// On a real X server, which darkens after a second here.
class TestXScreenSaver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsOffWhatWouldDarken();
    void givesBackAtTheEnd();
    void theSystemsHoldsItToo();
};

void TestXScreenSaver::holdsOffWhatWouldDarken()
{
    Onlooker onlooker;
    QTRY_VERIFY(onlooker.isDark()); // it does, where nobody holds it off
    XScreenSaver saver(ownConnection());
    saver.inhibit(u"the wall"_qs);
    saver.inhibit(u"the wall"_qs); // twice is once
    onlooker.wake();
    QTRY_VERIFY(!onlooker.isDark());
    QTRY_VERIFY(onlooker.idleMs() > 2'500);
    QVERIFY(!onlooker.isDark());
    saver.release();
    QTRY_VERIFY(onlooker.isDark());
}

void TestXScreenSaver::givesBackAtTheEnd()
{
    Onlooker onlooker;
    {
        XScreenSaver saver(ownConnection());
        saver.inhibit(u"the wall"_qs);
    }
    QTRY_VERIFY(onlooker.isDark());
}

void TestXScreenSaver::theSystemsHoldsItToo()
{
    Onlooker onlooker;
    const auto saver = ScreenSaver::ofSystem();
    saver->inhibit(u"the wall"_qs);
    onlooker.wake();
    QTRY_VERIFY(onlooker.idleMs() > 2'500);
    QVERIFY(!onlooker.isDark());
}

QTEST_MAIN(TestXScreenSaver)
#include "tst_x_screen_saver.moc"
