// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/desktop.h"

#include "client/notices/feed_list.h"
#include "client/notices/notices_panel.h"
#include "client/window/header_bar.h"
#include "tests/integration/paint_watch.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QInputMethodEvent>
#include <QMenu>
#include <QTest>
#include <QTimer>

using namespace pressboard::client;

namespace pressboard::test {

template<typename T> QList<T *> Desktop::onScreen()
{
    QList<T *> found;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *wanted = qobject_cast<T *>(widget);
        if (wanted != nullptr && wanted->isVisible())
            found.append(wanted);
    }
    return found;
}

bool Desktop::start(const ServerProcess &server)
{
    Options options;
    options.server = QStringLiteral("127.0.0.1:%1").arg(server.port());
    options.token = server.adminToken();
    return start(options);
}

bool Desktop::startAnew(const std::function<void()> &answer)
{
    QTimer::singleShot(0, qApp, [answer] {
        answer();
        if (QWidget *left = QApplication::activeModalWidget())
            left->close(); // unanswered: the test fails, and must not hang
    });
    return start(Options());
}

bool Desktop::start(Options options)
{
    qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toUtf8());
    options.language = QStringLiteral("zh_CN");
    m_program = std::make_unique<Application>(
        options, SettingsPlace{m_folder.filePath(QStringLiteral("settings.ini"))}, m_clock,
        m_scheduler);
    if (!m_program->start() || onScreen<MainWindow>().isEmpty())
        return false;
    m_window = onScreen<MainWindow>().first();
    return true;
}

bool Desktop::open(const ServerProcess &server)
{
    const auto isLive = [this] { return m_window->header().stateText() == u"已连接"; };
    return start(server) && QTest::qWaitFor(isLive, 20'000);
}

void Desktop::close()
{
    m_window->close();
    m_window = nullptr;
    m_program.reset();
}

QString Desktop::cacheFile() const
{
    const QDir folder(m_folder.filePath(QStringLiteral("cache/pressboard")));
    const QStringList files = folder.entryList({QStringLiteral("board-*.cache")}, QDir::Files);
    return files.isEmpty() ? QString() : folder.filePath(files.first());
}

QMenu *Desktop::trayMenu() const
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *menu = qobject_cast<QMenu *>(widget);
        if (menu != nullptr && menu->parent() == nullptr) // else one of the window's
            return menu;
    }
    return nullptr;
}

QAction *Desktop::inTray(const QString &words) const
{
    for (QAction *action : trayMenu()->actions()) {
        if (action->text() == words)
            return action;
    }
    return nullptr;
}

ToastCard *Desktop::toast(const QString &text) const
{
    for (ToastCard *card : onScreen<ToastCard>()) {
        if (card->toast().text.startsWith(text))
            return card;
    }
    return nullptr;
}

SendNoticeDialog *Desktop::sendDialog() const
{
    return onScreen<SendNoticeDialog>().value(0);
}

QString Desktop::openNotices() const
{
    auto *bell = m_window->findChild<QAbstractButton *>(QStringLiteral("bell"));
    auto *panel = m_window->findChild<NoticesPanel *>();
    if (bell == nullptr || panel == nullptr)
        return {};
    QTest::mouseClick(bell, Qt::LeftButton);
    QString words;
    if (panel->isVisible())
        words = paintedText(panel->noticeList());
    QTest::mouseClick(bell, Qt::LeftButton); // closes it
    return words;
}

QAbstractButton *button(const QWidget &dialog, const QString &words)
{
    for (auto *candidate : dialog.findChildren<QAbstractButton *>()) {
        if (candidate->text() == words)
            return candidate;
    }
    return nullptr;
}

void type(QWidget &into, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(&into, &event);
}

} // namespace pressboard::test
