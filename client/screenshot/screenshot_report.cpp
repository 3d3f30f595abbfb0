// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/screenshot/screenshot_report.h"

#include "shared/base/whole_file.h"

#include <QJsonDocument>
#include <QPixmap>
#include <QWidget>

namespace pressboard::client {

ScreenshotReport::ScreenshotReport(QString screenshot, QString report)
    : m_screenshot(std::move(screenshot))
    , m_report(std::move(report))
{
}

std::optional<Error> ScreenshotReport::write(QWidget &window, const QJsonObject &shown) const
{
    if (!m_screenshot.isEmpty() && !window.grab().save(m_screenshot))
        return Error{QStringLiteral("The picture cannot be written to %1: is the folder there, "
                                    "does the name end in .png?")
                         .arg(m_screenshot)};
    if (m_report.isEmpty())
        return std::nullopt;
    const QString problem = replaceFile(m_report, QJsonDocument(shown).toJson());
    if (problem.isEmpty())
        return std::nullopt;
    return Error{QStringLiteral("The report cannot be written to %1: %2").arg(m_report, problem)};
}

} // namespace pressboard::client
