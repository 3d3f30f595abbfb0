// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>
#include <QWebSocket>

#include <chrono>

namespace pressboard::test {

/// One page in a headless Chromium, driven over its DevTools protocol. It gets to this machine and
/// nowhere else, and its timers wait for moveClock().
class Browser : public QObject
{
    Q_OBJECT
public:
    Browser();
    ~Browser() override;

    /// Says why not with qWarning.
    bool start();
    /// Goes there and waits until the page is loaded.
    bool open(const QUrl &page);
    /// What a JavaScript expression is worth in the page; undefined when it throws.
    QJsonValue evaluate(const QString &expression);
    /// The text of the first element this CSS selector finds; null when it finds none.
    QString text(const QString &selector);
    /// So much later for the page: what its timers are due for meanwhile has happened on return.
    bool moveClock(std::chrono::milliseconds time);
    int waitingTimers();
    /// All of the page that fits the window, as PNG; the picture's file is
    /// $BROWSER_PICTURES/NAME.png.
    bool takePicture(const QString &name);

private:
    bool connectTo(const QString &debuggerUrl);
    bool attachToPage();
    void setUpPage();
    QJsonObject call(const QString &method, const QJsonObject &parameters = {});

    QTemporaryDir m_dir;
    QProcess m_chromium;
    QWebSocket m_devTools;
    QString m_session; ///< of the page, once there is one
    int m_calls = 0;
    QHash<int, QJsonObject> m_answers;
};

} // namespace pressboard::test
