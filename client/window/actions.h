// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace pressboard::client {

/// What the program can be told, once: the header's menu and the tray's are made of the same
/// actions, so that everything works without a tray, too.
class Actions final : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QObject *parent = nullptr);

    QAction *const state; ///< disabled: says how the connection is
    QAction *const open; ///< 打开看板
    QAction *const notices; ///< 通知（3）: menus drawn by the system have no badge
    QAction *const activity; ///< 动态
    QAction *const muteHour;
    QAction *const muteToday; ///< 到今天下班
    QAction *const muteTomorrow; ///< 到明天上班
    QAction *const unmute;
    QAction *const soundOff; ///< checkable
    QAction *const sendNotice;
    QAction *const sendTest;
    QAction *const stationMode; ///< 机台模式; only where there is 我的工序
    QAction *const wall; ///< 大屏模式
    QAction *const callForHelp; ///< 呼叫, where there is somebody to call
    QAction *const reconnect;
    QAction *const settings;
    QAction *const station; ///< the settings of this station; in no menu
    QAction *const larger; ///< text and everything with it, by ten percent
    QAction *const smaller;
    QAction *const usualSize;
    QAction *const gotIt; ///< F8, 知道了: of the oldest toast, or the marked one; in no menu
    QAction *const nextToast; ///< Shift+F8 marks it
    QAction *const openToast; ///< Ctrl+F8, as a click on it
    QAction *const unreadMessages; ///< of the CRM; shown while there are any
    QAction *const shortcuts; ///< F1
    QAction *const quit;

    /// 免打扰 and its three lengths; the caller owns it by `parent`.
    QMenu *makeMuteMenu(QWidget *parent);
    void fillMenu(QMenu &menu);
    void setUnread(int unread);
    /// `until` is a clock time; empty when toasts are not muted.
    void setMutedUntil(const QString &until);
    /// When the two longer mutes would end, as clock times.
    void setMuteEnds(const QString &closing, const QString &tomorrow);
    /// 发通知 needs the right to.
    void setMayNotify(bool may);
    void setMayCall(bool may);
    /// 机台模式 needs steps to show.
    void setOnFloor(bool onFloor);
    void retranslate();

Q_SIGNALS:
    /// A menu of makeMuteMenu() is about to show: what setMuteEnds() says now, it shows.
    void muteMenuOpening();

private:
    int m_unread = 0;
    QString m_mutedUntil;
    QString m_closing;
    QString m_tomorrow;
    QList<QMenu *> m_muteMenus;
};

} // namespace pressboard::client
