// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace pressboard::test {

/// fcitx5 with its pinyin, as a Chinese desktop runs it: a process of its own on the session bus,
/// with settings of its own. Programs talk to it that were started with QT_IM_MODULE=fcitx. Ended
/// with this.
class PinyinMethod
{
public:
    /// What is missing, with the packages that have it; empty: nothing.
    static QString missing();

    PinyinMethod() = default;
    ~PinyinMethod();
    PinyinMethod(const PinyinMethod &) = delete;
    PinyinMethod &operator=(const PinyinMethod &) = delete;

    /// `on`: pinyin from the first key on; else it is there and lets Latin letters by.
    bool start(bool on);

private:
    bool write(const QString &name, const QByteArray &text);

    QTemporaryDir m_home;
    QProcess m_process;
};

} // namespace pressboard::test
