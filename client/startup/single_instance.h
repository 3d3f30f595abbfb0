// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace pressboard::client {

/// One desktop program per person and settings file: a second start raises the first and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    /// `key` tells apart what may run beside each other.
    explicit SingleInstance(const QString &key, QObject *parent = nullptr);

    /// False when another one runs: it was asked to come to the front. Waits for its answer at
    /// most a second, before there is a window that could hang.
    bool claim();

Q_SIGNALS:
    void raiseRequested();

private:
    bool askOther() const;
    void greet();

    QString m_place; ///< of the socket; empty: there is none to be had
    QLocalServer m_server;
};

} // namespace pressboard::client
