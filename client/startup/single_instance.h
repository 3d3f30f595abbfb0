// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

class QLocalSocket;

namespace pressboard::client {

/// One desktop program per person and settings file: a second start hands what it was asked for to
/// the first one, and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    enum class Claim {
        First, ///< nobody else runs
        HandedOver, ///< another one does, and took the arguments
        OnOtherScreen, ///< another one does, elsewhere: coming to the front there helps nobody
        Hangs, ///< another one is there and does not answer
    };

    /// How long the first one may take to answer: it may be busy with a board that arrives.
    static constexpr std::chrono::milliseconds patience{5000};

    /// `key` tells apart what may run beside each other.
    explicit SingleInstance(const QString &key, QObject *parent = nullptr);

    /// Waits for the other one's answer, before there is a window that could hang. `arguments` as
    /// main() got them; `screen` says where windows of this start would come up.
    Claim claim(const QStringList &arguments, const QString &screen);
    /// What to say about it and what to do; empty where nothing is wrong.
    QString problem(Claim claim) const;

    /// The X or Wayland display of this process; empty where a person has one only.
    static QString ownScreen();

Q_SIGNALS:
    /// Somebody started the program again, with these arguments.
    void startedAgain(const QStringList &arguments);

private:
    std::optional<Claim> askOther(const QStringList &arguments, const QString &screen);
    void greet();
    void answer(QLocalSocket &other);

    QString m_place; ///< of the socket; empty: there is none to be had
    QString m_screen;
    QString m_otherScreen;
    QLocalServer m_server;
};

} // namespace pressboard::client
