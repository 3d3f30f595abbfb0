// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/application.h"
#include "client/board/board_page.h"
#include "client/notices/send_notice_dialog.h"
#include "client/toasts/toast_card.h"
#include "tests/integration/server_process.h"
#include "tests/support/test_time.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

class QAction;
class QAbstractButton;
class QMenu;

namespace pressboard::test {

/// The whole desktop program, as somebody who sits before it has it: what he cannot see or reach
/// with his mouse, a test cannot either.
class Desktop
{
public:
    /// `timesAsFast`: its waits are that much shorter than in the shop.
    explicit Desktop(int timesAsFast = 1)
        : m_scheduler(timesAsFast)
    {
    }
    /// Opens the program on this server, in Chinese, and waits until its window says 已连接.
    bool open(const ServerProcess &server);
    /// Only starts it, as if there were no network yet.
    bool start(const ServerProcess &server);
    /// Its very first start, on a PC that knows no server: `answer` sits before its first question.
    bool startAnew(const std::function<void()> &answer);
    /// Closes its window, which writes the cache, and ends it.
    void close();
    QString cacheFile() const; ///< of the program that ran; empty when it left none

    /// It sits through this time within a moment.
    void skip(std::chrono::milliseconds time) { m_clock.skip(time); }

    client::MainWindow &window() const { return *m_window; }
    client::BoardPage &board() const { return *m_window->findChild<client::BoardPage *>(); }
    QMenu *trayMenu() const;
    /// An entry of the tray's menu; null when there is none of these words.
    QAction *inTray(const QString &words) const;
    /// The toast on the screen whose text begins so; null when there is none.
    client::ToastCard *toast(const QString &text) const;
    client::SendNoticeDialog *sendDialog() const; ///< null when it is not open
    /// What the bell has to show once it is clicked, as painted.
    QString openNotices() const;

private:
    bool start(client::Options options);
    template<typename T> static QList<T *> onScreen();

    QTemporaryDir m_folder;
    SkippingClock m_clock;
    QuickScheduler m_scheduler;
    std::unique_ptr<client::Application> m_program;
    client::MainWindow *m_window = nullptr;
};

/// A button with these words in a dialog; null when it has none.
QAbstractButton *button(const QWidget &dialog, const QString &words);
/// Types into whatever has a text cursor, as an input method does.
void type(QWidget &into, const QString &text);

} // namespace pressboard::test
