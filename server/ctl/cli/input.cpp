// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/cli/input.h"

#include <QFileInfo>

#include <cstdio>

namespace pressboard::server::ctl {

namespace {

bool isStdin(const QString &path)
{
    return path == QLatin1StringView("-");
}

} // namespace

Input::Input(QString path)
    : m_path(std::move(path))
    , m_file(m_path)
{
    connect(&m_nextPiece, &QTimer::timeout, this, &Input::readPiece);
}

QString Input::name() const
{
    return isStdin(m_path) ? QStringLiteral("stdin") : QFileInfo(m_path).fileName();
}

qint64 Input::size() const
{
    return m_file.size();
}

void Input::start()
{
    // Unbuffered: what a buffer holds back, nobody would be told of.
    const auto mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    const bool open = isStdin(m_path) ? m_file.open(stdin, mode) : m_file.open(mode);
    if (!open) {
        Q_EMIT failed(
            Error{QStringLiteral("%1 cannot be read: %2").arg(m_path, m_file.errorString())});
    } else if (isStdin(m_path)) {
        m_readable = std::make_unique<QSocketNotifier>(m_file.handle(), QSocketNotifier::Read);
        connect(m_readable.get(), &QSocketNotifier::activated, this, &Input::readPiece);
    } else {
        m_nextPiece.start(0);
    }
}

void Input::stop()
{
    pause();
}

void Input::pause()
{
    m_nextPiece.stop();
    if (m_readable)
        m_readable->setEnabled(false);
}

void Input::resume()
{
    if (m_readable)
        m_readable->setEnabled(true);
    else
        m_nextPiece.start(0);
}

void Input::readPiece()
{
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    const qint64 length = m_file.read(piece.data(), piece.size());
    if (length > 0) {
        piece.truncate(length);
        Q_EMIT arrived(piece);
        return;
    }
    stop();
    if (length == 0)
        Q_EMIT ended();
    else
        Q_EMIT failed(
            Error{QStringLiteral("%1 cannot be read: %2").arg(m_path, m_file.errorString())});
}

} // namespace pressboard::server::ctl
