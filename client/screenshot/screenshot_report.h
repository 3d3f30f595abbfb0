// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QJsonObject>

class QWidget;

namespace pressboard::client {

/// What --screenshot and --report write: a picture of the window, and what it shows as JSON, for
/// a check that the window shows what the server says. Files appear whole or not at all.
class ScreenshotReport
{
public:
    ScreenshotReport(QString screenshot, QString report);

    /// nullopt when all that was asked for is written.
    std::optional<Error> write(QWidget &window, const QJsonObject &shown) const;

private:
    QString m_screenshot;
    QString m_report;
};

} // namespace pressboard::client
