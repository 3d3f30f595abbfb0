// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scanner/qt_scan_filter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QScopedValueRollback>
#include <QWindow>

namespace pressboard::client {

namespace {

RawKey::Kind kindOf(const QKeyEvent &event)
{
    const auto command =
        event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        return command ? RawKey::Kind::Other : RawKey::Kind::End;
    case Qt::Key_Shift:
        return RawKey::Kind::Shift;
    default:
        break;
    }
    const QString text = event.text();
    const bool prints = !text.isEmpty() && text.at(0).isPrint();
    return prints && !command ? RawKey::Kind::Text : RawKey::Kind::Other;
}

} // namespace

QtScanFilter::QtScanFilter()
{
    m_clock.start();
    QCoreApplication::instance()->installEventFilter(this);
}

bool QtScanFilter::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    auto *window = qobject_cast<QWindow *>(watched);
    if (!isKey || window == nullptr || m_isReplaying)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    auto replay = [this, window = QPointer<QWindow>(window),
                   copy = std::shared_ptr<QEvent>(key.clone())] {
        const QScopedValueRollback<bool> replaying(m_isReplaying, true);
        if (window)
            QCoreApplication::sendEvent(window, copy.get());
    };
    return handle(rawKeyOf(key), std::move(replay));
}

RawKey QtScanFilter::rawKeyOf(const QKeyEvent &event) const
{
    RawKey key;
    key.kind = kindOf(event);
    key.isPress = event.type() == QEvent::KeyPress;
    key.code = event.nativeScanCode() != 0 ? event.nativeScanCode() : quint32(event.key());
    key.text = key.kind == RawKey::Kind::Text ? event.text() : QString();
    key.at = std::chrono::milliseconds(event.timestamp() != 0 ? qint64(event.timestamp())
                                                              : m_clock.elapsed());
    key.isRepeat = event.isAutoRepeat();
    return key;
}

} // namespace pressboard::client
