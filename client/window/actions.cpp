// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/actions.h"

#include <QAction>
#include <QMenu>

namespace pressboard::client {

Actions::Actions(QObject *parent)
    : QObject(parent)
    , state(new QAction(this))
    , open(new QAction(this))
    , notices(new QAction(this))
    , activity(new QAction(this))
    , muteHour(new QAction(this))
    , muteToday(new QAction(this))
    , muteTomorrow(new QAction(this))
    , unmute(new QAction(this))
    , soundOff(new QAction(this))
    , sendNotice(new QAction(this))
    , sendTest(new QAction(this))
    , stationMode(new QAction(this))
    , wall(new QAction(this))
    , callForHelp(new QAction(this))
    , reconnect(new QAction(this))
    , settings(new QAction(this))
    , station(new QAction(this))
    , larger(new QAction(this))
    , smaller(new QAction(this))
    , usualSize(new QAction(this))
    , gotIt(new QAction(this))
    , nextToast(new QAction(this))
    , openToast(new QAction(this))
    , unreadMessages(new QAction(this))
    , shortcuts(new QAction(this))
    , quit(new QAction(this))
{
    state->setEnabled(false);
    soundOff->setCheckable(true);
    unmute->setVisible(false);
    setMayCall(false);
    callForHelp->setShortcut(Qt::CTRL | Qt::Key_H);
    stationMode->setVisible(false);
    notices->setShortcut(Qt::CTRL | Qt::Key_N);
    activity->setShortcut(Qt::CTRL | Qt::Key_D);
    sendNotice->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    // On most keyboards plus is the shifted equals sign.
    larger->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    smaller->setShortcut(Qt::CTRL | Qt::Key_Minus);
    usualSize->setShortcut(Qt::CTRL | Qt::Key_0);
    unreadMessages->setVisible(false);
    shortcuts->setShortcut(Qt::Key_F1);
    gotIt->setShortcut(Qt::Key_F8);
    nextToast->setShortcut(Qt::SHIFT | Qt::Key_F8);
    openToast->setShortcut(Qt::CTRL | Qt::Key_F8);
    for (QAction *action : {gotIt, nextToast, openToast}) // from dialogs, too
        action->setShortcutContext(Qt::ApplicationShortcut);
    retranslate();
}

QMenu *Actions::makeMuteMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->addActions({muteHour, muteToday, muteTomorrow});
    menu->addSeparator();
    menu->addAction(unmute);
    m_muteMenus.append(menu);
    connect(menu, &QMenu::aboutToShow, this, &Actions::muteMenuOpening);
    connect(menu, &QObject::destroyed, this, [this, menu] { m_muteMenus.removeOne(menu); });
    retranslate();
    return menu;
}

void Actions::fillMenu(QMenu &menu)
{
    menu.addAction(state);
    menu.addSeparator();
    menu.addActions({open, stationMode, wall, notices, activity});
    menu.addSeparator();
    menu.addMenu(makeMuteMenu(&menu));
    menu.addAction(soundOff);
    menu.addSeparator();
    menu.addActions({callForHelp, sendNotice, sendTest});
    menu.addSeparator();
    menu.addActions({reconnect, settings, unreadMessages, shortcuts});
    menu.addSeparator();
    menu.addAction(quit);
}

void Actions::setUnread(int unread)
{
    m_unread = unread;
    retranslate();
}

void Actions::setMutedUntil(const QString &until)
{
    m_mutedUntil = until;
    retranslate();
}

void Actions::setMuteEnds(const QString &closing, const QString &tomorrow)
{
    m_closing = closing;
    m_tomorrow = tomorrow;
    retranslate();
}

void Actions::setMayNotify(bool may)
{
    sendNotice->setEnabled(may);
    sendNotice->setVisible(may);
}

void Actions::setMayCall(bool may)
{
    callForHelp->setEnabled(may);
    callForHelp->setVisible(may);
}

void Actions::setOnFloor(bool onFloor)
{
    stationMode->setVisible(onFloor);
}

void Actions::retranslate()
{
    open->setText(tr("Open board"));
    notices->setText(m_unread > 0 ? tr("Notices (%1)").arg(m_unread) : tr("Notices"));
    activity->setText(tr("Activity"));
    muteHour->setText(tr("For 1 hour"));
    muteToday->setText(tr("Until the end of today's work (%1)").arg(m_closing));
    muteTomorrow->setText(tr("Until work starts tomorrow (%1)").arg(m_tomorrow));
    unmute->setText(tr("End do not disturb"));
    unmute->setVisible(!m_mutedUntil.isEmpty());
    soundOff->setText(tr("Sound off"));
    sendNotice->setText(tr("Send notice…"));
    callForHelp->setText(tr("Call for help…"));
    sendTest->setText(tr("Send test notice"));
    stationMode->setText(tr("Station mode"));
    wall->setText(tr("Wall mode"));
    reconnect->setText(tr("Reconnect now"));
    settings->setText(tr("Settings…"));
    larger->setText(tr("Larger text"));
    smaller->setText(tr("Smaller text"));
    usualSize->setText(tr("Usual text size"));
    unreadMessages->setText(tr("What could not be read…"));
    shortcuts->setText(tr("Keyboard shortcuts"));
    quit->setText(tr("Quit"));
    const QString mute = m_mutedUntil.isEmpty() ? tr("Do not disturb")
                                                : tr("Do not disturb until %1").arg(m_mutedUntil);
    for (QMenu *menu : std::as_const(m_muteMenus))
        menu->setTitle(mute);
}

} // namespace pressboard::client
