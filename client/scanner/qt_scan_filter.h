// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/scanner/scan_filter.h"

#include <QElapsedTimer>

class QKeyEvent;

namespace pressboard::client {

/// Where nothing lower is known: sees the keys as Qt hands them to its windows, behind the input
/// method.
class QtScanFilter final : public ScanFilter
{
    Q_OBJECT
public:
    QtScanFilter();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    RawKey rawKeyOf(const QKeyEvent &event) const;

    QElapsedTimer m_clock;
    bool m_isReplaying = false;
};

} // namespace pressboard::client
