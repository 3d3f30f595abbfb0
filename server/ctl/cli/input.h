// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace pressboard::server::ctl {

/// The bytes of a file, or of stdin for "-", a piece a turn of the event loop: Ctrl-C is heard in
/// between, also while nothing comes out of a pipe.
class Input : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 pieceBytes = 256 * 1024;

    explicit Input(QString path);

    QString name() const; ///< as messages call it
    qint64 size() const; ///< 0 when nobody knows
    /// Ends with ended() or failed(), unless stop() comes before.
    void start();
    void stop();
    /// Nothing arrives until resume(): whoever writes into a pipe waits.
    void pause();
    void resume();

Q_SIGNALS:
    void arrived(const QByteArray &bytes);
    void ended();
    void failed(const pressboard::Error &error);

private:
    void readPiece();

    QString m_path;
    QFile m_file;
    QTimer m_nextPiece;
    std::unique_ptr<QSocketNotifier> m_readable; ///< of stdin
};

} // namespace pressboard::server::ctl
