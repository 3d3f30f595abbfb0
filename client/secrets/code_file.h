// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/scheduler.h"
#include "shared/base/result.h"

#include <QCoreApplication>
#include <QObject>

namespace pressboard::client {

/// An access code that another program keeps in a file, and renews there before it ends: a login
/// script, or whatever fetches the codes that a CRM signs. It is looked at again and again, since
/// nobody tells of changes on a share.
class CodeFile : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds interval{10};
    static constexpr qint64 mostBytes =
        16 * 1024; ///< of the file; a signed code takes about one KiB

    /// `scheduler` must outlive this.
    explicit CodeFile(Scheduler &scheduler, QObject *parent = nullptr);

    /// Reads it now, and then at each interval. Empty: no file any more.
    void watch(const QString &path);
    bool isWatched() const { return !m_path.isEmpty(); }

Q_SIGNALS:
    /// The first code, and each other one behind it.
    void found(const QString &code);
    /// Each time that it cannot be read, in a sentence.
    void failed(const QString &why);

private:
    void look();
    Result<QString> read() const;

    Alarm m_next;
    QString m_path;
    QString m_code;
};

} // namespace pressboard::client
